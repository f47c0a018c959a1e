"""What a measure is made of, what it requires, and the one place where it becomes unknown.

`Need` declares a requirement; `Measured` holds a measure of many profiles in columns and rounds every float once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from reachcheck.facts.marked_lists import MarkedList, shipped
from reachcheck.message import Message, msg
from reachcheck.method import Method
from reachcheck.model.columns import Bools, Codes, Enums, Floats, Index, Text
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction
from reachcheck.model.tables import Edges
from reachcheck.results.figure import Figure
from reachcheck.results.measure import Measure, Part, Unit

Made = TypeVar("Made")
DIGITS = 9


def rounded(values: Floats) -> Floats:
    """Round to 9 significant digits, NaN kept: the only rounding between data and results."""
    out = np.array(values, dtype=np.float64)
    usable = np.isfinite(out) & (out != 0)
    exponent = np.floor(np.log10(np.abs(out[usable]))).astype(np.int64)
    out[usable] = [round(float(v), int(DIGITS - 1 - e)) for v, e in zip(out[usable], exponent, strict=True)]
    return out


@dataclass(frozen=True, kw_only=True)
class Need:
    """One requirement: at least so many rows of a table, in a direction, with the columns present.

    `export` is the word of the export that would cure its lack. Where the audience is of ties that
    are mutual by design, they point both ways. A tie that has ended is none.
    """

    export: str
    table: str
    columns: tuple[str, ...] = ()
    direction: Direction | None = None
    at_least: int = 1

    def rows(self, dossiers: Dossiers) -> Index:
        """How many usable rows each profile has."""
        table = dossiers.table(self.table)
        usable = np.ones(len(table), dtype=np.bool_)
        if self.direction is not None:
            direction = getattr(table, "direction")  # noqa: B009
            friends = (direction == Direction.MUTUAL) & (dossiers.people.mutual[table.profile] == 1)
            usable &= (direction == self.direction) | friends
        if isinstance(table, Edges):
            usable &= np.isnat(table.until)
        for column in self.columns:
            usable &= present(getattr(table, column))
        return np.bincount(table.profile[usable], minlength=len(dossiers)).astype(np.int64)

    def lack(self, found: int) -> Message:
        """Why the measure is unknown when only `found` rows are there."""
        if found == 0:
            return msg("unknown.absent", export=self.export)
        return msg("unknown.too_few", export=self.export, found=found, at_least=self.at_least)


def present(column: Any) -> Bools:
    """Which cells of a column of any kind are not missing."""
    if isinstance(column, Text):
        return np.asarray(column.codes >= 0)
    if column.dtype.kind == "M":
        return np.asarray(~np.isnat(column))
    return np.asarray(~np.isnan(column) if column.dtype.kind == "f" else column >= 0)


@dataclass(frozen=True, kw_only=True)
class Values:
    """What the kernel of a measure gives back: columns over profiles, NaN where it cannot tell.

    `reasons` says why a profile's value is NaN although all needs were met; `kept` is what later kernels build on.
    """

    value: Floats
    low: Floats | None = None
    high: Floats | None = None
    k: Floats | None = None
    n: Floats | None = None
    no_interval: Message | None = None
    reasons: Mapping[int, Message] = field(default_factory=dict)
    parts: Mapping[int, tuple[Part, ...]] = field(default_factory=dict)
    notes: Mapping[int, tuple[Message, ...]] = field(default_factory=dict)
    figures: Mapping[int, tuple[Figure, ...]] = field(default_factory=dict)
    lacks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    over: Mapping[int, str] = field(default_factory=dict)
    """What it was counted over, for profiles of which it is not the denominator that was declared."""
    kept: Mapping[int, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Spec:
    """A measure as declared: what it is called, counts over and requires, and the kernel that computes it."""

    id: str
    family: str
    unit: Unit
    denominator: str
    needs: tuple[Need, ...]
    compute: Callable[["Context", Bools], Values]
    moves: str | None = None
    """The end of real reach that knowing it could move: ``lower`` or ``upper``."""
    barred: Callable[[Dossiers], Mapping[int, Message]] | None = None
    """Profiles for which no export could make it known, with the reason."""
    asks: bool = True
    """Whether the report asks for the export that would make it known; not for what only some people have."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """What a kernel sees: the dossiers, the method and the measures made before it."""

    dossiers: Dossiers
    method: Method
    done: Mapping[str, "Measured"]
    references: tuple[MarkedList, ...] = field(default_factory=shipped)
    """The marked follower lists that others are compared with."""
    _made: dict[Callable[["Context"], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[["Context"], Made]) -> Made:
        """What several kernels build on, made when the first asks for it."""
        if make not in self._made:
            self._made[make] = make(self)
        found: Made = self._made[make]
        return found

    @cached_property
    def rows(self) -> int:
        """How many profiles there are."""
        return len(self.dossiers)

    def blank(self) -> Floats:
        """A column of NaN, one for each profile."""
        return np.full(len(self.dossiers), np.nan)

    def place(self, source: int, row: int) -> str:
        """The name of a row for people."""
        return self.dossiers.sources[source].place(row) if source >= 0 else ""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One measure of many profiles, in columns; all floats rounded."""

    spec: Spec
    value: Floats
    low: Floats
    high: Floats
    k: Floats
    n: Floats
    made: Values
    lacking: Mapping[int, tuple[Message, tuple[str, ...]]]

    def one(self, profile: int) -> Measure:
        """The measure of one profile."""
        reason, lacks = self.lacking.get(profile, (None, ()))
        number = _optional(self.value[profile])
        known = number is not None
        return Measure(
            id=self.spec.id,
            family=self.spec.family,
            unit=self.spec.unit,
            denominator=self.made.over.get(profile, self.spec.denominator),
            status="known" if known else "unknown",
            value=number,
            low=_optional(self.low[profile]),
            high=_optional(self.high[profile]),
            k=_optional(self.k[profile]),
            n=_optional(self.n[profile]),
            reason=None if known else reason or self.made.reasons.get(profile, msg("unknown.not_computable")),
            no_interval=self._no_interval(profile, known),
            parts=self.made.parts.get(profile, ()),
            notes=self.made.notes.get(profile, ()) if known else (),
            lacks=lacks or self.made.lacks.get(profile, ()),
            either=not lacks and len(self.made.lacks.get(profile, ())) > 1,
            asked=self.spec.asks,
        )

    def _no_interval(self, profile: int, known: bool) -> Message | None:
        if not known or not np.isnan(self.low[profile]):
            return None
        return self.made.no_interval or msg("no_interval.too_few")


