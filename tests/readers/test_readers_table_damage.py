"""Delimited text that is damaged, hostile or arbitrary: every row is kept or reported, and at a bounded cost."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from raw_tables import keys, problem, read

from reachcheck.errors import ReachcheckError
from reachcheck.readers.table import read_table


def test_a_stray_quote_inside_a_row_is_read_and_noted() -> None:
    table = read('Date,Reach\n"a" b,1\n2,3\n')
    assert table.rows == [["a b", "1"], ["2", "3"]]
    assert keys(table.warnings) == [(2, "table.stray_quote")]


def test_an_open_quote_swallows_no_rows() -> None:
    table = read('Date,Reach\n1,"a\n' + "2,3\n" * 5)
    assert table.rows == [["1", '"a']] + [["2", "3"]] * 5
    assert keys(table.warnings) == [(2, "table.stray_quote")]


def test_two_stray_quotes_swallow_no_rows() -> None:
    table = read('Date,Reach,Bio\n1,2,"a\n3,4,b\n5,6,"c\n7,8,d\n')
    assert table.column("Bio") == ['"a', "b", '"c', "d"]
    assert len(table.warnings) == 2


def test_a_stray_quote_in_the_first_line() -> None:
    assert read('"Date,Reach\n1,2\n3,4\n').rows == [["1", "2"], ["3", "4"]]


def test_a_text_that_was_cut_off_stays_together() -> None:
    table = read('Date,Reach,Bio\n1,2,"one\ntwo\nthree')
    assert table.rows == [["1", "2", "one\ntwo\nthree"]]
    assert keys(table.warnings) == [(2, "table.stray_quote")]


@pytest.mark.parametrize("line", ['a",",\n', '"a"b,"c\n', '"""\n', '"\n'])
def test_hostile_quotes_cost_no_more_than_lines(line: str) -> None:
    """Twice as many lines take about twice as many steps, where the square would be four times."""
    few, many = (steps(lambda: read("Date,Reach\n" + line * n)) for n in (6_000, 12_000))  # noqa: B023
    assert many < 3 * few


def steps(work: Callable[[], object]) -> int:
    """How many calls, those of functions in C among them, some work takes."""
    count = 0

    def tick(_frame: object, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def test_a_wide_header_over_short_rows_is_refused() -> None:
    error = problem("Date,Reach" + ",x" * 20_000 + "\n" + "1\n" * 20_000)
    assert error.problem.key == "table.too_sparse"


def test_each_cell_that_is_given_allows_fifty_that_are_not() -> None:
    header = "Date,Reach" + ",x" * 1_998 + "\n"
    assert len(read(header + "1\n" * 512).rows) == 512
    assert problem(header + "1\n" * 513).problem.params == {"columns": 2_000, "rows": 513}


def test_a_line_of_more_cells_than_any_table_has_is_refused_before_it_is_divided() -> None:
    error = problem("Date,Reach" + ",x" * 40_000 + "\n" + "1\n")
    assert (error.problem.key, error.problem.params["columns"]) == ("table.too_wide", 40_002)


def test_a_cell_of_many_words_or_quotes_is_a_cell() -> None:
    for long in ("word " * 50_000, "\u2019" * 200_000, "'" * 200_000, "a:" * 50_000):
        assert read(f"Date,Reach\n2026-01-01,{long}\n").rows[0][1] == long.strip()


@pytest.mark.parametrize(
    ("line", "row"), [('"a" b,1\n', ["a b", "1"]), ('"a,1\n', ['"a', "1"]), ('1,"a"b\n', ["1", "ab"])]
)
def test_a_stray_quote_is_noted_however_far_below(line: str, row: list[str]) -> None:
    table = read("Date,Reach\n" + "2,3\n" * 30_000 + line + "2,3\n" * 100)
    assert (len(table.rows), table.rows[30_000], table.rows[30_001]) == (30_101, row, ["2", "3"])
    assert keys(table.warnings) == [(30_002, "table.stray_quote")]


def test_long_fields_are_read() -> None:
    assert read("Date,Reach\n" + "x" * 200_000 + ",1\n").rows[0][0] == "x" * 200_000


WORDS = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=12).map(str.strip)
CELLS = st.one_of(WORDS, st.sampled_from(["a,b", "x;y", "l1\nl2", 'say "hi"', "tab\there", "p|q", "\u20ac5", "007"]))


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=30),
    mark=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_what_csv_writes_is_read_back(
    rows: list[tuple[str, str, str]], mark: str, encoding: str, end: str, quoting: int
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([("Date", "Reach", "Views"), *rows])
    content = out.getvalue().encode(encoding)
    assume(encoding != "cp1252" or _is_not_utf8(content))
    table = read(content)
    assert table.header == ("Date", "Reach", "Views")
    assert table.rows == [[cell.strip() for cell in row] for row in rows]
    assert table.reported == ()
    assert table.rows_read == len(rows)


def _is_not_utf8(content: bytes) -> bool:
    """Whether no pair of bytes of western text happens to be a character of UTF-8."""
    return not re.search(rb"[\xc2-\xf4][\x80-\xbf]", content)


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(["a", "", "12", "x y"]), min_size=1, max_size=5), max_size=40))
def test_every_row_is_kept_or_reported(rows: list[list[str]]) -> None:
    lines = [",".join(row) for row in rows]
    table = read("\n".join(["Date,Reach,Views", *lines]))
    assert table.rows_read == sum(1 for line in lines if line.strip())
    assert len(table.rows) == len(table.lines)
    assert all(len(row) == 3 for row in table.rows)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_unreadable(content: bytes) -> None:
    try:
        table = read(content)
    except ReachcheckError:
        return
    assert all(len(row) == len(table.header) for row in table.rows)
    assert len(set(table.header)) == len(table.header)


@settings(deadline=None)
@given(st.text(st.sampled_from('ab1,;\t|"\n\r \'="'), max_size=80))
def test_any_text_accounts_for_its_lines(text: str) -> None:
    try:
        table = read(text)
    except ReachcheckError:
        return
    places = sorted([*table.lines, *(note.row for note in table.reported)])
    assert len(set(places)) == table.rows_read
    assert all(len(row) == len(table.header) for row in table.rows)


@pytest.mark.shared_data
def test_csv_spectrum(shared_data: Path) -> None:
    folder = shared_data / "hostile" / "csv-spectrum"
    files = sorted((folder / "csvs").iterdir())
    assert len(files) == 12
    for file in files:
        table = read_table(file.read_bytes(), file.name, lambda name: False)
        truth = json.loads((folder / "json" / f"{file.stem}.json").read_text(encoding="utf-8"))
        truth = truth if isinstance(truth, list) else [truth]
        if file.stem == "location_coordinates":  # its truth gives another telephone number than its table
            truth[0]["Contact Phone Number"] = "2095257564"
        assert [dict(zip(table.header, row, strict=True)) for row in table.rows] == truth, file.name
        assert table.reported == ()
