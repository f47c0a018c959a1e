"""What differs between two results: by hand, mirrored, and never where there is nothing to compare."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import dossier, followers, people, table
from reachcheck.compared.compare import compare
from reachcheck.compared.measures import difference, unchanged
from reachcheck.message import msg
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Completeness, Direction, KeyKind, TableName
from reachcheck.pipeline import analyze_one
from reachcheck.results.comparison import Change, Difference, Turnover
from reachcheck.results.finding import Finding, FindingStatus
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results
from reachcheck.results.span import Span

COUNTED = msg("no_interval.counted")


def measure(value: float | None = None, low: float | None = None, high: float | None = None, **more) -> Measure:
    base = {"id": "m", "family": "growth", "unit": "ratio", "denominator": "posts"}
    return Measure(status="unknown" if value is None else "known", value=value, low=low, high=high, **{**base, **more})


def share(k: float, n: float, low: float, high: float) -> Measure:
    return measure(k / n, low, high, k=k, n=n, unit="share", denominator="listed")


def told(found: Difference) -> tuple[float | None, float | None, float | None, str | None]:
    return found.value, found.low, found.high, found.how


def test_shares_of_two_profiles_by_newcombe() -> None:
    one, other = share(48, 80, 0.4906, 0.7004), share(56, 70, 0.6918, 0.8772)
    value, low, high, how = told(difference(one, other, independent=True))
    assert (value, how) == (0.2, "newcombe")
    assert (low, high) == pytest.approx((0.0524, 0.3339), abs=2e-4)


def test_shares_of_one_profile_from_both_intervals() -> None:
    one, other = share(48, 80, 0.49, 0.7), share(56, 70, 0.69, 0.88)
    assert told(difference(one, other, independent=False)) == (0.2, -0.01, 0.39, "intervals")


def test_medians_from_both_intervals_and_counts_exactly() -> None:
    assert told(difference(measure(5, 4, 7), measure(9, 6, 12), independent=True)) == (4, -1, 8, "intervals")
    counted = [measure(value, no_interval=COUNTED) for value in (594.0, 3000.0)]
    assert told(difference(*counted, independent=True)) == (2406, 2406, 2406, "counted")
    assert told(difference(counted[0], measure(700, 650, 900), independent=True)) == (106, 56, 306, "intervals")


def test_an_end_that_is_open_stays_open_and_a_description_has_none() -> None:
    assert told(difference(measure(5, 4, None), measure(9, 6, 12), independent=True)) == (4, None, 8, "intervals")
    described = measure(0.3, no_interval=msg("no_interval.described"))
    assert told(difference(described, measure(9, 6, 12), independent=True)) == (8.7, None, None, "intervals")


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (measure(reason=msg("unknown.withheld", export="graph")), measure(5, 4, 6), "unknown.withheld"),
        (measure(5, 4, 6), measure(reason=msg("unknown.no_count")), "unknown.no_count"),
        (measure(5, 4, 6), measure(5, 4, 6, denominator="weeks"), "compare.other_denominator"),
        (measure(5, 4, 6), measure(5, 4, 6, unit="share"), "compare.other_denominator"),
        (
            measure(5, 4, 6, notes=(msg("numerator.parts", parts=("likes",)),)),
            measure(5, 4, 6, notes=(msg("numerator.parts", parts=("likes", "shares")),)),
            "compare.other_numerator",
        ),
    ],
    ids=["withheld", "unknown", "denominator", "unit", "numerator"],
)
def test_there_is_no_difference_of_things_of_another_kind(first: Measure, second: Measure, reason: str) -> None:
    found = difference(first, second, independent=True)
    assert told(found) == (None, None, None, None)
    assert found.reason is not None and found.reason.key == reason


NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
KNOWN = st.tuples(NUMBERS, NUMBERS, NUMBERS).map(sorted).map(lambda three: measure(three[1], three[0], three[2]))
COUNTS = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(sorted)
SHARES = COUNTS.map(
    lambda pair: share(pair[0], max(pair[1], 1), pair[0] / pair[1] * 0.9, 1 - (1 - pair[0] / pair[1]) / 2)
)
ANY = st.one_of(KNOWN, SHARES, st.just(measure()), NUMBERS.map(lambda value: measure(value, no_interval=COUNTED)))


def negative(value: float | None) -> float | None:
    return None if value is None else -value


@given(ANY, ANY, st.booleans())
def test_swapping_the_two_mirrors_it(first: Measure, second: Measure, independent: bool) -> None:
    found, other = (difference(one, two, independent=independent) for one, two in ((first, second), (second, first)))
    assert (found.how, found.value) == (other.how, negative(other.value))
    for one, two in ((found.low, other.high), (found.high, other.low)):
        assert one == (None if two is None else pytest.approx(-two))


@given(ANY)
def test_the_same_files_differ_in_nothing(one: Measure) -> None:
    assert unchanged(one, one).value in (None, 0)


def owner(names: list[str], kind: KeyKind = KeyKind.HANDLE, whole: bool = True) -> Dossiers:
    listed = followers(names)
    listed = replace(listed, key_kind=listed.key_kind * 0 + int(kind))
    completeness = Completeness.ALL if whole else Completeness.TOP
    known = table(
        "coverage", 1, table=[TableName.EDGES], direction=[Direction.IN], completeness=[completeness],
    )  # fmt: skip
    return dossier(listed, known)


def both(first: Dossiers, second: Dossiers) -> Turnover:
    found = compare((first, analyze_one(first)), (second, analyze_one(second)))
    assert found.one_profile and found.turnover is not None
    return found.turnover


def test_who_came_and_who_went() -> None:
    found = both(owner(["ann", "ben", "cleo"]), owner(["cleo", "ann", "dora", "bob"]))
    assert (found.stayed, found.came, found.went, found.reason) == (2, ("bob", "dora"), ("ben",), None)


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (owner(["ann"], whole=False), "compare.not_whole"),
        (dossier(), "compare.no_list"),
        (owner(["ann"], kind=KeyKind.ID), "compare.other_keys"),
    ],
    ids=["a part of a list", "no list", "other keys"],
)
def test_nobody_came_or_went_where_the_lists_cannot_tell(second: Dossiers, reason: str) -> None:
    if reason == "compare.not_whole":
        second = dossier(
            followers(["ann"]),
            table("coverage", 1, table=[TableName.EDGES], direction=[Direction.IN], completeness=[Completeness.TOP]),
            table("profile", 1, followers=[9]),
        )
    found = both(owner(["ann", "ben"]), second)
    assert found.reason is not None and found.reason.key == reason
    assert (found.stayed, found.came, found.went) == (0, (), ())


def finding(status: FindingStatus, *days: tuple[str, str]) -> Finding:
    spans = tuple(Span(start=date.fromisoformat(a), end=date.fromisoformat(b)) for a, b in days)
    return Finding(code="GRO101", family="growth", status=status, title=msg("rule.GRO101.title"), days=spans)


FEBRUARY, JUNE = ("2026-02-12", "2026-02-14"), ("2026-06-03", "2026-06-04")


def with_finding(results: Results, found: Finding, start: str, end: str) -> Results:
    window = {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}
    return replace(results, findings=(found,), profile=replace(results.profile, **window))


@pytest.mark.parametrize(
    ("first", "second", "became", "mirrored"),
    [
        (finding("flagged", FEBRUARY), finding("flagged", FEBRUARY, JUNE), "stayed", "stayed"),
        (finding("flagged", FEBRUARY), finding("flagged", JUNE), "other days", "other days"),
        (finding("flagged", JUNE), finding("clear"), "went", "came"),
        (finding("flagged", FEBRUARY), finding("clear"), "out of sight", "into sight"),
        (finding("flagged", JUNE), finding("unknown"), "not looked at", "looked at"),
    ],
    ids=["stayed", "other days", "went", "out of sight", "not looked at"],
)
def test_what_became_of_a_flag(first: Finding, second: Finding, became: str, mirrored: str) -> None:
    dossiers = owner(["ann"])
    known = analyze_one(dossiers)
    one = with_finding(known, first, "2025-10-01", "2026-09-30")
    other = with_finding(known, second, "2026-04-01", "2026-12-31")
    there = compare((dossiers, one), (dossiers, other)).changes
    back = compare((dossiers, other), (dossiers, one)).changes
    assert [change.became for change in (*there, *back)] == [became, mirrored]
    assert isinstance(there[0], Change) and there[0].first == first


def test_two_profiles_have_no_turnover_and_no_changes() -> None:
    one, other = owner(["ann"]), owner(["ben"])
    other = replace(other, people=replace(people(), handle=one.people.platform))
    found = compare((one, analyze_one(one)), (other, analyze_one(other)))
    assert (found.one_profile, found.turnover, found.changes) == (False, None, ())
