"""Large files give the table that small ones give: line by line, and by DuckDB where it can be believed."""

import csv
import io
import os
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from raw_tables import keys

from reachcheck.errors import UnreadableError
from reachcheck.readers.source import Member, open_source
from reachcheck.readers.table import RawTable, read_large, read_table
from reachcheck.readers.table.columns import BLOCK, Column
from reachcheck.readers.table.large import _Large

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from pollution.clean import Table, source
from pollution.pollute import polluted

HEADER = "Key,Day,Text,Count\n"
ROWS = "".join(f"k{number},2024-01-{1 + number % 28:02},text {number},{7 * number}\n" for number in range(60))


def known(name: str) -> bool:
    return name in ("Key", "Day", "Number")


def whole(table: RawTable) -> object:
    """Everything that a table says."""
    columns = [list(table.column(name)) for name in table.header]
    account = table.above, table.preamble, table.reported, table.warnings, table.named, table.rows_read
    return table.header, columns, list(table.lines), account


def outcome(read: object) -> object:
    try:
        return whole(read())  # type: ignore[operator]
    except UnreadableError as error:
        return error.problem, error.place


def on_disk(file: Path) -> Member:
    (member,) = open_source(str(file)).members
    return member


def same(content: bytes, file: Path) -> bool:
    """Whether all ways read the same; whether DuckDB was believed."""
    file.write_bytes(content)
    member = on_disk(file)
    expected = outcome(lambda: read_table(content, file.name, known))
    assert outcome(lambda: read_large(member, known, bulk=False)) == expected
    assert outcome(lambda: read_large(member, known)) == expected
    return isinstance(expected, tuple) and len(expected) == 4 and _Large(member, known).in_bulk() is not None


@pytest.mark.parametrize(
    "text",
    [
        HEADER + ROWS,
        HEADER + ROWS.rstrip("\n"),
        (HEADER + ROWS).replace("\n", "\r\n"),
        (HEADER + ROWS).replace(",", ";"),
        (HEADER + ROWS).replace(",", "\t"),
        "A title\n" + HEADER + ROWS,
        "sep=,\n" + HEADER + ROWS,
        "\ufeff" + HEADER + ROWS,
        HEADER + ROWS + 'k60,2024-02-01,"two\nlines",5\nk61,2024-02-02,"a ""b"" c",6\n' + ROWS,
        HEADER + ROWS + "k60,2024-02-01,,\n" + ROWS,
        HEADER + ROWS + " k60 ,2024-02-01, text ,\u00a05\n",
        HEADER + ROWS + "k60,2024-02-01,NULL,NA\n",
    ],
)
def test_regular_files_are_read_in_bulk(text: str, tmp_path: Path) -> None:
    assert same(text.encode(), tmp_path / "x.csv")


@pytest.mark.parametrize(
    "more",
    [
        "k60,2024-02-01,5\n",
        "k60,2024-02-01,text,5,6\n",
        "\n" + ROWS,
        "\nBy day\nDay,Number\n2024-01-01,5\n",
        ",,,\n" + ROWS,
        HEADER + ROWS,
        "Total,,,99\n",
        "  TOTAL: ,,,99\n",
        'k60,2024-02-01,"open,5\n',
        'k60,2024-02-01,"open,5',
        'k60,2024-02-01,a"b"c,5\n',
        'k60,2024-02-01,"text" ,5\n',
        'k60,2024-02-01, "te,xt",5\n',
        'k60,2024-02-01,"te"xt",5\n',
        "k60,2024-02-01,text,5\r\n",
        "k60,2024-02-01,text,5\rk61,2024-02-02,text,5\n",
        " \n",
        'k60,2024-02-01,text,"5" ',
        'k60,2024-02-01,text,"5"\x0b',
    ],
)
def test_what_needs_thought_is_read_line_by_line(more: str, tmp_path: Path) -> None:
    assert not same((HEADER + ROWS + more + ROWS).encode(), tmp_path / "x.csv")
    assert not same((HEADER + ROWS + more).encode(), tmp_path / "x.csv")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-16-be"])
def test_other_encodings_are_read_line_by_line(encoding: str, tmp_path: Path) -> None:
    assert not same((HEADER + ROWS + "k60,2024-02-01,été à,5\n").encode(encoding), tmp_path / "x.csv")


def test_tables_without_header_are_read_line_by_line(tmp_path: Path) -> None:
    assert not same(ROWS.encode(), tmp_path / "x.csv")


def test_a_name_that_stands_for_several_files_is_read_line_by_line(tmp_path: Path) -> None:
    assert not same((HEADER + ROWS).encode(), tmp_path / "x[1].csv")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"<html><p>", bytes(range(256)) * 9, b"\xff\xfea\0b\0\x00\xd8"])
def test_what_is_no_table_is_refused_alike(content: bytes, tmp_path: Path) -> None:
    same(content, tmp_path / "x.csv")


@cache
def dirty() -> list[bytes]:
    return [each.content for each in polluted(source())]


