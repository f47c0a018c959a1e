"""Responses after a step of growth, and accounts reached for each follower, by hand."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from build import EASY, Metric, days, dossier, measured, posts, table
from made import absent, check, known, part
from reachcheck.message import msg
from reachcheck.model.enums import Kind
from reachcheck.model.tables import Table
from reachcheck.results.measure import Measure

STEP = 60
AFTER = "responses_after_step"
REACHED = "reach_per_follower"
START = np.datetime64("2026-01-01", "D")


def grown(gain: float, extra: tuple[tuple[int, float], ...] = ()) -> Table:
    """A level of 1,000 that gains 2 a day, and so many more on one day."""
    gains = np.full(150, 2.0)
    gains[STEP] += gain
    for day, more in extra:
        gains[day] += more
    return days("2026-01-01", (1000 + np.cumsum(gains)).tolist())


def published(at: list[int], likes: list[float | None]) -> Table:
    return posts([str(START + day) for day in at], likes=likes)


def with_step(before: list[float | None], after: list[float | None], gain: float = 1000, **more: object) -> Measure:
    at = [STEP - 3 * n for n in range(len(before), 0, -1)] + [STEP + 3 * n for n in range(1, len(after) + 1)]
    return measured(dossier(grown(gain, **more), published(at, [*before, *after])), method=EASY)[AFTER]  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ after a step


def test_newcomers_who_respond_like_the_others_are_not_said_to_respond_less() -> None:
    found = with_step([40.0, 50, 60, 45, 55, 50, 48, 52], [80.0, 100, 120, 90, 110, 100, 96, 104])
    assert [p.kind for p in found.parts] == ["open"]
    assert found.value == pytest.approx(101 / 51, rel=0.02)
    assert found.parts[0].note is not None
    assert found.parts[0].note.key == "step.responses_open"


def test_likes_taken_back_are_a_post_without_any() -> None:
    # a platform that tells net figures may state less than none
    before, after = [40.0, 50, 60, 45, 55, 50], [80.0, 100, 120, 90, 110, 100]
    none, net = (with_step([least, *before], [*after, least]) for least in (0.0, -1.0))
    assert (net.value, net.parts) == (none.value, none.parts)
    assert with_step([-2.0, *before], after).known


def test_a_reading_of_no_followers_within_a_step_is_no_level_to_divide_by() -> None:
    gains = np.random.default_rng(0).integers(1, 4, 202)
    gains[199:] = 728, 1408, 45331
    level = 100 + np.cumsum(gains)
    level[199] = 0
    posted = posts([str(START + i) for i in range(0, 260, 4)], likes=[40.0] * 65)
    figures = days("2026-01-01", level.tolist()), days("2026-01-01", gains.tolist(), Metric.GAINED)
    assert all(math.isfinite(p.value) for p in measured(dossier(*figures, posted))[AFTER].parts if p.value is not None)


def test_a_difference_that_chance_can_make_is_open() -> None:
    found = with_step([20.0, 90, 50, 30, 70, 60], [60.0, 40, 120, 25, 80, 90], gain=400)
    assert [p.kind for p in found.parts] == ["open"]


def test_responses_that_stay_as_they_were_are_less_than_newcomers_like_the_others_would_give() -> None:
    found = with_step([49.0] * 6, [49.0] * 6)
    (part,) = found.parts
    assert (part.kind, part.start, part.end) == ("less", date(2026, 3, 2), date(2026, 3, 2))
    assert (part.value, part.low, part.high) == (1.0, 1.0, 1.0)
    assert part.note is not None
    # 1,120 the day before, and 1,002 of that day
    said = {"before": 6, "after": 6, "ratio": 1.0, "low": 1.0, "high": 1.0, "expected": round(1 + 1002 / 1120, 6)}
    assert part.note == msg("step.responses_less", **said, start=part.start, end=part.end)
    assert part.evidence == tuple(f"data.csv:{row}" for row in range(2, 14))
    assert (found.value, found.low, found.high, found.n) == (1.0, 1.0, 1.0, 12.0)
    assert (found.unit, found.denominator) == ("ratio", "responses_before")


def test_the_ratio_is_the_middle_of_all_ratios_with_limits_among_them() -> None:
    # On the scale of 1 + responses: 10, 20, 40, 80, 160, 320 before, three times as many after
    before = [9.0, 19, 39, 79, 159, 319]
    found = with_step(before, [3 * x + 2 for x in before])
    ratios = np.sort(np.divide.outer(3 * (1 + np.array(before)), 1 + np.array(before)), axis=None)
    # Six and six: the sixth from either end
    assert found.value == pytest.approx(3.0)
    assert (found.low, found.high) == (pytest.approx(ratios[5]), pytest.approx(ratios[-6]))


@pytest.mark.parametrize(("before", "after"), [(5, 9), (9, 5)])
def test_with_few_posts_on_a_side_it_is_unknown(before: int, after: int) -> None:
    found = with_step([50.0] * before, [50.0] * after)
    assert (found.reason, found.parts) == (msg("unknown.no_posts_around", at_least=6), ())


def test_no_more_than_ten_posts_on_a_side_and_none_of_the_step_count() -> None:
    at = [*range(STEP - 12, STEP), STEP, *range(STEP + 1, STEP + 13)]
    likes: list[float | None] = [999.0, 999, *[49.0] * 10, 5.0, *[49.0] * 10, 999, 999]
    (part,) = measured(dossier(grown(1000), published(at, likes)), method=EASY)[AFTER].parts
    assert (part.value, part.low, part.high, len(part.evidence)) == (1.0, 1.0, 1.0, 20)
    assert f"data.csv:{2 + 12}" not in part.evidence


def test_posts_beyond_the_next_step_or_half_a_year_away_do_not_count() -> None:
    likes = [49.0] * 12
    near = [*range(STEP - 6, STEP), *range(STEP + 1, STEP + 7)]
    other = grown(1000, ((STEP + 4, 1500.0),))
    first = measured(dossier(other, published(near, likes)), method=EASY)[AFTER]
    assert first.reason == msg("unknown.no_posts_around", at_least=6)
    far = [STEP - 181, *range(STEP - 5, STEP), *range(STEP + 1, STEP + 7)]
    assert measured(dossier(grown(1000), published(far, likes)), method=EASY)[AFTER].value is None
    edge = [STEP - 179, *range(STEP - 5, STEP), *range(STEP + 1, STEP + 7)]
    assert measured(dossier(grown(1000), published(edge, likes)), method=EASY)[AFTER].value == 1.0


def test_the_largest_step_is_told_first_and_all_are_parts() -> None:
    at = [*range(STEP - 6, STEP), *range(STEP + 1, STEP + 7), *range(STEP + 41, STEP + 47)]
    likes = [49.0] * 6 + [99.0] * 6 + [399.0] * 6
    found = measured(dossier(grown(500, ((STEP + 40, 1500.0),)), published(at, likes)), method=EASY)[AFTER]
    assert [p.value for p in found.parts] == [2.0, 4.0]
    assert found.value == 4.0


def test_without_a_step_or_without_growth_it_says_so() -> None:
    even = days("2026-01-01", (1000 + 2.0 * np.arange(150)).tolist())
    assert measured(dossier(even, published([3, 9], [1.0, 2.0])), method=EASY)[AFTER].reason == msg("unknown.no_step")
    assert measured(dossier(published([3, 9], [1.0, 2.0])))[AFTER].reason == msg("unknown.no_growth")


def test_it_is_told_beside_the_step_of_the_same_days_and_is_no_finding_of_its_own() -> None:
    note, lost = msg("step.responses_less"), msg("step.lost")
    step = part("unexplained", value=400.0, people=300.0, details=(lost,))
    other = part("less", start=date(2026, 2, 5), end=date(2026, 2, 5), note=msg("step.responses_open"))
    compared = known(AFTER, 1.0, parts=(other, part("less", note=note)))
    found = check("GRO101", known("growth_steps", 1.0, n=60.0, parts=(step,)), compared)
    alone = check("GRO101", known("growth_steps", 1.0, n=60.0, parts=(step,)))
    assert found.details == (lost, note)
    assert alone == replace(found, details=(lost,))
    unsaid = known(AFTER, 1.0, parts=(part("less"),))
    assert check("GRO101", known("growth_steps", 1.0, n=60.0, parts=(step,)), unsaid).details == (lost,)
    explained = known("growth_steps", 1.0, n=60.0, parts=(replace(step, kind="explained"),))
    assert check("GRO101", explained, compared).status == "clear"
    assert (absent(AFTER).family, absent(AFTER).asked) == ("growth", False)


# ------------------------------------------------------------------------------------------------ accounts reached


def reached(*tables: Table, followers: float | None = 200.0) -> Measure:
    profile = table("profile", 1, followers=[followers], as_of=["2026-09-30"])
    return measured(dossier(profile, *tables))[REACHED]


def reach_by_day(values: list[float | None], apart: int = 1) -> Table:
    at = [str(START + apart * n) for n in range(len(values))]
    columns = {"metric": [Metric.REACH] * len(values), "kind": [Kind.FLOW_GROSS] * len(values)}
    return table("daily", len(values), date=at, value=values, **columns)


def test_accounts_reached_by_the_middle_post_over_the_followers_of_its_time() -> None:
    at = [f"2026-03-{d:02d}" for d in range(1, 8)]
    made = posts(
        at,
        reach=[100.0, 300, 50, 200, None, 900, 900],
        followers_at_post=[100, 100, None, None, 100, 100, 100],
        is_reply=[0] * 5 + [1, 0],
        is_repost=[0] * 6 + [1],
    )
    # 1, 3, .25 and 1 of today's 200
    found = reached(made)
    assert (found.value, found.n, found.unit, found.denominator) == (1.0, 4.0, "ratio", "followers")
    assert (found.low, found.no_interval, found.notes) == (None, msg("no_interval.too_few"), ())
    assert reached(made, days("2026-03-01", [50.0] * 4)).value == 2.0  # 1, 3, 1 and 4


def test_six_posts_have_an_interval() -> None:
    at = [f"2026-03-{d:02d}" for d in range(1, 7)]
    found = reached(posts(at, reach=[20.0, 40, 60, 80, 100, 120]))
    assert (found.value, found.low, found.high) == (0.35, 0.1, 0.6)
    assert found.denominator == "count_today"


def test_of_days_where_no_post_states_it() -> None:
    found = reached(reach_by_day([100.0, 50, None, 300]))
    assert (found.value, found.n, found.notes) == (0.5, 3.0, (msg("note.reached_by_day"),))
    assert found.denominator == "count_today"
    assert reached(reach_by_day([100.0, 50]), days("2026-01-01", [50.0])).denominator == "followers"
    both = reached(reach_by_day([100.0, 50, None, 300]), posts(["2026-03-01"], reach=[20.0]))
    assert (both.value, both.notes) == (0.1, ())


def test_figures_of_weeks_are_not_of_days() -> None:
    found = reached(reach_by_day([100.0] * 5, apart=7))
    assert (found.value, found.reason) == (None, msg("unknown.absent", export="posts_reach"))


def test_without_accounts_reached_or_a_count_it_is_unknown_and_says_which() -> None:
    none = reached(posts(["2026-03-01"], likes=[4]))
    assert (none.reason, none.lacks) == (msg("unknown.absent", export="posts_reach"), ("posts_reach",))
    for table_ in (posts(["2026-03-01"], reach=[4.0]), reach_by_day([4.0, 5.0])):
        found = reached(table_, followers=None)
        assert (found.reason, found.lacks) == (msg("unknown.no_count"), ("profile",))
    assert math.isclose(reached(posts(["2026-03-01"], reach=[0.0])).value or 0.0, 0.0)
