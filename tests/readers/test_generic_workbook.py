"""Workbooks that people made by hand."""

from datetime import date

import pytest
from exports_made import raw_workbook, workbook
from generic_tables import member, read, rows

from reachcheck.errors import UnreadableError
from reachcheck.readers.generic import GenericReader

NOTES = [["Please read first"], ["made by hand"]]
SHEET = [
    ["Candidats 2026", None, None],
    [None, None, None],
    ["Pseudo", "Plateforme", "Abonnés"],
    ["@Ann", "Instagram", 1200],
    ["007", "Instagram", "12,5 k"],
    [None, None, None],
    ["bob", "Instagram", "many"],
]


def test_the_first_sheet_with_a_table_is_read_and_the_others_are_named() -> None:
    reading = read(workbook({"Notes": NOTES, "Liste": SHEET, "Old": SHEET}), "sheet.xlsx")
    fragment = reading.fragments[0]
    assert fragment.owners is not None and fragment.owners.decode() == ["ann", "007"]
    assert rows(reading).followers.tolist() == [1200, 12500]
    record = reading.record
    assert (record.rows_read, record.rows_kept, record.role, record.unit) == (3, 2, "profile", "row")
    assert [(record.place(note.row), note.what.key) for note in record.reported] == [
        ("sheet.xlsx:Liste:7", "row.not_a_number")
    ]
    (note,) = (note.what for note in record.warnings if note.what.key == "generic.other_sheets")
    assert note.params == {"sheet": "Liste", "names": ("Notes", "Old")}


def test_dates_and_texts_of_several_lines() -> None:
    cells = [["Date", "Titre", "J'aime"], [date(2026, 4, 3), "two\nlines", 5], [date(2026, 4, 9), 'a "quote", too', 7]]
    row = rows(read(workbook({"S": cells}), "posts.xlsx"))
    assert [str(day)[:10] for day in row.published_at] == ["2026-04-03", "2026-04-09"]
    assert (row.likes.tolist(), row.row.tolist()) == ([5, 7], [2, 3])


def test_a_sheet_of_one_column() -> None:
    row = rows(read(workbook({"S": [["Nom d'utilisateur"], ["ann"], ["bob"]]}), "abonnés.xlsx"))
    assert row.peer.decode() == ["ann", "bob"]


def test_long_ids_that_a_cell_rounded_name_nobody() -> None:
    cells = [
        ["User ID", "Followed at"],
        [178123456789012345, date(2026, 1, 1)],
        ["178123456789012345", date(2026, 1, 1)],
    ]
    record = read(workbook({"S": cells}), "followers.xlsx").record
    assert [note.what.key for note in record.reported] == ["row.id_rounded"]


def test_a_workbook_without_anything_is_not_claimed() -> None:
    assert not GenericReader().claims(member(workbook({"S": []}), "a.xlsx"))
    assert not GenericReader().claims(member(b"PK\x03\x04broken", "a.xlsx"))
    with pytest.raises(UnreadableError):
        read(workbook({"S": [[None]]}), "a.xlsx")


def test_a_workbook_is_claimed() -> None:
    assert GenericReader().claims(member(workbook({"S": SHEET}), "a.xlsx"))
    assert GenericReader().claims(member(raw_workbook("<sheetData><row><c><v>1</v></c></row></sheetData>"), "a.xlsx"))
