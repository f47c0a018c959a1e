"""CrowdTangle: posts of many pages in one table, with the count on the day of each post."""

import pytest
from exports_made import checked, fragment, member, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Kind, Metric, Scope
from reachcheck.model.tables import Daily, Posts
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.collected import READER
from reachcheck.readers.recognise import PLATFORM_READERS

FACEBOOK = "Page Name,User Name,Facebook Id,Followers at Posting,Post Created,Type,Total Interactions,Likes,URL\n"
INSTAGRAM = "Account,User Name,Followers at Posting,Post Created,Type,Total Interactions,Likes,Views,URL\n"


def read(text: str, name: str = "posts.csv") -> Reading:
    found = member(name, text)
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["collected"]
    return checked(READER.read(found, ReadOptions()))


def post(
    at: str = "2021-05-01 10:00:00 UTC", followers: str = "10", total: str = "5", n: int = 1, user: str = "ada"
) -> str:
    return f'Ada,{user},"{followers}",{at},Photo,"{total}",4,0,https://www.instagram.com/p/{n}/\n'


@pytest.mark.parametrize(
    "text",
    [
        "User Name,Followers at Posting,Post Created,Likes\n",
        "Account,Total Interactions,Post Created,URL\n",
        "Page Name,User Name,Followers,Post Created,Total Interactions\n",
    ],
)
def test_tables_with_some_of_the_titles_are_not_claimed(text: str) -> None:
    assert not READER.claims(member("2021-06-01-09-15-26-EDT-search-csv-export.csv", text + "a,b,c,d\n"))


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("2021-06-01-09-15-26-EDT-search-csv-export.csv", True), ("a/my crowdtangle posts.csv", True),
        ("posts.csv", False), ("messages.csv", False), ("emails.csv", False), ("export.csv", False),
    ],
)  # fmt: skip
def test_in_a_folder_only_its_own_files_are_opened(path: str, wanted: bool) -> None:
    assert READER.wants(path) is wanted


@pytest.mark.parametrize(
    ("cell", "name", "at"),
    [
        ("2021-05-01 22:00:00 EDT", "a.csv", "2021-05-02T02:00:00"),
        ("2021-01-01 22:00:00 EST", "a.csv", "2021-01-02T03:00:00"),
        ("2021-05-01 22:00:00 CEST", "2021-06-01-09-15-26-EDT-search-csv-export.csv", "2021-05-01T20:00:00"),
        ("2021-05-01 22:00:00", "2021-06-01-09-15-26-EDT-search-csv-export.csv", "2021-05-02T02:00:00"),
        ("2021-05-01 08:00:00", "2021-06-01-09-15-26-NZDT-csv-export.csv", "2021-04-30T19:00:00"),
        ("2021-05-01 08:00", "a.csv", "2021-05-01T08:00:00"),
    ],
)
def test_the_zone_is_that_of_the_cell_else_of_the_files_name(cell: str, name: str, at: str) -> None:
    reading = read(INSTAGRAM + post(cell), name)
    assert [str(time) for time in fragment(reading, Posts).rows.published_at] == [at]
    assert reading.record.warnings == ()


def test_a_zone_that_several_countries_use_is_told_and_not_guessed() -> None:
    reading = read(INSTAGRAM + post("2021-05-01 08:00:00 IST") + post("2021-05-02 08:00:00 IST", n=2))
    assert [str(time)[11:] for time in fragment(reading, Posts).rows.published_at] == ["08:00:00"] * 2
    assert warned(reading.record) == [("posts.csv", "collected.zone_unknown")]


def test_counts_have_commas_for_thousands_and_no_views_are_missing() -> None:
    reading = read(INSTAGRAM + post(followers="1,234", total="2,345") + post(followers="N/A", total="7", n=2))
    posts = fragment(reading, Posts).rows
    assert plain(posts.followers_at_post) == [1234.0, None]
    assert plain(posts.interactions) == [2345.0, 7.0]
    assert plain(posts.views) == [None, None]
    assert posts.scope.tolist() == [Scope.LIFETIME] * 2
    assert reading.record.warnings == ()