@pytest.mark.parametrize("at", range(0, 2290, 97))
def test_polluted_files_are_read_alike(at: int, tmp_path: Path) -> None:
    same(dirty()[at], tmp_path / "x.csv")


CELLS = st.text(st.sampled_from('ab1 ,;"\n\réx.'), max_size=6)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(st.integers(0, 10**9).map(str), CELLS, CELLS), max_size=30),
    mark=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_any_table_is_read_alike(
    rows: list[tuple[str, str, str]], mark: str, end: str, quoting: int, tmp_path: Path
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([("Key", "Day", "Text"), *rows])
    same(out.getvalue().encode(), tmp_path / "x.csv")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(st.integers(0, 999).map(str), CELLS, st.dates().map(str), CELLS), min_size=5, max_size=20),
    which=st.integers(0, 10**6),
)
def test_any_polluted_table_is_read_alike(rows: list[tuple[str, str, str, str]], which: int, tmp_path: Path) -> None:
    files = polluted(Table(("Number", "Word", "Day", "Other"), tuple(rows)))
    same(files[which % len(files)].content, tmp_path / "x.csv")


@settings(deadline=None, max_examples=66, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("Keya1,;\t\"\n\r '"), max_size=60))
def test_any_text_is_read_alike(text: str, tmp_path: Path) -> None:
    same(("Key,Day\n" + text).encode(), tmp_path / "x.csv")


def test_a_file_that_changes_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(HEADER + ROWS)
    for moment, bulk in enumerate((True, False)):
        table = read_large(on_disk(file), known, bulk=bulk)
        os.utime(file, ns=(moment, moment))
        with pytest.raises(UnreadableError) as caught:
            table.column("Key")
        assert caught.value.problem.key == "table.changed"
        assert caught.value.remedy is not None and caught.value.remedy.key == "table.changed_remedy"


def test_columns_that_are_asked_for_at_once_are_read_at_once(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(HEADER + ROWS)
    table = read_large(on_disk(file), known)
    table.load(["Key", "Count"])
    file.unlink()
    assert table.column("Count")[2] == "14"
    assert table.column("Key")[-1] == "k59"


def test_rows_of_a_large_table_are_there_too(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(HEADER + ROWS)
    table = read_large(on_disk(file), known)
    assert table.rows[1] == ["k1", "2024-01-02", "text 1", "7"]
    assert list(table.rows[:2]) == [table.rows[0], table.rows[1]]
    assert len(table.rows) == 60
    with pytest.raises(IndexError):
        table.rows[60]


def test_a_packed_column_is_its_cells() -> None:
    cells = [f"cell {number}" if number % 3 else "é\n" for number in range(2 * BLOCK + 5)]
    cells[7], cells[BLOCK + 1] = "\x1f", "\x1f\x1e\x1d\x1c\x00"
    column = Column()
    column.extend(cells[:100])
    column.extend(cells[100:])
    assert list(column) == cells
    assert [column[7], column[BLOCK + 1], column[-1]] == [cells[7], cells[BLOCK + 1], cells[-1]]
    assert column[5:9] == cells[5:9]
    assert len(column) == len(cells)


def test_the_account_says_what_was_left_out(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(HEADER + ROWS + "k60,,2024-02-01,x,5\n1,2,3,4,5,6,7\n")
    table = read_large(on_disk(file), known)
    assert keys(table.reported) == [(63, "table.long_row")]
    assert keys(table.warnings) == [(62, "table.restored_row")]


def test_a_packed_column_keeps_what_is_no_text_and_starts_anywhere() -> None:
    cells = [f"{number}" for number in range(2 * BLOCK)]
    cells[3] = "\ud800"
    column = Column()
    column.extend(cells)
    assert (column[BLOCK], column[3], column[2 * BLOCK - 1]) == (str(BLOCK), "\ud800", str(2 * BLOCK - 1))


def test_marks_at_the_start_are_no_part_of_the_first_name(tmp_path: Path) -> None:
    assert same(("\ufeff\ufeff" + HEADER + ROWS).encode(), tmp_path / "x.csv") in (True, False)
    assert read_large(on_disk(tmp_path / "x.csv"), known, bulk=False).header[0] == "Key"


def test_single_quotes_around_cells_are_read_in_bulk(tmp_path: Path) -> None:
    rows = "".join(f"'k{number}','2024-01-{1 + number % 28:02}','so, it is','{number}'\n" for number in range(60))
    assert same(("'Key','Day','Text','Count'\n" + rows).encode(), tmp_path / "x.csv")


def test_a_line_without_an_end_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reachcheck.readers.table.large.LONGEST", 1_000)
    file = tmp_path / "x.csv"
    file.write_text(HEADER + "x" * (3 << 20))
    with pytest.raises(UnreadableError) as caught:
        read_large(on_disk(file), known, bulk=False)
    error = caught.value
    assert (error.problem.key, error.place) == ("table.long_line", "x.csv")
    assert error.remedy is not None
