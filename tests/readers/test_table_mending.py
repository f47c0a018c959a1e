"""Rows that do not fit their table: what is left alone or reported, then what is read as it was meant."""

import pytest
from raw_tables import blind, keys

HEADER = "Day,Post,Caption,Likes,Note\n"
CAPTIONS = ("morning light", "a walk, and cake", "friends", 'the "best" day', "harbour", "slow food", "again", "rain")


def row(number: int) -> list[str]:
    kept = "kept" if number % 3 else ""
    return [f"{number:02}/03/2024", f"p{100 + number}", CAPTIONS[number % 8], str(9 + 37 * number % 500), kept]


def line(cells: list[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' if set(cell) & set(',"') else cell for cell in cells) + "\n"


SOUND = "".join(line(row(number)) for number in range(1, 25))


def read_below(text: str) -> tuple[list[str] | None, list[str]]:
    """What becomes of one more line below sound ones, and the keys of what is said of it."""
    table = blind(HEADER + SOUND + text)
    assert table.rows[:24] == [row(number) for number in range(1, 25)]
    said = [key for at, key in keys(table.reported + table.warnings) if at == 26]
    return (table.rows[24] if len(table.rows) > 24 else None), said


@pytest.mark.parametrize("column", range(5))
def test_a_delimiter_too_many_is_taken_out(column: int) -> None:
    cells = row(4)
    pieces = [line([cell]).strip() for cell in cells]
    text = ",".join([*pieces[:column], "", *pieces[column:]]) + "\n"
    assert read_below(text) == (cells, ["table.restored_row"])


def test_a_row_that_was_changed_too_often_is_not_guessed_at() -> None:
    cells = ["25/03/2024", "p125", "noon", "70", "kept"]
    assert read_below("25/03/2024,,,p125,noon,70,kept\n") == (cells, ["table.restored_row"])
    assert read_below("25/03/2024,,,,p125,noon,70,kept\n") == (None, ["table.long_row"])


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("25/03/2024p125,noon,70,kept\n", ["25/03/2024", "p125", "noon", "70", "kept"]),
        ('25/03/2024,p125"noon, sun",70,kept\n', ["25/03/2024", "p125", "noon, sun", "70", "kept"]),
        ("25/03/2024,p125,noon,70kept\n", ["25/03/2024", "p125", "noon", "70", "kept"]),
        ("25/03/2024,p125,noon and sun70,kept\n", ["25/03/2024", "p125", "noon and sun", "70", "kept"]),
    ],
)
def test_two_cells_as_one_are_divided_where_their_columns_show_the_border(text: str, cells: list[str]) -> None:
    assert read_below(text) == (cells, ["table.restored_row"])


@pytest.mark.parametrize("text", ["x\n", "70,p125,noon\n", "25/03/2024,70\n"])
def test_what_is_not_clear_is_reported(text: str) -> None:
    assert read_below(text) == (None, ["table.unclear_row"])


def test_two_numbers_as_one_are_reported() -> None:
    rows = "".join(f"2024-01-{day:02},{7 * day},{9**day % 1000},{day + 100}\n" for day in range(1, 20))
    table = blind(f"Day,One,Two,Three\n{rows}2024-01-20,3060,120\n")
    assert keys(table.reported) == [(21, "table.unclear_row")]
    assert table.reported[0].what.params == {"found": 3, "expected": 4}


def test_cells_missing_at_the_end_are_empty() -> None:
    assert read_below("25/03/2024,p125,noon,70\n") == (["25/03/2024", "p125", "noon", "70", ""], ["table.short_row"])


def test_a_text_that_holds_a_delimiter_without_quotes_stays_one_cell() -> None:
    cells = ["25/03/2024", "p125", "noon, sun, and wind", "70", "kept"]
    assert read_below("25/03/2024,p125,noon, sun, and wind,70,kept\n") == (cells, ["table.restored_row"])


def test_between_two_texts_no_delimiter_is_guessed_to_be_part_of_one() -> None:
    rows = "".join(f"{number},red thing,blue thing\n" for number in range(1, 20))
    table = blind(f"Key,One,Other\n{rows}20,red,blue,green\n")
    assert keys(table.reported) == [(21, "table.long_row")]
    assert table.reported[0].what.params == {"found": 4, "expected": 3}


@pytest.mark.parametrize("mark", [";", "\t", "|", " "])
def test_a_row_with_another_delimiter(mark: str) -> None:
    cells = ["25/03/2024", "p125", "noon", "70", "kept"]
    assert read_below(mark.join(cells) + "\n") == (cells, ["table.restored_row"])


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ('25/03/2024,p125,""noon",70,kept\n', '"noon'),
        ('25/03/2024,p125,"noon"",70,kept\n', 'noon"'),
        ('25/03/2024,p125,"noon, "sun", wind",70,kept\n', 'noon, "sun", wind'),
        ('25/03/2024,p125,""noon", sun",70,kept\n', '"noon", sun'),
        ('25/03/2024,p125,"noon,70,kept\n', '"noon'),
        ('25/03/2024,p125,"noon" sun,70,kept\n', "noon sun"),
    ],
)
def test_a_stray_quote_is_part_of_the_text(text: str, caption: str) -> None:
    assert read_below(text) == (["25/03/2024", "p125", caption, "70", "kept"], ["table.stray_quote"])


@pytest.mark.parametrize("caption", ['5" of snow', "say 5'10\"", 'a"b'])
def test_a_quote_within_a_text_is_no_reason_to_change_the_row(caption: str) -> None:
    cells, said = read_below(f"25/03/2024,p125,{caption},70,kept\n")
    assert (cells, said) == (["25/03/2024", "p125", caption, "70", "kept"], [])


def test_a_border_behind_a_quote_is_found() -> None:
    cells = ["25/03/2024", "p125", "noon, sun", "70", "kept"]
    assert read_below('25/03/2024,p125,"noon, sun"70,kept\n') == (cells, ["table.stray_quote"])


def test_a_line_break_in_a_quoted_text_is_no_border() -> None:
    cells = ["25/03/2024", "p125", "noon,\nsun", "70", "kept"]
    assert read_below('25/03/2024,p125,,"noon,\nsun",70,kept\n') == (cells, ["table.restored_row"])


def test_an_unsound_row_swallows_none_below() -> None:
    table = blind(HEADER + SOUND + '25/03/2024,p125,"noon,70,kept\n' + SOUND)
    assert len(table.rows) == 49
    assert table.rows[25:] == [row(number) for number in range(1, 25)]


def test_a_row_of_the_right_width_is_never_changed() -> None:
    assert read_below("noon,25/03/2024,70,p125,x\n") == (["noon", "25/03/2024", "70", "p125", "x"], [])


def test_few_rows_show_nothing() -> None:
    table = blind(
        HEADER + "".join(line(row(number)) for number in range(1, 6)) + "25/03/2024,,p125,noon,70,kept\n9,8\n"
    )
    assert keys(table.reported) == [(7, "table.long_row")]
    assert table.rows[-1] == ["9", "8", "", "", ""]


def test_rows_that_lack_what_all_columns_have_may_lack_it_anywhere() -> None:
    """The first of two missing cells could be any: the row is reported, as its figures would stand in wrong columns."""
    rows = "".join(f"{number},{2 * number},{3 * number}\n" for number in range(1, 20))
    table = blind(f"One,Two,Three\n{rows}1,2\n")
    assert table.rows[-1] == ["1", "2", ""]
    assert keys(table.warnings) == [(21, "table.short_row")]
