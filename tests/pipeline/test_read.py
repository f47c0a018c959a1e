"""From paths to dossiers: several files as one candidate, one map for all of them, files that cannot be read."""

import zipfile
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from reachcheck import pipeline
from reachcheck.errors import ReachcheckError, UnreadableError, UsageError
from reachcheck.message import msg
from reachcheck.model.columns import Text, Times
from reachcheck.model.enums import Direction, KeyKind
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Edges
from reachcheck.readers import recognise
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Fragment, Reading, ReadOptions


def write(folder: Path, **files: str) -> list[str]:
    paths = []
    for name, text in files.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


POSTS = "d,J'adore,post\n2025-01-01,4,a\n2025-01-02,5,b\n"
FOLLOWERS = "qui,follow date\nx,2025-01-01\ny,2025-01-02\n"


def test_one_map_speaks_of_several_files(tmp_path: Path) -> None:
    paths = write(tmp_path, posts=POSTS, followers=FOLLOWERS)
    options = ReadOptions(columns={"likes": "J'adore", "published_at": "d", "peer": "qui"})
    dossiers = pipeline.read(paths, options)
    assert dossiers.posts.likes.tolist() == [4, 5]
    assert dossiers.edges.peer.decode() == ["x", "y"]


def test_a_mapped_column_that_no_file_has_is_an_error(tmp_path: Path) -> None:
    paths = write(tmp_path, posts=POSTS, followers=FOLLOWERS)
    with pytest.raises(UsageError) as caught:
        pipeline.read(paths, ReadOptions(columns={"likes": "Jadore"}))
    assert caught.value.problem.key == "columns.absent"
    assert "qui" in caught.value.problem.params["names"]  # type: ignore[operator]


@pytest.mark.parametrize("beside", [{}, {"followers": FOLLOWERS}])
def test_a_mapped_column_that_no_file_has_is_never_passed_over_for_another(
    tmp_path: Path, beside: dict[str, str]
) -> None:
    paths = write(tmp_path, posts="date,likes,post\n2025-01-01,4,a\n", **beside)
    with pytest.raises(UsageError) as caught:
        pipeline.read(paths, ReadOptions(columns={"likes": "Nope"}))
    problem = caught.value.problem
    assert (problem.key, problem.params["column"]) == ("columns.absent", "Nope")
    assert {"date", "likes", "post"} <= set(problem.params["names"])  # type: ignore[arg-type]


def test_a_map_is_not_passed_over_because_a_platform_file_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text("First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,L,,,,,08 Feb 2026\n")
    said = {}
    for wanted in ("Nope", "Company"):
        with pytest.raises(UsageError) as caught:
            pipeline.read([str(path)], ReadOptions(columns={"followed_at": wanted}))
        said[wanted] = caught.value.problem.key
    assert said == {"Nope": "columns.absent", "Company": "columns.not_taken"}
    assert len(pipeline.read([str(path)], ReadOptions(columns={"followed_at": "Connected On"})).edges) == 1


def test_a_file_that_cannot_be_read_beside_one_that_can_is_named(tmp_path: Path) -> None:
    paths = write(tmp_path, followers="handle,followed at\na,2025-01-01\n", posts="")
    dossiers = pipeline.read(paths)
    bad = dossiers.sources[1]
    assert (bad.rows_read, bad.warnings[0].what.key) == (0, "pipeline.unreadable")
    assert len(dossiers.edges) == 1


def test_the_only_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        pipeline.read(write(tmp_path, posts=""))
    assert caught.value.exit_code == 3


def test_a_folder_without_an_export_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "readme.md").write_text("hello")
    with pytest.raises(UnreadableError) as caught:
        pipeline.read([str(tmp_path)])
    assert caught.value.problem.key == "pipeline.no_export"


def test_two_profiles_are_one_too_many_for_a_report(tmp_path: Path) -> None:
    paths = write(tmp_path, sheet="handle,platform,followers,average likes\nann,x,100,3\nbob,x,200,4\n")
    with pytest.raises(UsageError) as caught:
        pipeline.analyze_one(pipeline.read(paths))
    assert caught.value.problem.params["found"] == 2
    chosen = pipeline.analyze_one(pipeline.read(paths, handle="@Bob"))
    assert (chosen.profile.handle, chosen.profile.followers) == ("bob", 200)


