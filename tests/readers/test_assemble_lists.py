"""Several exports of one account: who left, who cannot be said to have left, and which row speaks."""

from pathlib import Path

import numpy as np
import pytest
from exports_made import days

from reachcheck import pipeline
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction, SinceKind


def write(folder: Path, **lists: str) -> list[str]:
    """A CSV for each name; `__` in a name stands for a dash."""
    paths = []
    for name, text in lists.items():
        path = folder / f"{name.replace('__', '-')}.csv"
        path.write_text(text)
        paths.append(str(path))
    return paths


def people(*names: str, since: str = "") -> str:
    return "handle,followed at\n" + "".join(f"{name},{since}\n" for name in names)


def ended(dossiers: Dossiers) -> dict[str, str]:
    """By which day each tie had ended, NaT where it has not."""
    edges = dossiers.edges
    return dict(zip([name or "" for name in edges.peer.decode()], days(edges.until), strict=True))


def remarks(dossiers: Dossiers) -> list[tuple[str, int]]:
    notes = [note.what for source in dossiers.sources for note in source.warnings]
    return [(what.key, int(str(what.params["n"]))) for what in notes if what.key.startswith("assemble.")]


OLD, NEW = "followers_2025__01__31", "followers_2026__01__31"


def test_who_is_in_the_older_list_alone_has_left_by_the_newer(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, **{OLD: people("a", "b", "c"), NEW: people("b", "c", "d")}))
    assert ended(dossiers) == {"a": "2026-01-31", "b": "NaT", "c": "NaT", "d": "NaT"}
    assert remarks(dossiers) == [("assemble.departed", 1)]


def test_the_order_in_which_files_are_given_changes_nothing(tmp_path: Path) -> None:
    paths = write(tmp_path, **{OLD: people("a", "b", "c"), NEW: people("b", "c", "d")})
    assert ended(pipeline.read(paths)) == ended(pipeline.read(paths[::-1]))


def test_departed_followers_are_not_counted(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, **{OLD: people("a", "b", "c"), NEW: people("b", "c", "d")}))
    results = pipeline.analyze_one(dossiers)
    assert results.measure("followers_count").value == 3


def test_every_row_of_both_lists_is_accounted_for(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, **{OLD: people("a", "b", "c"), NEW: people("b", "c", "d")}))
    fates = [(record.rows_read, record.rows_kept, len(record.reported)) for record in dossiers.sources]
    assert fates == [(3, 1, 2), (3, 3, 0)]


def test_nobody_left_where_the_newer_list_begins_later(tmp_path: Path) -> None:
    old = people("a", "b", since="2020-05-05") + "c,2025-01-01\n"
    dossiers = pipeline.read(write(tmp_path, **{OLD: old, NEW: people("c", "d", since="2025-01-01")}))
    assert set(ended(dossiers).values()) == {"NaT"}
    assert remarks(dossiers) == [("assemble.beyond", 2)]


def test_nobody_left_where_two_lists_share_too_few(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, **{OLD: people("a", "b", "c"), NEW: people("c", "d", "e")}))
    assert set(ended(dossiers).values()) == {"NaT"}
    assert remarks(dossiers) == [("assemble.parts", 2)]


def test_half_of_the_older_list_is_enough_to_be_the_same_list(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, **{OLD: people("a", "b"), NEW: people("b", "c")}))
    assert ended(dossiers)["a"] == "2026-01-31"


def test_parts_of_one_date_are_one_list(tmp_path: Path) -> None:
    lists = {
        "followers_2025__01__31": people("a", "b", "c", "d"),
        "followers_1_2026__01__31": people("a"),
        "followers_2_2026__01__31": people("b", "c"),
    }
    dossiers = pipeline.read(write(tmp_path, **lists))
    assert ended(dossiers) == {"a": "NaT", "b": "NaT", "c": "NaT", "d": "2026-01-31"}


