"""What decides on the role of a table, and what is said where its columns leave it open."""

import json

import pytest
from generic_tables import notes, read, rows

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.model.enums import Direction
from reachcheck.model.tables import Daily, Edges, Graph, Interactions, Posts, Profile


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("follower,followed\n1,2\n", Graph),
        ("follower,following\nann,bob\n", Graph),
        ("followed user,followers,following\nann,20,30\n", Edges),
        ("followed user,followers,following\n111,20,30\n", Edges),
        ("date,followers\n2024-01-01,5\n", Daily),
        ("Datum;Follower\n2024-01-01;5\n", Daily),
        ("date,follows\n2024-01-01,5\n", Daily),
        ("date,impressions,engagements\n2024-01-01,5,1\n2024-01-02,6,1\n", Daily),
        ("date,impressions,engagements\n2024-01-02,5,1\n2024-01-01,6,1\n", Daily),
        ("date,impressions,engagements\n2024-01-01,5,1\n2024-01-03,6,1\n", Posts),
        ("date,impressions,engagements\n2024-01-01,5,1\n2024-01-01,6,1\n", Posts),
        ("date,impressions,engagements\n2024-01-01,5,1\n", Posts),
        ("date,impressions,engagements\n2024-01-01,5,1\n,6,1\n", Posts),
        ("date,impressions,likes,new follows\n2024-01-01,5,1,0\n2024-01-02,6,1,0\n", Daily),
        ("date,impressions,likes,new follows\n2024-01-01,5,1,0\n2024-01-04,6,1,0\n", Posts),
        ("date,likes,comments,reach\n2024-01-01,5,1,9\n2024-01-02,6,1,9\n", Posts),
        ("date,likes,comments,followers\n2024-01-01,5,1,9\n2024-01-02,6,1,9\n", Posts),
        ("date,views,followers\n2024-01-01,5,9\n2024-01-03,5,9\n", Posts),
        ("published at,text\n2024-01-01,hello\n", Posts),
        ("post,date\np1,2024-01-01\n", Posts),
        ("likes,comments\n1,2\n", Posts),
        ("author,date,likes,followers\nann,2024-01-01,5,900\n", Posts),
        ("as of,followers,following,posts\n2024-01-01,9,8,7\n", Profile),
        ("average likes,followers\n6,900\n", Profile),
        ("handle,average likes\nann,6\n", Profile),
        ("handle,platform\nann,x\n", Profile),
        ("handle,platform,followers,likes\nann,x,9,900\n", Profile),
        ("channel,week,subscribers gained,views\nann,2024-01-01,5,900\n", Daily),
        ("who,action,date\nann,like,2024-01-01\n", Interactions),
        ("author,comment,post\nann,nice,p1\n", Interactions),
        ("followers,date d’abonnement\nann,2024-01-01\n", Edges),
        ("Follower\nann\nbob\n", Edges),
        ("Abonnements\nann\nbob\n", Edges),
    ],
)
def test_what_the_columns_and_days_prove(text: str, kind: type) -> None:
    assert type(rows(read(text))) is kind


@pytest.mark.parametrize(
    ("name", "kind", "direction"),
    [
        ("followers.csv", Edges, Direction.IN),
        ("Mes abonnés (2).csv", Edges, Direction.IN),
        ("x/seguindo.csv", Edges, Direction.OUT),
        ("candidates.csv", Profile, None),
        ("profils.csv", Profile, None),
    ],
)
def test_a_file_name_decides_between_equal_columns_and_it_is_said(name: str, kind: type, direction: int | None) -> None:
    reading = read("handle,followers,following,posts\nann,1,2,3\n", name)
    row = rows(reading)
    assert type(row) is kind
    assert direction is None or row.direction.tolist() == [direction]
    assert notes(reading.record.warnings) == [(-1, "generic.role_from_name")]


def test_a_daily_sheet_of_several_people_may_be_known_by_its_name() -> None:
    assert type(rows(read("handle,date,followers\nann,2024-01-01,5\nann,2024-01-02,6\n", "daily.csv"))) is Daily
    assert type(rows(read("name,date\nann,2024-01-01\n", "responses.csv"))) is Interactions


@pytest.mark.parametrize("name", ["table.csv", "followers_following.csv", "x/followers/1.csv"])
def test_nothing_is_decided_without_a_word(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read("handle,followers,following,posts\nann,1,2,3\n", name)
    assert caught.value.problem.key == "generic.undecided"
    assert caught.value.place == name
    assert caught.value.remedy is not None
    assert caught.value.remedy.params["roles"] == ("followers", "following", "profile", "daily")


def test_the_user_always_wins() -> None:
    text = "handle,followed at,followers\nann,2024-01-01,5\n"
    assert type(rows(read(text, "followers.csv", role="profile"))) is Profile
    row = rows(read(text, "followers.csv", role="following"))
    assert row.direction.tolist() == [Direction.OUT]
    assert read(text, "x.csv", role="following").record.warnings == ()


def test_a_role_that_does_not_exist() -> None:
    with pytest.raises(UsageError) as caught:
        read("handle\nann\n", role="fans")
    assert caught.value.problem.params["role"] == "fans"


def test_no_role_at_all() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("colour,size\nred,1\n")
    assert caught.value.problem.key == "generic.no_role"
    assert caught.value.problem.params["columns"] == ("colour", "size")
    assert caught.value.remedy is not None


@pytest.mark.parametrize(
    ("role", "names"),
    [("daily", ("date",)), ("graph", ("source",)), ("events", ("date",)), ("followers", ("handle",))],
)
def test_a_role_without_its_columns(role: str, names: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableError) as caught:
        read("colour,size\nred,1\n", role=role)
    assert caught.value.problem.key == "generic.needs"
    assert caught.value.problem.params["names"][: len(names)] == names  # type: ignore[index]


def test_the_key_of_a_json_list_comes_before_header_and_file_name() -> None:
    people = [{"follower": "ann"}, {"follower": "bob"}]
    reading = read(json.dumps({"following": people}), "followers.json")
    assert rows(reading).direction.tolist() == [Direction.OUT] * 2
    assert reading.record.warnings == ()