def test_an_unknown_handle_is_an_error(tmp_path: Path) -> None:
    paths = write(tmp_path, sheet="handle,platform,followers,average likes\nann,x,100,3\nbob,x,200,4\n")
    with pytest.raises(UsageError) as caught:
        pipeline.read(paths, handle="carl")
    assert caught.value.problem.key == "assemble.no_handle"


def test_a_row_that_two_files_hold_is_kept_once_and_reported(tmp_path: Path) -> None:
    text = "handle,followed at\na,2025-01-01\nb,2025-01-02\n"
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first, second = write(tmp_path / "one", followers=text), write(tmp_path / "two", followers=text + "c,2025-01-03\n")
    dossiers = pipeline.read([*first, *second])
    assert dossiers.edges.peer.decode() == ["a", "b", "c"]
    later = dossiers.sources[1]
    assert (later.rows_read, later.rows_kept, [note.row for note in later.reported]) == (3, 1, [2, 3])
    assert {note.what.key for note in later.reported} == {"assemble.repeated"}


def test_the_same_name_followed_and_following_is_no_repeat(tmp_path: Path) -> None:
    paths = write(
        tmp_path, followers="handle,followed at\na,2025-01-01\n", following="handle,followed at\na,2025-01-02\n"
    )
    assert len(pipeline.read(paths).edges) == 2


def test_a_tie_that_ended_is_no_repeat_of_the_one_that_came_after_it() -> None:
    times = np.array(["2025-01-01", "2025-01-01"], dtype="datetime64[s]")
    until = np.array(["NaT", "2024-12-01"], dtype="datetime64[s]")
    readings = [
        Reading(
            record=SourceRecord(file=name, sha256="", reader="test", rows_read=1, rows_kept=1),
            fragments=(Fragment(rows=_tie(times[n : n + 1], until[n : n + 1])),),
        )
        for n, name in enumerate(("following.json", "unfollowed.json"))
    ]
    dossiers = assemble(readings)
    assert np.isnat(dossiers.edges.until).tolist() == [True, False]
    assert [len(source.reported) for source in dossiers.sources] == [0, 0]
    again = assemble([readings[1], readings[1]])
    assert [len(source.reported) for source in again.sources] == [0, 1]


def _tie(since: Times, until: Times) -> Edges:
    return Edges.of(
        1,
        row=np.zeros(1, np.int32),
        peer=Text.of(["a"]),
        direction=np.full(1, Direction.OUT, np.int8),
        key_kind=np.full(1, KeyKind.HANDLE, np.int8),
        since=since,
        until=until,
    )


def test_files_of_two_owners_do_not_mix(tmp_path: Path) -> None:
    paths = write(
        tmp_path,
        profile="handle,platform,followers\nann,x,100\n",
        posts="handle,post,date,likes\nbob,p1,2025-01-01,4\n",
        followers="handle,followed at\nc,2025-01-03\n",
    )
    with pytest.raises(UsageError) as caught:
        pipeline.read(paths)
    assert caught.value.problem.key == "assemble.whose"


def test_one_account_of_two_platforms_is_refused(tmp_path: Path) -> None:
    one, two = "handle,platform,followers\nann,x,100\n", "handle,platform,followers\nann,instagram,100\n"
    (tmp_path / "b").mkdir()
    paths = [*write(tmp_path, profile=one), *write(tmp_path / "b", profile=two)]
    with pytest.raises(UsageError) as caught:
        pipeline.read(paths)
    assert caught.value.problem.key == "assemble.platforms"


@pytest.mark.parametrize(
    ("as_of", "files", "day", "origin"),
    [
        (date(2026, 1, 1), {"followers": "handle,followed at\na,2025-01-01\n"}, "2026-01-01", "given"),
        (None, {"followers": "handle,followed at\na,2025-01-01\n"}, "2025-01-01", "data"),
        (None, {"followers_2025-03-04": "handle,followed at\na,2025-01-01\n"}, "2025-03-04", "export"),
        (None, {"followers_2024-03-04": "handle,followed at\na,2025-01-01\n"}, "2025-01-01", "data"),
        (None, {"profile": "handle,platform,followers,as of\na,x,3,2025-02-01\n"}, "2025-02-01", "profile"),
        (None, {"graph": "source,target\na,b\n"}, None, None),
    ],
)
def test_as_of_says_which_date_it_is(
    tmp_path: Path, as_of: date | None, files: dict[str, str], day: str | None, origin: str | None
) -> None:
    people = pipeline.read(write(tmp_path, **files), as_of=as_of).people
    assert people.as_of_origin.decode() == [origin]
    assert np.isnat(people.as_of[0]) if day is None else str(people.as_of[0])[:10] == day


