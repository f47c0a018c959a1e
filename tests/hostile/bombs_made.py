"""Files that ask for more than they give, in miniature: each is small, and each has hurt some reader.

A kind is a name, the name of its file, and the bytes; none of them holds anything that a person would want read.
"""

import io
import json
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CSV = b"handle,followers,following\nann,1,2\nben,3,4\n"


@dataclass(frozen=True)
class Bomb:
    """One kind: what it is called, its file's name, how it is made, and the keys it may be refused by."""

    kind: str
    file: str
    make: Callable[[], bytes]
    keys: tuple[str, ...]


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An ordinary ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 2, 3, 0, 0, 0)), content, method)
    return out.getvalue()


def _local(name: bytes, packed_size: int, size: int, crc: int) -> bytes:
    return struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, packed_size, size, len(name), 0) + name


def _listed(name: bytes, packed_size: int, size: int, crc: int, at: int) -> bytes:
    head = struct.pack("<4s6H3I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, packed_size, size)
    return head + struct.pack("<5H2I", len(name), 0, 0, 0, 0, 0, at) + name


def _end(entries: int, size: int, at: int) -> bytes:
    return struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, entries, entries, size, at, 0)


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def overlap(entries: int = 500, size: int = 1 << 20) -> bytes:
    """Many entries whose bytes are the same bytes."""
    content = bytes(size)
    body, crc = _deflated(content), zlib.crc32(content)
    first = _local(b"0.csv", len(body), size, crc) + body
    names = [b"0.csv"] * entries
    listed = b"".join(_listed(name, len(body), size, crc, 0) for name in names)
    return first + listed + _end(entries, len(listed), len(first))


def quoted_overlap(entries: int = 250, size: int = 4 << 20) -> bytes:
    """Each entry's stream quotes the next entry's header as plain bytes, so that all end in one common kernel.

    After the idea that D. Fifield published at WOOT 2019.
    """
    kernel, content = _deflated(bytes(size)), bytes(size)
    files: list[tuple[bytes, int, bytes]] = []
    data, crc, length = kernel, zlib.crc32(content), size
    body = _local(b"%d.csv" % entries, len(data), length, crc) + data
    files.append((b"%d.csv" % entries, len(data), content))
    for number in range(entries - 1, 0, -1):
        name, header = b"%d.csv" % number, body[: 30 + len(b"%d.csv" % (number + 1))]
        content = header + content
        data = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF) + body
        files.append((name, len(data), content))
        body = _local(name, len(data), len(content), zlib.crc32(content)) + data
    return body + _directory(body, files)


def _directory(body: bytes, files: list[tuple[bytes, int, bytes]]) -> bytes:
    total = len(body)
    listed = b"".join(
        _listed(name, size, len(content), zlib.crc32(content), total - size - 30 - len(name))
        for name, size, content in reversed(files)
    )
    return listed + _end(len(files), len(listed), total)


def ratio() -> bytes:
    """A table that is a thousand times its packed size."""
    return packed({"followers.csv": CSV + b"ann,1,2\n" * (12 << 20)})


def packed_alone() -> bytes:
    """The same, packed alone and four thousand times smaller."""
    return lzma.compress(CSV + b"ann,1,2\n" * (12 << 20), preset=0)


def nested(depth: int = 6) -> bytes:
    """Archives in archives in archives, sixteen of each in the next."""
    content = packed({"followers.csv": CSV})
    for _ in range(depth):
        content = packed({f"{number}.zip": content for number in range(16)}, zipfile.ZIP_DEFLATED)
    return content


def many_entries(entries: int = 65_535) -> bytes:
    """As many entries as a plain ZIP can list, each of nothing."""
    body = _local(b"a.csv", 0, 0, 0)
    listed = b"".join(_listed(b"%d.csv" % n, 0, 0, 0, 0) for n in range(entries))
    return body + listed + _end(entries, len(listed), len(body))


def uncounted_entries(entries: int = 400_000) -> bytes:
    """More entries than that, of which the list says that they are three."""
    body = _local(b"a.csv", 0, 0, 0)
    listed = _listed(b"a.csv", 0, 0, 0, 0) * entries
    return body + listed + _end(3, len(listed), len(body))


def lying_size() -> bytes:
    """A table of 64 MB that is listed as one of 43 bytes, with the sum of those."""
    body = _deflated(CSV + b"ann,1,2\n" * (8 << 20))
    name, crc = b"followers.csv", zlib.crc32(CSV)
    first = _local(name, len(body), len(CSV), crc) + body
    listed = _listed(name, len(body), len(CSV), crc, 0)
    return first + listed + _end(1, len(listed), len(first))


