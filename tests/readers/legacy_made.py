"""Workbooks as Office wrote them before 2007, and the small file system that they stand in, made by code."""

import io
import struct
from collections.abc import Mapping, Sequence
from typing import Any

import xlwt

SECTOR, SMALL, LEAST = 512, 64, 4096
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def legacy(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook as a spreadsheet of 1997 writes it; None leaves a cell out."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell is not None:
                    sheet.write(row, column, cell)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def far(row: int, column: int) -> bytes:
    """A workbook of one cell far away."""
    book = xlwt.Workbook()
    book.add_sheet("A").write(row, column, 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def renamed(content: bytes, name: str) -> bytes:
    """The same file with its workbook under another name."""
    old = "Workbook".encode("utf-16-le")
    at = content.index(old)
    entry = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    return content[:at] + entry + content[at + 66 :]


def record(kind: int, *numbers: int) -> bytes:
    """A record of two-byte numbers."""
    return struct.pack(f"<{2 + len(numbers)}H", kind, 2 * len(numbers), *numbers)


def small_file(name: str, stream: bytes) -> bytes:
    """A file with one stream that is so small that it stands in the store of small streams.

    Sector 0 is the table of sectors, 1 the list of streams, 2 the table of small sectors, the rest the store.
    """
    assert len(stream) < LEAST
    smalls, sectors = -(-len(stream) // SMALL), -(-len(stream) // SECTOR)
    table = [TABLE, END, END, *range(4, 3 + sectors), END]
    small_table = [*range(1, smalls), END]
    listed = _entry("Root Entry", 5, 3, SMALL * smalls) + _entry(name, 2, 0, len(stream))
    return _header() + b"".join(
        (_padded(_table(table)), _padded(listed), _padded(_table(small_table)), _padded(stream))
    )


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    counts = struct.pack("<9I", 0, 1, 1, 0, LEAST, 2, 1, END, 0)
    return head + counts + _table([0]).ljust(436, b"\xff")


def _table(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % SECTOR)


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    title = name.encode("utf-16-le")
    links = struct.pack("<3I", FREE, FREE, 1 if kind == 5 else FREE)
    shape = struct.pack("<H2B", len(title) + 2, kind, 1) + links + bytes(36) + struct.pack("<2IQ", first, size, 0)[:12]
    return (title.ljust(64, b"\0") + shape).ljust(128, b"\0")[:128]