def test_each_days_last_post_gives_the_level_of_that_day() -> None:
    rows = [
        post("2021-05-01 10:00:00 UTC", "100", n=1), post("2021-05-01 09:00:00 UTC", "99", n=2),
        post("2021-05-03 10:00:00 UTC", "", n=3), post("2021-05-04 10:00:00 UTC", "103", n=4),
        post("", "104", n=5),
    ]  # fmt: skip
    levels = fragment(read(INSTAGRAM + "".join(rows)), Daily).rows
    assert [str(day)[:10] for day in levels.date] == ["2021-05-01", "2021-05-04"]
    assert levels.value.tolist() == [100.0, 103.0]
    assert levels.metric.tolist() == [Metric.FOLLOWERS] * 2
    assert levels.kind.tolist() == [Kind.GAUGE] * 2
    assert levels.row.tolist() == [2, 5]


def test_posts_of_several_accounts_are_told_apart_and_are_an_excerpt() -> None:
    reading = read(INSTAGRAM + post(user="ada", followers="10") + post(user="bo", followers="20", n=2))
    found, levels = fragment(reading, Posts), fragment(reading, Daily)
    assert found.owners.decode() == levels.owners.decode() == ["ada", "bo"]
    assert found.coverage.completeness.tolist() == [Completeness.TOP]
    dossiers = assemble([reading])
    assert dossiers.people.handle.decode() == ["ada", "bo"]
    assert dossiers.daily.value.tolist() == [10.0, 20.0]


@pytest.mark.parametrize(
    ("name", "completeness"),
    [("2021-06-01-09-15-26-EDT-search-csv-export.csv", Completeness.TOP), ("posts.csv", Completeness.UNKNOWN)],
)
def test_what_a_search_found_is_an_excerpt(name: str, completeness: Completeness) -> None:
    found = fragment(read(INSTAGRAM + post(), name), Posts)
    assert found.coverage.completeness.tolist() == [completeness]
    assert found.handle == "ada"


def test_pages_have_followers_whoever_they_are_and_go_by_number_where_they_have_no_name() -> None:
    rows = "A,,123,10,2021-05-01 10:00:00 UTC,Photo,5,4,u1\nB,b,456,20,2021-05-01 10:00:00 UTC,Photo,5,4,u2\n"
    reading = read(FACEBOOK + rows)
    people = assemble([reading]).people
    assert people.handle.decode() == ["123", "b"]
    assert (people.noun.decode(), people.mutual.tolist()) == (["followers"] * 2, [0, 0])
    assert people.platform.decode() == ["facebook"] * 2


def test_a_page_without_any_name_among_others_is_left_out() -> None:
    rows = "A,a,1,10,2021-05-01 10:00:00 UTC,Photo,5,4,u1\nB,b,2,1,,Photo,5,4,u2\n,,,20,,Photo,5,4,u3\n"
    assert told(read(FACEBOOK + rows).record) == [("posts.csv:4", "row.nobody")]


@pytest.mark.parametrize("cell", ["-5", "many", "1e99", "9" * 30])
def test_counts_that_are_none_are_reported(cell: str) -> None:
    reading = read(INSTAGRAM + post(total=cell) + post(n=2))
    assert [place for place, _ in told(reading.record)] == ["posts.csv:2"]


def test_a_header_cut_in_two_is_refused() -> None:
    found = member("a.csv", "Post Created,Likes\n1,2\n" + INSTAGRAM)
    assert READER.claims(found)
    with pytest.raises(UnreadableError) as caught:
        READER.read(found, ReadOptions())
    assert (caught.value.place, caught.value.problem.key) == ("a.csv", "tabled.lacks")