def measure(spec: Spec, context: Context) -> Measured:
    """Compute a measure where its needs are met; elsewhere it is unknown, with the reason and the cure."""
    lacking = _lacking(spec, context)
    where = np.array([i not in lacking for i in range(context.rows)], dtype=np.bool_)
    made = spec.compute(context, where)
    made = replace(made, parts={i: tuple(_rounded_part(part) for part in parts) for i, parts in made.parts.items()})
    blank = context.blank()
    columns = {name: getattr(made, name) for name in ("value", "low", "high", "k", "n")}
    filled = {name: rounded(np.where(where, blank if c is None else c, np.nan)) for name, c in columns.items()}
    return Measured(spec=spec, made=made, lacking=lacking, **filled)


def _rounded_part(part: Part) -> Part:
    given = np.array([part.value, part.low, part.high, part.people, part.strength], dtype=np.float64)
    value, low, high, people, strength = (_optional(number) for number in rounded(given).tolist())
    return replace(part, value=value, low=low, high=high, people=people, strength=strength)


def _lacking(spec: Spec, context: Context) -> dict[int, tuple[Message, tuple[str, ...]]]:
    barred = spec.barred(context.dossiers) if spec.barred is not None else {}
    found: dict[int, tuple[Message, tuple[str, ...]]] = {i: (reason, ()) for i, reason in barred.items()}
    for need in spec.needs:
        rows = need.rows(context.dossiers)
        for i in (i for i in np.flatnonzero(rows < need.at_least).tolist() if i not in barred):
            first, exports = found.get(i, (need.lack(int(rows[i])), ()))
            found[i] = (first, tuple(dict.fromkeys((*exports, need.export))))
    hopeless = {i for i in found if not all(_could_hold(need, context, i) for need in spec.needs)}
    return {i: (reason, () if i in hopeless else exports) for i, (reason, exports) in found.items()}


def _could_hold(need: Need, context: Context, profile: int) -> bool:
    """Whether any export could hold so many rows: a list of followers no more than there are."""
    if need.table != "edges" or need.direction != Direction.IN or need.at_least == 1:
        return True
    return not context.done["followers_count"].value[profile] < need.at_least


def _optional(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def per_profile(context: Context, where: Bools, kernel: Callable[[int], Sequence[float]], width: int) -> Floats:
    """Run a kernel for each profile of the mask; shape (profiles, width), NaN elsewhere."""
    out = np.full((context.rows, width), np.nan)
    for i in np.flatnonzero(where).tolist():
        out[i] = kernel(i)
    return out


def named_by(rows: int, profile: Codes, kind: Enums) -> Index:
    """By which kinds of key each profile's people are named, as bits; an unknown kind may be any of them."""
    bits = np.where(kind < 0, -1 & 0xFF, 1 << np.maximum(kind, 0).astype(np.int64))
    out = np.zeros(rows, dtype=np.int64)
    np.bitwise_or.at(out, profile, bits)
    return out
