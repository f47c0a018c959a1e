"""By which marks a file is divided and quoted, told nothing: what must not be split, then what must."""

import csv
import io

import pytest
from raw_tables import blind, read

from reachcheck.readers import aliases
from reachcheck.readers.table import read_table
from reachcheck.readers.table.records import Dialect

ROWS = [("Ann", "Lyon, Paris", "12"), ("Bea", 'says "no", always', "7"), ("Cleo", "Rome", "1250"), ("Dan", "Oslo", "3")]


def written(**dialect: object) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", **dialect)  # type: ignore[arg-type]
    writer.writerows([("Who", "Where", "How many"), *ROWS])
    return out.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "Alice Smith\nBob Jones\nCarl Meier\n",
        "12:30\n13:45\n14:50\n",
        "a b c\nd e f\ng h i\n",
        "a b c\nd e f\ng h 5\ni j 6\n",
        "a:b:c\nd:e:f\n",
    ],
)
def test_words_and_times_are_not_columns(text: str) -> None:
    assert blind(text).header == ("column 1",)
    assert blind(text).rows == [[line] for line in text.splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        "2024-01-02 10:00",
        "Aug 26, 2025",
        "'Aug 26, 2025'",
        "Tue, Aug 26, 2025",
        "https://example.org/a:b",
        "26/08/2025 1:20 pm",
    ],
)
def test_lines_that_are_one_value_are_not_divided(line: str) -> None:
    assert blind(f"{line}\n" * 9).header == ("column 1",)


def test_a_list_of_ties_is_divided_although_its_lines_look_like_decimals() -> None:
    assert blind("1,5\n2,5\n1,7\n").rows == [["1", "5"], ["2", "5"], ["1", "7"]]


def test_a_list_under_a_known_title_is_not_divided() -> None:
    table = read("username\nann,5\nbob,6\n")
    assert (table.header, table.rows) == (("username",), [["ann,5"], ["bob,6"]])


def test_spaces_divide_where_nothing_else_does_and_a_column_counts() -> None:
    table = blind("Who Age Town\nann 51 Rome\n   \nbea 62 Oslo\ncleo 73 Bonn\n")
    assert table.header == ("Who", "Age", "Town")
    assert table.rows == [["ann", "51", "Rome"], ["bea", "62", "Oslo"], ["cleo", "73", "Bonn"]]


def test_one_known_name_alone_is_chance() -> None:
    assert read("Date;note,Sold,Size\n" + "1;a,2,3\n" * 4).header == ("Date;note", "Sold", "Size")


def test_decimal_commas_do_not_divide() -> None:
    table = blind("City;Rate;Other\n" + "Rome;1,5;2,25\nOslo;0,5;3,75\n" * 4)
    assert table.header == ("City", "Rate", "Other")
    assert table.rows[0] == ["Rome", "1,5", "2,25"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", " ", ":"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_every_delimiter_with_every_quote(delimiter: str, quote: str) -> None:
    table = blind(written(delimiter=delimiter, quotechar=quote))
    assert table.header == ("Who", "Where", "How many")
    assert [tuple(row) for row in table.rows] == ROWS
    assert table.warnings == ()


def test_a_space_behind_the_delimiter_is_no_part_of_the_cell() -> None:
    table = blind('Who, Where, How many\nAnn, "Lyon, Paris", 12\nBea, Rome, 7\n')
    assert table.rows == [["Ann", "Lyon, Paris", "12"], ["Bea", "Rome", "7"]]


def test_quotes_that_a_backslash_escapes() -> None:
    table = blind(written(doublequote=False, escapechar="\\"))
    assert [tuple(row) for row in table.rows] == ROWS
    assert table.warnings == ()


def test_backslashes_that_escape_nothing_stay() -> None:
    text = 'Who,Where,What\nAnn,C:\\data,"says \\"no\\", always"\nBea,D:\\x,"a\\b"\nCleo,E:\\n,"c\\\\"\n'
    rows = blind(text).rows
    assert rows == [["Ann", "C:\\data", 'says "no", always'], ["Bea", "D:\\x", "a\\b"], ["Cleo", "E:\\n", "c\\"]]


def test_backslashes_stay_where_quotes_are_doubled() -> None:
    text = 'Who,Where\n"Ann ""A""","C:\\"\nBea,"D:\\x\\\\y"\n'
    assert blind(text).rows == [['Ann "A"', "C:\\"], ["Bea", "D:\\x\\\\y"]]


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        ("a,b\n", ["a", "b"]),
        ('a,"b\nc"', ["a", "b\nc"]),
        ("a,b\nc,d\n", []),
        ("", []),
    ],
)
def test_what_is_more_than_one_row_or_none_has_no_cells(raw: str, cells: list[str]) -> None:
    assert Dialect(",").cells(raw) == cells


@pytest.mark.parametrize("cell", ["J'aime", "'tis", "l'été", "rock 'n' roll", "'007"])
def test_apostrophes_are_letters_where_they_do_not_quote(cell: str) -> None:
    assert blind(f"Who,What,Count\nann,{cell},1\nbea,x,2\ncleo,y,3\n").rows[0] == ["ann", cell, "1"]


def test_cells_that_a_spreadsheet_marks_as_text_keep_their_mark() -> None:
    assert blind("Who,Code\n'@ann,'007\n'@bea,'008\n'@cleo,'009\n").rows[0] == ["'@ann", "'007"]


def test_double_quotes_inside_apostrophes_are_text() -> None:
    assert blind("Who,What\nann,'says \"no\", always'\nbea,'a, b'\ncleo,c\n").rows[0] == ["ann", 'says "no", always']


def test_known_names_decide_against_likeness() -> None:
    assert read("Date:Reach\n1,2:3\n4,5:6\n").header == ("Date", "Reach")


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("followed at", ["2024-01-01", "2024-01-02"]),
        ("Date de suivi", ["3 avr. 2026", "4 avr. 2026"]),
        ("Account name", ["@ann"]),
        ("Account name", ["ann: the first", "bob: the second"]),
        ("Account name", ["ann lee", "bob roe", "cleo day"]),
        ('"Account name"', ["ann lee", "bob roe"]),
        ("followed at", []),
    ],
)
def test_the_words_of_one_name_are_not_columns(title: str, lines: list[str]) -> None:
    table = read_table("\n".join([title, *lines, ""]).encode(), "x.csv", aliases.known)
    assert (table.header, table.rows) == ((title.strip('"'),), [[line] for line in lines])


def test_words_that_are_names_of_their_own_are_columns() -> None:
    spaced = b"Date Reach Likes\n2024-01-01 5 1\n2024-01-02 6 2\n"
    assert read_table(spaced, "x.csv", aliases.known).header == ("Date", "Reach", "Likes")
    other = b"followed at,Account name\n2024-01-01,ann\n"
    assert read_table(other, "x.csv", aliases.known).header == ("followed at", "Account name")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_last_line_needs_no_end(end: str) -> None:
    assert blind(end.join(["Who,Count", "ann,1", "bea,2"])).rows == [["ann", "1"], ["bea", "2"]]


def test_line_ends_may_be_mixed() -> None:
    assert blind("Who,Count\r\nann,1\nbea,2\rcleo,3\r\n").lines == [2, 3, 4]
