"""What the name of one of Meta's archives or folders says: whose export it is, and of which day."""

import re
from datetime import date

from reachcheck.readers.source import Member

_CONTAINER = re.compile(
    r"(?:^|/)(?:instagram|facebook|threads)-([\w.]+)-(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII | re.IGNORECASE
)
"""`instagram-<user>-YYYY-MM-DD-<letters>.zip`, or a folder of that name; Facebook's begin with its own name."""
_DATED = re.compile(r"_(\d{4})(\d{2})(\d{2})(?:_part_?\d+)?(?: ?\(\d+\))?(?:\.zip)?/", re.IGNORECASE)
"""`<user>_YYYYMMDD.zip`, as until 2022, or unpacked; what stands before the date may be anybody's choice by now."""


def handle_of(member: Member) -> str | None:
    """The user whom the archive's name names."""
    found = _CONTAINER.search(member.container)
    return found[1].lower() if found else None


def exported_at(member: Member) -> str | None:
    """The date in the archive's name, else that of the archive's entry."""
    container, dated = _CONTAINER.search(member.container), _DATED.search(member.container)
    written = container[2] if container else "-".join(dated.groups()) if dated else ""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        return member.dated.isoformat() if member.dated else None
