"""The reader's side of the contract: what a reader is given, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from reachcheck.model.columns import Text
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Coverage, Table
from reachcheck.readers.source import Member


@dataclass(frozen=True, kw_only=True)
class ReadOptions:
    """What a user may say about a file that says too little itself."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """``--map canonical=Source name``."""
    role: str | None = None
    """``--as followers``: what a list without a telling header or name is."""
    date_order: str | None = None
    """``--date-order dmy`` or ``mdy``: how dates are written where they do not show it."""
    platform: str | None = None
    """``--platform x``: which one, where the files are of several."""
    readers: "tuple[Reader, ...]" = ()
    """Readers of plug-ins, which are asked after ours."""
    shared: bool = False
    """Whether `columns` speaks of several files, of which one may lack a column that another has.

    Whoever says so checks that one of them has it (`mapping.check_found`).
    """


@dataclass(frozen=True, kw_only=True, eq=False)
class Fragment:
    """Rows of one table from one file.

    `rows.profile` and `rows.source` are left missing: `assemble` fills them. `owners` names the profile of each row
    where the file holds several (one handle a row), else it is None and all rows belong to the one profile.
    `coverage` holds at most one row a table and direction, about these rows. `handle`, `noun` and `zone` are what the
    file says of its owner.
    """

    rows: Table
    owners: Text | None = None
    coverage: Coverage | None = None
    handle: str | None = None
    account: str | None = None
    """The platform's own id of the owner, where the file has it."""
    noun: str | None = None
    zone: str | None = None
    platforms: Text | None = None
    """The platform of each row, where the rows are of several."""
    mutual: bool = False


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One file as read: its record and its fragments. Sum of fragment rows may exceed `rows_kept` (a row of a daily
    sheet gives several values); every row is counted once in the record.
    """

    record: SourceRecord
    fragments: tuple[Fragment, ...]
    exported_at: str | None = None
    """The export's own date (ISO), from inside the file, its name or its archive."""
    declared: Mapping[str, int] = field(default_factory=dict)
    """How many rows the export itself says that files beside this one have, by their names."""


class Reader(Protocol):
    """Turns members of one platform's shape into readings."""

    name: str
    platform: str
    platforms: frozenset[str]
    """All whose files it reads."""

    def wants(self, name: str) -> bool:
        """Whether a member of that name (inside an archive or folder) may be opened at all: an allow-list."""
        ...

    def claims(self, member: Member) -> bool:
        """Whether the content is of this reader's shape; the name of a loose file proves nothing."""
        ...

    def read(self, member: Member, options: ReadOptions) -> Reading:
        """Read it; raises UnreadableError with place and remedy when the content breaks its own shape."""
        ...