def test_a_network_alone_has_no_count_to_bound(tmp_path: Path) -> None:
    results = pipeline.analyze_one(pipeline.read(write(tmp_path, graph="source,target\na,b\nb,a\na,c\n")))
    assert results.real_reach is None
    assert results.verdict.label == "not assessable"
    assert results.measure("edge_reciprocity").value == pytest.approx(2 / 3, abs=1e-9)


def test_inspect_counts_every_row(samples: Path) -> None:
    seen = pipeline.inspect([str(samples / "nathan-3000")])
    assert seen.tables["edges"] == {"rows": 3131, "in": 3000, "out": 131, "mutual": 0}
    assert seen.tables["posts"]["rows"] == 71
    assert all(s.rows_read == s.rows_kept + len(s.reported) for s in seen.sources)


def test_the_same_input_gives_the_same_report(samples: Path) -> None:
    first, second = (pipeline.analyze_one(pipeline.read([str(samples / "viral-week")])) for _ in range(2))
    assert first == second
    assert len(first.report_id) == 9


def test_order_of_files_does_not_matter(samples: Path) -> None:
    paths = sorted(str(path) for path in (samples / "quiet-expert").glob("*.csv"))
    one, other = pipeline.analyze_one(pipeline.read(paths)), pipeline.analyze_one(pipeline.read(paths[::-1]))
    assert (one.verdict, one.real_reach, one.report_id) == (other.verdict, other.real_reach, other.report_id)
    assert [m.value for m in one.measures] == [m.value for m in other.measures]


def test_errors_carry_what_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReachcheckError) as caught:
        pipeline.read(write(tmp_path, things="foo,bar\n1,2\n"))
    error = caught.value
    assert (error.place, error.exit_code) == ("things.csv", 3)
    assert error.remedy is not None


NETWORK = "source,target\na,b\nb,a\na,c\nd,a\na,a\n"


def test_an_account_of_a_network_has_its_own_ties(tmp_path: Path) -> None:
    results = pipeline.analyze_one(pipeline.read(write(tmp_path, graph=NETWORK), handle="a"))
    followers, following = results.measure("reciprocity_of_followers"), results.measure("reciprocity_of_following")
    assert (followers.k, followers.n) == (1, 2)
    assert (following.k, following.n) == (1, 2)
    assert (results.profile.handle, results.measure("followers_count").value) == ("a", 2)


def test_an_account_that_the_network_lacks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        pipeline.read(write(tmp_path, graph=NETWORK), handle="z")


def test_a_handle_names_files_that_name_nobody(tmp_path: Path) -> None:
    paths = write(tmp_path, followers="handle,followed at\na,2025-01-01\n")
    dossiers = pipeline.read(paths, handle="@Me")
    assert (dossiers.people.handle.decode(), len(dossiers.edges)) == (["me"], 1)


def test_a_post_that_two_files_know_is_one_post_with_what_both_know(tmp_path: Path) -> None:
    paths = write(
        tmp_path,
        one="post,date,likes\np1,2025-01-01,4\np2,2025-01-02,5\n",
        two="post,date,likes,reach\np1,2025-01-01,9,100\np2,2025-01-02,5,\n",
    )
    dossiers = pipeline.read(paths)
    assert dossiers.posts.likes.tolist() == [4, 5]
    assert dossiers.posts.reach.tolist()[0] == 100
    assert np.isnan(dossiers.posts.reach[1])
    later = dossiers.sources[1]
    assert (later.rows_read, later.rows_kept, [note.row for note in later.reported]) == (2, 1, [3])
    assert later.warnings[-1].what.key == "assemble.joined"


