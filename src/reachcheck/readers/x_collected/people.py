"""From a table of collected people to rows: a list of followers or of those followed, else a profile each."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Times
from reachcheck.readers.aliases import roles_in
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders, ties
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import columns_of, made_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable

LISTS = {"followers": ties.followers, "following": ties.following}
_ORIGIN = re.compile(r"/users/\d+/(followers|following)(?:[?/]|$)")
"""The address that a list was fetched from says which it is."""


def people(table: RawTable, names: Names, member: Member, options: ReadOptions, decimal: str | None = None) -> Made:
    """One row a person. In a list people go by their numbers, as in the archive; a profile goes by its name."""
    columns = columns_of(table.header, names)
    rows = Rows(table)
    role = _role(table, columns.get("origin"), member, options, rows)
    left = "handle" if role and "id" in columns else "id"
    kept = {name: column for name, column in columns.items() if name != left}
    cells = Cells(table, kept, rows, place=member.name, decimal=decimal, date_order=options.date_order)
    if role is None:
        return made_of(cells, builders.profile(cells))
    as_of, _ = cells.date("as_of")
    return replace(made_of(cells, LISTS[role](cells)), exported_at=last_day(as_of))


def last_day(as_of: Times) -> str | None:
    """The last day on which any of it was fetched."""
    known = as_of[~np.isnat(as_of)]
    return str(known.max().astype("datetime64[D]")) if len(known) else None


def _role(table: RawTable, origin: str | None, member: Member, options: ReadOptions, rows: Rows) -> str | None:
    """Which list it is: as the user says, by where it was fetched, by its name; none where nothing says it."""
    if options.role in LISTS:
        return options.role
    fetched = {found[1] for cell in table.column(origin) if (found := _ORIGIN.search(cell))} if origin else set()
    if len(fetched) == 1:
        return str(fetched.pop())
    file = PurePosixPath(member.path).name
    said = roles_in(PurePosixPath(file).stem).intersection(LISTS)
    if len(said) != 1:
        return None
    rows.note(msg("x_collected.list_from_name", file=file, role=min(said)))
    return min(said)