def test_lists_without_a_date_show_no_departure(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, followers_old=people("a", "b"), followers_new=people("b")))
    assert set(ended(dossiers).values()) == {"NaT"}


def test_of_three_lists_the_next_one_tells_when(tmp_path: Path) -> None:
    lists = {
        "followers_2024__01__31": people("a", "b", "c", "d"),
        "followers_2025__01__31": people("b", "c", "d"),
        "followers_2026__01__31": people("c", "d"),
    }
    dossiers = pipeline.read(write(tmp_path, **lists))
    assert ended(dossiers) == {"a": "2025-01-31", "b": "2026-01-31", "c": "NaT", "d": "NaT"}
    assert len(dossiers.edges) == 4


def test_who_came_back_is_here_and_was_gone(tmp_path: Path) -> None:
    lists = {
        "followers_2024__01__31": people("a", "b", "c"),
        "followers_2025__01__31": people("b", "c"),
        "followers_2026__01__31": people("a", "b", "c"),
    }
    edges = pipeline.read(write(tmp_path, **lists)).edges
    known = [str(at)[:10] for name, at in zip(edges.peer.decode(), edges.until, strict=True) if name == "a"]
    assert sorted(known) == ["2025-01-31", "NaT"]


def test_the_newest_row_of_a_person_speaks(tmp_path: Path) -> None:
    header = "handle,followers\n"
    paths = write(tmp_path, **{OLD: f"{header}a,10\nb,1\n", NEW: f"{header}a,90\nb,1\n"})
    edges = pipeline.read(paths).edges
    assert dict(zip(edges.peer.decode(), edges.followers.tolist(), strict=True)) == {"a": 90, "b": 1}


def test_what_the_newest_row_of_a_person_leaves_open_an_older_one_fills(tmp_path: Path) -> None:
    lists = {
        "followers_2024__01__31": "handle,followed at,followers,verified\na,2020-01-01,7,yes\nb,2020-02-02,8,no\n",
        OLD: "handle,followed at,followers,verified\na,2021-01-01,10,\nb,,11,\n",
        NEW: "handle,followers,verified\na,90,\nb,,yes\n",
    }
    dossiers = pipeline.read(write(tmp_path, **lists))
    edges = dossiers.edges
    order = np.argsort(edges.peer.decode())
    assert np.array(edges.peer.decode())[order].tolist() == ["a", "b"]
    assert days(edges.since[order]) == ["2021-01-01", "2020-02-02"]
    assert edges.since_kind[order].tolist() == [SinceKind.DAY] * 2
    assert edges.followers[order].tolist() == [90, 11]
    assert edges.verified[order].tolist() == [1, 1]
    assert ended(dossiers) == {"a": "NaT", "b": "NaT"}
    assert [source.rows_kept for source in dossiers.sources] == [2, 2, 2]
    assert remarks(dossiers) == [("assemble.joined_ties", 2), ("assemble.joined_ties", 2)]


def test_an_older_row_that_says_nothing_new_is_reported_as_before(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, **{OLD: people("a", "b"), NEW: people("a", "b", since="2024-01-01")}))
    assert [(source.rows_kept, len(source.reported)) for source in dossiers.sources] == [(0, 2), (2, 0)]


def test_that_a_tie_ended_is_never_taken_from_an_older_file(tmp_path: Path) -> None:
    lists = {"followers_2024__01__31": people("a", "b"), OLD: people("b"), NEW: people("a", "b")}
    edges = pipeline.read(write(tmp_path, **lists)).edges
    assert np.isnat(edges.until).sum() == 2


def test_the_newest_count_of_a_day_and_of_a_post_speaks(tmp_path: Path) -> None:
    lists = {
        "daily_2026__01__31": "date,followers\n2026-01-01,10\n",
        "daily_2026__02__28": "date,followers\n2026-01-01,12\n",
        "posts_2026__01__31": "post,date,likes\np,2026-01-01,5\n",
        "posts_2026__02__28": "post,date,likes\np,2026-01-01,9\n",
    }
    dossiers = pipeline.read(write(tmp_path, **lists))
    assert (dossiers.daily.value.tolist(), dossiers.posts.likes.tolist()) == ([12], [9])


