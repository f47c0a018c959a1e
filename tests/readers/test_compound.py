"""Old workbooks are looked over before a parser sees them: far cells, passwords, and damage that leads nowhere."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from legacy_made import far, legacy, record, renamed, small_file

from reachcheck.readers.table.compound import look_at
from reachcheck.readers.table.extent import Extent

BEGIN = record(0x0809, 0x0600, 0x0010, 0, 0)
PASSWORD = record(0x002F, 1, 1)


def test_every_sheet_is_measured_by_its_filled_cells() -> None:
    found = look_at(legacy({"A": [["a", None, 1.5], [None, 7]], "B": [["x"] * 5] * 3, "C": []}))
    assert not found.locked
    assert found.sheets == [Extent(), Extent(2, 3, 3), Extent(3, 5, 15), Extent()]


def test_a_cell_far_away_is_seen() -> None:
    assert look_at(far(65535, 255)).sheets[-1] == Extent(65536, 256, 1)


def test_a_run_of_numbers_reaches_as_far_as_its_last_column() -> None:
    run = record(0x00BD, 4, 2, 0, 0, 0, 0, 0, 0, 0, 4)
    assert look_at(small_file("Workbook", BEGIN + run)).sheets == [Extent(5, 5, 1)]


def test_records_that_fill_no_cell_are_not_counted() -> None:
    blank, text_of_a_formula = record(0x0201, 900, 900, 0), record(0x0207, 5, 0, 0x4141, 0x4141)
    assert look_at(small_file("Book", BEGIN + blank + text_of_a_formula)).sheets == [Extent()]


def test_passwords_of_both_kinds_are_seen() -> None:
    assert look_at(small_file("Workbook", BEGIN + PASSWORD + record(0x0203, 1, 1))).locked
    assert look_at(renamed(legacy({"A": [["a"]]}), "EncryptedPackage")).locked


@pytest.mark.parametrize("name", ["WORKBOOK", "book"])
def test_capitals_in_the_name_of_the_stream_do_not_matter(name: str) -> None:
    assert look_at(small_file(name, BEGIN + record(0x0203, 1, 1))).sheets == [Extent(2, 2, 1)]


def test_a_file_without_a_workbook_has_no_sheets() -> None:
    found = look_at(small_file("WordDocument", BEGIN + PASSWORD))
    assert (found.locked, found.sheets) == (False, [])


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (30, 0),  # a sector of one byte
        (30, 31),
        (32, 9),  # small sectors as large as the others
        (512, 0),  # the table of sectors leads round
        (516, 1),  # the list of streams leads round
        (516, 4_000_000),  # and outside
        (48, 4_000_000),
    ],
)
def test_damage_ends_the_look_and_nothing_else(at: int, value: int) -> None:
    content = bytearray(small_file("Workbook", BEGIN + PASSWORD))
    struct.pack_into("<H" if at < 40 else "<I", content, at, value)
    look_at(bytes(content))


def test_a_long_table_of_sectors_goes_on_in_sectors_of_its_own() -> None:
    content = bytearray(small_file("Workbook", BEGIN + record(0x0203, 1, 1)))
    more = len(content) // 512 - 1
    struct.pack_into("<2I", content, 68, more, 1)
    struct.pack_into("<I", content, 76, 0xFFFFFFFF)
    content += struct.pack("<128I", 0, *([0xFFFFFFFF] * 126), 0xFFFFFFFE)
    assert look_at(bytes(content)).sheets == [Extent(2, 2, 1)]
    struct.pack_into("<I", content, len(content) - 4, more)
    look_at(bytes(content))


@settings(deadline=None)
@given(st.data())
def test_any_damage_is_survived(data: st.DataObject) -> None:
    content = bytearray(small_file("Workbook", BEGIN + record(0x0203, 1, 1) * 9))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.sampled_from([0, 1, 2, 255]))
    look_at(bytes(content[: data.draw(st.integers(0, len(content)))]))
