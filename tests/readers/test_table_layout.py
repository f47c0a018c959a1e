"""Where a table begins and what its columns are called, told no names: what is no header, then what is."""

import pytest
from raw_tables import blind, keys, read

DATA = "".join(f"{day}/01/2024,{3 * day},item {day},https://example.org/{day}\n" for day in range(1, 13))
NAMES = ("Day", "Sold", "Thing", "Page")
HEADER = ",".join(NAMES) + "\n"


def test_a_first_row_of_data_is_no_header() -> None:
    table = blind(DATA)
    assert table.header == ("column 1", "column 2", "column 3", "column 4")
    assert not table.named
    assert len(table.rows) == 12
    assert keys(table.warnings) == [(-1, "table.no_header")]


def test_a_row_below_data_is_no_header() -> None:
    table = blind("1,2\nred,blue\n3,4\n")
    assert table.rows == [["1", "2"], ["red", "blue"], ["3", "4"]]
    assert not table.named


def test_words_that_come_again_in_their_column_are_no_names() -> None:
    table = blind("Alice,Paris\nBob,London\nCarl,Paris\n")
    assert not table.named
    assert table.rows[0] == ["Alice", "Paris"]


def test_codes_like_those_below_are_no_names() -> None:
    assert blind("K-1,red\nK-2,blue\nK-3,green\n").rows[0] == ["K-1", "red"]


def test_names_with_numbers_are_names() -> None:
    assert blind("City,Q1,Q2\nRome,5,6\nOslo,7,8\n").header == ("City", "Q1", "Q2")


def test_a_header_that_comes_again_is_still_one() -> None:
    table = blind(HEADER + DATA + HEADER + DATA)
    assert table.header == NAMES
    assert keys(table.reported) == [(14, "table.repeated_header")]
    assert len(table.rows) == 24


@pytest.mark.parametrize(
    "title", ["Report of May\n", "Report of May,,,\n", "Report of May,,,\n,,,\n", "Report\n\nMay\n\n"]
)
def test_a_title_is_no_row(title: str) -> None:
    table = blind(title + HEADER + DATA)
    assert table.header == NAMES
    assert len(table.rows) == 12
    assert table.preamble[0].startswith("Report")
    assert len(table.above) == len(table.preamble) + 1
    assert table.reported == ()


def test_a_title_above_data_without_header_is_no_row() -> None:
    table = blind("Report of May\n\n" + DATA)
    assert table.preamble == ("Report of May",)
    assert table.rows[0][0] == "1/01/2024"


def test_remarks_in_two_columns_stand_above_a_wider_table() -> None:
    table = blind("Account,example\nFrom,2024-01-01\nTo,2024-01-12\n\n" + HEADER + DATA)
    assert table.header == NAMES
    assert table.preamble == ("Account,example", "From,2024-01-01", "To,2024-01-12")


def test_a_blank_line_may_follow_the_header() -> None:
    table = blind(HEADER + "\n" + DATA)
    assert table.header == NAMES
    assert len(table.rows) == 12


def test_groups_above_the_names_are_merged_into_them() -> None:
    table = blind("When,What,What,Where\n" + HEADER + DATA)
    assert table.header == ("When Day", "What Sold", "What Thing", "Where Page")
    assert table.above == (1, 2)
    assert len(table.rows) == 12


def test_three_rows_may_name_the_columns() -> None:
    table = blind("Shop,Shop,Shop,Shop\nWhen,What,What,Where\n" + HEADER + DATA)
    assert table.header == ("Shop When Day", "Shop What Sold", "Shop What Thing", "Shop Where Page")
    assert table.preamble == ()


def test_a_fourth_row_names_no_column() -> None:
    table = blind("All,All,All,All\nShop,Shop,Shop,Shop\nWhen,What,What,Where\n" + HEADER + DATA)
    assert table.header == ("Shop When Day", "Shop What Sold", "Shop What Thing", "Shop Where Page")
    assert table.preamble == ("All,All,All,All",)


def test_groups_that_stand_over_their_first_column_tell_repeated_names_apart() -> None:
    table = blind(",2023,,2024,\nCity,Jan,Feb,Jan,Feb\nRome,1,2,3,4\nOslo,5,6,7,8\n")
    assert table.header == ("City", "2023 Jan", "2023 Feb", "2024 Jan", "2024 Feb")
    assert table.above == (1, 2)
    assert table.rows == [["Rome", "1", "2", "3", "4"], ["Oslo", "5", "6", "7", "8"]]


def test_rows_of_words_are_no_groups() -> None:
    table = blind("red,red\ncolour,name\nblue,sky\ngreen,tree\n")
    assert (table.preamble, table.header) == (("red,red",), ("colour", "name"))


def test_known_names_are_never_merged() -> None:
    table = read("When,When\nDate,Reach\n2024-01-01,5\n2024-01-02,6\n")
    assert (table.preamble, table.header) == (("When,When",), ("Date", "Reach"))


@pytest.mark.parametrize(
    "header",
    [
        "Day,,Sold,Thing,Page",
        ",Day,Sold,Thing,Page",
        "DaySold,Thing,Page",
        "Day Sold Thing Page",
        "Day;Sold;Thing;Page",
    ],
)
def test_a_spoilt_header_is_read_as_it_was_meant(header: str) -> None:
    table = blind(f"{header}\n{DATA}")
    assert table.header == NAMES
    assert len(table.rows) == 12
    assert keys(table.warnings) == [(1, "table.header_restored")]


def test_a_name_may_break_the_line() -> None:
    table = blind(f'Day,,Sold,"Thing\n(all)",Page\n{DATA}')
    assert table.header == ("Day", "Sold", "Thing\n(all)", "Page")
    assert len(table.rows) == 12


def test_a_stray_quote_stays_in_the_name() -> None:
    table = blind(f'""Day",Sold,Thing,PageX\n{DATA}')
    assert table.header == ('"Day', "Sold", "Thing", "PageX")
    assert keys(table.warnings) == [(1, "table.stray_quote")]


def test_a_stray_quote_above_a_blank_line_hides_no_name_and_no_row() -> None:
    table = blind('""Day",Sold,Thing\n\n1,2,3\n4,5,6\n')
    assert [name.strip('"') for name in table.header] == ["Day", "Sold", "Thing"]
    assert table.rows == [["1", "2", "3"], ["4", "5", "6"]]
    assert keys(table.warnings) == [(1, "table.stray_quote")]


def test_a_header_that_may_be_divided_in_two_ways_is_left_alone() -> None:
    table = blind(f"DaySold,ThingPage,Last\n{DATA}")
    assert not table.named
    assert [len(table.rows), len(table.reported)] == [12, 1]


def test_numbers_of_rows_have_a_column_without_a_name() -> None:
    rows = "".join(f"{number},name{number},{number * 7}\n" for number in range(1, 10))
    table = blind(f"userName,Points\n{rows}")
    assert table.header == ("column 1", "userName", "Points")
    assert table.rows[0] == ["1", "name1", "7"]


def test_a_known_header_with_a_delimiter_too_many_is_mended() -> None:
    table = read("Date,,Reach,Views\n" + "2024-01-01,5,6\n" * 9)
    assert table.header == ("Date", "Reach", "Views")
    assert len(table.rows) == 9


def test_a_known_header_is_not_mended_by_few_rows() -> None:
    assert read("Date,,Reach,Views\n2024-01-01,5,6\n").header == ("Date", "column 2", "Reach", "Views")
