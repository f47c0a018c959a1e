"""Delimited text as rows: encodings, delimiters, headers, ragged rows."""

import csv
import io

import pytest
from raw_tables import keys, known, problem, read
from sayable import with_remedy

from reachcheck.errors import UnreadableError
from reachcheck.readers.table import read_tables
from reachcheck.readers.table.text import one_table


def test_a_plain_table() -> None:
    table = read("Date,Reach\n2024-01-01, 12 \n")
    assert table.header == ("Date", "Reach")
    assert table.rows == [["2024-01-01", "12"]]
    assert table.lines == [2]
    assert table.unit == "line"
    assert table.rows_read == 1
    assert table.column("Reach") == ["12"]
    assert (table.reported, table.warnings, table.preamble) == ((), (), ())


@pytest.mark.parametrize(
    "cell", ["NA", "007", "null", "inf", "1,234", "None", "9007199254740993", "=1+1", "+3", "TRUE"]
)
def test_no_cell_is_changed(cell: str) -> None:
    assert read(f'Date;Reach\n1;"{cell}"\n').rows == [["1", cell]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    table = read("Date,Reach\nété,1 234\n".encode(encoding))
    assert table.rows == [["été", "1 234"]]
    assert table.header == ("Date", "Reach")
    assert table.warnings == ()


def test_utf16_big_endian_with_mark() -> None:
    assert read(b"\xfe\xff" + "Date,Reach\né,1\n".encode("utf-16-be")).rows == [["é", "1"]]


def test_western_text_is_read_with_a_warning() -> None:
    table = read("Date,Reach\nété,1\n".encode("cp1252"))
    assert table.rows == [["été", "1"]]
    assert keys(table.warnings) == [(-1, "table.encoding_guessed")]
    assert table.warnings[0].what.params == {"encoding": "cp1252"}


def test_western_text_with_a_byte_that_means_nothing() -> None:
    table = read(b"Date,Reach\n" + b"\xe9,1\n" * 30 + b"\x81,2\n")
    assert table.rows[-2:] == [["é", "1"], ["\ufffd", "2"]]
    assert keys(table.warnings) == [(-1, "table.encoding_damaged")]


def test_damaged_utf8_stays_utf8() -> None:
    table = read("Date,Reach\néééééé,1\n".encode() + b"\xc3,2\n")
    assert table.rows == [["éééééé", "1"], ["\ufffd", "2"]]
    assert keys(table.warnings) == [(-1, "table.encoding_damaged")]
    assert table.warnings[0].what.params == {"count": 1}


def test_damaged_utf8_with_mark_stays_utf8() -> None:
    assert read(b"\xef\xbb\xbfDate,Reach\n\xe9,1\n").rows == [["\ufffd", "1"]]


def test_broken_utf16_is_refused() -> None:
    error = problem(b"\xff\xfe" + "Date,Reach\n".encode("utf-16-le") + b"\x00\xd8")
    assert error.problem.key == "table.encoding_broken"


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR\x00\x00\x04\x00" * 20,
        b"Date,Reach\n\x81\x8d\x8f\x90,\xe9\n",
        b"\x00" * 1000,
    ],
)
def test_noise_is_refused(content: bytes) -> None:
    error = problem(content)
    assert error.problem.key == "table.binary"


def test_one_control_character_is_no_noise() -> None:
    text = "Date,Reach\n" + "2024-01-01,1\n" * 20 + "a\x07b,1\n"
    assert read(text).rows[-1] == ["a\x07b", "1"]


@pytest.mark.parametrize("content", ["", "\n", "\n  \n\r\n", "sep=;\n", "\ufeff"])
def test_empty_files_are_refused(content: str) -> None:
    assert problem(content).problem.key == "table.empty"


def test_a_file_without_any_table_is_empty() -> None:
    with pytest.raises(UnreadableError) as caught:
        one_table(iter(()), "x.csv")
    assert (with_remedy(caught.value).problem.key, caught.value.place) == ("table.empty", "x.csv")


@pytest.mark.parametrize("content", ["<!DOCTYPE html><p>", "\n <html lang='fr'>", '<?xml version="1.0"?>\n<HTML>'])
def test_web_pages_are_refused_with_a_remedy(content: str) -> None:
    error = problem(content)
    assert error.problem.key == "table.html"


def test_a_header_alone_is_a_table_without_rows() -> None:
    table = read("Date,Reach\n")
    assert table.header == ("Date", "Reach")
    assert table.rows == []
    assert table.rows_read == 0


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimiters(mark: str) -> None:
    captions = [f"one, two; three | four\tfive {number}" for number in range(9)]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark)
    writer.writerows([["Date", "Caption"], *(["2024-01-01", caption] for caption in captions)])
    table = read(out.getvalue())
    assert table.header == ("Date", "Caption")
    assert table.column("Caption") == captions


