"""How far sheets reach and how much text they show is counted in their XML, in whatever style that is written."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.readers.table import extent as under_test
from reachcheck.readers.table.extent import Extent, extent_of, string_sizes

NONE = np.empty(0, dtype=np.int64)


def measured(data: str) -> Extent:
    return extent_of(data.encode(), NONE)


@pytest.mark.parametrize(
    ("data", "rows", "columns", "filled", "cells"),
    [
        ("", 0, 0, 0, 0),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>1</v></c></row>', 1, 3, 2, 2),
        ('<row r="9"><c r="ab12"><v>1</v></c></row>', 12, 28, 1, 1),
        ("<row r='1048576'><c\n r = 'XFD1048576' t='inlineStr'><is><t>a</t></is></c></row>", 1048576, 16384, 1, 1),
        ('<x:row r="9"><x:c s="3" r="Z9"><x:v>1</x:v></x:c></x:row>', 9, 26, 1, 1),
        ('<row r="7"><c r="A1"/><c r="Z9" s="1" /><c r="Z9"></c></row>', 0, 0, 0, 3),
        ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", 2, 2, 3, 3),
        ('<row r="4294967295"><c><v>1</v></c></row>', 4294967295, 1, 1, 1),
        ('<row r="5"><c r="F5"><v>1</v></c><c><v>2</v></c></row>', 5, 8, 2, 2),
        ('<cols><col min="1"/></cols><colour r="Z9">x</colour><rows r="9"/>', 0, 0, 0, 0),
        ('<c r="ZZZZZZZZZZZZ9"><v>1</v></c>', 0, 8353082582, 1, 1),
        ('<c r="A1', 1, 1, 1, 1),
    ],
)
def test_cells_in_every_style(data: str, rows: int, columns: int, filled: int, cells: int) -> None:
    assert measured(data) == Extent(rows, columns, filled, 0, cells)


def test_a_text_that_cells_share_counts_as_often_as_it_is_shown() -> None:
    strings = string_sizes(b"<sst><si><t>abc</t></si><x:si>\n</x:si><si/></sst>", 10)
    assert strings.tolist() == [21, 12, 10]
    data = b"<c r='A1' t='s'><v>1</v></c>" + b'<c r="A2" t="s"><v>0</v></c>' * 3
    beside = b'<c r="A3" t="s"><v>7</v></c><c r="A4" t="str"><v>0</v></c><c r="A5"><v>0</v></c>'
    assert extent_of(data + beside, strings).text == 12 + 3 * 21


def test_texts_without_end_are_not_counted_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "_PIECE", 50)
    assert 10 < len(string_sizes(b"<si/>" * 1000, 10)) < 100
    assert len(string_sizes(b"<si/>" * 1000, 2000)) == 1000


def test_a_text_longer_than_a_piece_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "_PIECE", 60)
    data = f'<row r="1"><c r="B1"><v>{"x" * 500}</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>'
    assert measured(data) == Extent(3, 2, 2, 0, 2)


def slowly(data: str) -> tuple[int, int, int]:
    """The same, cell by cell."""
    rows = columns = filled = 0
    for letters, digits, end in re.findall(r'<c r="([A-Z]+)([0-9]+)"[^<>]*?(/?)>', data):
        if not end:
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            rows, columns, filled = max(rows, int(digits)), max(columns, column), filled + 1
    return rows, columns, filled


CELLS = st.builds(
    '<c r="{}{}"{}'.format,
    st.text("ABXZ", min_size=1, max_size=3),
    st.integers(1, 2_000_000),
    st.sampled_from(["/>", " s='1'/>", "><v>1</v></c>", " t='n'><v>5</v></c>"]),
)


@settings(deadline=None)
@given(cells=st.lists(CELLS, max_size=30), piece=st.integers(60, 400))
def test_the_size_of_the_pieces_changes_nothing(cells: list[str], piece: int) -> None:
    data = "<row>".join(cells)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(under_test, "_PIECE", piece)
        found = measured(data)
    assert (found.rows, found.columns, found.filled) == slowly(data)


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text("<>/rowc tsi=\"'A19v:", max_size=300).map(str.encode))
def test_any_bytes_are_measured(content: bytes) -> None:
    assert extent_of(content, string_sizes(content, 100)).cells >= 0
