"""Columns: `--map`, competition, what is left over, and the order of day and month."""

from datetime import date

import numpy as np
import pytest
from generic_tables import notes, read, rows

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.model.enums import KeyKind
from reachcheck.model.tables import Posts


def refused(content: str, **options: object) -> UsageError:
    with pytest.raises(UsageError) as caught:
        read(content, "posts.csv", **options)
    assert caught.value.exit_code == 2
    assert caught.value.place == "posts.csv"
    assert caught.value.remedy is not None
    return caught.value


def test_two_columns_for_one_meaning_are_never_guessed_between() -> None:
    error = refused("post,Likes,J’aime,date\np1,5,6,2024-01-01\n")
    assert error.problem.key == "columns.competing"
    assert error.problem.params == {"name": "likes", "columns": ("Likes", "J’aime")}
    assert error.remedy is not None
    assert error.remedy.params == {"name": "likes", "column": "Likes"}


@pytest.mark.parametrize(
    "text",
    [
        "post,likes,likes\np1,5,6\n",
        "post,date,published at,likes\np1,2024-01-01,2024-01-01,6\n",
        "post,handle,username,likes\np1,ann,bob,6\n",
        "post,likes,is reply,is a reply\np1,5,yes,no\n",
        "post,likes,J’aime\np1,,\n",
    ],
)
def test_competition_of_any_kind(text: str) -> None:
    assert refused(text).problem.key == "columns.competing"


def test_a_map_ends_the_competition() -> None:
    reading = read("post,Likes,J’aime,date\np1,5,6,2024-01-01\n", columns={"likes": "J’aime"})
    assert rows(reading).likes.tolist() == [6]
    assert reading.record.unmatched == ("Likes",)
    assert reading.record.columns == {"post": "post", "J’aime": "likes", "date": "published_at"}


def test_what_cannot_be_of_the_kind_does_not_compete() -> None:
    reading = read("Post ID,Publish time,Date,Likes,Reactions\np1,2024-01-01,Lifetime,5,n/k\n")
    assert isinstance(rows(reading), Posts)
    assert reading.record.columns["Publish time"] == "published_at"
    assert reading.record.unmatched == ("Date", "Reactions")


def test_an_id_makes_an_address_superfluous() -> None:
    reading = read("Post ID,Permalink,Likes\n1,https://x.com/a/status/1,5\n")
    assert rows(reading).key.decode() == ["1"]
    assert reading.record.unmatched == ("Permalink",)
    assert rows(read("Permalink,Likes\nhttps://x.com/a/status/1,5\n")).key.decode() == ["https://x.com/a/status/1"]
    mapped = read("Post ID,Permalink,Likes\n1,https://x.com/a/status/1,5\n", columns={"url": "Permalink"})
    assert rows(mapped).key.decode() == ["https://x.com/a/status/1"]
    assert mapped.record.unmatched == ("Post ID",)


def test_columns_that_mean_nothing_here_are_listed() -> None:
    reading = read("post,likes,colour,saves,Bio length\np1,5,red,2,3\n")
    assert reading.record.unmatched == ("colour", "Bio length")


def test_a_map_names_columns_whose_names_mean_nothing() -> None:
    text = "xq;T_Reach;when\n5;60;2024-01-01\n7;80;2024-01-03\n"
    reading = read(text, columns={"likes": "xq", "reach": "t_reach"})
    row = rows(reading)
    assert isinstance(row, Posts)
    assert (row.likes.tolist(), row.reach.tolist()) == ([5, 7], [60, 80])
    assert reading.record.columns == {"xq": "likes", "T_Reach": "reach", "when": "published_at"}


def test_a_map_and_a_role_read_a_list_without_header() -> None:
    reading = read("@ann\n@bob\n", "liste.txt", columns={"handle": "column 1"}, role="followers")
    assert rows(reading).peer.decode() == ["ann", "bob"]
    assert (-1, "table.no_header") in notes(reading.record.warnings)


def test_a_map_may_name_every_column_of_a_role() -> None:
    reading = read("a,b\n1,2\n", columns={"source": "a", "target": "b"})
    assert rows(reading).to.decode() == ["2"]


@pytest.mark.parametrize(
    ("columns", "key", "params"),
    [
        ({"lykes": "J’aime"}, "columns.unknown_name", {"name": "lykes"}),
        ({"likes": "Nope"}, "columns.absent", {"column": "Nope", "names": ("post", "J’aime", "n")}),
        ({"likes": "n", "saves": "n"}, "columns.mapped_twice", {"column": "n"}),
        ({"gained": "n"}, "columns.not_in_role", {"name": "gained", "role": "posts"}),
    ],
)
def test_a_map_that_cannot_be_followed(columns: dict[str, str], key: str, params: dict[str, object]) -> None:
    error = refused("post,J’aime,n\np1,6,1\n", columns=columns)
    assert error.problem.key == key
    assert params.items() <= error.problem.params.items()


