"""The listed purges: the shape of the file, and which of them share a day with a stretch."""

import tomllib
from datetime import date, timedelta
from importlib.resources import files

import pytest

from reachcheck.facts.platforms import platforms
from reachcheck.facts.purges import Purge, during, purges
from reachcheck.formats.locales import LANGUAGES, load

LISTED = tomllib.loads((files("reachcheck.facts") / "purges.toml").read_text(encoding="utf-8"))["purge"]


@pytest.mark.parametrize("entry", LISTED, ids=lambda entry: f"{entry['platform']} {entry['first']}")
def test_each_has_a_platform_days_a_word_and_a_source_of_its_own_year(entry: dict[str, object]) -> None:
    assert set(entry) == {"platform", "first", "last", "what", "source", "year"}
    first, last = entry["first"], entry["last"]
    assert entry["platform"] in platforms()
    assert type(first) is date
    assert type(last) is date
    assert first <= last < date(2026, 1, 1)
    assert last - first <= timedelta(days=45)
    assert entry["source"]
    assert entry["year"] == first.year
    for lang in LANGUAGES:
        assert f"purge.{entry['what']}" in load(lang).texts


def test_they_are_read_as_they_stand_and_no_two_of_a_platform_share_a_day() -> None:
    assert purges() == tuple(Purge(**entry) for entry in LISTED)
    for purge in purges():
        assert list(during(purge.platform, purge.first, purge.last)) == [purge]


@pytest.mark.parametrize(
    ("platform", "first", "last", "found"),
    [
        ("x", "2018-07-10", "2018-07-10", 0),
        ("x", "2018-07-11", "2018-07-11", 1),
        ("x", "2018-07-19", "2018-07-25", 1),
        ("x", "2018-07-20", "2018-07-20", 0),
        ("x", "2018-01-01", "2021-12-31", 2),
        ("X", "2018-07-12", "2018-07-12", 1),
        ("instagram", "2018-07-12", "2018-07-12", 0),
        ("unheard-of", "2018-07-12", "2018-07-12", 0),
        (None, "2018-07-12", "2018-07-12", 0),
    ],
)
def test_a_purge_is_of_one_platform_and_its_days(platform: str | None, first: str, last: str, found: int) -> None:
    assert len(list(during(platform, date.fromisoformat(first), date.fromisoformat(last)))) == found
