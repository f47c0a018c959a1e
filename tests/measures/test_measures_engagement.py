"""Engagement by hand: what a post drew, over what, and what is never counted as nothing."""

import pytest

from build import METHOD, Metric, days, dossier, measured, posts, table
from reachcheck.measures.registry import measure_all
from reachcheck.message import msg
from reachcheck.results.figure import Figure
from reachcheck.results.measure import Measure

DAYS = [f"2026-03-{d:02d}T12:00:00" for d in range(1, 31)]
ID = "engagement_rate_by_followers"


def of(name: str, n: int = 3, *more: object, followers: float | None = 100.0, **columns: list[object]) -> Measure:
    profile = table("profile", 1, followers=[followers], as_of=["2026-09-30"])
    return measured(dossier(posts(DAYS[:n], **columns), profile, *more))[name]  # type: ignore[arg-type]


def by_post(n: int, platform: str, **columns: list[object]) -> Figure:
    profile = table("profile", 1, followers=[2000], as_of=["2026-09-30"])
    made = dossier(posts(DAYS[:n], **columns), profile, platform=platform)
    (figure,) = measure_all(made, METHOD)["responses_per_post"].made.figures[0]
    return figure


# ------------------------------------------------------------------------------------------------ what a post drew


def test_beside_posts_stands_what_published_rates_would_give_at_the_followers_of_each() -> None:
    # 1.32 and 3.47 per cent of 1,000, and of 2,000 where the post does not say
    figure = by_post(2, "x", likes=[30, 40], followers_at_post=[1000, None])
    assert (figure.low, figure.high) == ((13.2, 26.4), (34.7, 69.4))


@pytest.mark.parametrize(("n", "platform"), [(2, "instagram"), (1, "x")])
def test_where_nothing_is_published_or_to_be_seen_there_is_no_area(n: int, platform: str) -> None:
    assert by_post(n, platform, likes=[30] * n).low == ()


def test_responses_are_the_sum_of_the_parts_the_profile_has() -> None:
    # 10 + 1, 20 + 2, 40 + 6
    found = of("responses_per_post", likes=[10, 20, 40], comments=[1, 2, 6])
    assert (found.value, found.n, found.unit, found.denominator) == (22.0, 3.0, "per_post", "posts")
    assert found.notes == (msg("numerator.parts", parts=("likes", "comments")),)
    assert (found.low, found.high, found.no_interval) == (None, None, msg("no_interval.too_few"))


def test_all_four_parts_count() -> None:
    found = of("responses_per_post", 1, likes=[1], comments=[20], shares=[300], saves=[4000])
    assert found.value == 4321.0
    assert found.notes == (msg("numerator.parts", parts=("likes", "comments", "shares", "saves")),)


def test_clicks_views_and_reach_are_no_responses() -> None:
    found = of("responses_per_post", 1, likes=[1], views=[20], reach=[300], clicks=[4000], impressions=[5])
    assert found.value == 1.0


def test_a_missing_part_makes_the_sum_missing_and_not_smaller() -> None:
    found = of("responses_per_post", likes=[10, 20, 40], comments=[1, None, 6])
    assert (found.value, found.n) == (28.5, 2.0)  # middle of 11 and 46
    none = of("responses_per_post", 2, likes=[10, None], comments=[None, 6])
    assert (none.status, none.value, none.reason) == ("unknown", None, msg("unknown.no_post_complete"))
    assert none.n == 0.0


def test_the_platforms_own_total_beats_the_parts() -> None:
    found = of("responses_per_post", likes=[10, 20, 40], comments=[1, None, 6], interactions=[50, 60, None])
    assert (found.value, found.n) == (50.0, 3.0)  # 50, 60 and 46
    assert found.notes == (msg("numerator.total"),)


def test_a_total_of_zero_is_a_total() -> None:
    assert of("responses_per_post", 1, likes=[10], interactions=[0]).value == 0.0


def test_replies_and_reposts_are_left_out() -> None:
    found = of("responses_per_post", 4, likes=[10, 20, 400, 500], is_reply=[0, None, 1, 0], is_repost=[0, 0, None, 1])
    assert (found.value, found.n) == (15.0, 2.0)


def test_posts_without_any_count_say_nothing() -> None:
    found = of("responses_per_post")
    assert (found.status, found.reason, found.n) == ("unknown", msg("unknown.no_post_complete"), 0.0)
    assert found.notes == ()


@pytest.mark.parametrize("name", [ID, "responses_per_post", "engagement_concentration", "post_h_index"])
def test_without_posts_it_asks_for_them(name: str) -> None:
    found = measured(dossier())[name]
    assert (found.status, found.reason, found.lacks) == ("unknown", msg("unknown.absent", export="posts"), ("posts",))


