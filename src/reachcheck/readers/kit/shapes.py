"""What a platform's reader is made of: kinds of file, each allowed by its path, shown by its content, read to rows."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowUnit, SourceRecord
from reachcheck.readers.base import Fragment, Reading, ReadOptions
from reachcheck.readers.kit.drafts import Draft, Owners, finish, settle_owners
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.source import Member


@dataclass(frozen=True, kw_only=True, eq=False)
class Made:
    """What one file gives: the fate of its rows, tables on their way, and what it says of its owner."""

    rows: Rows
    drafts: Sequence[Draft]
    columns: Mapping[str, str] = field(default_factory=dict)
    """Source name -> canonical name, of what was read."""
    unmatched: Sequence[str] = ()
    """Columns or keys that were left alone."""
    unit: RowUnit = "line"
    handle: str | None = None
    """Whose file it is, in lower case; the owners of a draft's rows go before it."""
    account: str | None = None
    """The platform's own id of the owner."""
    noun: str | None = None
    mutual: bool = False
    zone: str | None = None
    exported_at: str | None = None
    """ISO date, where the file itself says it."""
    declared: Mapping[str, int] = field(default_factory=dict)
    """How many rows the export says that files beside this one have, by their names."""
    record: SourceRecord | None = None
    """A record of another kind (a workbook's), whose account of rows is filled in here."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One kind of file. `path` is searched in the path inside the export, whatever its case: the allow-list."""

    name: str
    path: str
    shown_by: Callable[[Member], bool]
    read: Callable[[Member, ReadOptions], Made]
    platform: str = ""
    """Where it is another than the reader's."""

    def may_stand_at(self, path: str) -> bool:
        """Whether a file at this path may be opened."""
        return bool(re.search(self.path, path, re.IGNORECASE))


class ShapedReader:
    """A `Reader` over shapes, asked in their order."""

    def __init__(
        self,
        name: str,
        platform: str,
        shapes: Sequence[Shape],
        *,
        handle: Callable[[Member], str | None] = lambda _: None,
        exported_at: Callable[[Member], str | None] = lambda _: None,
    ) -> None:
        """`handle` and `exported_at` (ISO) are what the names of a file and its archive say."""
        self.name = name
        self.platform = platform
        self.platforms = frozenset((platform, *(shape.platform for shape in shapes))) - {""}
        self.shapes = tuple(shapes)
        self._handle = handle
        self._exported_at = exported_at

    def wants(self, name: str) -> bool:
        """Whether any kind of file may stand at this path."""
        return any(shape.may_stand_at(name) for shape in self.shapes)

    def claims(self, member: Member) -> bool:
        """Whether the content is of some kind."""
        return self.shape_of(member) is not None

    def shape_of(self, member: Member) -> Shape | None:
        """What a file is; None for any other."""
        return next((shape for shape in self.shapes if shape.shown_by(member)), None)

    def read(self, member: Member, options: ReadOptions) -> Reading:
        """Read one file; raises UnreadableError where its content breaks its shape."""
        shape = self.shape_of(member)
        if shape is None:
            problem, remedy = msg("objects.wrong_shape"), msg("objects.wrong_shape_remedy")
            raise UnreadableError(problem, place=member.name, remedy=remedy)
        made = shape.read(member, options)
        owners = settle_owners(made.rows, made.drafts, made.handle or self._handle(member))
        return Reading(
            record=self._record(member, made, shape.platform or self.platform),
            fragments=tuple(_fragment(draft, made, whose) for draft, whose in zip(made.drafts, owners, strict=True)),
            exported_at=made.exported_at or self._exported_at(member),
            declared=made.declared,
        )

    def _record(self, member: Member, made: Made, platform: str) -> SourceRecord:
        blank = made.record or SourceRecord(file=member.name, sha256="", reader="", unit=made.unit)
        return replace(
            blank,
            sha256=member.sha256,
            reader=self.name,
            platform=platform,
            rows_read=made.rows.read,
            rows_kept=made.rows.kept,
            reported=made.rows.reported,
            warnings=made.rows.warnings,
            columns=made.columns,
            unmatched=tuple(made.unmatched),
        )


def _fragment(draft: Draft, made: Made, owners: Owners) -> Fragment:
    fragment = finish(draft, made.rows, owners)
    return replace(fragment, account=made.account, noun=made.noun, mutual=made.mutual, zone=made.zone)
