"""What decides on the role of a table, and what is said where its columns leave it open."""

import json

import pytest
from generic_tables import notes, read, rows
from sayable import said, with_remedy

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.model.enums import Direction
from reachcheck.model.tables import Daily, Edges, Events, Graph, Interactions, Posts, Profile


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
        ("Lien;Date de publication;J'aime;Abonnements\nhttps://a.example/1;13/04/2026;4;7\n", Posts),
        ("Compte;Date de publication;J'aime;Abonnements\nann;13/04/2026;4;7\n", Posts),
        ("Lien;J'aime;Abonnés\nhttps://a.example/1;4;700\n", Posts),
        ("date,views,followers,title\n2024-01-01,5,9,One\n2024-01-03,5,9,Two\n", Posts),
        ("date,followers,following,posts,likes\n2024-01-01,500,90,12,30\n2024-01-09,501,90,12,30\n", Daily),
        ("Date;Abonnés;Description\n2024-01-01;200;\n2024-01-02;201;congé\n2024-01-03;205;\n", Daily),
        ("Semaine;J'aime;Commentaires\n2024-01-01;30;4\n2024-01-08;50;1\n", Daily),
        ("week,likes\n2024-01-01,30\n", Daily),
        ("date,title\n2024-01-01,A first one\n2024-01-09,A second\n", Posts),
        ("date,post type,likes\n" + "".join(f"2024-01-0{n},Reel,{n}\n" for n in range(1, 9)), Posts),
        ("date,likes\n" + "".join(f"2024-01-0{n} 10:00,{n}\n" for n in range(1, 9)), Posts),
        ("handle,date,followers\nann,2024-01-01,200\nann,2024-02-01,300\n", Daily),
        ("candidate,followers\nann,200\nbob,300\n", Profile),
        ("Influenceur;Depuis;Abonnés\nann;2024-01-01;200\nbob;2024-02-01;300\n", Profile),
        ("Kandidatin;Instagram;Notiz\nAnna;@anna;gut\n", Profile),
        ("handle,likes\nann,5\nann,6\n", Posts),
        ("username,comment,date\nann,so nice,2024-01-01\n", Interactions),
        (
            "Username,Comment,Post URL,Likes\nann,nice,https://x.com/a/1,3\nbob,so good,https://x.com/a/1,4\n",
            Interactions,
        ),
        ("author,post,date\nann,p1,2024-01-01\nbob,p1,2024-01-02\n", Interactions),
        ("author,post,date\nann,my first post here,2024-01-01\nann,my second post here,2024-01-02\n", Posts),
        ("from,to\nann,bob\nbob,cleo\n", Graph),
        ("date,event,description\n2024-01-01,fair,a long day\n", Events),
        ("followers,date d’abonnement\nann,2024-01-01\n", Edges),
        ("Follower\nann\nbob\n", Edges),
        ("Abonnements\nann\nbob\n", Edges),
    ],
)
def test_what_the_columns_and_days_prove(text: str, kind: type) -> None:
    assert type(rows(read(text))) is kind