def encrypted() -> bytes:
    """A table under a password."""
    content = bytearray(packed({"followers.csv": CSV}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def traversal() -> bytes:
    """Names that lead outside, from the root, and to a drive."""
    return packed(dict.fromkeys(("../../followers.csv", "/tmp/followers.csv", "C:\\followers.csv"), CSV))


def links() -> bytes:
    """A link to a file of the system that is called a list of followers."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("followers.csv")
        entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return out.getvalue()


PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>a</t></si></sst>',
}


def book(data: str, head: str = "", **parts: str) -> bytes:
    """A workbook by hand, of one sheet with this XML as its data."""
    sheet = f'<?xml version="1.0" encoding="UTF-8"?>{head}<worksheet xmlns="{MAIN}">{data}</worksheet>'
    files = {**PARTS, "xl/worksheets/sheet1.xml": sheet, **{f"xl/{name}.xml": text for name, text in parts.items()}}
    return packed({name: text.encode() for name, text in files.items()})


def _cell(text: str, place: str = "A1") -> str:
    return f'<sheetData><row r="1"><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>'


def far_cell() -> bytes:
    """One cell in the last row and the last column."""
    return book('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def wrong_dimension() -> bytes:
    """A sheet that says it is two rows, and is so many that it is mostly air."""
    rows = "".join(
        f'<row r="{n * 1000}"><c r="A{n * 1000}"><v>1</v></c><c r="XFD{n * 1000}"><v>1</v></c></row>'
        for n in range(1, 1000)
    )
    return book(f'<dimension ref="A1:B2"/><sheetData>{rows}</sheetData>')


def entity() -> bytes:
    """Entities that stand for entities that stand for entities."""
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10)]
    return book(_cell("&a9;"), f"<!DOCTYPE x [{''.join(names)}]>")


def late_entity() -> bytes:
    """The same, after a comment so long that a look at the beginning misses it."""
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10)]
    comment = "<!--" + "".join(f"{n} " for n in range(40_000)) + "-->"
    return book(_cell("&a9;"), f"{comment}<!DOCTYPE x [{''.join(names)}]>")


def external_entity() -> bytes:
    """An entity that stands for a file of the system."""
    return book(_cell("&a;"), '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')


def shared_strings() -> bytes:
    """One long text that forty thousand cells share."""
    words = "".join(f"{n * n} " for n in range(20_000))
    cells = '<c t="s"><v>0</v></c>' * 1_000
    rows = "".join(f'<row r="{n}">{cells}</row>' for n in range(1, 41))
    return book(f"<sheetData>{rows}</sheetData>", sharedStrings=f'<sst xmlns="{MAIN}"><si><t>{words}</t></si></sst>')


def deep_json() -> bytes:
    """A hundred thousand lists in each other."""
    return b'{"followers": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def huge_number() -> bytes:
    """A number of a million digits, which takes a quadratic time to read."""
    return b'[{"handle": "ann", "followers": ' + b"7" * 1_000_000 + b"}]"


def wide_table() -> bytes:
    """A header of 50,000 columns over 50,000 rows of two cells."""
    return ",".join(f"c{n}" for n in range(50_000)).encode() + b"\nx,y" * 50_000


def sparse_json() -> bytes:
    """Twenty thousand objects with no name in common."""
    return json.dumps([{f"k{n}": n} for n in range(20_000)]).encode()


def wide_line() -> bytes:
    """Ten megabytes of markup in one line, as inside a workbook of another kind."""
    return b"<a b:c='d, e'/>;" * (10 << 16)


BOMBS = (
    Bomb("overlapping entries", "a.zip", overlap, ("source.overlap",)),
    Bomb("quoted overlap", "a.zip", quoted_overlap, ("source.overlap",)),
    Bomb("ratio", "a.zip", ratio, ("source.ratio",)),
    Bomb("ratio, packed alone", "followers.csv.xz", packed_alone, ("source.ratio",)),
    Bomb("archives in archives", "a.zip", nested, ("source.nested",)),
    Bomb("65,535 entries", "a.zip", many_entries, ("source.too_many_entries",)),
    Bomb("400,000 entries, said to be 3", "a.zip", uncounted_entries, ("source.too_many_entries",)),
    Bomb("lying sizes", "a.zip", lying_size, ("source.lying_size",)),
    Bomb("encrypted", "a.zip", encrypted, ("source.encrypted",)),
    Bomb("traversal", "a.zip", traversal, ("source.unsafe_name",)),
    Bomb("symbolic link", "a.zip", links, ("source.no_file",)),
    Bomb("far cell", "a.xlsx", far_cell, ("workbook.far_cell",)),
    Bomb("wrong dimension", "a.xlsx", wrong_dimension, ("workbook.far_cell",)),
    Bomb("entities", "a.xlsx", entity, ("workbook.doctype",)),
    Bomb("entities after a long comment", "a.xlsx", late_entity, ("workbook.doctype",)),
    Bomb("external entity", "a.xlsx", external_entity, ("workbook.doctype",)),
    Bomb("huge shared strings", "a.xlsx", shared_strings, ("workbook.much_text",)),
    Bomb("deep JSON", "a.json", deep_json, ("table.json_deep",)),
    Bomb("number of a million digits", "a.json", huge_number, ("table.json_huge_number",)),
    Bomb("wide table", "a.csv", wide_table, ("table.too_wide",)),
    Bomb("markup in one line", "a.csv", wide_line, ("table.too_wide",)),
    Bomb("sparse JSON", "a.json", sparse_json, ("table.too_sparse",)),
)
