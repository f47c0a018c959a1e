"""The file of the audience: how it divides by age, gender and place, and sometimes who came by day."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Floats, Text
from reachcheck.model.enums import Completeness, TableName
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.model.tables import Breakdown
from reachcheck.readers.aliases import normal
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.parts import Part, joined
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import titles
from reachcheck.readers.kit.tabled import cells_of
from reachcheck.readers.meta_business.blocks import Block, blocks_of
from reachcheck.readers.meta_business.metric import HEADER, NOUN, counts
from reachcheck.readers.source import Member
from reachcheck.readers.values import numbers
from reachcheck.readers.values.numbers import MISSING

BOTH = "age gender"
RANKED = frozenset(("top cities", "top countries"))
"""Titles of tables of one row of names and one of shares, the greatest first."""
WHOLE = 1.1
"""Shares that sum to more than this (1, and what rounding adds) are percentages without their sign."""
MOST_SHOWN = 5
"""How many shares of a row that cannot be read are shown."""


@dataclass(frozen=True)
class Share:
    """One part of the audience as the file writes it, and at which row of its table."""

    at: int
    value: str
    text: str


def is_audience(member: Member) -> bool:
    """By the titles of two tables that stand together in no other file that is known."""
    lone = {next(iter(row)) for row in titles(member) if len(row) == 1}
    return BOTH in lone and bool(lone & RANKED)


def audience(member: Member, options: ReadOptions) -> Made:
    """How the audience divides, and who came by day where that stands below; other tables are reported."""
    blocks = blocks_of(member)
    parts = [_part(block, member, options) for block in blocks]
    made = joined(parts, SourceRecord(file=member.name, sha256="", reader="", unit="line"))
    shares = {block.title: "share" for block in blocks if normal(block.title) in {BOTH, *RANKED}}
    return replace(made, columns={**shares, **made.columns}, noun=NOUN)


def _part(block: Block, member: Member, options: ReadOptions) -> Part:
    title = normal(block.title)
    if title == BOTH:
        return _matrix(block)
    if title in RANKED and len(block.rows) == 2:
        return _ranked(block)
    figure = counts(block.title) if block.rows and set(map(normal, block.rows[0])) == HEADER else None
    if figure is None:
        return _left_out(block)
    table = block.below(1, _longer(block, len(block.rows[0])))
    cells = cells_of(table, member.name, options, {"date": ("Date",), figure: ("Primary",)})
    return Part(name=block.title, rows=cells.rows, drafts=builders.daily(cells), cells=cells)


def _matrix(block: Block) -> Part:
    """A row for each age, a column for each gender."""
    header = block.rows[0] if block.rows else ()
    table = block.below(1, _longer(block, len(header)))
    shares = [
        Share(at, f"{age}, {gender}", text)
        for at, (age, *texts) in enumerate(table.rows)
        for gender, text in zip(header[1:], texts, strict=False)
    ]
    return _divided(block.title, Rows(table), shares, Completeness.UNKNOWN)


def _ranked(block: Block) -> Part:
    """A row of names, and one of their shares."""
    names, texts = block.rows
    rows = Rows(block.below(1, _longer(block, len(names))))
    pairs = zip(names, texts, strict=False) if rows.kept else ()
    return _divided(block.title, rows, [Share(0, name, text) for name, text in pairs], Completeness.TOP)


def _longer(block: Block, width: int) -> list[RowNote]:
    """Rows with more cells than names: whose share is whose cannot be told."""
    rows = list(zip(block.lines, block.rows, strict=True))[1:]
    return [RowNote(at, msg("table.long_row", found=len(row), expected=width)) for at, row in rows if len(row) > width]


def _divided(title: str, rows: Rows, written: Sequence[Share], completeness: Completeness) -> Part:
    shares = [share for share in written if share.text.casefold() not in MISSING]
    told = {share.at for share in shares}
    rows.leave_out([at for at in range(len(rows.keep)) if at not in told], lambda _: msg("row.no_value"))
    values = _fractions(shares)
    unread: dict[int, list[str]] = {}
    for share, value in zip(shares, values.tolist(), strict=True):
        if math.isnan(value):
            unread.setdefault(share.at, []).append(share.text)
    rows.warn(unread, lambda at: msg("meta_business.shares", values=tuple(unread[at][:MOST_SHOWN])))
    table = Breakdown.of(
        len(shares),
        dimension=Text.of(title for _ in shares),
        value=Text.of(share.value for share in shares),
        share=values,
        share_text=Text.of(share.text for share in shares),
    )
    places = np.array([share.at for share in shares], dtype=np.int64)
    draft = Draft(rows=table, table=TableName.BREAKDOWN, completeness=completeness, at=places)
    return Part(name=title, rows=rows, drafts=(draft,))


def _fractions(shares: Sequence[Share]) -> Floats:
    """Shares of 1; what is none is missing."""
    values = numbers([share.text for share in shares]).values
    bare = np.array(["%" not in share.text for share in shares], dtype=np.bool_)
    if np.nansum(values[bare]) > WHOLE:
        values = np.where(bare, values / 100, values)
    return np.where((values >= 0) & (values <= 1), values, np.nan)


def _left_out(block: Block) -> Part:
    rows = Rows(block.below(0))
    rows.leave_out(range(len(rows.keep)), lambda _: msg("meta_business.block", title=block.title))
    return Part(name=block.title, rows=rows)
