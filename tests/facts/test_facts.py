"""Shipped facts: platforms, and published rates that are shown and never feed a rule."""

import csv
import hashlib
from importlib.resources import files

import pytest

from made import absent, known, measures
from reachcheck.facts import digest, load
from reachcheck.facts.platforms import Platform, platform, platforms
from reachcheck.facts.rates import DENOMINATORS, MOST, middle_half, near
from reachcheck.measures.registry import MEASURES
from reachcheck.results.measure import Measure
from reachcheck.results.report import Reference

FILE = files("reachcheck.facts") / "engagement_rates.csv"
ROWS = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))
BY_FOLLOWERS = known("engagement_rate_by_followers", 0.03)


def count(n: float) -> Measure:
    return known("followers_count", n)


# ------------------------------------------------------------------------------------------------ platforms


def test_platforms_by_any_case_and_plain_facts_for_others() -> None:
    assert platform("LinkedIn") == platform("linkedin") == platforms()["linkedin"]
    assert platform("unheard-of") == platform(None) == platform("") == Platform()
    assert (Platform().noun, Platform().mutual, Platform().withheld) == ("followers", False, ())


@pytest.mark.parametrize(
    ("name", "noun", "mutual"),
    [
        ("instagram", "followers", False), ("threads", "followers", False), ("x", "followers", False),
        ("tiktok", "followers", False), ("youtube", "subscribers", False), ("facebook", "friends", True),
        ("linkedin", "connections", True), ("mastodon", "followers", False), ("bluesky", "followers", False),
        ("substack", "subscribers", False), ("beehiiv", "subscribers", False),
    ],
)  # fmt: skip
def test_what_a_platform_calls_its_audience_and_whether_ties_are_mutual_by_design(
    name: str, noun: str, mutual: bool
) -> None:
    assert (platform(name).noun, platform(name).mutual) == (noun, mutual)


def test_what_is_withheld_is_an_export_that_a_measure_needs() -> None:
    needed = {need.export for spec in MEASURES for need in spec.needs} | {"posts_dated", "daily", "profile"}
    for name, facts in platforms().items():
        assert set(facts.withheld) <= needed, name
        assert len(set(facts.withheld)) == len(facts.withheld)


def test_facts_are_shipped_as_they_stand_in_their_file() -> None:
    assert set(load("platforms")) == set(platforms())


def test_linkedin_and_facebook_hand_out_no_responders() -> None:
    assert "responses" in platform("linkedin").withheld
    assert "responses" in platform("facebook").withheld
    assert "followers" in platform("linkedin").withheld


# ------------------------------------------------------------------------------------------------ rates


def rates(n: float, name: str | None = "instagram", *given: Measure) -> tuple[Reference, ...]:
    return near(name, measures(count(n), *(given or (BY_FOLLOWERS,))))


def test_the_facts_are_named_by_the_hash_of_their_files() -> None:
    names = (
        "engagement_rates.csv", "x_account_ids.csv", "error_rates.toml", "purges.toml", "marked_srf2017.toml",
        "verdict_rates.toml",
    )  # fmt: skip
    shipped = b"".join((FILE.parent / name).read_bytes() for name in names)
    assert digest() == hashlib.sha256(shipped).hexdigest()[:8]


def test_without_platform_or_count_or_rate_there_is_nothing_to_compare() -> None:
    assert rates(5000, None) == ()
    assert near("instagram", measures(BY_FOLLOWERS)) == ()
    assert near("instagram", measures(count(5000), absent("engagement_rate_by_followers"))) == ()
    assert rates(5000, "unheard-of") == ()


def test_references_are_of_the_platform_and_the_size() -> None:
    found = rates(5000, "X")
    assert 0 < len(found) <= MOST
    for reference in found:
        assert reference.measure == "engagement_rate_by_followers"
        (row, *_) = [r for r in ROWS if matches(r, reference)]
        assert (row["platform"], row["denominator"]) == ("x", "followers")
        assert row["lo"] in ("", "all") or float(row["lo"]) <= 5000
        assert row["hi"] in ("", "all") or float(row["hi"]) > 5000


def matches(row: dict[str, str], reference: Reference) -> bool:
    same = all(row[a] == getattr(reference, b) for a, b in (("source", "source"), ("data_year", "year"), ("n", "n")))
    return same and row["population"] == reference.population and row["numerator"] == reference.numerator


def test_the_middle_half_that_is_drawn_says_what_it_counted_and_is_among_those_that_are_told() -> None:
    assert middle_half("X", 5000.0) == pytest.approx((0.0132, 0.0347))
    (drawn,) = [each for each in rates(5000, "x") if each.drawn]
    assert (drawn.p25, drawn.p75) == pytest.approx((0.0132, 0.0347))
    assert drawn.numerator == "likes+replies+reposts+quotes"
    assert middle_half("tiktok", 20000.0) == pytest.approx((0.0328, 0.0814))


@pytest.mark.parametrize(("name", "n"), [("instagram", 5000.0), (None, 5000.0), ("x", float("nan")), ("x", 0.0)])
def test_without_published_quartiles_none_are_drawn(name: str | None, n: float) -> None:
    assert middle_half(name, n) is None
    assert not any(each.drawn for each in rates(5000, "instagram"))


def test_a_band_begins_at_its_lower_end_and_ends_before_its_upper_one() -> None:
    below, above = ({(r.source, r.n) for r in rates(n, "x")} for n in (9999.0, 10000.0))
    assert ("playersells-open-data", "31869") in below
    assert ("playersells-open-data", "3360") not in below
    assert ("playersells-open-data", "3360") in above
    assert ("playersells-open-data", "31869") not in above


def test_shares_are_printed_as_shares() -> None:
    (found,) = [r for r in rates(5000, "x") if r.n == "31869"]
    assert (found.p25, found.median, found.p75) == pytest.approx((0.00067, 0.00327, 0.0134))
    assert found.mean is None
    assert (found.year, found.grade, found.numerator) == ("2026-10", "A-", "unstated")


def test_views_are_never_a_response() -> None:
    for platform_name in {row["platform"] for row in ROWS}:
        for n in (500, 5000, 50000, 500000, 5e6):
            known_all = [known(name, 0.1) for name in DENOMINATORS]
            for reference in near(platform_name, measures(count(n), *known_all)):
                assert reference.numerator != "views"


def test_the_best_graded_and_newest_come_first_and_few_at_a_time() -> None:
    for name in {row["platform"] for row in ROWS}:
        found = rates(5000, name)
        assert len(found) <= MOST
        order = [(r.grade, -int("".join(c for c in r.year if c.isdigit())[:4] or 0)) for r in found]
        assert order == sorted(order)


def test_each_rate_is_compared_by_its_own_denominator() -> None:
    everything = [known(name, 0.1) for name in DENOMINATORS]
    for name in {row["platform"] for row in ROWS}:
        for reference in near(name, measures(count(5000), *everything)):
            rows = [row for row in ROWS if row["platform"] == name and matches(row, reference)]
            assert DENOMINATORS[reference.measure] in {row["denominator"] for row in rows}


def test_a_range_where_a_number_is_wanted_is_no_number() -> None:
    ranges = [row for row in ROWS if "-" in row["median"] + row["mean"]]
    assert ranges
    for row in ranges:
        n = float(row["lo"]) if row["lo"] not in ("", "all") else 5000.0
        everything = [known(name, 0.1) for name in DENOMINATORS]
        for reference in near(row["platform"], measures(count(n), *everything)):
            if matches(row, reference):
                assert "-" not in row["median"] or reference.median is None
                assert "-" not in row["mean"] or reference.mean is None
