"""Lists of one column, with a title or without."""

import json
from pathlib import Path

import pytest
from generic_tables import member, notes, read, rows

from reachcheck import pipeline
from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Direction, SinceKind
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.generic import GenericReader


def test_people_who_are_called_as_machines_say_nothing_are_kept() -> None:
    reading = read("name,followed_at\nNa,2026-01-05\nNull,2026-01-06\nn/a,2026-01-07\n--,2026-01-08\n", "followers.csv")
    assert rows(reading).peer.decode() == ["Na", "Null"]
    assert [note.row for note in reading.record.reported] == [4, 5]


@pytest.mark.parametrize(
    ("content", "name", "peers"),
    [
        ("ann\nbob\n", "followers.txt", ["ann", "bob"]),
        ("@Ann\n@007\n\n@null\n", "mes abonnés.txt", ["ann", "007", "null"]),
        ("https://www.instagram.com/Ann/\nhttps://instagram.com/bob?x=1\n", "abonnes.csv", ["ann", "bob"]),
        ("\ufeffann\r\nbob\r\n", "seguidores.txt", ["ann", "bob"]),
    ],
)
def test_a_list_without_a_title_goes_by_the_files_name(content: str, name: str, peers: list[str]) -> None:
    assert GenericReader().claims(member(content, name))
    reading = read(content, name)
    assert rows(reading).peer.decode() == peers
    assert {"generic.role_from_name", "table.no_header"} <= {note.what.key for note in reading.record.warnings}


def test_a_list_without_title_and_role_asks_for_it() -> None:
    for content in ("@ann\n@bob\n", "https://instagram.com/ann\nhttps://instagram.com/bob\n"):
        assert GenericReader().claims(member(content, "list.txt"))
        with pytest.raises(UnreadableError) as caught:
            read(content, "list.txt")
        assert caught.value.problem.key == "generic.undecided"
    assert rows(read("@ann\n@bob\n", "list.txt", role="following")).direction.tolist() == [Direction.OUT] * 2


@pytest.mark.parametrize(
    "content", ["Dear all\nhere they are\n", "numpy==1.2\nrich>=3\n", "https://example.org/a/b\n", "\0\1\2\n"]
)
def test_other_text_is_no_list(content: str) -> None:
    assert not GenericReader().claims(member(content, "notes.txt"))


def test_the_user_may_say_that_plain_words_are_a_list(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("ann\nbob\n", encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        pipeline.read([str(path)])
    assert caught.value.problem.key == "pipeline.no_export"
    assert pipeline.read([str(path)], ReadOptions(role="followers")).edges.peer.decode() == ["ann", "bob"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Abonné le\n03/01/2026\n14/01/2026\n14/01/2026\n", "abonnes.csv"),
        ("2026-01-03\n2026-01-14\n2026-01-14\n", "followers.txt"),
        ("Date d'abonnement\n3 janv. 2026\n14 janv. 2026\n14 janv. 2026\n", "abonnes.csv"),
    ],
)
def test_dates_without_names_show_growth(content: str, name: str) -> None:
    row = rows(read(content, name))
    assert [str(day)[:10] for day in row.since] == ["2026-01-03", "2026-01-14", "2026-01-14"]
    assert row.since_kind.tolist() == [SinceKind.DAY] * 3
    assert (row.peer.decode(), row.key_kind.tolist()) == ([None] * 3, [-1] * 3)


def test_a_date_without_a_name_that_is_no_date_is_reported() -> None:
    record = read("followed at\n2026-01-03\nsoon\n2026-01-14\n", "followers.csv").record
    assert notes(record.reported) == [(3, "row.not_a_date")]


def test_dates_alone_say_nothing_of_who_follows_back(tmp_path: Path) -> None:
    (tmp_path / "followers.csv").write_text("followed at\n2026-01-03\n2026-01-14\n", encoding="utf-8")
    (tmp_path / "following.csv").write_text("handle\nann\n", encoding="utf-8")
    (results,) = pipeline.analyze(pipeline.read([str(tmp_path)]))
    found = {measure.id: measure for measure in results.measures}
    assert found["reciprocity_of_following"].value is None
    assert found["followers_count"].value == 2


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("publications.csv", True),
        ("Mes abonne\u0301s.csv", True),
        ("jours_fériés.csv", False),
        ("commentaires.csv", False),
    ],
)
def test_beside_an_export_only_a_table_that_says_its_role_is_opened(tmp_path: Path, name: str, read: bool) -> None:
    entry = {
        "string_list_data": [{"href": "https://www.instagram.com/ann", "value": "ann", "timestamp": 1_764_547_200}]
    }
    (tmp_path / "followers_1.json").write_text(json.dumps([entry]), encoding="utf-8")
    (tmp_path / name).write_text("post,likes\np1,3\n", encoding="utf-8")
    found = pipeline.read_all([str(tmp_path)], ReadOptions())
    assert (name in {reading.record.file for reading in found.readings}) is read
