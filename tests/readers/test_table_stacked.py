"""Several tables in one file, remarks below them and sums in them: what stays one table first."""

import pytest
from raw_tables import blind, blindly, keys, known, read

from reachcheck.readers.table import read_tables

DAYS = "".join(f"2024-01-{day:02},{30 + day}\n" for day in range(1, 11))
TABLE = "Day,Seen\n" + DAYS


@pytest.mark.parametrize("gap", ["\n", "\n\n \n", ",\n"])
def test_rows_that_go_on_after_a_gap_are_one_table(gap: str) -> None:
    (table,) = blindly(TABLE + gap + DAYS)
    assert len([row for row in table.rows if any(row)]) == 20


def test_a_short_row_after_a_gap_is_no_table() -> None:
    (table,) = blindly("Day,Seen,Sold\n" + "2024-01-01,5,6\n" * 9 + "\n2024-01-02,5\n2024-01-03,6\n")
    assert len(table.rows) == 11


@pytest.mark.parametrize("title", ["", "By city\n", "By city,,\n", "By city\n\n"])
def test_a_table_of_another_width_is_another(title: str) -> None:
    first, second = blindly(TABLE + "\n" + title + "City,Seen,Sold\nRome,5,6\nOslo,7,8\n")
    assert (first.header, len(first.rows)) == (("Day", "Seen"), 10)
    assert second.header == ("City", "Seen", "Sold")
    assert second.rows == [["Rome", "5", "6"], ["Oslo", "7", "8"]]
    assert second.preamble == (("By city",) if title else ())


@pytest.mark.parametrize(("titles", "tables"), [(3, 2), (4, 1)])
def test_up_to_three_lines_may_stand_above_another_table(titles: int, tables: int) -> None:
    lines = "".join(f"Line {number}\n" for number in range(titles))
    found = blindly(TABLE + "\n" + lines + "City,People\nRome,5\nOslo,7\n")
    assert len(found) == tables
    assert sum(table.rows_read + len(table.above) for table in found) == 11 + titles + 3


def test_a_table_of_the_same_width_is_another_if_names_stand_where_values_were() -> None:
    first, second = blindly(TABLE + "\nCity,People\nRome,5\nOslo,7\n")
    assert len(first.rows) == 10
    assert (second.header, second.rows) == (("City", "People"), [["Rome", "5"], ["Oslo", "7"]])


def test_a_table_of_the_same_width_below_a_title_is_another() -> None:
    tables = blindly("Name,Town\nann,Rome\nbea,Oslo\n\nGuests\nPerson,Place\ncleo,Bern\ndan,Kiel\n")
    assert [table.header for table in tables] == [("Name", "Town"), ("Person", "Place")]
    assert tables[1].preamble == ("Guests",)


def test_labels_above_one_row_of_values_are_a_table() -> None:
    text = 'sep=,\n"Age & gender"\n"","Women","Men"\n"18-24","12.5%","13.1%"\n"25-34","20%","30%"\n\n"Top cities"\n'
    tables = blindly(text + '"Paris, France","Lyon, France","Lille"\n"12%","3%","2.5%"\n')
    assert [table.preamble for table in tables] == [("Age & gender",), ("Top cities",)]
    assert tables[0].header == ("column 1", "Women", "Men")
    assert tables[1].header == ("Paris, France", "Lyon, France", "Lille")
    assert tables[1].rows == [["12%", "3%", "2.5%"]]


def test_the_same_header_after_a_gap_begins_a_table_and_for_one_table_goes_on() -> None:
    text = TABLE + "\nFebruary\n" + TABLE
    first, second = blindly(text)
    assert (len(first.rows), len(second.rows)) == (10, 10)
    assert second.preamble == ("February",)
    whole = read(text)
    assert len(whole.rows) == 20
    assert keys(whole.reported) == [(13, "table.remark"), (14, "table.repeated_header")]
    assert whole.lines == [*range(2, 12), *range(15, 25)]


def test_what_is_said_of_the_rows_of_a_table_that_goes_on_is_kept() -> None:
    table = read("Date,Reach,Views\n1,2,3\n4,5,6\n\nDate,Reach,Views\n7,8\n9,9,9\n")
    assert table.rows == [["1", "2", "3"], ["4", "5", "6"], ["7", "8", ""], ["9", "9", "9"]]
    assert keys(table.warnings) == [(6, "table.short_row")]


def test_known_names_begin_a_table() -> None:
    text = "Date,Views\n2024,1\n\nUsername,Followers\na,2\n"
    assert [table.header for table in read_tables(text.encode(), "x.csv", known)] == [
        ("Date", "Views"),
        ("Username", "Followers"),
    ]


def test_remarks_below_a_table_are_no_rows() -> None:
    table = blind(TABLE + "\nSource: example.org\nSeen includes repeats.\n")
    assert len(table.rows) == 10
    assert keys(table.reported) == [(13, "table.remark"), (14, "table.remark")]


def test_rows_may_go_on_below_a_remark() -> None:
    table = blind(TABLE + "\nFrom here on estimated\n" + DAYS)
    assert len(table.rows) == 20
    assert keys(table.reported) == [(13, "table.remark")]


def test_a_list_of_one_column_has_no_remarks() -> None:
    assert blind("alice\nbob\n\ncarol\n").rows == [["alice"], ["bob"], ["carol"]]


@pytest.mark.parametrize("word", ["Total", "TOTAL:", "Totaux", "Gesamt", "Suma", "Grand total"])
def test_a_sum_is_no_row(word: str) -> None:
    text = f"Video,Title,Seen\na1,one,5\n{word},,18\nb2,two,6\nc3,three,7\n"
    table = blind(text)
    assert table.column("Seen") == ["5", "6", "7"]
    assert keys(table.reported) == [(3, "table.total_row")]


def test_a_sum_right_below_the_header_is_no_row() -> None:
    assert blind("Video,Title,Seen\nTotal,,18\na1,one,5\nb2,two,6\n").column("Seen") == ["5", "6"]


def test_a_sum_where_dates_stand_is_no_row() -> None:
    assert keys(blind(TABLE + "Total,365\n").reported) == [(12, "table.total_row")]


@pytest.mark.parametrize("row", ["total,Rome,12", "Total,,", "total,Oslo,", "XTotal,,12"])
def test_an_account_may_be_called_total(row: str) -> None:
    table = blind(f"Account,Town,Followers\nann,Rome,5\nbea,Oslo,6\n{row}\n")
    assert len(table.rows) == 3
    assert table.reported == ()


def test_a_single_column_has_no_sums() -> None:
    assert blind("name\nalice\ntotal\n").rows[-1] == ["total"]
