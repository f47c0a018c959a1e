"""Workbooks looked over before any parser sees them, because a parser believes what they say.

It asks for memory by the largest cell reference: one cell at XFD1048576 in a file of 5 kB makes it ask for 500 GB. What
a workbook says of its own size (its dimension) is believed by nobody here.
"""

import numpy as np

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.readers.source.member import Budget, Caps, Member
from reachcheck.readers.source.zips import members_of, open_archive
from reachcheck.readers.table.compound import look_at
from reachcheck.readers.table.extent import Extent, Places, extent_of, string_sizes

CAPS = Caps(entries=2_000, member=100 << 20, total=100 << 20)
"""A workbook is small beside what an archive may be."""
EMPTY_FROM = 1_000_000
EMPTY = 20
"""A sheet may span this many cells, and so many more for each cell that holds something."""
CELLS = 2_000_000
"""Cells of all sheets together, empty ones with them, and texts that they share."""
TEXT = 1 << 26
"""Bytes of all cells together: a text that is stored once may stand in thousands of cells."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")


def look_over(content: bytes, place: str) -> None:
    """Unpack every part under the caps, without keeping any; raises UnreadableError for what no export does."""
    archive = open_archive(content, place, CAPS.entries)
    if not archive.is_workbook():
        raise UnreadableError(msg("workbook.none"), place=place, remedy=msg("workbook.none_remedy"))
    members = members_of(archive, "", Budget(CAPS)).members
    strings = [string_sizes(_sound(member), CELLS) for member in members]
    longest = max(strings, key=len, default=np.empty(0, dtype=np.int64))
    cells = text = len(longest)
    for member in members:
        extent = _extent(member, longest)
        cells, text = cells + extent.cells, text + extent.text
        if cells > CELLS:
            raise _refusal(msg("workbook.too_many_cells", cap=CELLS), place)
        if text > TEXT:
            raise _refusal(msg("workbook.much_text"), place)


def look_over_legacy(content: bytes, place: str) -> None:
    """The same for a workbook from before 2007, which is no archive."""
    if len(content) > CAPS.member:
        problem = msg("source.too_large", megabytes=CAPS.member >> 20)
        raise _refusal(problem, place)
    found = look_at(content)
    if found.locked:
        raise UnreadableError(msg("workbook.encrypted"), place=place, remedy=msg("workbook.encrypted_remedy"))
    for extent in found.sheets:
        _refuse_far(extent, place)


def _sound(member: Member) -> bytes:
    """The content of a part, which declares no type of document: that is where entities come from."""
    content = member.opener(None)
    plain = (
        content.replace(b"\0", b"") if b"\0" in content[:4] or content[:2] in (b"\xff\xfe", b"\xfe\xff") else content
    )
    if b"<!DOCTYPE" in plain:
        raise _refusal(msg("workbook.doctype"), member.name)
    return content


def _extent(member: Member, strings: Places) -> Extent:
    extent = extent_of(member.opener(None), strings)
    _refuse_far(extent, member.name)
    return extent


def _refuse_far(extent: Extent, place: str) -> None:
    rows, columns, filled = extent.rows, extent.columns, extent.filled
    if rows * columns > EMPTY_FROM + EMPTY * filled:
        raise _refusal(msg("workbook.far_cell", rows=rows, columns=columns, filled=filled), place)


def _refusal(problem: Message, place: str) -> UnreadableError:
    return UnreadableError(problem, place=place, remedy=msg("workbook.remedy"))
