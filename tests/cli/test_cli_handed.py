"""Whom to write to, and until when a report is kept: printed in every format, and nothing else changes."""

import json
from pathlib import Path

import pytest

import reachcheck

GIVEN = ("--contact", "jobs@firm.example <b>", "--retain-until", "2027-06-30")


@pytest.fixture
def few(tmp_path: Path) -> str:
    path = tmp_path / "followers.csv"
    path.write_text("handle,followed_at\n" + "".join(f"u{n},2026-01-{n:02d}\n" for n in range(1, 29)), encoding="utf-8")
    return str(path)


@pytest.fixture
def output(inside, few: str):
    def made(*args: str) -> str:
        code, out, err = inside("analyze", few, *args)
        assert code == 0, err
        return out

    return made


@pytest.mark.parametrize(
    ("form", "lang", "contact", "kept"),
    [
        ("text", "en", "Whom to write to about this report: jobs@firm.example <b>", "keeps it until 30 Jun 2027"),
        ("text", "fr", "au sujet de ce rapport\u202f: jobs@firm.example <b>", "30 juin 2027"),
        ("html", "en", "jobs@firm.example &lt;b&gt;", "keeps it until 30 Jun 2027"),
    ],
)
def test_they_are_printed(output, form: str, lang: str, contact: str, kept: str) -> None:
    printed = output(*GIVEN, "-f", form, "--lang", lang)
    assert contact.replace("\u202f", " ") in printed.replace("\u202f", " ").replace("\xa0", " ")
    assert kept in printed.replace("\xa0", " ")


def test_nothing_else_changes(output) -> None:
    with_both, without = (json.loads(output(*given, "-f", "json")) for given in (GIVEN, ()))
    assert (with_both.pop("contact"), with_both.pop("retain_until")) == ("jobs@firm.example <b>", "2027-06-30")
    assert (without.pop("contact"), without.pop("retain_until")) == (None, None)
    assert with_both == without


def test_a_day_that_is_none_is_refused(inside, few: str) -> None:
    code, _, err = inside("analyze", few, "--retain-until", "next year")
    assert code == 2
    assert "--retain-until" in err


def test_an_empty_contact_is_none(few: str) -> None:
    assert reachcheck.analyze(few, contact="").contact is None
