"""Whose the rows of a platform's file are: one owner, several of them, or whoever the file's name says."""

import pytest
from exports_made import checked, member, told

from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.shapes import Made, Shape, ShapedReader
from reachcheck.readers.kit.sniff import Names, has_columns
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.source import Member

NAMES: Names = {"handle": ("author",), "post": ("key",), "likes": ("hearts",)}


def _posts(member: Member, options: ReadOptions) -> Made:
    cells = read_cells(member, options, NAMES)
    return made_of(cells, builders.posts(cells))


SHAPE = Shape(name="posts", path=r"\.csv$", shown_by=has_columns(NAMES, "post", "likes"), read=_posts)
READER = ShapedReader("made", "made", (SHAPE,), handle=lambda member: member.name.removesuffix(".csv"))


def read(*rows: str, header: str = "author,key,hearts", name: str = "zoe.csv") -> Reading:
    return checked(READER.read(member(name, "\n".join((header, *rows))), ReadOptions()))


def test_one_owner_of_the_rows_goes_before_the_name_of_the_file() -> None:
    reading = read("@Ada,1,5", ",2,6")
    assert [fragment.handle for fragment in reading.fragments] == ["ada"]
    assert [fragment.owners for fragment in reading.fragments] == [None]
    assert reading.record.rows_kept == 2


@pytest.mark.parametrize(("header", "row"), [("key,hearts", "1,5"), ("author,key,hearts", ",1,5")])
def test_rows_without_an_owner_are_of_whom_the_name_of_the_file_says(header: str, row: str) -> None:
    assert [fragment.handle for fragment in read(row, header=header).fragments] == ["zoe"]


def test_among_several_owners_each_row_is_its_own_and_one_of_nobody_is_left_out() -> None:
    reading = read("ada,1,5", "bo,2,6", ",3,7", "ada,4,8")
    (fragment,) = reading.fragments
    assert fragment.handle is None
    assert fragment.owners is not None
    assert fragment.owners.decode() == ["ada", "bo", "ada"]
    assert told(reading.record) == [("zoe.csv:4", "row.nobody")]
    dossiers = assemble([reading])
    assert dossiers.people.handle.decode() == ["ada", "bo"]
    assert dossiers.posts.profile.tolist() == [0, 0, 1]
    assert dossiers.posts.likes.tolist() == [5, 8, 6]
