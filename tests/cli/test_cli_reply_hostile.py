"""Whatever a person writes on their sheet is told in full, and is never more than text."""

from collections.abc import Callable

import pytest

import naughty

SAMPLE = "data/samples/nathan-3000"
WORDS, KEY = 6, 10
Rows = list[list[str]]


def hostile(strings: list[str], rows: Rows, back: Callable[..., str], report: Callable[..., dict], inside) -> None:
    """Each string as words on the whole report, on a finding, as what happened and as a link: told, and inert."""
    usable = [text for text in strings if text.strip() and "\x00" not in text and len(text) <= 200]
    whole, step = rows[1], rows[2]
    answered = [[*row[:WORDS], text, text, "", text, row[KEY]] for text in usable for row in (whole, step)]
    path = back([rows[0], *answered], encoding="utf-8")
    found = report(SAMPLE, "--reply", path)
    (general,) = found["reply"]["general"]
    (said,) = next(each["reply"]["answers"] for each in found["findings"] if each["code"] == "GRO101")
    for each in (general, said):
        assert len(each["undated"]) == len(usable)
        assert each["undated"] == [text.strip() for text in usable]
    raw = inside("analyze", SAMPLE, "--reply", path, "-f", "json")[1]
    assert naughty.active(raw.replace("\n", " ")) == []
    for lang in ("en", "fr"):
        code, out, _ = inside("analyze", SAMPLE, "--reply", path, "--lang", lang, "--width", "80")
        assert code == 0
        assert naughty.active(out.replace("\u202f", " ")) == []


def test_hostile_words_are_told_and_inert(sheet, back, report, inside) -> None:
    strings = [text.encode("utf-8", "replace").decode() for text in naughty.STRINGS]
    hostile(strings, sheet(), back, report, inside)


@pytest.mark.shared_data
def test_the_big_list_of_naughty_words_is_told_and_inert(sheet, back, report, inside, shared_data) -> None:
    strings = naughty.naughty(shared_data)
    assert len(strings) == 515
    hostile(strings, sheet(), back, report, inside)