GRID = "".join(f"2024-01-{day:02},{day * 7 % 13},{day * 5 % 7}\n" for day in range(1, 9))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (f"date,views,likes\n{GRID}", ("posts", "daily")),
        ("date,likes\n2024-01-01,1\n2024-01-08,2\n2024-01-15,2\n2024-01-22,2\n2024-01-29,2\n", ("posts", "daily")),
        ("date,views,followers\n2024-01-01,5,9\n2024-01-03,5,9\n", ("posts", "daily")),
        ("username,full name,followers\nann,Ann,200\nbob,Bob,300\n", ("followers", "following", "profile")),
        ("Nom;Instagram;Abonnés;Commentaire\nAnne;@ann;234;à voir\n", ("followers", "following", "profile")),
        ("Nom;Date;Commentaire\nAnne;2024-01-02;à voir\n", ("followers", "following", "profile", "responses", "posts")),
        ("name,type,date\nann,private,2024-01-01\n", ("followers", "following", "profile", "responses", "posts")),
        ("author,post,date\nann,p1,2024-01-01\nann,p2,2024-01-02\n", ("responses", "posts")),
        ("username,text,date\nann,hello all,2024-01-01\n", ("posts", "responses", "followers", "following")),
        ("handle,likes,comments\nann,200,20\nbob,300,10\n", ("posts", "profile", "responses")),
        ("handle,date,followers\nann,2024-01-01,200\nbob,2024-02-01,300\n", (
            "followers", "following", "profile", "daily",
        )),
        ("followed at\n2024-01-01\n2024-01-02\n", ("followers", "following")),
    ],
)  # fmt: skip
def test_what_may_be_one_as_well_as_the_other_is_asked(text: str, roles: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert caught.value.problem.key == "generic.undecided"
    assert caught.value.remedy is not None
    assert caught.value.remedy.params["roles"] == roles
    for role in roles:
        assert read(text, role=role).record.rows_kept


@pytest.mark.parametrize(
    "text",
    [
        "from,to,new followers\n2024-01-01,2024-01-07,4\n2024-01-08,2024-01-14,9\n",
        "Von;Bis;Neue Follower\n01.01.2024;07.01.2024;4\n",
        "id,permalink,direction\nabc,https://reddit.com/r/x/abc,up\n",
    ],
)
def test_what_no_role_has_is_read_as_none(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert caught.value.problem.key == "generic.no_role"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Dear Ann, my heart is broken, truly\nI cannot sleep, I cannot eat, ever\nYours, as always, Ben\n", 3),
        ("Dear Ann, my heart, at home\n", 1),
        ("my secret,broken heart\nred,1\n", 2),
        ("my secret words\nred\nblue\n", 3),
        ('{"my secret": "broken", "heart": "truly"}', 1),
    ],
)
def test_the_first_line_of_a_letter_is_never_shown(text: str, rows: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text, "letter.json" if text.startswith("{") else "letter.txt")
    problem = caught.value.problem
    assert (problem.key, problem.params) == ("generic.no_role_unnamed", {"rows": rows})
    shown = " ".join(said(with_remedy(caught.value).problem))
    assert "heart" not in shown and "secret" not in shown


def test_a_list_with_a_platform_is_of_profiles_unless_it_says_otherwise() -> None:
    text = "platform,username,followers\nInstagram,ann,20\nInstagram,bob,30\n"
    assert type(rows(read(text))) is Profile
    assert read(text, "profiles.csv").record.warnings == ()
    reading = read(text, "followers.csv")
    assert rows(reading).direction.tolist() == [Direction.IN] * 2
    assert notes(reading.record.warnings) == [(-1, "generic.role_from_name")]
    with pytest.raises(UnreadableError):
        read(text, "followers and following.csv")


def test_posts_in_a_file_of_comments_may_be_anybodys() -> None:
    text = "id,permalink,date,body\nabc,https://reddit.com/r/x/abc,2024-01-01 10:00:00 UTC,Hello\n"
    assert type(rows(read(text, "posts.csv"))) is Posts
    with pytest.raises(UnreadableError) as caught:
        read(text, "comments.csv")
    assert caught.value.problem.key == "generic.needs"


@pytest.mark.parametrize(("asked", "role"), [("abonnés", "followers"), ("Beiträge", "posts"), ("tägliche", None)])
def test_a_role_may_be_asked_for_in_other_languages(asked: str, role: str | None) -> None:
    if role is None:
        with pytest.raises(UsageError):
            read("handle,date,likes\nann,2024-01-01,3\n", role=asked)
    else:
        assert read("handle,date,likes\nann,2024-01-01,3\n", role=asked).record.role == role


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
    assert caught.value.remedy.params["roles"] == ("followers", "following", "profile")


def test_the_user_always_wins() -> None:
    text = "handle,followed at,followers\nann,2024-01-01,5\n"
    assert type(rows(read(text, "followers.csv", role="profile"))) is Profile
    row = rows(read(text, "followers.csv", role="following"))
    assert row.direction.tolist() == [Direction.OUT]
    assert read(text, "x.csv", role="following").record.warnings == ()


def test_a_role_that_does_not_exist() -> None:
    with pytest.raises(UsageError) as caught:
        read("handle\nann\n", role="enemies")
    assert caught.value.problem.params["role"] == "enemies"


def test_no_role_at_all() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("colour,size\nred,1\nblue,2\n")
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
