import io
import json
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from exports_made import LINKS, MAIN, PARTS, member, raw_workbook, workbook, zipped
from legacy_made import far, legacy, renamed
from python_calamine import CalamineError, PasswordError
from sayable import with_remedy

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.readers.source.member import Caps
from reachcheck.readers.table import look_over
from reachcheck.readers.table import workbook as under_test
from reachcheck.readers.table import workbook_child as _workbook_child
from reachcheck.readers.table.workbook import Sheet, WorkbookRecord, is_workbook, read_workbook, rows_before, sheets_of
from reachcheck.readers.table.workbook_child import cell_text, convert

ONE = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'


def refused(content: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read_workbook(content, "a.xlsx")
    assert caught.value.place.startswith("a.xlsx")
    with_remedy(caught.value)
    return caught.value


def test_sheets_keep_their_order_and_cells_their_text() -> None:
    rows: list[list[Any]] = [
        ["  a ", None, 7, 0.5],
        ["é\u202f€", 12345678901, -3.25, True],
        ["", date(2026, 2, 3), "=1", 1e300],
    ]
    found = read_workbook(workbook({"Übersicht": rows, "leer": [], "B": [[None], ["x"]]}), "a.xlsx")
    assert [sheet.name for sheet in found] == ["Übersicht", "leer", "B"]
    assert found[0].rows == [
        ["  a ", "", "7", "0.5"],
        ["é\u202f€", "12345678901", "-3.25", "TRUE"],
        ["", "2026-02-03", "", "1e+300"],
    ]
    assert found[1].rows == []
    assert found[2].rows == [[""], ["x"]]
    assert {sheet.notes for sheet in found} == {()}


def test_workbooks_from_before_2007_are_read_alike() -> None:
    rows: list[list[Any]] = [["  a ", None, 7, 0.5], ["é\u202f€", 12345678901, -3.25, True], [None, "0012", 1e300]]
    found = read_workbook(legacy({"Übersicht": rows, "leer": [], "B": [[None], ["x"]]}), "a.xls")
    assert [(sheet.name, sheet.rows) for sheet in found] == [
        (
            "Übersicht",
            [["  a ", "", "7", "0.5"], ["é\u202f€", "12345678901", "-3.25", "TRUE"], ["", "0012", "1e+300", ""]],
        ),
        ("leer", []),
        ("B", [[""], ["x"]]),
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (7, "7"),
        (7.0, "7"),
        (-0.25, "-0.25"),
        (1e20, "1e+20"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (False, "FALSE"),
        (datetime(2026, 2, 3), "2026-02-03"),
        (datetime(2026, 2, 3, 4, 5, 6), "2026-02-03T04:05:06"),
        (date(2026, 2, 3), "2026-02-03"),
        (time(4, 5), "04:05:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        ("0012", "0012"),
    ],
)
def test_every_kind_of_cell_has_one_text(cell: str | float | date | time | timedelta, text: str) -> None:
    assert cell_text(cell) == text


def test_the_child_reads_worksheets_only() -> None:
    content = workbook({"A": [["a", 1]], "B": [["b", 2.5]]})
    assert convert(content) == [("A", [["a", "1"]]), ("B", [["b", "2.5"]])]


@pytest.mark.parametrize(("error", "word"), [(PasswordError, "encrypted"), (CalamineError, "broken")])
def test_the_child_says_in_a_word_why_there_are_no_sheets(
    error: type[Exception], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise error("because")

    monkeypatch.setattr(_workbook_child.CalamineWorkbook, "from_filelike", fail, raising=False)
    assert convert(b"") == word


def test_the_child_gives_no_more_text_than_its_parent_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_workbook_child, "MOST", 4)
    assert convert(workbook({"A": [["ab"]], "B": [["cd"]]}))
    assert convert(workbook({"A": [["ab"]], "B": [["cde"]]})) == "much_text"


@pytest.mark.parametrize(
    "data",
    [
        '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        "<sheetData><row r='1048576'><c r = 'xfd1048576' t='inlineStr'><is><t>a</t></is></c></row></sheetData>",
        '<sheetData><row r="4294967295"><c><v>1</v></c></row></sheetData>',
        '<x:sheetData xmlns:x="y"><x:row r="9"><x:c r="ZZZZZZ9"><v>1</v></x:c></x:row></x:sheetData>',
    ],
)
def test_a_cell_far_away_is_refused_before_it_costs_memory(data: str) -> None:
    error = refused(raw_workbook(data))
    assert error.problem.key == "workbook.far_cell"
    assert error.place == "a.xlsx/xl/worksheets/sheet1.xml"
    assert error.problem.params["filled"] == 1


@pytest.mark.parametrize(
    "data",
    [
        f'<dimension ref="A1:XFD1048576"/>{ONE}',
        ONE.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
        ONE.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"></c></row></sheetData>'),
        "<sheetData><row><c><v>1</v></c></row></sheetData>",
    ],
)
def test_what_only_claims_to_be_far_away_is_read(data: str) -> None:
    assert read_workbook(raw_workbook(data), "a.xlsx")[0].rows[0][0] == "1"


def test_a_cell_lets_a_sheet_span_twenty_more() -> None:
    cell = '<sheetData><row r="{0}"><c r="A{0}"><v>1</v></c></row></sheetData>'
    assert refused(raw_workbook(cell.format(1_000_021))).problem.params == {
        "rows": 1_000_021,
        "columns": 1,
        "filled": 1,
    }
    look_over.look_over(raw_workbook(cell.format(1_000_020)), "a.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused(encoding: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    sheet = f'<?xml version="1.0"?>{bomb}<worksheet xmlns="{MAIN}">{ONE}</worksheet>'.encode(encoding)
    error = refused(zipped({**PARTS, "xl/worksheets/sheet1.xml": sheet}))
    assert error.problem.key == "workbook.doctype"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (renamed(legacy({"A": [["a"]]}), "EncryptedPackage"), "encrypted"),
        (renamed(legacy({"A": [["a"]]}), "WordDocument"), "broken"),
        (far(65535, 255), "far_cell"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "broken"),
        (zipped({"content.xml": "<office/>"}), "none"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(content: bytes, key: str) -> None:
    assert refused(content).problem.key == f"workbook.{key}"


def test_a_workbook_cut_short_is_damaged() -> None:
    assert refused(workbook({"A": [["a"]]})[:-60]).problem.key == "source.broken_zip"


def test_a_sheet_that_is_no_xml_costs_only_its_own_file() -> None:
    broken = zipped({**PARTS, "xl/worksheets/sheet1.xml": b"\xff\xfe no xml <<<"})
    assert refused(broken).problem.key == "workbook.broken"


def test_a_long_text_that_thousands_of_cells_share_is_refused_before_it_costs_memory() -> None:
    cell = '<c t="s"><v>0</v></c>'
    strings = f'<sst xmlns="{MAIN}"><si><t>{"a" * 900_000}</t></si></sst>'
    links = PARTS["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
    more = {"xl/sharedStrings.xml": strings, "xl/_rels/workbook.xml.rels": links}
    few = raw_workbook(f'<sheetData><row r="1">{cell * 2}</row></sheetData>', more)
    assert len(read_workbook(few, "a.xlsx")[0].rows[0][1]) == 900_000
    many = raw_workbook(f'<sheetData><row r="1">{cell * 3_000}</row></sheetData>', more)
    assert refused(many).problem.key == "workbook.much_text"


def test_more_members_than_a_workbook_has_are_refused() -> None:
    error = refused(raw_workbook(ONE, {f"xl/media/{n}.bin": b"" for n in range(2_000)}))
    assert error.problem.key == "source.too_many_entries"


def test_more_cells_than_can_be_held_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_over, "CELLS", 4)
    assert read_workbook(workbook({"A": [["a", 1]], "B": [["b", 2]]}), "a.xlsx")
    error = refused(workbook({"A": [["a", 1]], "B": [["b", 2], [3]]}))
    assert (error.problem.key, error.problem.params["cap"]) == ("workbook.too_many_cells", 4)


def test_an_old_workbook_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_over, "CAPS", Caps(member=5_000))
    assert refused(legacy({"A": [["a"]]})).problem.key == "source.too_large"


def test_more_than_is_sensible_is_never_unpacked() -> None:
    assert refused(raw_workbook(ONE, {"xl/media/a.bin": bytes(8 << 20)})).problem.key == "source.ratio"


def test_the_parts_of_a_workbook_are_unpacked_under_one_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_over, "CAPS", Caps(entries=50, member=3_000, total=3_000))
    assert refused(raw_workbook(ONE, {"xl/a.bin": b"ab" * 800, "xl/b.bin": b"cd" * 800})).problem.key == (
        "source.total_too_large"
    )


def test_a_part_whose_bytes_are_damaged_is_refused() -> None:
    content = bytearray(zipped({**PARTS, "xl/worksheets/sheet1.xml": ONE * 50}))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as file:
        entry = file.getinfo("xl/worksheets/sheet1.xml")
    content[entry.header_offset + 40 + len(entry.filename)] ^= 0xFF
    assert refused(bytes(content)).problem.key == "source.broken_zip"


def test_a_parser_without_limits_is_remarked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = json.dumps({"limited": False, "made": [["A", [["x"]]]]}).encode()
    monkeypatch.setattr(under_test, "run_child", lambda module, content, place: answer)
    found = read_workbook(workbook({"A": [["x"]]}), "a.xlsx")
    assert [note.key for note in found[0].notes] == ["guard.unlimited"]


def test_a_member_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def read(content: bytes, place: str) -> tuple[Sheet, ...]:
        calls.append(place)
        return (Sheet("A", [["x"]]),)

    monkeypatch.setattr(under_test, "read_workbook", read)
    first = member("a.xlsx", b"")
    assert sheets_of(first) is sheets_of(first)
    assert calls == ["a.xlsx"]


def test_a_refusal_is_remembered_too(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def read(content: bytes, place: str) -> tuple[Sheet, ...]:
        calls.append(place)
        raise UnreadableError(msg("workbook.none"), place=place, remedy=msg("workbook.remedy"))

    monkeypatch.setattr(under_test, "read_workbook", read)
    first = member("a.xlsx", b"")
    for _ in range(2):
        with pytest.raises(UnreadableError) as caught:
            sheets_of(first)
        assert (caught.value.problem.key, caught.value.place) == ("workbook.none", "a.xlsx")
        assert caught.value.remedy == msg("workbook.remedy")
    assert calls == ["a.xlsx"]


def test_first_bytes_tell_a_workbook() -> None:
    assert is_workbook(member("a", workbook({"A": []})))
    assert is_workbook(member("a", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
    assert not is_workbook(member("a.xlsx", b"First Name,Connected On"))


def test_places_name_the_sheet_and_the_row_in_it() -> None:
    sheets = (Sheet("A", [["1"], ["2"]]), Sheet("empty", []), Sheet("B", [["3"]]))
    record = WorkbookRecord(file="a.xlsx", sha256="", reader="test", unit="row", sheets=rows_before(sheets))
    assert rows_before(sheets) == ((0, "A"), (2, "empty"), (2, "B"))
    assert [record.place(row) for row in (-1, 1, 2, 3)] == ["a.xlsx", "a.xlsx:A:1", "a.xlsx:A:2", "a.xlsx:B:1"]


@pytest.mark.shared_data
def test_foreign_workbooks_are_read_or_refused_without_a_traceback(shared_data: Path) -> None:
    files = sorted((shared_data / "hostile" / "calamine" / "tests").glob("*.xls*"))
    outcomes: list[str] = []
    for file in files:
        try:
            outcomes.append("read" if read_workbook(file.read_bytes(), file.name) else "empty")
        except UnreadableError as error:
            outcomes.append(error.problem.key)
    assert len(outcomes) >= 100
    assert outcomes.count("read") >= 70
    assert "guard.timeout" not in outcomes
