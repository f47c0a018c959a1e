"""The tables of X's analytics: which they are, what their columns mean, and what they must not be taken for."""

import pytest
from exports_made import checked, days, fragment, member, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Metric
from reachcheck.model.tables import Daily, Posts
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.x import READER

OVERVIEW = (
    "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,"
    "Create Post,Video views,Media views"
)
DAYS = (
    '"Wed, Aug 27, 2025",229,4,17,0,1,3,2,5,6,7,1,8,9',
    '"Tue, Aug 26, 2025",120,2,9,0,0,0,1,0,1,4,0,0,0',
    '"Mon, Aug 25, 2025",90,1,3,0,0,0,0,1,0,2,0,0,0',
)
CONTENT = (
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,"
    "Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks"
)
STRANGE = ",".join(f"α{n}" for n in range(17))
"""Names of columns in a language that no list holds."""


def post(n: int, text: str = "hello", link: str = "https://x.com/Ada_L/status/{n}", counts: str = "100,9,20") -> str:
    return f'{n},"Tue, Aug 26, 2025",{text},{link.format(n=n)},{counts},1,2,3,4,5,6,7,8,9,10'


def text(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def read(name: str, content: str, options: ReadOptions | None = None) -> Reading:
    found = member(name, content)
    assert READER.claims(found)
    return checked(READER.read(found, options or ReadOptions()))


def values(reading: Reading, metric: Metric) -> list[float]:
    daily = fragment(reading, Daily).rows
    found: list[float] = daily.value[daily.metric == metric].tolist()
    return found


# ---------------------------------------------------------------- days


def test_days_have_arrivals_and_departures_both_counted_by_themselves() -> None:
    reading = read("account_overview_analytics.csv", text(OVERVIEW, *DAYS))
    assert values(reading, Metric.GAINED) == [3, 0, 0]
    assert values(reading, Metric.LOST) == [2, 1, 0]
    assert values(reading, Metric.IMPRESSIONS) == [229, 120, 90]
    assert values(reading, Metric.COMMENTS) == [5, 0, 1]
    assert values(reading, Metric.SHARES) == [6, 1, 0]
    assert values(reading, Metric.PROFILE_VISITS) == [7, 4, 2]
    assert values(reading, Metric.POSTS) == [1, 0, 0]
    assert values(reading, Metric.VIEWS) == []
    assert fragment(reading, Daily).coverage.completeness.tolist() == [Completeness.WINDOW]
    assert set(days(fragment(reading, Daily).rows.date)) == {"2025-08-25", "2025-08-26", "2025-08-27"}
    assert reading.record.unmatched == ("Bookmarks", "Shares", "Video views", "Media views")


def test_the_last_day_may_still_have_been_counted_wherever_it_stands() -> None:
    for rows, line in ((DAYS, 2), (DAYS[::-1], 4)):
        assert warned(read("a.csv", text(OVERVIEW, *rows)).record) == [(f"a.csv:{line}", "x.last_day")]


def test_a_day_of_hostile_cells_is_reported_and_a_day_without_any_too() -> None:
    rows = (
        '"Wed, Aug 27, 2025",-5,4,17,0,1,3,2,5,6,7,1,8,9',
        "soon,120,2,9,0,0,0,1,0,1,4,0,0,0",
        '"Mon, Aug 25, 2025",=1+1,1,3,0,0,0,0,1,0,2,0,0,0',
        '"Sun, Aug 24, 2025",,,,,,,,,,,,,',
        '"Sat, Aug 23, 2025",--,N/A,3,0,0,undefined,0,1,0,2,0,0,0',
        '"Sat, Aug 23, 2025",7,1,3,0,0,0,0,1,0,2,0,0,0',
        '"Fri, Aug 22, 2025",1e300,1,3,0,0,0,0,1,0,2,0,0,0',
    )
    reading = read("a.csv", text(OVERVIEW, *rows))
    assert told(reading.record) == [
        ("a.csv:2", "row.negative"),
        ("a.csv:3", "row.not_a_date"),
        ("a.csv:4", "row.not_a_number"),
        ("a.csv:5", "row.no_value"),
        ("a.csv:7", "row.repeated"),
        ("a.csv:8", "row.too_large"),
    ]
    assert values(reading, Metric.IMPRESSIONS) == []
    assert values(reading, Metric.GAINED) == []
    assert values(reading, Metric.LOST) == [0]


def test_follows_that_single_posts_drew_are_not_the_arrivals_of_the_day() -> None:
    head = "Date,Tweets published,impressions,engagements,engagement rate,retweets,replies,likes,clicks,follows"
    reading = read(
        "daily_tweet_activity_metrics_Ada_L_20220401_20220501_en.csv", text(head, "2022-04-01,2,9,3,.3,1,2,4,5,6")
    )
    assert fragment(reading, Daily).handle == "ada_l"
    assert values(reading, Metric.GAINED) == []
    assert values(reading, Metric.SHARES) == [1]
    assert "follows" in reading.record.unmatched


def test_of_two_tables_of_videos_the_days_are_read() -> None:
    head = "Date,Views,Watch Time (ms),Completion Rate,Average Watch Time (ms),Estimated Revenue"
    below = ("", "Uploaded on,Video ID,Video title,Views,Duration,Video Link", '"Mon, Dec 29, 2025",1,The fair,120,3,u')
    reading = read("v.csv", text("Video overview,,,,,", head, '"Wed, Dec 31, 2025",120,4,0.3,4,0', *below))
    assert values(reading, Metric.VIEWS) == [120]
    assert told(reading.record) == [("v.csv:5", "table.second_table"), ("v.csv:6", "table.second_table")]


# ---------------------------------------------------------------- posts


def test_posts_and_replies_with_what_each_drew() -> None:
    rows = (post(1962000000000000001), post(1962000000000000002, "@bo thanks", counts="50,1,2"))
    found = fragment(read("c.csv", text(CONTENT, *rows)), Posts)
    assert found.handle == "ada_l"
    assert found.rows.key.decode() == ["1962000000000000001", "1962000000000000002"]
    assert found.rows.is_reply.tolist() == [0, 1]
    assert plain(found.rows.impressions) == [100, 50]
    assert plain(found.rows.interactions) == [20, 2]
    assert (plain(found.rows.saves), plain(found.rows.shares), plain(found.rows.comments)) == ([1, 1], [5, 5], [4, 4])
    assert (plain(found.rows.follows), plain(found.rows.clicks)) == ([3, 3], [8, 8])
    assert found.coverage.completeness.tolist() == [Completeness.WINDOW]


def test_a_number_that_a_spreadsheet_rounded_is_taken_from_the_link() -> None:
    rows = [post(n).replace(f"{n},", "1.962E+18,", 1) for n in (1962000000000000001, 1962000000000000002)]
    lost = post(1962000000000000003, link="").replace("1962000000000000003,", "1.962E+18,", 1)
    reading = read("c.csv", text(CONTENT, *rows, lost))
    assert fragment(reading, Posts).rows.key.decode() == ["1962000000000000001", "1962000000000000002", None]
    assert warned(reading.record) == [("c.csv:4", "row.id_rounded")]


def test_posts_without_their_texts_may_be_replies_or_not() -> None:
    head = "Post id,Date,Post Link,Impressions,Likes"
    row = "1962000000000000001,2025-08-26,https://x.com/Ada_L/status/1962000000000000001,100,9"
    assert fragment(read("c.csv", text(head, row)), Posts).rows.is_reply.tolist() == [-1]


def test_links_to_posts_of_several_people_name_no_owner() -> None:
    rows = (post(1962000000000000001), post(1962000000000000002, link="https://x.com/bo/status/{n}"))
    assert fragment(read("c.csv", text(CONTENT, *rows)), Posts).handle is None


def test_what_was_advertised_is_not_added_to_what_was_not() -> None:
    head = "Tweet id,Tweet permalink,Tweet text,time,impressions,retweets,replies,favorites,promoted impressions"
    row = "1509863143633846272,https://twitter.com/Ada_L/status/1509863143633846272,hi,2022-04-01 12:00 +0000,44.0"
    reading = read("t.csv", text(head, f"{row},1,2,7,9000"))
    rows = fragment(reading, Posts).rows
    assert (plain(rows.impressions), plain(rows.likes), plain(rows.shares)) == ([44], [7], [1])
    assert "promoted impressions" in reading.record.unmatched
    assert [str(at) for at in rows.published_at] == ["2022-04-01T12:00:00"]


# ---------------------------------------------------------------- names that are not known


def test_seventeen_columns_with_links_to_just_these_posts_are_read_by_their_places() -> None:
    reading = read("c.csv", text(STRANGE, post(1962000000000000001), post(1962000000000000002, "@bo yes")))
    rows = fragment(reading, Posts).rows
    assert (plain(rows.impressions), plain(rows.likes), rows.is_reply.tolist()) == ([100, 100], [9, 9], [0, 1])
    assert warned(reading.record) == [("c.csv", "x.by_place")]


@pytest.mark.parametrize(
    "lines",
    [
        (STRANGE, post(1962000000000000001, link="https://example.org/{n}")),
        (STRANGE, post(1962000000000000001, link="https://x.com/ada/photos")),
        (STRANGE, post(1962000000000000001).replace("1962000000000000001,", "first,", 1)),
        (STRANGE, post(1962000000000000001).replace("Tue, Aug 26, 2025", "some day")),
        (STRANGE, post(1962000000000000001).replace("Tue, Aug 26, 2025", "")),
        (STRANGE + ",α18", post(1962000000000000001) + ",1"),
        (STRANGE,),
    ],
)
def test_seventeen_columns_of_anything_else_are_not_claimed(lines: tuple[str, ...]) -> None:
    assert not READER.claims(member("account_analytics_content_2025-08-01_2025-08-31.csv", text(*lines)))


UNSEEN = "Datum,Impressionen,Gefällt mir,Interaktionen,β4,β5,β6,β7,β8,β9,β10,β11,β12,β13"
UNKNOWN = ",".join(f"β{n}" for n in range(14))


def test_fourteen_columns_are_read_by_their_places_where_some_names_agree() -> None:
    reading = read("a.csv", text(UNSEEN, *DAYS))
    assert values(reading, Metric.GAINED) == [3, 0, 0]
    assert values(reading, Metric.LOST) == [2, 1, 0]
    assert ("a.csv", "x.by_place") in warned(reading.record)


def test_without_any_name_that_agrees_the_file_must_bear_the_name_that_x_gives_it() -> None:
    assert not READER.claims(member("a.csv", text(UNKNOWN, *DAYS)))
    reading = read("account_overview_analytics (2).csv", text(UNKNOWN, *DAYS))
    assert values(reading, Metric.GAINED) == [3, 0, 0]


@pytest.mark.parametrize(
    "lines",
    [
        (UNSEEN, *DAYS[:2]),
        (UNSEEN.replace("β6", "Follower"), *DAYS),
        (UNSEEN.replace("Gefällt mir", "Reichweite"), *DAYS),
        (UNSEEN, *DAYS, '"Sun, Aug 24, 2025",5,4,17,0,1,3,2,5,6,7,1,8,9'),
        (UNSEEN, *DAYS, '"Sun, Aug 24, 2025",50,40,17,0,1,3,2,5,6,7,1,8,9'),
        (UNSEEN, *DAYS, '"Sun, Aug 24, 2025",50,4,17,0,1,-3,2,5,6,7,1,8,9'),
        (UNSEEN, *DAYS, '"Sun, Aug 24, 2025",50,4,17,0,1,,2,5,6,7,1,8,9'),
        (UNSEEN, *DAYS, '"Sun, Aug 24, 2025",50,4,17,0,1,x,2,5,6,7,1,8,9'),
        (UNSEEN, *DAYS, "Total,500,40,170,0,1,3,2,5,6,7,1,8,9"),
        (UNSEEN + ",β14", *(row + ",1" for row in DAYS)),
    ],
)
def test_fourteen_columns_of_anything_else_are_not_claimed(lines: tuple[str, ...]) -> None:
    assert not READER.claims(member("account_overview_analytics.csv", text(*lines)))


@pytest.mark.parametrize(
    "header",
    [
        "Date,Impressions,Likes,Engagements,Followers",
        "Date,Impressions,Unfollows",
        "Post id,Date,Impressions,Likes",
        "Date,Views,Likes,Comments,Shares",
        "Date,Views,Watch time (hours)",
        "Tweet id,text,time",
        "time,impressions,engagements,likes",
    ],
)
def test_common_words_alone_claim_nothing(header: str) -> None:
    row = ",".join(["2025-08-26", *["1"] * header.count(",")])
    assert not READER.claims(member("account_overview_analytics.csv", text(header, row, row)))


@pytest.mark.parametrize(
    "content", ["", "\n\n", ",,,,,,,,,,,,,\n", "\x00" * 99, "," * 70_000, '"' * 70_000, "x" * 70_000]
)
def test_nothing_in_particular_is_not_claimed(content: str) -> None:
    assert not READER.claims(member("account_overview_analytics.csv", content))


def test_a_table_of_nothing_but_its_header_has_no_days() -> None:
    reading = read("a.csv", text(OVERVIEW))
    assert (reading.record.rows_read, fragment(reading, Daily).rows.value.tolist()) == (0, [])


def test_days_that_can_be_read_in_two_ways_are_refused_with_a_remedy() -> None:
    rows = ("02/03/2025,9,1,3,0,0,0,0,1,0,2,0,0,0", "04/07/2025,9,1,3,0,0,0,0,1,0,2,0,0,0")
    with pytest.raises(UnreadableError) as caught:
        READER.read(member("a.csv", text(OVERVIEW, *rows)), ReadOptions())
    assert caught.value.place == "a.csv"
    assert caught.value.remedy is not None
    told_so = read("a.csv", text(OVERVIEW, *rows), ReadOptions(date_order="dmy"))
    assert set(days(fragment(told_so, Daily).rows.date)) == {"2025-03-02", "2025-07-04"}
