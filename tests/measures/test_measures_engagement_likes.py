"""The shape of likes over posts by hand: first what must not be flagged, then what must, and each limit."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from build import METHOD, dossier, measured, posts, table
from made import with_limits
from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.model.enums import Completeness, TableName
from reachcheck.model.tables import Table
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.rules.registry import check_all

Column = Sequence[float | None]
FAR, EVEN = "posts_far_off", "likes_evenness"
USUAL = [50.0, 60, 40, 55, 45, 65, 50, 35, 60, 50, 40, 55, 50, 45]


def made(
    likes: Column, *more: Table, followers: float = 1000, method: Method = METHOD, **columns: Column
) -> dict[str, Measure]:
    at = [str(np.datetime64("2026-03-01", "D") + 3 * n) for n in range(len(likes))]
    count = table("profile", 1, followers=[followers], as_of=["2026-09-30"])
    return measured(dossier(posts(at, likes=likes, **columns), count, *more), method=method)


def findings(measures: dict[str, Measure], method: Method = METHOD) -> dict[str, Finding]:
    gap = {"reach_gap": replace(measures["hollow_share"], id="reach_gap")}
    return {each.code: each for each in check_all({**measures, **gap}, method)}


def statuses(likes: Column, *more: Table, **given: object) -> tuple[str, str]:
    found = findings(made(likes, *more, **given))  # type: ignore[arg-type]
    return found["ENG301"].status, found["ENG302"].status


def with_one(at: int, value: float, column: Column = USUAL) -> list[float | None]:
    return [*column[:at], value, *column[at + 1 :]]


# ------------------------------------------------------------------------------------------------ never flagged


@pytest.mark.parametrize("figure", ["views", "reach", "impressions", "comments", "shares", "saves", "clicks"])
def test_a_post_that_went_round_is_not_flagged(figure: str) -> None:
    seen = with_one(6, 90.0, [10.0] * 14)
    found = findings(made(with_one(6, 2000.0), **{figure: seen}))["ENG301"]
    assert (found.status, found.innocent) == ("clear", ())
    post = msg("post.observed", likes=2000.0, day=date(2026, 3, 19), low=35.0, high=65.0)
    why = msg("post.carried", figure=figure, ratio=round(91 / 11, 6))
    assert found.observed == msg("eng301.carried", posts=(post,), why=why)


def test_with_likes_alone_nobody_can_say_whether_a_post_went_round() -> None:
    found = findings(made(with_one(6, 2000.0)))["ENG301"]
    assert (found.status, found.observed.key if found.observed else "") == ("unknown", "eng301.no_context")
    assert found.evidence == ("data.csv:8",)


def test_shares_taken_back_are_no_usual_to_divide_by() -> None:
    net, none = (with_one(6, 3.0, [usual] * 14) for usual in (-1.0, 0.0))
    likes = with_one(6, 2000.0)
    assert made(likes, shares=net)[FAR] == made(likes, shares=none)[FAR]


def test_one_figure_that_rose_is_enough() -> None:
    flat, rose = [100.0] * 14, with_one(6, 60.0, [10.0] * 14)
    assert statuses(with_one(6, 2000.0), reach=flat, comments=rose)[0] == "clear"


def test_a_page_with_campaigns_is_not_flagged() -> None:
    rng = np.random.default_rng(7)
    likes = np.rint(np.exp(rng.normal(5, 0.8, 80)))
    likes[::7] *= rng.uniform(6, 15, len(likes[::7])).round()
    comments = rng.poisson(4, 80).astype(float).tolist()
    assert statuses(likes.tolist(), comments=comments) == ("clear", "clear")


def test_a_small_circle_that_always_answers_is_not_flagged() -> None:
    found = findings(made([8.0] * 20, comments=[1.0] * 20))
    assert found["ENG301"].status == "clear"
    assert (found["ENG302"].status, found["ENG302"].observed) == (
        "unknown",
        msg("unknown.few_likes", found=8.0, at_least=30.0),
    )


def test_nearly_all_of_a_larger_circle_answering_is_not_flagged() -> None:
    rng = np.random.default_rng(3)
    likes = rng.binomial(60, 0.85, 30).astype(float).tolist()
    assert statuses(likes, followers=60)[1] == "clear"
    assert statuses(likes, followers=3000)[1] == "flagged"  # of a large audience the same few, each time


def test_hidden_likes_are_no_likes() -> None:
    hidden: list[float | None] = [None] * 8 + [50.0] * 11
    measures = made(hidden)
    for name in (FAR, EVEN):
        assert measures[name].reason == msg("unknown.few_liked", found=11, at_least=12)
        assert measures[name].lacks == ("posts_likes",)
    assert {found.status for code, found in findings(measures).items() if code.startswith("ENG")} == {"unknown"}
    assert made([None] * 20)[FAR].reason == msg("unknown.absent", export="posts_likes")


def test_posts_without_their_dates_ask_for_dates_not_for_likes() -> None:
    at = [f"2026-03-{day:02d}" for day in range(1, 9)] + ["NaT"] * 12
    measures = measured(dossier(posts(at, likes=[50.0] * 20), table("profile", 1, followers=[1000])))
    for name in (FAR, EVEN):
        assert measures[name].reason == msg("unknown.few_liked_dated", found=8, n=20, at_least=12)
        assert measures[name].lacks == ("posts_dated",)


def test_three_posts_say_nothing() -> None:
    assert statuses([50.0, 4000.0, 50.0], comments=[1.0] * 3) == ("unknown", "unknown")
    assert made([50.0] * 3)[FAR].reason == msg("unknown.few_liked", found=3, at_least=12)
    assert made(USUAL[:12])[FAR].n == 12.0


def test_replies_and_reposts_are_no_posts() -> None:
    others = [0] * 12 + [1, 0]
    likes = [50.0] * 12 + [9000, 9000]
    measures = made(likes, is_reply=others, is_repost=others[::-1][:1] * 13 + [1], comments=[1.0] * 14)
    assert (measures[FAR].value, measures[FAR].n) == (0.0, 12.0)


@pytest.mark.parametrize(
    ("likes", "grain"),
    [
        ([1500.0] * 14, 100),
        ([1000.0] * 14, 100),
        ([1200.0, 1300.0] * 7, 100),
        ([125000.0, 126000.0] * 7, 1000),
        ([981.0, 1200.0] * 3 + [1200.0] * 9, 100),
    ],
)
def test_likes_that_the_platform_rounded_say_nothing_of_their_differences(likes: list[float], grain: int) -> None:
    found = made(likes, followers=900000)[EVEN]
    assert found.reason == msg("unknown.rounded_likes", grain=grain)
    assert found.lacks == ()


def test_posts_of_one_album_are_alike_side_by_side() -> None:
    rng = np.random.default_rng(5)
    albums = np.repeat(np.rint(np.exp(rng.normal(5, 0.5, 12))), 2).tolist()
    assert statuses(albums)[1] == "clear"


def test_a_selection_of_posts_says_nothing_of_their_differences() -> None:
    top = table("coverage", 1, table=[TableName.POSTS], completeness=[Completeness.TOP])
    found = made([50.0] * 14, top)[EVEN]
    assert (found.reason, found.lacks) == (msg("unknown.posts_selected"), ("posts_all",))


@pytest.mark.parametrize("seed", range(40))
def test_people_who_decide_each_time_are_not_flagged(seed: int) -> None:
    rng = np.random.default_rng(seed)
    posts_n = int(rng.integers(20, 60))
    likes = rng.poisson(rng.uniform(35, 400), posts_n).astype(float).tolist()
    comments = rng.poisson(2, posts_n).astype(float).tolist()
    assert statuses(likes, comments=comments, followers=10000) == ("clear", "clear")


@pytest.mark.parametrize("followers", [60.0, 3000.0, 1e6])
@pytest.mark.parametrize("scale", [0.01, 1.0, 100.0])
def test_no_rate_flags_anything_at_any_size(followers: float, scale: float) -> None:
    likes = [round(x * scale, 6) for x in USUAL]
    measures = made(likes, comments=[1.0] * 14, followers=followers)
    known = {code: found.status for code, found in findings(measures).items()}
    assert "flagged" not in {code: status for code, status in known.items() if code != "CON601"}.values()
    for share in (0.0, 1e-6, 0.5, 40.0):
        names = [name for name in measures if name.startswith("engagement_rate") or name == "stated_average_rate"]
        other = {name: replace(measures[name], status="known", value=share, low=share, high=share) for name in names}
        assert {code: found.status for code, found in findings({**measures, **other}).items()} == known


def test_the_rules_on_likes_never_feed_conduct() -> None:
    found = findings(made(with_one(6, 2000.0), comments=[2.0] * 14))
    assert [found[code].feeds_conduct for code in ("ENG301", "ENG302")] == [False, False]


# ------------------------------------------------------------------------------------------------ a post far off


def test_likes_that_rose_alone_are_flagged_with_the_row_and_innocent_readings() -> None:
    measures = made(with_one(6, 2000.0), comments=with_one(6, 3.0, [2.0] * 14), reach=[300.0] * 14)
    found = findings(measures)["ENG301"]
    post = msg("post.observed", likes=2000.0, day=date(2026, 3, 19), low=35.0, high=65.0)
    why = msg("post.alone", figure="comments", ratio=round(4 / 3, 6))
    assert (found.status, found.observed) == ("flagged", msg("eng301.observed", posts=(post,), why=why))
    assert (found.expected, found.evidence) == (msg("eng301.expected", times=8.0), ("data.csv:8",))
    assert [span.start for span in found.days] == [date(2026, 3, 19)]
    assert [said.key for said in found.innocent] == [f"innocent.{event}" for event in METHOD.innocent["ENG301"]]
    (part,) = measures[FAR].parts
    assert (part.kind, part.value, part.low, part.high) == ("alone", 2000.0, 35.0, 65.0)
    assert (measures[FAR].value, measures[FAR].n, measures[FAR].no_interval) == (1.0, 14.0, msg("no_interval.counted"))


def test_strength_is_the_distance_in_spreads_of_the_account() -> None:
    # All posts but one have 50 likes, so the spread is the floor: ln(2001 / 51) / .15
    found = made(with_one(6, 2000.0, [50.0] * 14), comments=[2.0] * 14)[FAR]
    assert found.parts[0].strength == pytest.approx(math.log(2001 / 51) / 0.15)


def test_posts_without_a_date_have_no_neighbours_and_say_nothing() -> None:
    # where a row stands in its file tells nothing of when
    found = findings(measured(dossier(posts([None] * 14, likes=with_one(6, 2000.0), comments=[2.0] * 14))))
    assert (found["ENG301"].status, found["ENG302"].status) == ("unknown", "unknown")
    at = [str(np.datetime64("2026-03-01", "D") + 3 * n) for n in range(14)]
    mixed = posts([*at, None], likes=[*USUAL, 9000.0], comments=[2.0] * 15)
    assert findings(measured(dossier(mixed)))["ENG301"].status == "clear"


@pytest.mark.parametrize(("likes", "flagged"), [(407.0, False), (408.0, True)])
def test_a_post_is_far_off_above_eight_times_the_usual(likes: float, flagged: bool) -> None:
    # The usual is 50: (1 + 407) / (1 + 50) = 8
    assert bool(made(with_one(6, likes, [50.0] * 14), comments=[2.0] * 14)[FAR].value) is flagged


@pytest.mark.parametrize(("limits", "flagged"), [({"far_off_scale": 24.4}, True), ({"far_off_scale": 24.5}, False)])
def test_a_post_is_far_off_above_so_many_spreads_of_the_account(limits: dict[str, float], flagged: bool) -> None:
    # ln(2001 / 51) / .15 = 24.46
    method = with_limits("engagement", **limits)
    found = made(with_one(6, 2000.0, [50.0] * 14), comments=[2.0] * 14, method=method)[FAR]
    assert bool(found.value) is flagged


@pytest.mark.parametrize(("likes", "flagged"), [(51.0, False), (52.0, True)])
def test_a_few_likes_more_are_nothing_where_hardly_anybody_likes(likes: float, flagged: bool) -> None:
    # Above the usual 2 by at least 50
    assert bool(made(with_one(6, likes, [2.0] * 14), comments=[0.0] * 14)[FAR].value) is flagged


@pytest.mark.parametrize(("comments", "kind"), [(7.0, "alone"), (8.0, "carried")])
def test_a_figure_rose_from_three_times_its_usual_on(comments: float, kind: str) -> None:
    # (1 + 8) / (1 + 2) = 3
    (part,) = made(with_one(6, 2000.0), comments=with_one(6, comments, [2.0] * 14))[FAR].parts
    assert part.kind == kind


@pytest.mark.parametrize(
    "comments",
    [
        with_one(6, None, [2.0] * 14),  # type: ignore[arg-type]
        [None] * 4 + [2.0, None, 2.0, None, 2.0] + [None] * 5,
    ],
)
def test_a_figure_that_most_posts_around_it_lack_says_nothing(comments: Column) -> None:
    (part,) = made(with_one(6, 2000.0), comments=comments)[FAR].parts
    assert part.kind == "no_context"


def test_missing_comments_say_nothing_where_hardly_anybody_comments() -> None:
    assert statuses(with_one(6, 2000.0), comments=[0.0] * 14)[0] == "unknown"
    assert statuses(with_one(6, 2000.0, [50.0] * 14), comments=with_one(2, 9.0, [0.0] * 14))[0] == "unknown"  # far away
    assert statuses(with_one(6, 2000.0), comments=[0.0] * 14, reach=[300.0] * 14)[0] == "flagged"
    rose = findings(made(with_one(6, 2000.0), comments=with_one(6, 2.0, [0.0] * 14)))["ENG301"]
    assert rose.status == "clear"


@pytest.mark.parametrize(("likes", "kind"), [(1549.0, "no_context"), (1551.0, "alone")])
def test_a_figure_tells_from_five_that_were_to_be_expected_on(likes: float, kind: str) -> None:
    # Beside it 1 comment on 55 + 45 + 65 + 35 + 60 + 50 = 310 likes: 5 are to be expected of 1550
    (part,) = made(with_one(6, likes), comments=with_one(4, 1.0, [0.0] * 14))[FAR].parts
    assert part.kind == kind


def test_nothing_is_to_be_expected_beside_posts_without_likes() -> None:
    (part,) = made(with_one(6, 2000.0, [0.0] * 14), comments=[3.0] * 14)[FAR].parts
    assert part.kind == "no_context"


def test_a_figure_of_four_of_seven_posts_is_enough() -> None:
    comments = [None] * 4 + [2.0, 2.0, 2.0, None, 2.0] + [None] * 5
    (part,) = made(with_one(6, 2000.0), comments=comments)[FAR].parts
    assert part.kind == "alone"


@pytest.mark.parametrize("at", [0, 1, 12, 13])
def test_the_first_and_the_last_posts_are_held_against_the_seven_at_their_end(at: int) -> None:
    (part,) = made(with_one(at, 2000.0), comments=[2.0] * 14)[FAR].parts
    beside = np.delete(np.array(USUAL), at)[:6] if at < 7 else np.delete(np.array(USUAL), at)[-6:]
    assert (part.low, part.high) == (beside.min(), beside.max())


# ------------------------------------------------------------------------------------------------ too even


def test_likes_that_hardly_differ_are_flagged_with_innocent_readings() -> None:
    measures = made([100.0, 101.0] * 8)
    found = findings(measures)["ENG302"]
    assert (found.status, found.feeds_conduct) == ("flagged", False)
    assert found.evidence == tuple(f"data.csv:{row}" for row in range(2, 14))
    assert [(span.start, span.end) for span in found.days] == [(date(2026, 3, 1), date(2026, 4, 15))]
    assert [said.key for said in found.innocent] == [f"innocent.{event}" for event in METHOD.innocent["ENG302"]]
    assert found.expected == msg("eng302.expected", limit=0.6)
    assert found.observed is not None
    assert {**found.observed.params, "spread": 0} == {"n": 16.0, "low": 100.0, "high": 101.0, "spread": 0}


def test_the_spread_is_over_that_of_people_who_decide_each_time() -> None:
    # Steps of ln(120 / 100), up and down: all changes are as far from their median, 0 at lag 2 but not at lags 1 and 3.
    # The count is unknown, so chance is 1 / sqrt(109); of changes half are up, half down, and the middle one is down
    likes = [99.0, 119.0] * 7
    at = [str(np.datetime64("2026-03-01", "D") + 3 * n) for n in range(14)]
    found = measured(dossier(posts(at, likes=likes)))[EVEN]
    step = math.log(120 / 100)
    changes = np.array([step, -step] * 6 + [step])
    spread = 1.4826 * np.median(np.abs(changes - np.median(changes))) / math.sqrt(2)
    assert found.value == pytest.approx(spread * math.sqrt(109))
    assert (found.n, found.denominator, found.unit) == (14.0, "chance", "ratio")


def test_where_much_of_the_count_likes_chance_gives_less() -> None:
    likes = [99.0, 119.0, 140.0] * 5
    alone, half, all_of = (
        made(likes, followers=followers)[EVEN].value or 0.0 for followers in (1e12, 2 * 119.0, 119.0)
    )
    assert half / alone == pytest.approx(1 / math.sqrt(0.5))
    assert all_of / alone == pytest.approx(1 / math.sqrt(0.1))
    assert made(likes, followers=118)[EVEN].value == pytest.approx(alone)  # more likes than followers: from outside


@pytest.mark.parametrize(("likes", "status"), [(29.0, "unknown"), (30.0, "flagged")])
def test_below_thirty_likes_chance_hides_everything_else(likes: float, status: str) -> None:
    assert statuses([likes] * 14)[1] == status


@pytest.mark.parametrize("likes", [100.0, 500.0, 1234.0, 1010.0])
def test_the_same_number_each_time_is_flagged_unless_it_may_be_rounded(likes: float) -> None:
    assert statuses([likes] * 14, followers=90000)[1] == "flagged"


@pytest.mark.parametrize(("limit", "status"), [(0.0, "clear"), (1e-9, "flagged")])
def test_the_limit_of_evenness_is_that_of_the_method(limit: float, status: str) -> None:
    method = with_limits("engagement", even=limit)
    assert findings(made([100.0] * 14, method=method), method)["ENG302"].status == status


def test_an_interval_of_the_spread() -> None:
    rng = np.random.default_rng(1)
    found = made(rng.poisson(200, 60).astype(float).tolist(), followers=1e9)[EVEN]
    assert found.low is not None and found.high is not None and found.value is not None
    assert 0.4 < found.low < found.value < found.high < 1.6
