"""Reads Instagram's information export (JSON): followers, following, posts and reels, and the user name.

Everything else in the export, messages first of all, is never opened.
"""

import re
from datetime import date

from reachcheck.model.sources import SourceRecord
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.drafts import Owners, finish
from reachcheck.readers.instagram.objects import wrong_shape
from reachcheck.readers.instagram.shapes import shape_of, wanted
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json

_CONTAINER = re.compile(r"(?:^|/)instagram-([\w.]+)-(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII | re.IGNORECASE)
"""`instagram-<user>-YYYY-MM-DD-<letters>.zip`, or a folder of that name."""
_DATED = re.compile(r"_(\d{4})(\d{2})(\d{2})(?:_part_?\d+)?\.zip/", re.IGNORECASE)
"""`<user>_YYYYMMDD.zip`, as until 2022; what stands before the date may be anybody's choice by now."""


class InstagramReader:
    """Claims the files of an information export by their keys."""

    name = "instagram"
    platform = "instagram"

    def wants(self, name: str) -> bool:
        """By the end of the path, in the folders of all years."""
        return wanted(name)

    def claims(self, member: Member) -> bool:
        """By the first keys of the JSON; an empty list by its place in the export."""
        return shape_of(member) is not None

    def read(self, member: Member, options: ReadOptions) -> Reading:
        """Read one file; each part of a list that is split is a reading of its own."""
        data, shape = read_json(member.content, member.name), shape_of(member)
        if shape is None:
            raise wrong_shape(member.name)
        made = shape.read(data, member, options)
        owner = Owners(made.handle or _handle(member), None, "", None)
        record = SourceRecord(
            file=member.name,
            sha256=member.sha256,
            reader=self.name,
            platform=self.platform,
            unit="index",
            rows_read=made.read,
            rows_kept=made.rows.kept,
            reported=made.rows.reported,
            warnings=made.rows.warnings,
            columns=shape.columns,
            unmatched=made.others,
        )
        fragments = tuple(finish(draft, made.rows, owner) for draft in made.drafts)
        return Reading(record=record, fragments=fragments, exported_at=_exported_at(member))


def _handle(member: Member) -> str | None:
    """The user whom the archive's name names."""
    found = _CONTAINER.search(member.name)
    return found[1].lower() if found else None


def _exported_at(member: Member) -> str | None:
    """The date in the archive's name, else that of the archive's entry."""
    container, dated = _CONTAINER.search(member.name), _DATED.search(member.name)
    written = container[2] if container else "-".join(dated.groups()) if dated else ""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        return member.dated.isoformat() if member.dated else None
