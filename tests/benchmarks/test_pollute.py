from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pollution.clean import Table, source
from pollution.peers import csv_comma
from pollution.pollute import DIALECTS, LAYOUTS, Polluted, polluted
from pollution.score import PERFECT, ten
from pollution.weights import GIVEN, TOTAL

SMALL = Table(("Name", "Note"), (("Ann", "red, blue"), ("Bob", "")))


@pytest.fixture(scope="module")
def small() -> dict[str, Polluted]:
    return {each.name: each for each in polluted(SMALL)}


def test_the_source_gives_as_many_files_of_each_sort_as_the_description_counts() -> None:
    counts = Counter(each.kind for each in polluted(source()))
    ragged = counts["missing delimiter in a row"] + counts["extra delimiter in a row"]
    structural = counts["stray quote in a cell"] + counts["row delimited by spaces"] + len(DIALECTS)
    assert (counts["unpolluted"], len(LAYOUTS), ragged, structural) == (1, 12, 1428, 849)
    assert counts.total() == 2290


def test_the_weights_are_those_of_the_description() -> None:
    files = polluted(source())
    assert sum(each.weight for each in files) == pytest.approx(TOTAL)
    assert {each.kind: each.weight for each in files if each.kind in GIVEN} == GIVEN


def test_the_source_is_the_same_each_time() -> None:
    assert source() == source()
    assert polluted(source())[0].content == polluted(source())[0].content


def test_every_truth_scores_ten_against_itself(small: dict[str, Polluted]) -> None:
    assert all(ten(each.truth, each.truth) == PERFECT for each in small.values())


def test_no_two_pollutions_of_the_source_are_the_unpolluted_file() -> None:
    files = polluted(source())
    same = [each.name for each in files if each.content == files[0].content]
    assert same == ["unpolluted"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("unpolluted", b'Name,Note\r\nAnn,"red, blue"\r\nBob,\r\n'),
        ("empty file", b""),
        ("no final line end", b'Name,Note\r\nAnn,"red, blue"\r\nBob,'),
        ("preamble", b'Overview of all entries,\r\n,\r\nName,Note\r\nAnn,"red, blue"\r\nBob,\r\n'),
        ("delimiter semicolon", b"Name;Note\r\nAnn;red, blue\r\nBob;\r\n"),
        ("quote apostrophe", b"Name,Note\r\nAnn,'red, blue'\r\nBob,\r\n"),
        ("missing delimiter in a row 1:0", b'Name,Note\r\nAnn"red, blue"\r\nBob,\r\n'),
        ("extra delimiter in a row 1:1", b'Name,Note\r\nAnn,,"red, blue"\r\nBob,\r\n'),
        ("stray quote in a cell 2:0", b'Name,Note\r\nAnn,"red, blue"\r\n""Bob",\r\n'),
        ("stray quote in a cell 1:1", b'Name,Note\r\nAnn,""red, blue"\r\nBob,\r\n'),
        ("row delimited by spaces 1", b'Name,Note\r\nAnn "red, blue"\r\nBob,\r\n'),
    ],
)
def test_a_file_stands_byte_for_byte(small: dict[str, Polluted], name: str, content: bytes) -> None:
    assert small[name].content == content


@pytest.mark.parametrize(
    ("name", "truth"),
    [
        ("empty file", Table((), ())),
        ("no header", Table(("Ann", "red, blue"), (("Bob", ""),))),
        ("header only", Table(("Name", "Note"), ())),
        ("one row of data", Table(("Name", "Note"), SMALL.rows[:1])),
        ("two tables, second wider", SMALL),
        ("three header rows", Table(("Sales When Name", "Sales When Note"), SMALL.rows)),
        ("stray quote in a cell 2:0", Table(SMALL.header, (SMALL.rows[0], ('"Bob', "")))),
        ("missing delimiter in a row 1:0", SMALL),
    ],
)
def test_the_truth_stands_cell_by_cell(small: dict[str, Polluted], name: str, truth: Table) -> None:
    assert small[name].truth == truth


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Any table of up to four columns whose cells hold whatever delimits, quotes or ends lines."""
    cell = st.text(st.sampled_from("ab ,;\t\"'\\\n\ré"), max_size=6)
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[cell] * width), max_size=4))
    return Table(draw(st.tuples(*[cell] * width)), tuple(rows))


@given(tables())
def test_any_table_can_be_polluted_and_its_plain_file_is_the_table(table: Table) -> None:
    files = polluted(table)
    lines, width = len(table.rows) + 1, len(table.header)
    assert len(files) == 1 + len(LAYOUTS) + len(DIALECTS) + lines * (3 * width)
    assert csv_comma(files[0].content) == table
