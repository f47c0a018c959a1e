"""The pieces that all readers are made of, over damaged files: tables, JSON, values, archives, workbooks."""

import io
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import TOKENS, mutated

from reachcheck.errors import ReachcheckError, UnreadableError
from reachcheck.readers.aliases import known
from reachcheck.readers.source import open_source
from reachcheck.readers.table import RawTable, json_table, read_json, read_json_lines, read_tables
from reachcheck.readers.table.compound import look_at
from reachcheck.readers.table.look_over import look_over
from reachcheck.readers.values import dates, flags, handles, numbers

LONG = settings(max_examples=5000)
SAMPLES = Path(__file__).parents[2] / "data" / "samples"
CSV = tuple(path.read_bytes()[:3000] for path in sorted(SAMPLES.rglob("*.csv")))
MESSY = (
    b"Report\nfrom,to\n\nDate;Reach;Likes\n2025-01-01;1.234,5;12\n2025-01-02;;7\nTotal;1;19\n",
    b'sep=,\nhandle,bio\nann,"a ""quoted"" bio\nover lines"\nben,x,y,z\n\nname,value\na,1\n',
    "Fecha\tAlcance\n1 ene 2025\t12 mil\n".encode("utf-16"),
    b"ann\nben\ncy\n",
)
JSON = (
    b'[{"id": 9007199254740993, "a": {"b": [1, 2, {"c": null}]}, "t": "\\ud83d\\ude00"}]',
    b'{"a": 1, "b": [true, 1.5e3, ""]}\n{"a": 2}\n',
    b'{"followers": [{"handle": "ann", "handle": "ben"}], "n": -0.0}',
)


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 2, 3, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


ZIPS = (
    packed({"a/followers.csv": MESSY[0], "b.json": JSON[0], "a/": b""}),
    packed({"in.zip": packed({"c.csv": MESSY[1]}), "x": b"y" * 2000}),
)


@cache
def books() -> tuple[bytes, ...]:
    from exports_made import raw_workbook, workbook

    rows = '<row r="2"><c r="B2" t="s"><v>0</v></c><c><v>1</v></c></row>'
    more = {"xl/sharedStrings.xml": "<sst><si><t>a</t></si></sst>"}
    return workbook({"A": [["a", 1], [None, 2.5]], "B": []}), raw_workbook(f"<sheetData>{rows}</sheetData>", more)


@cache
def old_books() -> tuple[bytes, ...]:
    from legacy_made import legacy, record, small_file

    return legacy({"A": [["a", 1], [None, 2.5]]}), small_file("Book", record(0x809, 5, 16, 0, 0) + record(0x203, 1, 1))


def whole(table: RawTable) -> None:
    """Every row is as wide as the header, and stands in the file once."""
    assert all(len(row) == len(table.header) for row in table.rows)
    assert len(table.rows) == len(table.lines)
    assert len(set(table.header)) == len(table.header)
    assert not {note.row for note in table.reported} & set(table.lines)
    assert table.rows_read == len(table.rows) + len(table.reported)


def tables(content: bytes) -> None:
    try:
        found = read_tables(content, "x", known)
    except UnreadableError:
        return
    for table in found:
        whole(table)


def objects(content: bytes) -> None:
    for read in (read_json, read_json_lines):
        try:
            made = read(content, "x")
        except UnreadableError:
            continue
        table = made if isinstance(made, RawTable) else json_table_of(made)
        if table is not None:
            whole(table)


def json_table_of(data: object) -> RawTable | None:
    try:
        return json_table(data, "x")
    except UnreadableError:
        return None


def archives(content: bytes) -> None:
    try:
        source = open_source("-", io.BytesIO(content))
    except ReachcheckError:
        return
    for member in source.members:
        try:
            assert len(member.head) <= len(member.content)
        except UnreadableError as error:
            assert error.place


def workbooks(content: bytes) -> None:
    try:
        look_over(content, "x")
    except UnreadableError as error:
        assert error.place


def old_workbooks(content: bytes) -> None:
    look_at(content)