def test_a_median_has_an_interval_from_six_posts_on() -> None:
    # 6 posts: P(all on one side) = 2 / 64 < .05, so the extremes; 9 posts: second and eighth
    assert of("responses_per_post", 5, likes=[1, 2, 3, 4, 5]).low is None
    six = of("responses_per_post", 6, likes=[1, 2, 3, 4, 5, 60])
    assert (six.value, six.low, six.high, six.no_interval) == (3.5, 1.0, 60.0, None)
    nine = of("responses_per_post", 9, likes=[1, 2, 3, 4, 5, 6, 7, 8, 90])
    assert (nine.value, nine.low, nine.high) == (5.0, 2.0, 8.0)


# ------------------------------------------------------------------------------------------------ rates


def test_a_rate_over_the_followers_at_the_time_of_the_post() -> None:
    found = of(ID, likes=[10, 20, 40], followers_at_post=[200, 200, 100])
    assert (found.value, found.n, found.unit, found.denominator) == (0.1, 3.0, "share", "followers")
    assert found.notes == (msg("numerator.parts", parts=("likes",)),)


def test_failing_that_over_the_level_of_the_day() -> None:
    found = of(ID, 3, days("2026-03-01", [50.0, 80.0]), likes=[10, 20, 40])
    # 10 / 50, 20 / 80, and 40 / 80 by the level of the day before
    assert (found.value, found.n) == (0.25, 3.0)
    assert found.notes == (msg("numerator.parts", parts=("likes",)),)


def test_a_level_stands_for_the_seven_days_after_it_and_none_before() -> None:
    # Level of 1 March: good until 7 March; before and after it today's count stands in
    columns = {"likes": [10.0] * 9}
    level = days("2026-03-02", [50.0])
    found = of(ID, 9, level, **columns)  # type: ignore[arg-type]
    assert found.notes[1:] == (msg("note.count_today", n=2),)  # 1 March 12:00, and 9 March 12:00
    assert found.value == 0.2


def test_failing_that_over_todays_count_and_says_for_how_many_posts() -> None:
    found = of(ID, likes=[10, 20, 40], followers_at_post=[None, 400, None])
    assert found.value == 0.1
    assert (found.denominator, found.notes[1:]) == ("followers", (msg("note.count_today", n=2),))


def test_where_no_other_count_is_known_that_of_today_is_what_it_is_over() -> None:
    assert of(ID, likes=[10, 20, 40]).denominator == "count_today"
    assert of(ID, likes=[10, None, 40], followers_at_post=[None, 400, None]).denominator == "count_today"
    assert of(ID, likes=[None, None, None]).denominator == "followers"


def test_posts_that_have_no_rate_were_compared_with_nothing() -> None:
    found = of(ID, 4, likes=[10, 20, None, 40], is_reply=[0, 0, 0, 1])
    assert (found.n, found.notes[1:]) == (2.0, (msg("note.count_today", n=2),))


def test_arrivals_are_no_level() -> None:
    found = of(ID, 3, days("2026-03-01", [50.0] * 3, Metric.GAINED), likes=[10, 20, 40])
    assert found.value == 0.2


def test_without_any_count_it_asks_for_the_profile() -> None:
    found = of(ID, likes=[10, 20, 40], followers=None)
    assert (found.status, found.reason, found.lacks) == ("unknown", msg("unknown.no_count"), ("profile",))


def test_followers_of_the_time_are_enough_without_a_count_today() -> None:
    found = of(ID, 2, likes=[10, 20], followers_at_post=[100, None], followers=None)
    assert (found.value, found.n) == (0.1, 1.0)


def test_nobody_to_divide_by_gives_no_rate() -> None:
    found = of(ID, 2, likes=[10, 20], followers_at_post=[0, 100])
    assert (found.value, found.n) == (0.2, 1.0)


@pytest.mark.parametrize(
    ("name", "column", "denominator", "export"),
    [
        ("engagement_rate_by_reach", "reach", "accounts_reached", "posts_reach"),
        ("engagement_rate_by_impressions", "impressions", "impressions", "posts_impressions"),
    ],
)
def test_rates_over_accounts_reached_and_impressions_are_apart(
    name: str, column: str, denominator: str, export: str
) -> None:
    found = of(name, 4, likes=[10, 20, 40, 50], **{column: [100, 100, 0, None]})  # type: ignore[arg-type]
    assert (found.value, found.n, found.denominator) == (0.15, 2.0, denominator)
    lacking = of(name, likes=[10, 20, 40])
    assert (lacking.reason, lacking.lacks) == (msg("unknown.absent", export=export), (export,))
    assert measured(dossier())[name].lacks == ("posts", export)