def test_the_delimiter_that_knows_the_header_wins_over_constant_commas() -> None:
    text = "Date;Reach;Caption\n" + "2024;1;a,b,c\n" * 9
    assert read(text).header == ("Date", "Reach", "Caption")


@pytest.mark.parametrize("first", ["sep=^", "SEP=^", '"sep=^"', "sep=^\r"])
def test_declared_delimiter(first: str) -> None:
    table = read(f"{first}\nDate^Reach\n1^2\n")
    assert table.header == ("Date", "Reach")
    assert table.lines == [3]
    assert table.preamble == ()


def test_a_declaration_that_is_no_longer_true() -> None:
    assert read("sep=,\nDate;Reach\n1;2\n").rows == [["1", "2"]]


@pytest.mark.parametrize("first", ["sep=a", "sep=", 'sep="'])
def test_no_declaration(first: str) -> None:
    assert read(f"{first}\nDate,Reach\n1,2\n").preamble == (first,)


def test_metric_file_of_a_page() -> None:
    text = 'sep=,\r\n"Instagram follows"\r\n"Date","Primary"\r\n"2024-01-01T00:00:00","3"\r\n'
    table = read(b"\xff\xfe" + text.encode("utf-16-le"))
    assert table.header == ("Date", "Primary")
    assert table.rows == [["2024-01-01T00:00:00", "3"]]
    assert table.preamble == ("Instagram follows",)
    assert table.lines == [4]


def test_preamble_of_connections() -> None:
    notes = 'Notes:\n"When exporting, some ""names"" may be missing."\n\n'
    table = read(f"{notes}First Name,Last Name,Connected On\nA,B,08 Feb 2026\n")
    assert table.header == ("First Name", "Last Name", "Connected On")
    assert table.preamble == ("Notes:", 'When exporting, some "names" may be missing.')
    assert table.lines == [5]


def test_an_unknown_header_is_the_first_row_of_names_at_the_usual_width() -> None:
    table = read("Report of May,,\nColour,Size,Weight\nred,1,2\nblue,3,4\n")
    assert table.header == ("Colour", "Size", "Weight")
    assert table.preamble == ("Report of May",)


def test_an_unknown_header_may_lack_a_name() -> None:
    assert read(",Colour,Size\n0,red,1\n1,blue,2\n").header == ("column 1", "Colour", "Size")


@pytest.mark.parametrize("row", ["1,2", "2024-01-02,x", "@me,x", "https://x.com/a,b", "a@b.org,b", "same,same"])
def test_a_table_without_header_loses_no_row(row: str) -> None:
    table = read(f"{row}\n{row}\n")
    assert table.header == ("column 1", "column 2")
    assert len(table.rows) == 2
    assert keys(table.warnings) == [(-1, "table.no_header")]


def test_a_list_without_header_loses_no_row() -> None:
    table = read("alice\nbob\ncarol\n")
    assert table.header == ("column 1",)
    assert table.rows == [["alice"], ["bob"], ["carol"]]


@pytest.mark.parametrize("title", ["username", "My oldest friends"])
def test_a_list_with_a_title(title: str) -> None:
    table = read(f"{title}\nalice\nbob\n")
    assert table.header == (title,)
    assert table.rows == [["alice"], ["bob"]]


def test_one_column_of_prose_is_not_split() -> None:
    assert read("username\nhello, world\nwell, yes\nno\n").rows == [["hello, world"], ["well, yes"], ["no"]]
    assert read("followers\nDate,Primary\n2024,1\n").preamble == ("followers",)


def test_header_names_are_cleaned_and_made_distinct() -> None:
    table = read("\ufeff\"Date\", 'Reach' ,Reach (2),Reach,,Reach\n1,2,3,4,5,6\n")
    assert table.header == ("Date", "Reach", "Reach (2)", "Reach (3)", "column 5", "Reach (4)")
    assert keys(table.warnings) == [(1, "table.repeated_name")]
    assert table.warnings[0].what.params == {"name": "Reach"}


@pytest.mark.parametrize("name", ["XboxX", "X", "'", "'a\"", "a'"])
def test_a_name_keeps_all_that_is_no_pair_of_quotes(name: str) -> None:
    assert read(f"Date,Reach,{name}\n1,2,3\n").header == ("Date", "Reach", name)


def test_a_column_that_is_called_like_a_nameless_one() -> None:
    assert read("Date,Reach,,column 3\n1,2,3,4\n").header == ("Date", "Reach", "column 3", "column 3 (2)")


