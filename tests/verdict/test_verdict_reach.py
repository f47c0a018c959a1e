"""Real reach: each bound alone, together, and where they contradict each other."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import METHOD
from made import absent, known, measures, with_limits
from reachcheck.message import Message, msg
from reachcheck.results.measure import Measure
from reachcheck.results.verdict import Bound, Composition, RealReach
from reachcheck.verdict.reach import composition, reach_gap, real_reach

COUNT = known("followers_count", 1000.0)
STRONG = METHOD.verdict.strong_pieces
"""Pieces of evidence with which the reading of steps may set an end."""
UNLISTED = (msg("note.responders_unlisted"),)


def reach(*given: Measure) -> RealReach:
    found = real_reach(measures(COUNT, responders(0.0), *given), METHOD, STRONG)
    assert found is not None
    return found


def ends(*given: Measure) -> tuple[float, float]:
    return reach(*given).low, reach(*given).high


def bound(measure: str, *given: Measure, side: str | None = None) -> Bound:
    (found,) = (b for b in reach(*given).bounds if b.measure == measure and side in (None, b.side))
    return found


def reasons(*given: Measure) -> dict[tuple[str, str], str]:
    return {(b.side, b.measure): b.reason.key.removeprefix("bound.") for b in reach(*given).bounds if b.reason}


def gap(*given: Measure) -> Measure:
    return reach_gap(measures(COUNT, *given), METHOD)


def responders(n: float, notes: tuple[Message, ...] = ()) -> Measure:
    return known("distinct_responders", n, notes=notes)


def responsive(value: float, low: float | None, high: float | None = None) -> Measure:
    return known("responsive_population", value, low=low, high=high)


def listed(k: float | None, value: float = 1.0) -> Measure:
    return known("list_completeness", value, k=k, n=1000.0)


def silent(low: float | None) -> Measure:
    return known("silent_newcomers", 0.0, low=low)


# ------------------------------------------------------------------------------------------------ nothing known


def test_without_a_count_there_is_nothing_to_bound() -> None:
    assert real_reach(measures(responders(5.0)), METHOD, 0) is None
    found = reach_gap(measures(responders(5.0)), METHOD)
    assert (found.status, found.value, found.reason) == ("unknown", None, msg("unknown.no_count"))
    assert found.no_interval is None


def test_without_evidence_it_is_anything_up_to_the_count() -> None:
    assert reach() == RealReach(
        low=0.0,
        high=1000.0,
        bounds=(
            Bound(
                side="lower",
                value=0.0,
                kind="fact",
                measure="followers_count",
                text=msg("bound.nothing"),
                used=True,
                reason=msg("bound.sets_the_end"),
            ),
            Bound(
                side="upper",
                value=1000.0,
                kind="fact",
                measure="followers_count",
                text=msg("bound.count"),
                used=True,
                reason=msg("bound.sets_the_end"),
            ),
        ),
    )


def test_a_count_of_nobody_is_a_count() -> None:
    found = real_reach(measures(known("followers_count", 0.0)), METHOD, 0)
    assert found is not None
    assert (found.low, found.high) == (0.0, 0.0)


def test_the_gap_is_a_measure_of_the_data() -> None:
    found = gap()
    assert (found.id, found.family, found.unit, found.denominator) == ("reach_gap", "data", "people", "none")
    assert (found.status, found.value, found.reason) == ("known", 0.0, None)
    assert found.no_interval == msg("no_interval.counted")


# ------------------------------------------------------------------------------------------------ lower ends


def test_listed_followers_who_responded_are_there() -> None:
    assert ends(responders(120.0)) == (120.0, 1000.0)
    found = bound("distinct_responders", responders(120.0))
    assert (found.side, found.value, found.kind, found.reading) == ("lower", 120.0, "fact", None)
    assert (found.text, found.used) == (msg("bound.responders", n=120.0), True)


@pytest.mark.parametrize("given", [responders(0.0), responders(120.0, UNLISTED), absent("distinct_responders")])
def test_nobody_or_people_who_may_be_strangers_are_no_bound(given: Measure) -> None:
    assert ends(given) == (0.0, 1000.0)
    assert len(reach(given).bounds) == 2


def test_responders_outside_the_list_do_not_spoil_those_inside() -> None:
    assert ends(responders(120.0, (msg("note.responders_outside", n=3),))) == (120.0, 1000.0)


def test_those_who_would_respond_at_the_low_end_rounded_down() -> None:
    given = responsive(300.5, 219.9, 400.0)
    assert ends(given) == (219, 1000.0)
    found = bound("responsive_population", given)
    assert (found.side, found.kind, found.used) == ("lower", "estimate", True)
    assert found.text == msg("bound.responsive", n=300.5, low=219.9, high=400.0)
    assert bound("responsive_population", responsive(300.5, 219.9)).text.params["high"] == 300.5


@pytest.mark.parametrize(
    "given",
    [(responsive(300.0, None),), (responsive(0.0, 0.0),), (responsive(300.0, 219.0), responders(9.0, UNLISTED))],
)
def test_no_estimate_without_a_low_end_a_list_or_anybody(given: tuple[Measure, ...]) -> None:
    assert ends(*given) == (0.0, 1000.0)
    assert len(reach(*given).bounds) == 2


def test_an_estimate_stands_where_it_is_not_said_that_responders_are_unlisted() -> None:
    assert ends(responsive(1.0, 1.0)) == (1, 1000.0)


def test_a_share_of_the_likes_of_a_modest_post_is_a_reading() -> None:
    given = known("typical_likes", 43.0)
    assert ends(given) == (10, 1000.0)  # a quarter, rounded down
    found = bound("typical_likes", given)
    assert (found.side, found.kind, found.used) == ("lower", "reading", True)
    assert found.text == msg("bound.likes", likes=43.0, share=0.25)
    assert found.reading == msg("reading.likes", share=0.25)


@pytest.mark.parametrize(("likes", "low"), [(3.99, 0.0), (4.0, 1), (0.0, 0.0)])
def test_less_than_one_person_is_no_reading(likes: float, low: float) -> None:
    given = known("typical_likes", likes)
    assert ends(given) == (low, 1000.0)
    assert len(reach(given).bounds) == (3 if low else 2)


def test_the_share_of_likes_is_the_methods() -> None:
    found = real_reach(
        measures(COUNT, known("typical_likes", 40.0)), with_limits("engagement", likes_from_followers=0.5), 0
    )
    assert found is not None
    assert found.low == 20


def test_the_greatest_lower_end_counts() -> None:
    likes = known("typical_likes", 800.0)
    assert ends(responders(120.0), responsive(200.0, 150.0), likes) == (200, 1000.0)
    assert ends(responders(120.0), responsive(300.0, 250.0), likes) == (250, 1000.0)
    assert ends(responders(260.0), responsive(300.0, 250.0), likes) == (260.0, 1000.0)
    assert reasons(responders(120.0), responsive(300.0, 250.0), likes) == {
        ("lower", "distinct_responders"): "another_is_tighter",
        ("lower", "responsive_population"): "sets_the_end",
        ("lower", "typical_likes"): "another_is_tighter",
        ("lower", "followers_count"): "another_is_tighter",
        ("upper", "followers_count"): "sets_the_end",
    }


def test_of_equal_bounds_the_counted_one_sets_the_end() -> None:
    found = reach(responders(150.0), responsive(200.0, 150.0))
    assert [(b.measure, b.used) for b in found.bounds if b.side == "lower"] == [
        ("distinct_responders", True),
        ("responsive_population", False),
        ("followers_count", False),
    ]


# ------------------------------------------------------------------------------------------------ upper ends


@pytest.mark.parametrize(
    ("given", "high"),
    [
        (listed(995.0, 0.995), 995.0),
        (listed(990.0, 0.99), 990.0),
        (listed(989.0, 0.989), 1000.0),
        (listed(1000.0), 1000.0),
        (listed(None), 1000.0),
    ],
)
def test_a_complete_list_bounds_from_above(given: Measure, high: float) -> None:
    assert ends(given) == (0.0, high)
    if high < 1000:
        found = bound("list_completeness", given)
        assert (found.side, found.kind, found.value, found.used) == ("upper", "fact", high, True)
        assert found.text == msg("bound.listed", n=high)
        assert reasons(given)["upper", "followers_count"] == "another_is_tighter"
    else:
        assert len(reach(given).bounds) == 2


def test_the_hollow_share_at_its_low_end_rounded_up() -> None:
    given = known("hollow_share", 0.5, low=0.3333, high=0.6)
    assert ends(given) == (0.0, 667)
    found = bound("hollow_share", given)
    assert (found.side, found.kind, found.text) == (
        "upper",
        "estimate",
        msg("bound.hollow", n=1000.0, hollow=333.0, share=0.3333, of=1000.0),
    )
    assert ends(known("hollow_share", 0.5)) == (0.0, 1000.0)
    assert ends(known("hollow_share", 0.5, low=0.4, high=0.6, n=500.0)) == (0.0, 800)
    none = reach(known("hollow_share", 0.0, low=0.0, high=0.4))
    assert all(each.measure != "hollow_share" for each in none.bounds)


def test_silent_newcomers_are_taken_off_under_a_reading() -> None:
    assert ends(silent(579.5)) == (0.0, 421)
    found = bound("silent_newcomers", silent(579.5))
    assert (found.side, found.kind) == ("upper", "reading")
    assert (found.text, found.reading) == (msg("bound.steps", n=1000.0, silent=579), msg("reading.steps"))


@pytest.mark.parametrize("low", [None, 0.0, -1.0])
def test_without_silent_newcomers_nobody_is_taken_off(low: float | None) -> None:
    assert ends(silent(low)) == (0.0, 1000.0)
    assert len(reach(silent(low)).bounds) == 2


def test_a_step_and_a_share_of_the_same_followers_are_not_both_taken_off() -> None:
    assert ends(silent(500.0), known("hollow_share", 0.5, low=0.4)) == (0.0, 500)
    assert ends(silent(300.0), known("hollow_share", 0.5, low=0.4)) == (0.0, 600)


def test_the_least_upper_end_counts() -> None:
    given = (responders(100.0), listed(995.0, 0.995), silent(400.0))
    assert ends(*given) == (100.0, 600)
    assert reasons(*given) == {
        ("lower", "distinct_responders"): "sets_the_end",
        ("lower", "followers_count"): "another_is_tighter",
        ("upper", "followers_count"): "another_is_tighter",
        ("upper", "list_completeness"): "another_is_tighter",
        ("upper", "silent_newcomers"): "sets_the_end",
    }


@pytest.mark.parametrize(("low", "bounds", "high"), [(0.5, 3, 1000), (1.0, 3, 999), (1.5, 3, 999)])
def test_one_silent_newcomer_is_one_less_and_half_a_one_is_none(low: float, bounds: int, high: float) -> None:
    assert (len(reach(silent(low)).bounds), ends(silent(low))) == (bounds, (0.0, high))


# ------------------------------------------------------------------------------------------------ contradictions


def test_a_bound_at_the_other_end_does_not_contradict_it() -> None:
    given = (responders(600.0), responsive(700.0, 600.0), silent(400.0), known("hollow_share", 0.5, low=0.4))
    assert ends(*given) == (600.0, 600)
    assert reasons(*given)["lower", "responsive_population"] == "another_is_tighter"
    assert reasons(*given)["upper", "silent_newcomers"] == "another_is_tighter"
    assert reasons(*given)["upper", "hollow_share"] == "sets_the_end"


def test_ends_that_meet_do_not_contradict() -> None:
    given = (responders(600.0), silent(400.0))
    assert ends(*given) == (600.0, 600)
    assert gap(*given).value == 0.0


def test_estimates_that_cross_open_the_interval_to_what_was_counted() -> None:
    given = (responders(100.0), responsive(700.0, 625.0), known("hollow_share", 0.5, low=0.4))
    assert gap(*given).value == 25.0
    assert ends(*given) == (100.0, 1000.0)
    assert reasons(*given) == {
        ("lower", "distinct_responders"): "sets_the_end",
        ("lower", "responsive_population"): "contradicts",
        ("lower", "followers_count"): "another_is_tighter",
        ("upper", "followers_count"): "sets_the_end",
        ("upper", "hollow_share"): "contradicts",
    }


def test_ends_that_cross_by_one_person_cross() -> None:
    given = (responders(100.0), responsive(700.0, 601.0), known("hollow_share", 0.5, low=0.4))
    assert (gap(*given).value, ends(*given)) == (1.0, (100.0, 1000.0))


# ------------------------------------------------------------------------------------------------ readings


def test_one_piece_of_evidence_lets_no_reading_of_steps_set_an_end() -> None:
    made = measures(COUNT, silent(400.0), responders(0.0))
    for pieces, high in ((0, 1000.0), (1, 1000.0), (2, 600), (3, 600)):
        found = real_reach(made, METHOD, pieces)
        assert found is not None
        assert found.high == high
    (left,) = (b for b in real_reach(made, METHOD, 1).bounds if b.kind == "reading")  # type: ignore[union-attr]
    assert (left.value, left.used, left.reason) == (600, False, msg("bound.one_piece"))


def test_steps_of_people_whose_own_figures_look_like_anybodys_are_not_taken_for_nobody() -> None:
    least = METHOD.verdict.hollow_some
    for low, high in ((0.0, 1000.0), (least - 0.001, 1000.0), (least, 600)):
        shown = known("hollow_share", low, low=low, high=0.9, n=1000.0)
        assert ends(silent(400.0), shown)[1] == min(high, math.ceil(1000.0 - 1000.0 * low))
    told = reasons(silent(400.0), known("hollow_share", 0.0, low=0.0, high=0.9, n=1000.0))
    assert told["upper", "silent_newcomers"] == "figures_disagree"
    assert ends(silent(400.0), absent("hollow_share")) == (0.0, 600)


def test_where_nobody_knows_who_responded_steps_are_nobody_only_beside_as_many_such_figures_as_speak_alone() -> None:
    least, unnamed = METHOD.verdict.hollow_least, absent("distinct_responders")
    for low, high in ((least - 0.001, 851), (least, 600)):
        assert ends(silent(400.0), unnamed, known("hollow_share", low, low=low, high=0.9, n=1000.0))[1] == high
    assert ends(silent(400.0), unnamed) == (0.0, 1000.0)
    assert reasons(silent(400.0), unnamed)["upper", "silent_newcomers"] == "nobody_named"


def test_the_ends_without_readings_stand_beside_those_with_them() -> None:
    assert reach(silent(400.0)).without_readings == (0.0, 1000.0)
    assert reach(responders(100.0), known("typical_likes", 1200.0)).without_readings == (100.0, 1000.0)
    for others in ((responders(100.0),), (responders(400.0), known("typical_likes", 1200.0))):
        assert reach(*others).without_readings is None  # no reading, or one that moves no end


def test_two_readings_that_exclude_each_other_are_both_left_aside() -> None:
    given = (responders(100.0), known("typical_likes", 2404.0), silent(400.0))
    assert (gap(*given).value, ends(*given)) == (0.0, (100.0, 1000.0))
    told = reasons(*given)
    assert told["lower", "typical_likes"] == told["upper", "silent_newcomers"] == "readings_contradict"
    assert ends(responders(100.0), known("typical_likes", 2400.0), silent(400.0)) == (600, 600)


def test_a_reading_that_contradicts_what_was_counted_is_left_aside() -> None:
    assert gap(known("typical_likes", 8000.0)).value == 0.0, "a reading above the count refutes itself"
    assert len(reach(known("typical_likes", 8000.0)).bounds) == 2
    assert ends(known("typical_likes", 4000.0)) == (1000.0, 1000.0)
    given = (responders(700.0), silent(400.0))
    assert (gap(*given).value, ends(*given)) == (0.0, (700.0, 1000.0))
    assert reasons(*given)["upper", "silent_newcomers"] == "contradicts"
    few = (known("typical_likes", 3600.0), known("hollow_share", 0.5, low=0.4))
    assert (gap(*few).value, ends(*few)) == (0.0, (0.0, 600))
    assert reasons(*few)["lower", "typical_likes"] == "contradicts"


def test_counted_responders_above_a_complete_list_are_kept() -> None:
    given = (responders(997.0), listed(995.0, 0.995))
    assert (gap(*given).value, ends(*given)) == (2.0, (997.0, 997.0))


def test_more_responders_than_the_count_are_the_count_at_most() -> None:
    assert gap(responders(1200.0)).value == 200.0
    assert ends(responders(1200.0)) == (1000.0, 1000.0)


people = st.integers(0, 1500).map(float)


def maybe(name: str, **column: str) -> st.SearchStrategy[Measure]:
    return people.map(lambda n: known(name, n, **dict.fromkeys(column, n)))


@settings(deadline=None, max_examples=100)
@given(
    st.one_of(st.just(absent("distinct_responders")), maybe("distinct_responders")),
    st.one_of(st.just(absent("responsive_population")), maybe("responsive_population", low="x")),
    st.one_of(st.just(absent("typical_likes")), maybe("typical_likes")),
    st.one_of(st.just(absent("silent_newcomers")), maybe("silent_newcomers", low="x")),
    st.integers(0, 1500).map(float),
)
def test_the_interval_is_ordered_inside_the_count_and_keeps_what_was_counted(
    seen: Measure, more: Measure, likes: Measure, gone: Measure, count: float
) -> None:
    given_ = measures(known("followers_count", count), seen, more, likes, gone)
    found, crossed = real_reach(given_, METHOD, STRONG), reach_gap(given_, METHOD).value
    assert found is not None
    assert 0 <= found.low <= found.high <= count
    assert found.low >= min(seen.value or 0.0, count)
    sure = [b for b in found.bounds if b.kind != "reading"]
    lower = max(b.value for b in sure if b.side == "lower")
    upper = min(b.value for b in sure if b.side == "upper")
    assert crossed == max(lower - upper, 0.0)
    assert sum(b.used for b in found.bounds) == 2
    assert all(b.reason is not None for b in found.bounds)
    for each in (b for b in found.bounds if b.kind == "reading" and b.used):
        assert each.value in (found.low, found.high)
    if crossed == 0.0:
        assert (found.low >= lower, found.high <= upper) == (True, True)


# ------------------------------------------------------------------------------------------------ composition


def test_who_is_there_is_as_known_as_the_hollow_share() -> None:
    given = known("hollow_share", 0.4, low=0.3, high=0.5)
    assert composition(measures(given)) == Composition(status="known", low=0.3, high=0.5)
    said = msg("unknown.hollow_share")
    assert composition(measures(absent("hollow_share", reason=said))) == Composition(status="unknown", reason=said)
    assert composition(measures(replace(given, status="unknown"))).status == "unknown"