@pytest.mark.parametrize(
    ("said", "name", "column"),
    [
        ({"Coeurs": "likes"}, "likes", "Coeurs"),
        ({"j'aime": "Coeurs"}, "likes", "Coeurs"),
        ({"Reichweite": "Coeurs"}, "reach", "Coeurs"),
        ({"lykes": "Coeurs"}, "likes", "Coeurs"),
        ({"likes": "Coeur"}, "likes", "Coeurs"),
    ],
)
def test_a_map_that_cannot_be_followed_is_put_right_in_words(said: dict[str, str], name: str, column: str) -> None:
    remedy = refused("post,Coeurs\np1,6\n", columns=said, role="posts").remedy
    assert remedy is not None
    assert (remedy.key, remedy.params) == ("columns.map_meant", {"name": name, "column": column})


@pytest.mark.parametrize("said", [{"qqq": "Coeurs"}, {"likes": "zzz"}, {"likes": "Post rate"}])
def test_nothing_is_put_into_the_users_mouth(said: dict[str, str]) -> None:
    remedy = refused("post,Coeurs\np1,6\n", columns=said, role="posts").remedy
    assert remedy is not None and remedy.key == "columns.map_remedy"


def test_an_unclear_spelling_in_a_map_is_not_guessed() -> None:
    assert refused("post,A-B,a_b\np1,6,1\n", columns={"likes": "a b"}).problem.key == "columns.absent"


@pytest.mark.parametrize(
    ("header", "cell", "kind", "key"),
    [
        ("username", "@Bob", KeyKind.HANDLE, "bob"),
        ("account", "Bob", KeyKind.HANDLE, "bob"),
        ("user id", "007", KeyKind.ID, "007"),
        ("profile url", "https://www.instagram.com/Bob/", KeyKind.HANDLE, "bob"),
        ("profile url", "https://example.org/u/Bob", KeyKind.URL, "https://example.org/u/Bob"),
        ("name", "Bob B.", KeyKind.NAME, "Bob B."),
        ("follower", "Bob", KeyKind.HANDLE, "bob"),
        ("follower", "https://x.com/Bob", KeyKind.HANDLE, "bob"),
    ],
)
def test_by_what_people_are_named(header: str, cell: str, kind: KeyKind, key: str) -> None:
    row = rows(read(f"{header},followed at\n{cell},2024-01-02\n", role="followers"))
    assert row.key_kind.tolist() == [kind]
    assert row.peer.decode() == [key]


def test_numbers_in_a_column_of_followers_are_ids() -> None:
    row = rows(read("follower,since\n111,2024-01-01\n222,2024-01-02\n", role="followers"))
    assert row.key_kind.tolist() == [KeyKind.ID] * 2


def test_a_handle_makes_id_and_name_superfluous() -> None:
    reading = read("id,name,handle,since\n1,Ann A.,ann,2024-01-01\n", "followers.csv")
    assert rows(reading).peer.decode() == ["ann"]
    assert reading.record.unmatched == ("id", "name")


AMBIGUOUS = "post,date,likes\np1,03/04/2024,5\np2,07/09/2024,6\n"


def test_an_order_of_day_and_month_that_nothing_shows_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(AMBIGUOUS, "posts.csv")
    assert caught.value.problem.key == "columns.day_order"
    assert caught.value.problem.params["column"] == "date"
    assert caught.value.remedy is not None


@pytest.mark.parametrize(("order", "first"), [("dmy", date(2024, 4, 3)), ("mdy", date(2024, 3, 4))])
def test_the_user_may_say_the_order(order: str, first: date) -> None:
    row = rows(read(AMBIGUOUS, date_order=order))
    assert row.published_at[0] == np.datetime64(first)


def test_an_order_that_the_column_shows_beats_what_the_user_says() -> None:
    row = rows(read("post,date,likes\np1,03/04/2024,5\np2,25/09/2024,6\n", date_order="mdy"))
    assert row.published_at[0] == np.datetime64("2024-04-03")


def test_the_order_serves_to_see_whether_days_follow_each_other() -> None:
    text = "date,impressions,engagements\n02/01/2024,5,1\n02/02/2024,6,1\n"
    assert type(rows(read(text, date_order="mdy"))).__name__ == "Daily"
    assert type(rows(read(text))).__name__ == "Daily"


def test_an_unclear_number_is_read_and_said() -> None:
    reading = read("post,likes\np1,1.234\np2,2.345\n")
    assert rows(reading).likes.tolist() == [1234, 2345]
    assert notes(reading.record.warnings) == [(-1, "columns.note")]
    assert reading.record.warnings[0].what.params["column"] == "likes"
