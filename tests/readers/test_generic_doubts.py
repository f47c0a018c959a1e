"""Columns whose names fit and whose cells say otherwise."""

import numpy as np
import pytest
from generic_tables import notes, read, rows

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import KeyKind, Kind, Metric, Response
from reachcheck.readers.base import Reading


def owners(reading: Reading) -> list[str | None] | None:
    found = reading.fragments[0].owners
    return found.decode() if found is not None else None


def metrics(reading: Reading) -> dict[tuple[int, int], list[float]]:
    """Values of days by metric and kind."""
    table = rows(reading)
    found: dict[tuple[int, int], list[float]] = {}
    for metric, kind, value in zip(table.metric.tolist(), table.kind.tolist(), table.value.tolist(), strict=True):
        found.setdefault((metric, kind), []).append(value)
    return found


def test_shares_are_no_counts() -> None:
    reading = read("handle;abonnés;j'aime\nann;1 234;2,3 %\nbob;12,5 k;3,1 %\n", role="profile")
    assert rows(reading).followers.tolist() == [1234, 12500]
    assert reading.record.unmatched == ("j'aime",)
    passed = read("post,likes,saves\np1,2%,1\np2,3%,2\n")
    assert np.isnan(rows(passed).likes).all()
    assert notes(passed.record.warnings) == [(-1, "columns.passed_over")]
    assert notes(read("post,likes\np1,2\np2,3\np3,4%\n").record.reported) == [(4, "row.not_a_number")]


def test_a_column_of_words_is_no_count_and_said() -> None:
    reading = read("post,likes,saves\np1,hidden,1\np2,hidden,2\n")
    assert reading.record.unmatched == ("likes",)
    assert notes(reading.record.warnings) == [(-1, "columns.passed_over")]


def test_a_role_without_the_figures_that_it_needs_names_the_column() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("date,followers\n2024-01-01,many\n2024-01-02,more\n", role="daily")
    assert caught.value.problem.key == "columns.no_figure"
    assert caught.value.problem.params == {"column": "followers", "value": "many"}


@pytest.mark.parametrize(
    ("cells", "kind", "peers"),
    [
        (("123456789012345678", "123456789012345679"), KeyKind.ID, ["123456789012345678", "123456789012345679"]),
        (("@Ann", "bob"), KeyKind.HANDLE, ["ann", "bob"]),
    ],
)
def test_an_identifier_is_a_number_or_a_handle(cells: tuple[str, str], kind: KeyKind, peers: list[str]) -> None:
    text = "Identifiant;Abonné le\n{};2024-01-01\n{};2024-01-02\n".format(*cells)
    row = rows(read(text, role="followers"))
    assert (row.key_kind.tolist(), row.peer.decode()) == ([kind] * 2, peers)


def test_a_column_called_as_a_platform_holds_accounts_and_names_the_platform() -> None:
    reading = read("Candidat;Instagram;Abonnés\nAnne;@ann;1 234\nBob;https://instagram.com/bob;300\n")
    assert owners(reading) == ["ann", "bob"]
    assert reading.record.platform == "instagram"
    assert reading.record.unmatched == ("Candidat",)
    numbered = read("Candidat;Instagram;Abonnés\nAnne;12000;1 234\nBob;9000;300\n")
    assert owners(numbered) == ["Anne", "Bob"]
    assert numbered.record.platform == ""


def test_two_platforms_side_by_side_are_never_guessed_between() -> None:
    text = "Nom;Instagram;TikTok;Abonnés Instagram;Abonnés TikTok\nAnne;@ann;@annt;1 234;33\n"
    both = {"handle": "TikTok", "followers": "Abonnés TikTok"}
    reading = read(text, role="profile", columns=both)
    assert (rows(reading).followers.tolist(), reading.record.platform) == ([33], "tiktok")
    mixed = read(text, role="profile", columns={"handle": "TikTok", "followers": "Abonnés Instagram"})
    assert mixed.record.platform == ""


def test_a_platform_that_a_table_gives_is_not_taken_from_a_name() -> None:
    assert read("Instagram handle,platform,followers\nann,TikTok,3\n").record.platform == "tiktok"


@pytest.mark.parametrize("header", ["Candidat", "Nom"])
def test_posts_of_several_people_are_never_taken_for_one_persons(header: str) -> None:
    reading = read(f"{header};Date;J'aime\nAnne;2024-01-01;6\nBob;2024-01-02;4\nAnne;2024-01-03;1\n")
    assert owners(reading) == ["Anne", "Bob", "Anne"]


def test_names_that_never_come_again_may_be_of_posts_and_that_is_said() -> None:
    text = "Nom;Date;J'aime\nMon premier;2024-01-01;6\nLe second;2024-01-02;4\n"
    reading = read(text)
    assert (owners(reading), reading.record.unmatched) == (None, ("Nom",))
    assert notes(reading.record.warnings) == [(-1, "columns.perhaps_owner")]
    assert owners(read(text, columns={"name": "Nom"})) == ["Mon premier", "Le second"]
    one = read("Nom;Date;J'aime\nAnne;2024-01-01;6\n")
    assert (one.fragments[0].handle, one.record.warnings) == ("Anne", ())


def test_days_of_several_people_by_their_names() -> None:
    reading = read("Name,Date,Followers\nAnne,2024-01-01,500\nBob,2024-01-01,700\nAnne,2024-01-02,501\n")
    assert owners(reading) == ["Anne", "Bob", "Anne"]


def test_the_words_of_a_post_are_no_key_where_they_come_again() -> None:
    text = "date,tweet,likes\n2024-01-01,good morning all,4\n2024-01-04,{},9\n"
    again = read(text.format("good morning all"))
    assert (again.record.rows_kept, again.record.unmatched) == (2, ("tweet",))
    assert notes(again.record.warnings) == [(-1, "columns.words_repeat")]
    assert rows(read(text.format("good night all"))).key.decode() == ["good morning all", "good night all"]