Piece = tuple[Callable[[bytes], None], Callable[[], Sequence[bytes]]]
PIECES: dict[str, Piece] = {
    "tables": (tables, lambda: CSV + MESSY),
    "json": (objects, lambda: JSON),
    "archives": (archives, lambda: ZIPS),
    "workbooks": (workbooks, books),
    "old workbooks": (old_workbooks, old_books),
}


@pytest.fixture(params=PIECES.values(), ids=PIECES)
def piece(request: pytest.FixtureRequest) -> Piece:
    found: Piece = request.param
    return found


def fuzz(piece: Piece, kind: settings) -> None:
    survives, seeds = piece

    @kind
    @given(mutated(seeds()))
    def run(content: bytes) -> None:
        survives(content)

    run()


def test_a_piece_reads_or_refuses_whatever_its_files_are_made_into(piece: Piece) -> None:
    fuzz(piece, settings())


@pytest.mark.slow
def test_a_piece_survives_for_minutes(piece: Piece) -> None:
    fuzz(piece, LONG)


WORDS = [token.decode("utf-8", "replace") for token in TOKENS] + [
    "1,234", "1.234", "1 234", "1.234,56", "12K", "3,4 M", "(5)", "50 %", "-", "—", "n/a", "<1", "1e5", "٣", "½",
    "１２", "²", "2025-01-31", "31/01/2025", "01/31/25", "31 janv. 2025", "Jan 31, 2025 11:59 PM",
    "2025-01-31T23:59:59.999+14:00", "1735689600", "1735689600000", "-62135596800", "253402300800", "0001-01-01",
    "10000-01-01", "29/02/2023", "24:00", "true", "oui", "✓", "https://x.com/ann", "instagram.com/_u/ann?x=1",
    "ann@example.org", "@@", "a b", "",
]  # fmt: skip
DAYS = r"[0-9]{1,4}[-/. ][0-9]{1,4}[-/. ][0-9]{1,6}( [0-9]{1,2}:[0-9]{1,3}(:[0-9]{2})?)?"
FIGURES = r"[-+~]?[0-9]{0,20}([.,' ][0-9]{0,20}){0,3}[eEkKmM%]?[0-9]{0,4}"
CELLS = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.text(max_size=12),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map("".join),
        st.from_regex(
            r"[0-9]{1,4}[-/. ][0-9]{1,4}[-/. ][0-9]{1,6}( [0-9]{1,2}:[0-9]{1,3}(:[0-9]{2})?)?", fullmatch=True
        ),
        st.from_regex(r"[-+~]?[0-9]{0,20}([.,' ][0-9]{0,20}){0,3}[eEkKmM%]?[0-9]{0,4}", fullmatch=True),
    ),
    max_size=8,
)


def sound_values(cells: list[str], order: str | None) -> None:
    """Every cell has a value, none, or is named as one that could not be read."""
    number, date = numbers(cells), dates(cells, order)
    for values, bad in ((number.values, number.bad), (date.values, date.bad)):
        assert len(values) == len(cells)
        assert set(bad) <= set(range(len(cells)))
    assert np.isnan(number.values[list(number.bad)]).all()
    assert np.isnat(date.values[list(date.bad)]).all()
    assert np.isfinite(number.values[~np.isnan(number.values)]).all()
    years = date.values[~np.isnat(date.values)].astype("datetime64[Y]").astype(int) + 1970
    assert all(1 <= year <= 9999 for year in years.tolist())
    found, bad_flags = flags(cells)
    assert len(found) == len(cells) and set(bad_flags) <= set(range(len(cells)))
    assert len(handles(cells)) == len(cells)


ORDERS = st.sampled_from([None, "dmy", "mdy"])


@given(CELLS, ORDERS)
def test_any_cells_are_values_or_bad_ones(cells: list[str], order: str | None) -> None:
    sound_values(cells, order)


@pytest.mark.slow
@LONG
@given(CELLS, ORDERS)
def test_values_survive_for_minutes(cells: list[str], order: str | None) -> None:
    sound_values(cells, order)
