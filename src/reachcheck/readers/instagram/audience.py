"""Past insights of the whole account: the size of the audience, who came and left in a period, how it divides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.enums import Completeness, TableName
from reachcheck.model.tables import Breakdown, Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.instagram.counts import Counts, counts_of, shares_of
from reachcheck.readers.instagram.opened import entries_of
from reachcheck.readers.instagram.period import is_period, period_of
from reachcheck.readers.kit.containers import exported_at
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.meta import Entry, Labelled
from reachcheck.readers.kit.meta_made import made
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.values import numbers

ROOT = "organic_insights_audience"
OTHER_ROOTS = ("organic_insights_interactions", "organic_insights_reach")


@dataclass(frozen=True)
class Part:
    """One part of the audience: by which label, which part, and its share as the platform writes it."""

    entry: int
    dimension: str
    value: str
    share: str


def audience(member: Member, _: ReadOptions) -> Made:
    """The size of the audience, who came and left, and how it divides."""
    return _read(member, ROOT, with_counts=True)


def others(member: Member, _: ReadOptions) -> Made:
    """How those divide who were reached or who interacted; totals over a whole period have no place here."""
    return _read(member, *OTHER_ROOTS, with_counts=False)


def _read(member: Member, *roots: str, with_counts: bool) -> Made:
    entries = entries_of(member, *roots)
    rows, items = entries.rows, entries.items
    counts = {n: counts_of(entry.fields) for n, entry in enumerate(items)} if with_counts else {}
    parts = [part for n, entry in enumerate(items) for part in _parts(n, entry)]
    stating = [n for n, count in counts.items() if not np.isnan([count.size, count.gained, count.lost]).all()]
    silent = sorted(set(range(len(items))) - {*stating, *(part.entry for part in parts)})
    why = msg("row.no_value") if with_counts else msg("instagram.period_totals")
    rows.leave_out(silent, lambda _: why)
    day = entries.exported_at or exported_at(member)
    drafts = [_statements(items, counts, stating, day, rows)] if stating else []
    drafts += [_divided(parts)] if parts else []
    columns = {part.dimension: "share" for part in parts}
    for n in stating:
        columns |= {**counts[n].read, **{each.label: "as_of" for each in _periods(items[n])}}
    left = (each.label for entry in items for each in entry.fields if each.value and each.label not in columns)
    return made(entries, *drafts, columns=columns, unmatched=tuple(dict.fromkeys(left)))


def _statements(
    items: Sequence[Entry], counts: Mapping[int, Counts], stating: Sequence[int], day: str | None, rows: Rows
) -> Draft:
    """What each entry states of the audience on the last day of its period."""
    days = [next((period_of(each.value, day) for each in _periods(items[n])), None) for n in stating]
    rows.warn([n for n, found in zip(stating, days, strict=True) if not found], lambda _: msg("instagram.no_period"))
    rows.warn([n for n in stating if counts[n].said], lambda at: counts[at].said or msg("row.no_value"))
    since, as_of = (np.array([found and found[side] for found in days], dtype="datetime64[s]") for side in (0, 1))
    size, gained, lost = np.array([(c.size, c.gained, c.lost) for c in (counts[n] for n in stating)]).T
    table = Profile.of(len(stating), followers=size, gained=gained, lost=lost, since=since, as_of=as_of)
    at = np.array(stating, dtype=np.int64)
    return Draft(rows=table, table=TableName.PROFILE, completeness=Completeness.UNKNOWN, at=at)


def _periods(entry: Entry) -> Iterator[Labelled]:
    return (each for each in entry.fields if is_period(each.value))


def _parts(number: int, entry: Entry) -> Iterator[Part]:
    """Shares of an entry: several under one label, or one."""
    for each in entry.fields:
        if not is_period(each.value):
            yield from (Part(number, each.label, value, share) for value, share in shares_of(each.value))


def _divided(parts: Sequence[Part]) -> Draft:
    table = Breakdown.of(
        len(parts),
        dimension=Text.of(part.dimension for part in parts),
        value=Text.of(part.value or None for part in parts),
        share=numbers([part.share for part in parts]).values,
        share_text=Text.of(part.share for part in parts),
    )
    at = np.array([part.entry for part in parts], dtype=np.int64)
    return Draft(rows=table, table=TableName.BREAKDOWN, completeness=Completeness.TOP, at=at)
