"""Whose archive of X it is: the account, and the archive's list of its own files."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Floats
from reachcheck.model.enums import Completeness, TableName
from reachcheck.model.sources import RowUnit
from reachcheck.model.tables import Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import items_of, wrong_shape
from reachcheck.readers.kit.picked import Object, Pick, objects, path, picked
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.tabled import cells_of
from reachcheck.readers.source import Member
from reachcheck.readers.x.script import read_script

NAMES = {
    "handle": ("username", "userName"),
    "created_at": ("createdAt",),
    "as_of": ("generationDate",),
}
_CONFIG = {"userName": path("userInfo", "userName"), "generationDate": path("archiveInfo", "generationDate")}
_COUNTS = {"followers": "follower", "following": "following"}
_HANDLE = re.compile(r"\w{1,50}", re.ASCII)
_LISTS = ("tweet", "tweets", "follower", "following")
"""The kinds of rows that are read, and whose number is therefore compared with what the archive says of itself."""
_INDEX: RowUnit = "index"


def account(member: Member, options: ReadOptions) -> Made:
    """The user name and the day the account was made; nothing else of what stands beside them."""
    items = items_of(read_script(member.content, member.name).data, member.name)
    picks = {"username": path("account", "username"), "createdAt": path("account", "createdAt")}
    return _made(items, picks, member, options)


def user_details(member: Member, options: ReadOptions) -> Made:
    """The same in archives until 2018."""
    data = read_script(member.content, member.name).data
    return _made([data], {"username": path("screen_name"), "createdAt": path("created_at")}, member, options)


def _made(items: list[object], picks: Mapping[str, Pick], member: Member, options: ReadOptions) -> Made:
    cells = cells_of(picked(items, picks), member.name, options, NAMES)
    names = _names(cells)
    cells.rows.leave_out([at for at, name in enumerate(names) if name is None], lambda _: msg("row.nobody"))
    created_at, _ = cells.date("created_at")
    rows = Profile.of(cells.size, created_at=created_at)
    return Made(
        rows=cells.rows,
        drafts=(_statement(rows),),
        columns={source: name for name, source in cells.columns.items()},
        handle=next(filter(None, names), None),
        unit=_INDEX,
    )


def manifest(member: Member, options: ReadOptions) -> Made:
    """The archive's list of its own files: whose it is, of which day, and how many rows each file has.

    How many rows the lists of people have is what X states of the counts on that day.
    """
    data = read_script(member.content, member.name).data
    if not isinstance(data, dict):
        raise wrong_shape(member.name)
    cells = cells_of(picked([data], _CONFIG), member.name, options, NAMES)
    partial = path("archiveInfo", "isPartialArchive")(data) is True
    if partial:
        cells.rows.note(msg("x.partial"))
    as_of, _ = cells.date("as_of")
    counts = {} if partial else {column: _stated(data, kind) for column, kind in _COUNTS.items()}
    return Made(
        rows=cells.rows,
        drafts=(_statement(Profile.of(cells.size, as_of=as_of, **counts)),),
        columns={source: name for name, source in cells.columns.items()},
        handle=_names(cells)[0],
        exported_at=None if np.isnat(as_of[0]) else str(as_of[0].astype("datetime64[D]")),
        declared=_declared(data, *_LISTS),
        unit=_INDEX,
    )


def _statement(rows: Profile) -> Draft:
    return Draft(
        rows=rows, table=TableName.PROFILE, completeness=Completeness.UNKNOWN, at=np.arange(len(rows), dtype=np.int64)
    )


def _names(cells: Cells) -> list[str | None]:
    found, _ = cells.who()
    return [name if name and _HANDLE.fullmatch(name) else None for name in found]


def _declared(data: Object, *kinds: str) -> dict[str, int]:
    """How many rows each file of these kinds should hold, by its name."""
    lists = [entry for kind in kinds for entry in objects(path("dataTypes", kind, "files")(data))]
    found = {_file(entry): _count(entry.get("count")) for entry in lists}
    return {file: rows for file, rows in found.items() if file and rows is not None}


def _stated(data: Object, kind: str) -> Floats:
    """How many rows all files of a kind have together; none at all says nothing."""
    return np.array([sum(_declared(data, kind).values()) or np.nan], dtype=np.float64)


def _file(entry: Object) -> str:
    name = entry.get("fileName")
    return PurePosixPath(name).name if isinstance(name, str) else ""


def _count(value: object) -> int | None:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
