"""What all measures share: rounding, needs, unknown with its reason and cure."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build import METHOD, Direction, Dossiers, Metric, days, dossier, followers, measured, posts, responses
from reachcheck.measures.base import Context, Need, Spec, Values, measure, per_profile, present, rounded
from reachcheck.measures.count import FOLLOWERS_COUNT
from reachcheck.measures.registry import MEASURES
from reachcheck.message import msg
from reachcheck.model.columns import Bools, Text
from reachcheck.results.measure import Part

finite = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)


def one(value: float) -> float:
    return float(rounded(np.array([value]))[0])


# ------------------------------------------------------------------------------------------------ rounding


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (1 / 3, 0.333333333),
        (2 / 3, 0.666666667),
        (-2 / 3, -0.666666667),
        (123456789.4, 123456789.0),
        (1234567890.4, 1234567890.0),
        (1234567895.0, 1234567900.0),
        (999999999.6, 1000000000.0),
        (0.000123456789123, 0.000123456789),
        (9.999999999, 10.0),
        (1.0, 1.0),
        (0.0, 0.0),
    ],
)
def test_nine_significant_digits(value: float, kept: float) -> None:
    assert one(value) == kept


def test_missing_stays_missing_and_the_input_stays_as_it_is() -> None:
    given_ = np.array([np.nan, 1 / 3, np.inf, -np.inf])
    out = rounded(given_)
    assert math.isnan(out[0])
    assert out[1:].tolist() == [0.333333333, np.inf, -np.inf]
    assert given_[1] == 1 / 3
    assert len(rounded(np.array([]))) == 0


@settings(deadline=None)
@given(finite)
@example(5e-324)
@example(999999999.5)
def test_rounding_keeps_nine_digits_and_is_done_once(value: float) -> None:
    kept = one(value)
    assert kept == pytest.approx(value, rel=5e-9, abs=0)
    assert one(kept) == kept
    assert float(f"{kept:.9g}") == kept


@settings(deadline=None)
@given(st.lists(finite, max_size=20))
def test_each_number_is_rounded_by_itself(values: list[float]) -> None:
    assert rounded(np.array(values, dtype=np.float64)).tolist() == [one(value) for value in values]


def test_every_float_of_a_measure_is_rounded_and_its_parts_too() -> None:
    third = np.array([1 / 3])
    part = Part(kind="x", value=1 / 3, low=2 / 3, high=4 / 3, people=5 / 3, strength=7 / 3)
    bare = Part(kind="y")
    made = made_by(lambda c, w: Values(value=third, low=third, high=third, k=third, n=third, parts={0: (part, bare)}))
    assert (made.value, made.low, made.high, made.k, made.n) == (0.333333333,) * 5
    first, second = made.parts
    assert (first.value, first.low, first.high) == (0.333333333, 0.666666667, 1.33333333)
    assert (first.people, first.strength, first.kind) == (1.66666667, 2.33333333, "x")
    assert second == bare


# ------------------------------------------------------------------------------------------------ needs


def made_by(compute, dossiers: Dossiers | None = None, **spec):  # type: ignore[no-untyped-def]
    declared = Spec(
        **{"id": "m", "family": "data", "unit": "share", "denominator": "count", "needs": (), **spec}, compute=compute
    )
    alone = Context(dossiers=dossiers or dossier(), method=METHOD, done={})
    return measure(declared, replace(alone, done={"followers_count": measure(FOLLOWERS_COUNT, alone)})).one(0)


def test_a_measure_is_computed_only_where_its_needs_are_met() -> None:
    asked: list[Bools] = []

    def compute(context: Context, where: Bools) -> Values:
        asked.append(where)
        return Values(value=np.full(context.rows, 5.0), n=np.full(context.rows, 3.0))

    need = Need(export="followers", table="edges", columns=("peer",), direction=Direction.IN, at_least=2)
    for names, status in ((["a"], "unknown"), (["a", "b"], "known")):
        found = made_by(compute, dossier(followers(names)), needs=(need,))
        assert asked.pop().tolist() == [status == "known"]
        assert (found.status, found.value) == (status, 5.0 if status == "known" else None)
        assert found.n == (3.0 if status == "known" else None)


def test_the_first_lack_is_the_reason_and_all_are_asked_for() -> None:
    needs = (
        Need(export="posts", table="posts", at_least=3),
        Need(export="followers", table="edges"),
        Need(export="profile", table="profile"),
    )
    found = made_by(lambda c, w: Values(value=c.blank()), dossier(posts(["2026-01-01"] * 2)), needs=needs)
    assert found.reason == msg("unknown.too_few", export="posts", found=2, at_least=3)
    assert found.lacks == ("posts", "followers", "profile")


def test_nothing_at_all_is_said_otherwise_than_too_little() -> None:
    need = Need(export="posts", table="posts", columns=("likes",), at_least=3)
    assert need.lack(0) == msg("unknown.absent", export="posts")
    assert need.lack(1) == msg("unknown.too_few", export="posts", found=1, at_least=3)


@pytest.mark.parametrize(
    ("need", "rows"),
    [
        (Need(export="x", table="edges"), 6),
        (Need(export="x", table="edges", direction=Direction.IN), 4),
        (Need(export="x", table="edges", direction=Direction.OUT), 3),
        (Need(export="x", table="edges", columns=("peer",), direction=Direction.IN), 3),
        (Need(export="x", table="edges", columns=("peer", "since"), direction=Direction.IN), 2),
        (Need(export="x", table="edges", columns=("followers",), direction=Direction.IN), 1),
        (Need(export="x", table="edges", columns=("verified",), direction=Direction.IN), 1),
        (Need(export="x", table="posts"), 0),
    ],
)
def test_rows_that_a_need_can_use(need: Need, rows: int) -> None:
    inward = followers(
        ["a", "b", ""], since=["2026-01-01", None, None], followers=[None, 0, None], verified=[0, None, None]
    )
    both = followers(["m"], direction=Direction.MUTUAL, since=["2026-01-01"])
    made = dossier(inward, both, followers(["x", "y"], direction=Direction.OUT), mutual=1)
    assert need.rows(made).tolist() == [rows]


def test_ties_that_are_mutual_by_design_serve_only_where_they_are_the_audience() -> None:
    need = Need(export="x", table="edges", direction=Direction.IN)
    ties = followers(["m", "n"], direction=Direction.MUTUAL), followers(["a"])
    assert need.rows(dossier(*ties, mutual=1)).tolist() == [3]
    assert need.rows(dossier(*ties, mutual=0)).tolist() == [1]
    assert need.rows(dossier(*ties, mutual=-1)).tolist() == [1]
    two = Dossiers.join([dossier(*ties, mutual=0), dossier(*ties, mutual=1)])
    assert need.rows(two).tolist() == [1, 3]


def test_what_is_missing_in_a_column_of_any_kind() -> None:
    assert present(Text.of(["a", None, ""])).tolist() == [True, False, False]
    assert present(np.array(["2026-01-01", "NaT"], dtype="datetime64[s]")).tolist() == [True, False]
    assert present(np.array([0.0, np.nan])).tolist() == [True, False]
    assert present(np.array([0, -1], dtype=np.int8)).tolist() == [True, False]


# ------------------------------------------------------------------------------------------------ unknown


def test_a_value_that_cannot_be_told_has_the_kernels_reason_or_a_general_one() -> None:
    said = msg("unknown.no_growth")
    with_reason = made_by(lambda c, w: Values(value=c.blank(), reasons={0: said}, lacks={0: ("daily",)}))
    assert (with_reason.status, with_reason.reason, with_reason.lacks) == ("unknown", said, ("daily",))
    without = made_by(lambda c, w: Values(value=c.blank()))
    assert (without.status, without.reason, without.lacks) == ("unknown", msg("unknown.not_computable"), ())


def test_a_known_value_has_no_reason() -> None:
    found = made_by(lambda c, w: Values(value=np.array([0.0]), reasons={0: msg("unknown.no_growth")}))
    assert (found.status, found.value, found.reason) == ("known", 0.0, None)


def test_why_there_is_no_interval() -> None:
    zero, said = np.array([0.0]), msg("no_interval.counted")
    assert made_by(lambda c, w: Values(value=zero, no_interval=said)).no_interval == said
    assert made_by(lambda c, w: Values(value=zero)).no_interval == msg("no_interval.too_few")
    assert made_by(lambda c, w: Values(value=zero, low=zero, high=zero, no_interval=said)).no_interval is None
    assert made_by(lambda c, w: Values(value=c.blank(), no_interval=said)).no_interval is None


def test_what_bars_a_measure_comes_before_what_it_lacks() -> None:
    need = Need(export="posts", table="posts")
    said = msg("unknown.mutual_by_design")
    found = made_by(lambda c, w: Values(value=np.array([1.0])), needs=(need,), barred=lambda d: {0: said})
    assert (found.status, found.reason, found.lacks) == ("unknown", said, ())


def test_a_kernel_runs_where_it_may() -> None:
    context = Context(dossiers=Dossiers.join([dossier(), dossier()]), method=METHOD, done={})
    out = per_profile(context, np.array([False, True]), lambda i: (i, 2.0), 2)
    assert np.isnan(out[0]).all()
    assert out[1].tolist() == [1.0, 2.0]


def test_a_place_is_named_by_its_source() -> None:
    context = Context(dossiers=dossier(), method=METHOD, done={})
    assert context.place(0, 7) == "data.csv:7"
    assert context.place(-1, 7) == ""


# ------------------------------------------------------------------------------------------------ the registry


def test_names_are_unique_and_those_that_others_rely_on_are_there() -> None:
    names = [spec.id for spec in MEASURES]
    assert len(names) == len(set(names))
    assert set(names) >= {
        "engagement_rate_by_followers", "engagement_rate_by_reach", "engagement_rate_by_impressions",
        "reciprocity_of_followers", "reciprocity_of_following", "edge_reciprocity", "repeat_responder_rate",
        "responsive_population", "hollow_share", "unexplained_gain_share", "posting_regularity",
        "longest_silence_days", "responses_per_post", "comments_answered_share", "top_ten_response_share",
        "weeks_with_a_post", "explained_gain_share",
    }  # fmt: skip


def test_which_end_a_measure_could_move() -> None:
    moves = {spec.id: spec.moves for spec in MEASURES if spec.moves}
    assert moves == {
        "distinct_responders": "lower",
        "responsive_population": "lower",
        "typical_likes": "lower",
        "unexplained_gain_share": "upper",
        "silent_newcomers": "upper",
        "hollow_share": "upper",
    }


def test_what_nobody_is_asked_for() -> None:
    quiet = {spec.id for spec in MEASURES if not spec.asks}
    assert quiet == {
        "busy_follow_days", "circle_response_share", "clustering_by_chance", "clustering_coefficient",
        "core_by_chance", "days_until_mutual", "deepest_core", "edge_reciprocity", "effective_audience",
        "engagement_rate_by_impressions",
        "follow_for_follow_index", "followed_then_left", "follower_map", "largest_component_share",
        "likes_evenness", "monthly_return_rate", "owner_first_share", "posts_answered_without_ten", "posts_far_off",
        "reach_per_follower", "reciprocity_rho", "responses_after_step", "silent_followers_share",
        "smallest_visible_block", "stated_average_rate", "unfollowed_by_owner", "unfollowed_since",
    }  # fmt: skip


@pytest.mark.parametrize("name", [spec.id for spec in MEASURES])
def test_an_empty_dossier_knows_nothing_and_says_why(name: str) -> None:
    found = measured(dossier())[name]
    assert (found.status, found.value, found.low, found.high, found.k) == ("unknown", None, None, None, None)
    assert found.reason is not None
    assert found.reason != msg("unknown.not_computable")
    assert found.parts == ()


def test_unknown_measures_say_why_and_known_ones_have_an_interval_or_say_why_not() -> None:
    full = dossier(
        days("2026-01-01", [100.0 + 2 * i for i in range(60)]),
        days("2026-01-01", [50.0] * 60, Metric.REACH),
        followers([f"p{i}" for i in range(80)], since=["2026-01-01"] * 80, created_at=["2020-01-01"] * 80),
        posts([f"2026-01-{d:02d}" for d in range(1, 29)], likes=[10.0 + d % 3 for d in range(28)]),
        responses([(f"p{i % 20}", str(i % 7)) for i in range(90)]),
    )
    for found in measured(full).values():
        assert (found.reason is None) is (found.status == "known"), found.id
        has_interval = found.low is not None and found.high is not None
        assert (found.no_interval is None) is (has_interval or found.status == "unknown"), found.id
        if has_interval:
            assert found.low <= found.value <= found.high, found.id
