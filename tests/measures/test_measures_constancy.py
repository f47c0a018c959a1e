"""Constancy: weeks with a post, regularity, the longest silence; all up to the day the data speak of."""

from datetime import date

import numpy as np
import pytest

from build import Dossiers, Table, dossier, measured, posts, table
from reachcheck.message import msg
from reachcheck.model.enums import Completeness, TableName
from reachcheck.results.measure import Measure

ALL = ("weeks_with_a_post", "posting_regularity", "longest_silence_days")


def made(at: list[str | None], as_of: str | None = "2026-03-29", *more: Table, **columns: list[object]) -> Dossiers:
    return dossier(posts(at, **columns), *more, as_of=as_of)


def of(name: str, at: list[str | None], as_of: str | None = "2026-03-29", **columns: list[object]) -> Measure:
    return measured(made(at, as_of, **columns))[name]


# ------------------------------------------------------------------------------------------------ weeks


def test_weeks_are_counted_back_from_the_end_to_the_first_post() -> None:
    # Weeks of seven days back from 29 March: 23-29, 16-22, 9-15, 2-8 March; posts in the first, second and fourth
    share = of("weeks_with_a_post", ["2026-03-08", "2026-03-16T09:00:00", "2026-03-16T20:00:00", "2026-03-29"])
    assert (share.value, share.k, share.n) == (0.75, 3.0, 4.0)
    assert (share.unit, share.denominator, share.no_interval) == ("share", "weeks", msg("no_interval.counted"))
    assert (share.low, share.high, share.parts) == (None, None, ())


@pytest.mark.parametrize(
    ("first", "weeks"), [("2026-03-23", 1), ("2026-03-22", 2), ("2026-03-16", 2), ("2026-03-15", 3)]
)
def test_where_a_week_begins(first: str, weeks: int) -> None:
    assert of("weeks_with_a_post", [first, "2026-03-29"]).n == weeks


def test_a_later_date_of_the_data_adds_weeks_without_a_post() -> None:
    at: list[str | None] = ["2026-03-24", "2026-03-29"]
    assert of("weeks_with_a_post", at).value == 1.0
    later = of("weeks_with_a_post", at, "2026-04-12T15:00:00")
    assert (later.k, later.n) == (1.0, 3.0)


@pytest.mark.parametrize("as_of", [None, "2026-01-01", "2026-03-29T00:00:00"])
def test_the_last_post_ends_the_weeks_where_nothing_later_does(as_of: str | None) -> None:
    share = of("weeks_with_a_post", ["2026-03-08", "2026-03-29T23:00:00"], as_of)
    assert (share.k, share.n) == (2.0, 4.0)


# ------------------------------------------------------------------------------------------------ regularity


def test_regularity_is_one_less_gini_over_the_weeks() -> None:
    # Days with a post by week: 1, 0, 3 -> sorted 0, 1, 3: Gini = (-2 x 0 + 0 x 1 + 2 x 3) / (3 x 4) = .5
    at: list[str | None] = ["2026-03-09", "2026-03-23", "2026-03-24", "2026-03-24", "2026-03-29"]
    regular = of("posting_regularity", at)
    assert (regular.value, regular.n) == (0.5, 3.0)
    assert (regular.unit, regular.denominator, regular.no_interval) == ("ratio", "weeks", msg("no_interval.counted"))


def test_the_same_every_week_is_regular() -> None:
    at: list[str | None] = [str(np.datetime64("2026-03-02") + i) for i in range(0, 28, 2)]
    assert of("posting_regularity", at).value == pytest.approx(1.0, abs=0.15)
    assert of("posting_regularity", ["2026-03-29", "2026-03-22", "2026-03-15"]).value == 1.0


def test_one_post_has_no_regularity() -> None:
    found = of("posting_regularity", ["2026-03-29"])
    assert (found.status, found.reason) == (
        "unknown",
        msg("unknown.too_few", export="posts_dated", found=1, at_least=2),
    )
    assert found.lacks == ("posts_dated",)


# ------------------------------------------------------------------------------------------------ silence