# ------------------------------------------------------------------------------------------------ shape


def test_comments_for_each_like() -> None:
    found = of("comments_per_like", 4, likes=[10, 20, 0, 40], comments=[1, 6, 3, None])
    assert (found.value, found.n, found.unit, found.denominator) == (0.2, 2.0, "ratio", "likes")
    assert found.notes == ()
    replies = of("comments_per_like", 2, likes=[10, 20], comments=[1, 6], is_reply=[0, 1])
    assert replies.value == 0.1
    assert of("comments_per_like", likes=[10, 20, 40]).lacks == ("posts_comments",)
    assert of("comments_per_like", 1, likes=[0], comments=[4]).reason == msg("unknown.no_post_complete")


def test_concentration_over_posts() -> None:
    # Of 1, 2, 9: (2 x 9 - 2 x 1) / (2 x 12) = 2/3
    found = of("engagement_concentration", likes=[9, 1, 2])
    assert (found.value, found.n) == (0.666666667, 3.0)
    assert (found.unit, found.no_interval) == ("ratio", msg("no_interval.described"))
    assert of("engagement_concentration", likes=[5, 5, 5]).value == 0.0
    assert of("engagement_concentration", likes=[0, 0, 7]).value == 1.0


@pytest.mark.parametrize("likes", [[5.0], [0.0, 0.0], [None, None]])
def test_concentration_needs_two_posts_with_responses(likes: list[float | None]) -> None:
    found = of("engagement_concentration", len(likes), likes=likes)  # type: ignore[arg-type]
    assert (found.status, found.reason) == ("unknown", msg("unknown.no_post_complete"))


def test_the_h_index_of_posts() -> None:
    found = of("post_h_index", 5, likes=[9, 1, 3, 3, None])
    assert (found.value, found.n, found.unit) == (3.0, 4.0, "count")
    assert found.no_interval == msg("no_interval.counted")
    assert of("post_h_index", 2, likes=[0, 0]).value == 0.0
    none = of("post_h_index", 2, likes=[None, None], comments=[1, 1], is_reply=[1, 1])
    assert (none.status, none.reason) == ("unknown", msg("unknown.no_post_complete"))


def test_typical_likes_are_the_lower_quartile_of_ones_own_posts() -> None:
    # 10, 20, 30, 40, 50: the second
    found = of(
        "typical_likes", 7, likes=[50, 40, 30, 20, 10, 0, 900], is_reply=[0] * 5 + [1, 0], is_repost=[0] * 6 + [1]
    )
    assert (found.value, found.n, found.unit) == (20.0, 5.0, "per_post")
    assert (found.low, found.no_interval) == (None, msg("no_interval.cautious_end"))
    assert of("typical_likes", 2, likes=[10, 20]).value == 12.5
    none = of("typical_likes", 2, comments=[10, 20])
    assert (none.reason, none.lacks) == (msg("unknown.absent", export="posts_likes"), ("posts_likes",))
    replies = of("typical_likes", 1, likes=[10], is_reply=[1])
    assert replies.reason == msg("unknown.no_post_complete")


# ------------------------------------------------------------------------------------------------ stated averages


def stated(**columns: list[object]) -> Measure:
    n = len(next(iter(columns.values())))
    return measured(dossier(table("profile", n, **columns)))["stated_average_rate"]


def test_stated_averages_over_the_followers_of_their_row() -> None:
    found = stated(followers=[200], average_likes=[10], average_comments=[2])
    assert (found.value, found.denominator, found.no_interval) == (0.06, "followers", msg("no_interval.stated_average"))
    assert stated(followers=[200], average_likes=[10]).value == 0.05


def test_the_newest_row_of_averages_counts_and_an_undated_one_is_old() -> None:
    assert stated(followers=[100, 200], average_likes=[10, 40], as_of=["2026-01-01", "2026-02-01"]).value == 0.2
    assert stated(followers=[100, 200], average_likes=[10, 40], as_of=["2026-01-01", None]).value == 0.1
    assert stated(followers=[100, None], average_likes=[10, 40], as_of=["2026-01-01", "2026-02-01"]).value == 0.1


@pytest.mark.parametrize("columns", [{"followers": [200]}, {"average_likes": [10]}, {"average_comments": [10]}])
def test_without_averages_and_followers_it_is_unknown(columns: dict[str, list[object]]) -> None:
    found = stated(**columns)
    assert (found.status, found.reason) == ("unknown", msg("unknown.absent", export="profile_averages"))
    assert found.lacks == ("profile_averages",)


def test_averages_over_nobody_are_unknown() -> None:
    assert stated(followers=[0], average_likes=[10]).reason == msg("unknown.no_count")