def test_an_id_is_the_post_and_its_words_are_not() -> None:
    reading = read("Post ID,Post,Likes\n1,hello world,5\n2,hello,6\n")
    assert rows(reading).key.decode() == ["1", "2"]
    assert reading.record.unmatched == ("Post",)


def test_new_ties_stand_beside_those_that_ended() -> None:
    both = read("Date;Abonnements;Désabonnements\n2024-01-01;5;1\n2024-01-02;4;2\n")
    assert metrics(both)[(Metric.GAINED, Kind.FLOW_GROSS)] == [5, 4]
    level = read("Date;Abonnés;Abonnements\n2024-01-01;500;90\n2024-01-02;504;91\n")
    assert metrics(level) == {(Metric.FOLLOWERS, Kind.GAUGE): [500, 504]}
    assert notes(level.record.warnings) == [(-1, "columns.perhaps_following")]
    said = read("Date;Abonnements\n2024-01-01;5\n2024-01-02;4\n", columns={"gained": "Abonnements"})
    assert metrics(said) == {(Metric.GAINED, Kind.FLOW_GROSS): [5, 4]}


@pytest.mark.parametrize("cells", [("5", "-4", "1"), ("+5", "4", "+1")])
def test_a_level_is_never_signed(cells: tuple[str, ...]) -> None:
    reading = read("Date;Total des followers\n" + "".join(f"2024-01-0{n};{cell}\n" for n, cell in enumerate(cells, 1)))
    assert metrics(reading) == {(Metric.GAINED, Kind.FLOW_NET): [float(cell) for cell in cells]}
    assert notes(reading.record.warnings) == [(-1, "columns.change")]


def test_arrivals_below_zero_are_less_departures() -> None:
    reading = read("date,new followers\n2024-01-01,5\n2024-01-02,-4\n")
    assert metrics(reading) == {(Metric.GAINED, Kind.FLOW_NET): [5, -4]}


def test_what_adds_up_to_gains_less_losses_is_no_level() -> None:
    days = ("2024-01-01;5;6;1", "2024-01-02;4;4;0", "2024-01-03;1;1;0")
    reading = read("Date;Total des followers;Gagnés;Perdus\n" + "\n".join(days))
    assert (Metric.FOLLOWERS, Kind.GAUGE) not in metrics(reading)
    assert metrics(reading)[(Metric.GAINED, Kind.FLOW_GROSS)] == [6, 4, 1]
    few = read("Date;Abonnés;Gagnés;Perdus\n" + "\n".join(days[:2]))
    assert metrics(few)[(Metric.FOLLOWERS, Kind.GAUGE)] == [5, 4]


def test_a_change_that_stands_there_twice_is_read_once() -> None:
    reading = read("date,followers,net change\n2024-01-01,+3,3\n2024-01-02,-1,-1\n")
    assert metrics(reading) == {(Metric.GAINED, Kind.FLOW_NET): [3, -1]}
    assert notes(reading.record.warnings) == [(-1, "columns.change_again")]


def test_a_map_beats_every_doubt() -> None:
    reading = read("date,followers\n2024-01-01,+3\n2024-01-02,4\n", columns={"followers": "followers"})
    assert metrics(reading) == {(Metric.FOLLOWERS, Kind.GAUGE): [3, 4]}


def rising(values: list[int]) -> str:
    return "date,followers,views\n" + "".join(f"2024-01-{n:02},9,{value}\n" for n, value in enumerate(values, 1))


def test_a_running_total_is_no_figure_of_the_day() -> None:
    total = read(rising([10, 12, 12, 15, 19, 20, 21]), role="daily")
    assert metrics(total).keys() == {(Metric.FOLLOWERS, Kind.GAUGE)}
    assert notes(total.record.warnings) == [(-1, "columns.running_total")]
    kept = ([10, 12, 12, 15, 19, 20], [10, 12, 12, 15, 19, 20, 19], [3] * 7)
    for values in kept:
        assert metrics(read(rising(values), role="daily"))[(Metric.VIEWS, Kind.FLOW_GROSS)] == values
    said = read(rising([10, 12, 12, 15, 19, 20, 21]), role="daily", columns={"views": "views"})
    assert metrics(said)[(Metric.VIEWS, Kind.FLOW_GROSS)][-1] == 21


def test_a_running_total_newest_first_is_one_too() -> None:
    lines = rising([10, 12, 12, 15, 19, 20, 21]).splitlines()
    assert notes(read("\n".join([lines[0], *reversed(lines[1:])]), role="daily").record.warnings) == [
        (-1, "columns.running_total")
    ]


def test_all_counts_of_a_day() -> None:
    header = "date,views,likes,comments,shares,posts published"
    found = metrics(read(f"{header}\n2024-01-01,5,4,3,2,1\n", role="daily"))
    names = (Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.POSTS)
    assert found == {(name, Kind.FLOW_GROSS): [5 - n] for n, name in enumerate(names)}


def test_what_a_post_brings_to_the_account() -> None:
    row = rows(read("post,Abonnements,Visites du profil\np1,5,9\n", role="posts"))
    assert (row.follows.tolist(), row.profile_visits.tolist()) == ([5], [9])


def test_words_without_a_kind_are_a_comment() -> None:
    text = "Username,Comment,Post\nann,so nice,p1\nbob,,p1\n"
    assert rows(read(text)).what.tolist() == [Response.COMMENT, -1]
    typed = read("Username,Comment,Post,Kind\nann,so nice,p1,reply\nbob,,p1,like\n")
    assert rows(typed).what.tolist() == [Response.REPLY, Response.LIKE]
