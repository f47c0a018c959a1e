"""What the names of TikTok's downloads say: whose they are, when they were made, and when their window begins."""

import re
from dataclasses import dataclass
from datetime import date

from reachcheck.readers.kit.objects import day_of
from reachcheck.readers.source import Member

_STUDIO = re.compile(
    r"(?:^|/)(?:Overview|Followers|Viewers|Content)_(\d{4}-\d{2}-\d{2})(?:_(\d{10,13})(?:_([\w.]*?\w))?)?"
    r"(?: ?\(\d+\))?(?:\.zip|\.csv|\.xlsx|/)",
    re.ASCII | re.IGNORECASE,
)
"""`Overview_<first day of the window>_<seconds since 1970, when it was made>_<user>.zip`."""
_EXPORT = re.compile(r"(?:^|/)TikTok_Data_(\d{10,13})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Named:
    """What a download is called; None where the name does not say it."""

    first: date | None = None
    made: date | None = None
    handle: str | None = None

    @classmethod
    def of(cls, member: Member) -> "Named":
        """By the archive or the folder that a file lies in, or by its own name."""
        studio, export = _STUDIO.search(member.container), _EXPORT.search(member.container)
        if studio:
            return cls(
                first=_date(studio[1]), made=_date(day_of(studio[2] or "")), handle=(studio[3] or "").lower() or None
            )
        return cls(made=_date(day_of(export[1]) if export else None))


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
