"""Exports made by code, for the tests of the platform readers: members, archives, workbooks."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pytest
from openpyxl import Workbook

from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Table
from reachcheck.readers.base import Reading
from reachcheck.readers.source import Member, zips
from reachcheck.readers.source.unpack import Unpacker

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def member(name: str, content: bytes | str, path: str | None = None, **more: Any) -> Member:
    """A member of a source; its path inside the archive is its name where nothing else is said."""
    data = content.encode() if isinstance(content, str) else content
    return Member(name, path or name, len(data), partial(_head, data), **more)


def _head(data: bytes, limit: int | None) -> bytes:
    return data[:limit]


def archive(folder: Path, name: str, files: Mapping[str, bytes | str], day: tuple[int, int, int] = (2026, 2, 3)) -> str:
    """A ZIP on disk; all its entries carry the same date."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, content in files.items():
            file.writestr(zipfile.ZipInfo(entry, (*day, 12, 0, 0)), content)
    return str(path)


def opened_entries(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the entries of archives that are opened from now on; the list grows."""
    opened: list[str] = []

    class Watched(Unpacker):
        def __init__(self, file: BinaryIO, entry: zipfile.ZipInfo) -> None:
            opened.append(entry.filename)
            super().__init__(file, entry)

    monkeypatch.setattr(zips, "Unpacker", Watched)
    return opened


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A ZIP in memory."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return buffer.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook as a spreadsheet writes it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def raw_workbook(data: str, more: Mapping[str, bytes | str] = {}, head: str = "") -> bytes:
    """A workbook by hand, of one sheet with this XML as its data."""
    sheet = f'<?xml version="1.0" encoding="UTF-8"?>{head}<worksheet xmlns="{MAIN}">{data}</worksheet>'
    return zipped({**PARTS, "xl/worksheets/sheet1.xml": sheet, **more})


def as_json(value: object) -> str:
    """JSON as Meta writes it: pure ASCII, each byte of UTF-8 as a character of its own."""
    return json.dumps(_broken(value), indent=1)


def _broken(value: object) -> object:
    if isinstance(value, str):
        return value.encode().decode("latin-1")
    if isinstance(value, list):
        return [_broken(item) for item in value]
    if isinstance(value, dict):
        return {_broken(key): _broken(item) for key, item in value.items()}
    return value


def checked(reading: Reading) -> Reading:
    """The reading, once its account of rows is found to be right."""
    record = reading.record
    assert record.rows_read == record.rows_kept + len(record.reported)
    assert len({note.row for note in record.reported}) == len(record.reported)
    kept = {int(row) for fragment in reading.fragments for row in fragment.rows.row}
    assert len(kept) == record.rows_kept
    assert not kept & {note.row for note in record.reported}
    return reading


def told(record: SourceRecord) -> list[tuple[str, str]]:
    """Places and keys of all rows that were left out."""
    return [(record.place(note.row), note.what.key) for note in record.reported]


def warned(record: SourceRecord) -> list[tuple[str, str]]:
    """Places and keys of all remarks."""
    return [(record.place(note.row), note.what.key) for note in record.warnings]


def fragment(reading: Reading, kind: type[Table], number: int = 0) -> Any:
    """The fragment of that table."""
    return [found for found in reading.fragments if isinstance(found.rows, kind)][number]


def days(times: Any) -> list[str]:
    """Times as ISO dates."""
    return [str(day) for day in times.astype("datetime64[D]")]


def plain(values: Any) -> list[float | None]:
    """Numbers with None where they are missing."""
    return [None if np.isnan(value) else float(value) for value in values]
