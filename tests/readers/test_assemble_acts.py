"""Acts that two files of one account tell: counted once, and a row of which any table keeps something is kept."""

import numpy as np

from reachcheck.model.columns import Text
from reachcheck.model.enums import Direction, KeyKind, Response
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Interactions, Posts, Table
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Fragment, Reading

DAY = np.datetime64("2026-01-01", "s")


def acts(*peers: str | None, at: np.datetime64 = DAY, what: int = Response.COMMENT) -> Interactions:
    size = len(peers)
    return Interactions.of(
        size,
        row=np.arange(size, dtype=np.int32),
        direction=np.full(size, Direction.IN, np.int8),
        peer=Text.of(peers),
        key_kind=np.full(size, KeyKind.HANDLE, np.int8),
        what=np.full(size, what, np.int8),
        post=Text.of(["p"] * size),
        at=np.full(size, at),
    )


def reading(name: str, *tables: Table) -> Reading:
    size = max(map(len, tables))
    record = SourceRecord(file=name, sha256=name, reader="made", rows_read=size, rows_kept=size)
    return Reading(record=record, fragments=tuple(Fragment(rows=table) for table in tables))


def test_the_same_act_in_two_files_is_one() -> None:
    dossiers = assemble([reading("a", acts("bo", "cy")), reading("b", acts("cy", "dee"))])
    assert sorted(name or "" for name in dossiers.interactions.peer.decode()) == ["bo", "cy", "dee"]
    assert [record.rows_kept for record in dossiers.sources] == [2, 1]
    assert [note.row for note in dossiers.sources[1].reported] == [0]


def test_acts_that_differ_or_that_nothing_tells_apart_are_all_kept() -> None:
    later = np.datetime64("2026-01-02", "s")
    nat = np.datetime64("NaT", "s")
    tables = [
        acts("bo"),
        acts("bo", at=later),
        acts("bo", what=Response.LIKE),
        acts("bo", at=nat),
        acts("bo", at=nat),
        acts(None),
    ]
    dossiers = assemble([reading(str(n), table) for n, table in enumerate([*tables, acts(None)])])
    assert len(dossiers.interactions) == 7


def test_within_one_file_nothing_is_taken_for_the_same() -> None:
    assert len(assemble([reading("a", acts("bo", "bo"))]).interactions) == 2


def test_a_row_that_one_table_keeps_is_kept_although_another_had_it_before() -> None:
    post = Posts.of(1, row=np.zeros(1, np.int32), key=Text.of(["p"]), published_at=np.full(1, DAY))
    dossiers = assemble([reading("a", post), reading("b", post, acts("bo"))])
    assert (len(dossiers.posts), len(dossiers.interactions)) == (1, 1)
    assert [(record.rows_kept, record.reported) for record in dossiers.sources] == [(1, ()), (1, ())]
