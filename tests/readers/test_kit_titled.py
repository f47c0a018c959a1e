"""Lists of one thing a line below a title."""

import pytest
from generic_tables import member, read, rows

from reachcheck.readers.kit.opening import open_table


def table(content: str | bytes) -> tuple[tuple[str, ...], list[list[str]], list[int]]:
    found, json = open_table(member(content))
    assert not json
    return found.header, found.rows, found.lines


@pytest.mark.parametrize(
    ("content", "header", "cells"),
    [
        ("followed at\n2024-01-01\n2024-01-02\n", "followed at", ["2024-01-01", "2024-01-02"]),
        ("Date de suivi\n3 avr. 2026\n4 avr. 2026\n", "Date de suivi", ["3 avr. 2026", "4 avr. 2026"]),
        ("Nom et prénom\nJean Paul Martin\nAnne Le Goff\n", "Nom et prénom", ["Jean Paul Martin", "Anne Le Goff"]),
        ('"Account name"\n"ann ""a"" lee"\n"bob"\n', "Account name", ['ann "a" lee', "bob"]),
        ("Account name\n@ann\n", "Account name", ["@ann"]),
        ("Account name\nann: the first\nbob: the second\n", "Account name", ["ann: the first", "bob: the second"]),
        ('Account name\n"\n', "Account name", ['"']),
        ("Account name\n", "Account name", []),
        ("Abonnés Instagram\nann\n", "Abonnés Instagram", ["ann"]),
    ],
)
def test_words_of_a_title_divide_nothing(content: str, header: str, cells: list[str]) -> None:
    found = table(content)
    assert (found[0], found[1]) == ((header,), [[cell] for cell in cells])


def test_blank_lines_are_no_rows_and_lines_keep_their_numbers() -> None:
    assert table("\n\nAccount name\r\n\r\nann\rbob\n\n") == (("Account name",), [["ann"], ["bob"]], [5, 6])


def test_a_guessed_encoding_is_said() -> None:
    found, _ = open_table(member("Nom d'utilisateur\nélan\n".encode("cp1252")))
    assert found.rows == [["élan"]]
    assert [note.what.key for note in found.warnings] == ["table.encoding_guessed"]


@pytest.mark.parametrize(
    "content",
    [
        "Followers\nhandle,followed at\nann,2024-01-01\n",
        "Followers\n\nhandle;followed at\nann;2024-01-01\nbob;2024-01-02\n",
        "handle,followed at\nann,2024-01-01\n",
        "followed at\tAccount name\n2024-01-01\tann\n",
    ],
)
def test_a_title_above_a_table_is_no_name_of_a_column(content: str) -> None:
    header = table(content)[0]
    assert len(header) == 2


def test_handles_with_a_mark_of_a_table_stay_whole_where_few_have_one() -> None:
    names = ["ann", "bob;", "cleo", "dan", "eve"]
    assert rows(read("followers\n" + "\n".join(names))).peer.decode() == names