def test_a_sheet_may_hold_people_of_several_platforms(tmp_path: Path) -> None:
    sheet = "handle,platform,followers,average likes\nann,x,100,3\nbob,instagram,200,4\n"
    people = pipeline.read(write(tmp_path, sheet=sheet)).people
    assert list(zip(people.handle.decode(), people.platform.decode(), strict=True)) == [
        ("ann", "x"),
        ("bob", "instagram"),
    ]


def archive(folder: Path, files: dict[str, bytes]) -> str:
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return str(path)


def test_what_is_not_opened_in_an_archive_is_said_with_its_reason(tmp_path: Path) -> None:
    names = {f"../{number}.csv": b"x" for number in range(7)}
    path = archive(tmp_path, {"followers.csv": b"handle,followed at\na,2025-01-01\n", **names})
    *_, said = pipeline.read([path]).sources
    assert (said.file, said.reader, said.rows_read) == ("export.zip", "refused", 0)
    (note,) = said.warnings
    assert note.what.key == "source.left_out_more"
    assert note.what.params["names"] == tuple(f"export.zip/../{number}.csv" for number in range(5))
    assert (note.what.params["more"], note.what.params["why"]) == (2, msg("source.unsafe_name"))


def test_one_damaged_member_costs_that_member(tmp_path: Path) -> None:
    table = b"handle,followed at\na,2025-01-01\n"
    path = Path(archive(tmp_path, {"followers.csv": table, "following.csv": table.replace(b"a,", b"bee,")}))
    path.write_bytes(path.read_bytes().replace(b"bee,", b"bXe,", 1))
    dossiers = pipeline.read([str(path)])
    assert dossiers.edges.peer.decode() == ["a"]
    said = [note.what for source in dossiers.sources for note in source.warnings]
    left = [what.params["why"] for what in said if what.key == "source.left_out"]
    assert left == [msg("source.broken_zip")]


def test_nothing_but_what_is_not_opened_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        pipeline.read([archive(tmp_path, {"../followers.csv": b"x"})])
    assert (caught.value.problem.key, caught.value.place) == ("source.unsafe_name", "export.zip/../followers.csv")


def test_names_that_several_entries_have_are_said(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(tmp_path / "export.zip", "w") as file:
        file.writestr("followers.csv", "handle,followed at\na,2025-01-01\n")
        file.writestr("followers.csv", "handle,followed at\nb,2025-01-01\n")
    dossiers = pipeline.read([str(tmp_path / "export.zip")])
    assert sorted(name or "" for name in dossiers.edges.peer.decode()) == ["a", "b"]
    assert dossiers.sources[-1].warnings[0].what == msg("source.repeated_names", names=("followers.csv",), n=1)


def test_a_key_that_stands_twice_is_said_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "followers.json").write_text('[{"handle": "a", "handle": "b", "followed at": "2025-01-01"}]')
    dossiers = pipeline.read([str(tmp_path / "followers.json")])
    assert dossiers.edges.peer.decode() == ["b"]
    assert msg("table.json_repeated_keys", names=("handle",)) in [note.what for note in dossiers.sources[0].warnings]


def test_more_levels_than_a_reader_can_follow_cost_that_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(type(recognise.GENERIC), "read", read)
    with pytest.raises(UnreadableError) as caught:
        pipeline.read(write(tmp_path, followers=FOLLOWERS))
    assert caught.value.problem.key == "table.too_nested"


def windows_of(*paths: str) -> list[tuple[str, str | None, int]]:
    return [(window.table, window.direction, window.rows) for window in pipeline.inspect(paths).coverage]


def test_each_list_of_a_file_has_its_own_count(tmp_path: Path) -> None:
    path = tmp_path / "lists.json"
    path.write_text('{"followers": [{"handle": "ann"}, {"handle": "bob"}], "following": [{"handle": "cleo"}]}')
    assert windows_of(str(path)) == [("edges", "in", 2), ("edges", "out", 1)]


def test_a_row_that_a_newer_file_holds_already_is_counted_there_alone(tmp_path: Path) -> None:
    older, newer = "followers_2025-01-31", "followers_2025-02-28"
    paths = write(tmp_path, **{older: "handle\nann\nbob\n", newer: "handle\nbob\ncleo\n"})
    assert [rows for _, _, rows in windows_of(*paths)] == [1, 2]