def test_the_longest_silence_between_two_posts() -> None:
    # Between 1 and 20 March lie 18 days, the 2nd to the 19th
    silence = of("longest_silence_days", ["2026-03-01T22:00:00", "2026-03-20T01:00:00", "2026-03-25"])
    assert (silence.value, silence.n) == (18.0, 3.0)
    assert (silence.unit, silence.denominator, silence.no_interval) == ("days", "posts", msg("no_interval.counted"))
    (part,) = silence.parts
    assert (part.kind, part.start, part.end) == ("silence", date(2026, 3, 2), date(2026, 3, 19))


def test_silence_up_to_the_day_of_the_data_counts() -> None:
    silence = of("longest_silence_days", ["2026-03-01", "2026-03-04"], "2026-03-29T18:00:00")
    assert silence.value == 25.0
    assert (silence.parts[0].start, silence.parts[0].end) == (date(2026, 3, 5), date(2026, 3, 29))


@pytest.mark.parametrize("as_of", [None, "2026-01-01", "2026-03-02"])
def test_nothing_is_silence_after_the_last_known_day(as_of: str | None) -> None:
    silence = of("longest_silence_days", ["2026-03-01", "2026-03-02"], as_of)
    assert (silence.value, silence.parts) == (0.0, ())


def test_of_equal_silences_the_first_is_named() -> None:
    silence = of("longest_silence_days", ["2026-03-01", "2026-03-05", "2026-03-09"], "2026-03-09")
    assert (silence.value, silence.parts[0].start) == (3.0, date(2026, 3, 2))


# ------------------------------------------------------------------------------------------------ what counts, unknown


def test_reposts_are_no_posts_and_replies_are() -> None:
    at: list[str | None] = ["2026-03-01", "2026-03-10", "2026-03-20"]
    assert of("longest_silence_days", at, "2026-03-20", is_repost=[0, 1, None]).value == 18.0
    assert of("longest_silence_days", at, "2026-03-20", is_reply=[0, 1, 0]).value == 9.0


def test_only_reposts_are_no_posts_at_all() -> None:
    found = measured(made(["2026-03-01", "2026-03-10"], is_repost=[1, 1]))
    for name in ALL:
        assert (found[name].status, found[name].reason) == ("unknown", msg("unknown.absent", export="posts_dated"))
        assert (found[name].lacks, found[name].n, found[name].parts) == (("posts_dated",), None, ())


def test_posts_without_a_date_are_left_out() -> None:
    assert of("longest_silence_days", ["2026-03-01", None, "2026-03-05"], "2026-03-05").n == 2.0
    found = of("longest_silence_days", [None, None])
    assert (found.reason, found.lacks) == (msg("unknown.absent", export="posts_dated"), ("posts_dated",))


@pytest.mark.parametrize(
    ("of_table", "completeness", "cut"),
    [
        (TableName.POSTS, Completeness.TOP, True),
        (TableName.POSTS, Completeness.WINDOW, False),
        (TableName.POSTS, Completeness.ALL, False),
        (TableName.EDGES, Completeness.TOP, False),
    ],
)
def test_a_selection_of_posts_says_nothing_about_gaps(
    of_table: TableName, completeness: Completeness, cut: bool
) -> None:
    coverage = table("coverage", 1, table=[of_table], completeness=[completeness])
    found = measured(made(["2026-03-01", "2026-03-05"], "2026-03-29", coverage))
    for name in ALL:
        assert (found[name].status == "unknown") is cut
        if cut:
            assert (found[name].reason, found[name].lacks) == (msg("unknown.posts_truncated"), ("posts_all",))


def test_one_file_of_all_posts_makes_up_for_a_selection() -> None:
    both = table("coverage", 2, table=[TableName.POSTS] * 2, completeness=[Completeness.TOP, Completeness.WINDOW])
    assert measured(made(["2026-03-01"], "2026-03-29", both))["longest_silence_days"].status == "known"
    two = table("coverage", 2, table=[TableName.POSTS] * 2, completeness=[Completeness.TOP] * 2)
    assert measured(made(["2026-03-01"], "2026-03-29", two))["longest_silence_days"].status == "unknown"


def test_without_posts_all_three_ask_for_them() -> None:
    found = measured(dossier())
    for name in ALL:
        assert (found[name].reason, found[name].lacks) == (
            msg("unknown.absent", export="posts_dated"), ("posts_dated",)
        )  # fmt: skip