def test_empty_columns_at_the_end_are_dropped() -> None:
    table = read("Date,Reach,,\n1,2\n3,4,,\n")
    assert table.header == ("Date", "Reach")
    assert table.warnings == ()


def test_a_nameless_column_at_the_end_is_kept_where_it_holds_something() -> None:
    table = read("Date,Reach,,\n1,2,3\n")
    assert table.header == ("Date", "Reach", "column 3")
    assert table.rows == [["1", "2", "3"]]


def test_ragged_rows() -> None:
    table = read("Date,Reach\n1\n2,3,,\n4,5,6\n7,8\n")
    assert table.rows == [["1", ""], ["2", "3"], ["7", "8"]]
    assert table.lines == [2, 3, 5]
    assert keys(table.warnings) == [(2, "table.short_row")]
    assert table.warnings[0].what.params == {"found": 1, "expected": 2}
    assert keys(table.reported) == [(4, "table.long_row")]
    assert table.reported[0].what.params == {"found": 3, "expected": 2}
    assert table.rows_read == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_physically(end: str) -> None:
    table = read(end.join(["Date,Reach", "", '"a', 'b",1', "  ", "c,2", ""]))
    assert table.rows == [[f"a{end}b", "1"], ["c", "2"]]
    assert table.lines == [3, 6]


def test_a_row_of_empty_cells_is_a_row() -> None:
    assert read("Date,Reach\n,\n").rows == [["", ""]]
    assert read("Date\tReach\n\t\n1\t2\n").rows == [["", ""], ["1", "2"]]
    assert read('username\n""\n').rows == [[""]]


def test_spaces_before_quotes() -> None:
    assert read('Date, Reach\n1, "2, 3"\n').rows == [["1", "2, 3"]]


def test_a_repeated_header_is_reported() -> None:
    table = read("Date,Reach\n1,2\nDate,Reach\n3,4\n")
    assert table.rows == [["1", "2"], ["3", "4"]]
    assert keys(table.reported) == [(3, "table.repeated_header")]


@pytest.mark.parametrize("gap", ["\n", ",,\n", "\nPer video,,\n", "\nPer video\n\n"])
def test_a_second_table_is_reported(gap: str) -> None:
    table = read(f"Date,Views,Likes\n2024,1,2\n{gap}Username,Views,Followers\na,1,2\n")
    assert table.rows[0] == ["2024", "1", "2"]
    assert all(not any(row) for row in table.rows[1:])
    assert {key for _, key in keys(table.reported)} == {"table.second_table"}
    assert keys(table.reported)[-1][0] == len(f"Date,Views,Likes\n2024,1,2\n{gap}Username\na".splitlines())


def test_a_blank_line_alone_is_no_second_table() -> None:
    table = read("Date,Reach\n1,2\n\n3,4\n\nDate,Reach\n5,6\n")
    assert table.rows == [["1", "2"], ["3", "4"], ["5", "6"]]


def test_a_second_table_below_one_without_header() -> None:
    rows = "1,2\n" * 60
    table = read(f"{rows}\nDate,Reach\n3,4\n")
    assert len(table.rows) == 60
    assert len(table.reported) == 2


def test_each_of_several_tables_can_be_had() -> None:
    text = "Overview\nDate,Views\n2024,1\n\nPer video\n\nUsername,Views,Followers\na,2,3\nb,4,5\n\nDate,Reach\n2025,6\n"
    tables = read_tables(text.encode(), "x.csv", known)
    assert [table.header for table in tables] == [
        ("Date", "Views"),
        ("Username", "Views", "Followers"),
        ("Date", "Reach"),
    ]
    assert [table.rows for table in tables] == [[["2024", "1"]], [["a", "2", "3"], ["b", "4", "5"]], [["2025", "6"]]]
    assert [table.preamble for table in tables] == [("Overview",), ("Per video",), ()]
    assert [table.above for table in tables] == [(1, 2), (5, 7), (11,)]
    assert [table.lines for table in tables] == [[3], [8, 9], [12]]
    assert not any(table.reported for table in tables)


def test_of_several_tables_the_first_is_read_and_every_row_of_the_others_reported() -> None:
    table = read("Date,Views\n2024,1\n\nPer video\nUsername,Followers\na,2,3\nb,4\n\nDate,Reach\n2025,6\n")
    assert table.rows == [["2024", "1"]]
    assert keys(table.reported) == [(line, "table.second_table") for line in (4, 5, 6, 7, 9, 10)]
    assert table.reported[-1].what.params == {"line": 4}
