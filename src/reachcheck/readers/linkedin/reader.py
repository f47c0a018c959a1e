"""Reads what LinkedIn hands out: lists of its data export, the creator analytics, the figures of a company page.

LinkedIn lists followers to nobody. Of an export only these files are opened, never messages, contacts or the profile.
"""

import re
from datetime import date

from reachcheck.readers.kit.objects import day_of
from reachcheck.readers.kit.shapes import ShapedReader
from reachcheck.readers.linkedin.shapes import SHAPES
from reachcheck.readers.source import Member

_ARCHIVE = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)
_PAGE = re.compile(r"_(?:followers|content|updates|visitors)_(\d{10,13})(?!\d)", re.IGNORECASE)


def _exported_at(member: Member) -> str | None:
    """The date in the archive's or the workbook's name, else that of the archive's entry."""
    archive, page = _ARCHIVE.search(member.container), _PAGE.search(member.container)
    try:
        named = date(int(archive[3]), int(archive[1]), int(archive[2])).isoformat() if archive else None
    except ValueError:
        named = None
    return named or (day_of(page[1]) if page else None) or (member.dated.isoformat() if member.dated else None)


READER = ShapedReader("linkedin", "linkedin", SHAPES, exported_at=_exported_at)
