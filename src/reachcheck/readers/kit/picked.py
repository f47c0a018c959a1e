"""Chosen values of JSON objects as a table, so that they are read by the same columns as delimited text."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from reachcheck.message import msg
from reachcheck.model.sources import RowNote, RowUnit
from reachcheck.readers.table import RawTable

Object: TypeAlias = Mapping[str, object]
Pick: TypeAlias = Callable[[Object], object]

NESTED = "[...]"
"""Stands for a list or an object where one value belongs; it reads as nothing, and is reported as that."""


def picked(
    items: Sequence[object],
    picks: Mapping[str, Pick],
    *,
    lines: Sequence[int] | None = None,
    reported: Sequence[RowNote] = (),
    unit: RowUnit = "index",
) -> RawTable:
    """A row for each object, a column for each pick; what is no object is reported.

    `lines` says where the items stand, if not at their positions; `reported` are rows left out before.
    """
    places = list(range(len(items))) if lines is None else lines
    found = [(place, item) for place, item in zip(places, items, strict=True) if isinstance(item, dict)]
    strange = (place for place, item in zip(places, items, strict=True) if not isinstance(item, dict))
    return RawTable(
        header=tuple(picks),
        rows=[[cell(pick(item)) for pick in picks.values()] for _, item in found],
        lines=[place for place, _ in found],
        reported=(*reported, *(RowNote(place, msg("table.not_an_object")) for place in strange)),
        unit=unit,
    )


def path(*keys: str) -> Pick:
    """The value under these keys, one inside the other; None where one of them is not there."""

    def pick(item: Object) -> object:
        value: object = item
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    return pick


def first(*picks: Pick) -> Pick:
    """The first value that is there."""
    return lambda item: next((value for pick in picks if (value := pick(item)) not in (None, "")), None)


def objects(value: object) -> list[Object]:
    """The objects of a list; none where it is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def cell(value: object) -> str:
    """A value as exact text: a fraction as it is written, nothing as the empty string."""
    if isinstance(value, str):
        return value.strip()
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else NESTED