@pytest.mark.parametrize("direction", [Direction.IN, Direction.OUT])
def test_each_direction_is_a_list_of_its_own(tmp_path: Path, direction: Direction) -> None:
    other = {Direction.IN: "following", Direction.OUT: "followers"}[direction]
    mine = {Direction.IN: "followers", Direction.OUT: "following"}[direction]
    lists = {
        f"{mine}_2025__01__31": people("a", "b"),
        f"{mine}_2026__01__31": people("b"),
        f"{other}_2025__01__31": people("a", "b"),
        f"{other}_2026__01__31": people("a", "b"),
    }
    edges = pipeline.read(write(tmp_path, **lists)).edges
    gone = edges.take(np.flatnonzero(~np.isnat(edges.until)))
    assert (gone.peer.decode(), gone.direction.tolist()) == (["a"], [direction])


def watched(dossiers: Dossiers) -> dict[str, str]:
    """Of which day the first list is that holds each tie, NaT where no later list could tell whether it lasted."""
    edges = dossiers.edges
    return dict(zip([name or "" for name in edges.peer.decode()], days(edges.listed_at), strict=True))


def test_one_list_cannot_tell_whether_ties_last(tmp_path: Path) -> None:
    assert watched(pipeline.read(write(tmp_path, **{OLD: people("a", "b")}))) == {"a": "NaT", "b": "NaT"}


def test_lists_that_share_too_few_cannot_tell_either(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, **{OLD: people("a", "b", "c"), NEW: people("c", "d", "e")}))
    assert set(watched(dossiers).values()) == {"NaT"}


def test_who_is_older_than_the_newer_list_is_not_watched_even_if_it_is_in_it(tmp_path: Path) -> None:
    old = people("a", "b", since="2020-05-05") + "c,2025-01-01\n"
    new = people("c", "d", since="2025-01-01") + "b,2025-01-02\n"
    assert watched(pipeline.read(write(tmp_path, **{OLD: old, NEW: new}))) == {
        "a": "NaT", "b": "NaT", "c": "2025-01-31", "d": "NaT",
    }  # fmt: skip


def test_those_of_the_older_list_are_watched_whether_they_left_or_not(tmp_path: Path) -> None:
    dossiers = pipeline.read(write(tmp_path, **{OLD: people("a", "b", "c"), NEW: people("b", "c", "d")}))
    assert watched(dossiers) == {"a": "2025-01-31", "b": "2025-01-31", "c": "2025-01-31", "d": "NaT"}


def test_of_three_lists_the_first_counts(tmp_path: Path) -> None:
    lists = {
        "followers_2024__01__31": people("a", "b", "c", "d"),
        "followers_2025__01__31": people("b", "c", "d", "e"),
        "followers_2026__01__31": people("c", "d", "e", "f"),
    }
    dossiers = pipeline.read(write(tmp_path, **lists))
    assert watched(dossiers) == {
        **dict.fromkeys("abcd", "2024-01-31"), "e": "2025-01-31", "f": "NaT",
    }  # fmt: skip


def test_who_came_back_is_watched_anew(tmp_path: Path) -> None:
    lists = {
        "followers_2024__01__31": people("a", "b", "c"),
        "followers_2025__01__31": people("b", "c"),
        "followers_2026__01__31": people("a", "b", "c"),
    }
    edges = pipeline.read(write(tmp_path, **lists)).edges
    mine = [
        (str(until)[:10], str(at)[:10])
        for name, until, at in zip(edges.peer.decode(), edges.until, edges.listed_at, strict=True)
        if name == "a"
    ]
    assert sorted(mine) == [("2025-01-31", "2024-01-31"), ("NaT", "NaT")]
