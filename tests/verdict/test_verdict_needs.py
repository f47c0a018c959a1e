"""Needs: met, not met or unknown by hand-made intervals; unknown is never a no, and no total hides it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import absent, known, measures
from reachcheck.message import msg
from reachcheck.results.measure import Measure
from reachcheck.results.need import Checked, Criterion, Need
from reachcheck.results.verdict import RealReach
from reachcheck.verdict.needs import check, total

SHARE = "comments_answered_share"


def criterion(name: str = "c", measure: str = SHARE, **asked: Any) -> Criterion:
    return Criterion(name=name, measure=measure, purpose={"": "why"}, **asked)


def looked(
    wanted: Criterion, *given: Measure, reach: RealReach | None = None, withheld: tuple[str, ...] = ()
) -> Checked:
    (found,) = check(Need(name="n", title={"": "n"}, criteria=(wanted,)), measures(*given), reach, withheld)
    return found


def between(low: float | None, high: float | None, value: float | None = None) -> Measure:
    return replace(known(SHARE, 0.0), value=value, low=low, high=high)


@pytest.mark.parametrize(
    ("low", "high", "least", "most"),
    [
        (0.5, 0.7, "met", "not met"),
        (0.3, 0.7, "met", "unknown"),
        (0.3, 0.3, "met", "met"),
        (0.2999999, 0.3, "unknown", "met"),
        (0.1, 0.3, "unknown", "met"),
        (0.1, 0.2999999, "not met", "met"),
        (0.1, 0.5, "unknown", "unknown"),
        (0.5, None, "met", "not met"),
        (0.1, None, "unknown", "unknown"),
        (None, 0.2, "not met", "met"),
        (None, 0.5, "unknown", "unknown"),
    ],
)
def test_the_whole_interval_decides(low: float | None, high: float | None, least: str, most: str) -> None:
    found = between(low, high, 0.4)
    assert looked(criterion(at_least=0.3), found).status == least
    assert looked(criterion(at_most=0.3), found).status == most
    for asked in (criterion(at_least=0.3), criterion(at_most=0.3)):
        one = looked(asked, found)
        assert (one.reason == msg("need.between")) == (one.status == "unknown")
        assert one.found is found and one.exports == one.withheld == ()


def test_what_was_counted_is_an_interval_of_one_value() -> None:
    counted = known("weeks_with_a_post", 0.25, n=20.0, no_interval=msg("no_interval.counted"))
    asked = criterion(measure="weeks_with_a_post", at_least=0.25)
    assert looked(asked, counted).status == "met"
    assert looked(asked, replace(counted, value=0.2499)).status == "not met"
    assert looked(replace(asked, least_n=20.0), counted).status == "met"
    few = looked(replace(asked, least_n=21.0), counted)
    assert (few.status, few.reason) == ("unknown", msg("need.few", n=20.0, at_least=21.0))
    assert looked(replace(asked, least_n=1.0), replace(counted, n=None)).status == "unknown"


def test_too_few_rows_for_an_interval_tell_nothing() -> None:
    few = known(SHARE, 0.9, n=2.0, no_interval=msg("no_interval.too_few"))
    found = looked(criterion(at_least=0.3), few)
    assert (found.status, found.reason) == ("unknown", msg("no_interval.too_few"))


def test_unknown_has_the_reason_of_the_measure_and_the_exports_that_would_tell() -> None:
    why = msg("unknown.absent", export="responses")
    found = looked(criterion(at_least=0.3), absent(SHARE, "responses", "owner_answers", reason=why))
    assert (found.status, found.reason, found.exports) == ("unknown", why, ("responses", "owner_answers"))


def test_what_the_platform_gives_to_nobody_is_told_as_such() -> None:
    found = looked(criterion(at_least=0.3), absent(SHARE, "responses", "owner_answers"), withheld=("responses",))
    assert (found.status, found.exports, found.withheld) == ("unknown", (), ("responses",))


def test_real_reach_is_looked_at_as_an_interval() -> None:
    reach = RealReach(low=127.0, high=418.0, bounds=())
    sides = {limit: looked(criterion(measure="real_reach", at_least=limit), reach=reach).status for limit in LIMITS}
    assert sides == {127.0: "met", 128.0: "unknown", 418.0: "unknown", 419.0: "not met"}
    missing = looked(criterion(measure="real_reach", at_least=1.0))
    assert (missing.status, missing.reason, missing.exports) == ("unknown", msg("unknown.no_count"), ("profile",))


LIMITS = (127.0, 128.0, 418.0, 419.0)


@pytest.mark.parametrize("network", ["edge_reciprocity", "reciprocity_rho"])
def test_where_ties_are_mutual_by_design_reciprocity_is_unknown(network: str) -> None:
    by_design = absent("reciprocity_of_followers", reason=msg("unknown.mutual_by_design"))
    tied = known(network, 1.0, no_interval=msg("no_interval.counted"))
    for name, least in (("reciprocity_of_followers", 0.2), (network, 0.2), (network, 1.1)):
        found = looked(criterion(measure=name, at_least=least), by_design, tied)
        assert (found.status, found.reason) == ("unknown", msg("unknown.mutual_by_design"))
        assert found.found.value is None and found.exports == ()
    assert looked(criterion(measure=network, at_least=0.2), tied).status == "met"


numbers = st.floats(min_value=-1000, max_value=1000, allow_nan=False)


@given(st.tuples(numbers, numbers, numbers, numbers).map(sorted), numbers, st.booleans())
def test_what_is_told_stays_so_when_the_interval_narrows(ends: list[float], limit: float, least: bool) -> None:
    low, inner_low, inner_high, high = ends
    asked = criterion(at_least=limit) if least else criterion(at_most=limit)
    wide, narrow = looked(asked, between(low, high)).status, looked(asked, between(inner_low, inner_high)).status
    assert wide in (narrow, "unknown")


def test_a_total_keeps_what_is_unknown_apart() -> None:
    asked = [criterion(name, at_least=0.3) for name in "abc"]
    found = [looked(c, m) for c, m in zip(asked, (between(0.5, 0.6), between(0.1, 0.2), absent(SHARE)), strict=True)]
    assert [each.status for each in found] == ["met", "not met", "unknown"]
    equal = total(found, {"a": 1.0, "b": 1.0, "c": 2.0})
    assert (equal.low, equal.high) == (0.25, 0.75)
    known_only = total(found, {"a": 1.0, "b": 3.0, "c": 0.0})
    assert (known_only.low, known_only.high) == (0.25, 0.25)
    none_told = total([found[2]], {"c": 5.0})
    assert (none_told.low, none_told.high) == (0.0, 1.0)
