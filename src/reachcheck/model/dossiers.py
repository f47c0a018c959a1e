"""Dossiers: the canonical tables of many profiles at once; a dossier is one of length 1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self, TypeVar

import numpy as np

from reachcheck.model.columns import Codes, Index
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import (
    Breakdown,
    Coverage,
    Daily,
    Edges,
    Events,
    Graph,
    Interactions,
    People,
    Posts,
    Profile,
    Table,
)

T = TypeVar("T", bound=Table)

TABLES: Mapping[str, type[Table]] = {
    "profile": Profile,
    "edges": Edges,
    "posts": Posts,
    "interactions": Interactions,
    "daily": Daily,
    "graph": Graph,
    "breakdown": Breakdown,
    "events": Events,
    "coverage": Coverage,
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Dossiers:
    """Tables sorted by (profile, time, source, row), and for each the n + 1 offsets of the profiles' segments."""

    people: People
    profile: Profile
    edges: Edges
    posts: Posts
    interactions: Interactions
    daily: Daily
    graph: Graph
    breakdown: Breakdown
    events: Events
    coverage: Coverage
    sources: tuple[SourceRecord, ...]
    starts: Mapping[str, Index]

    @classmethod
    def build(cls, people: People, tables: Mapping[str, Table], sources: Sequence[SourceRecord]) -> Self:
        """Sort every table into segments; a table that is not given is empty."""
        complete = {name: _sorted(tables.get(name, kind.of(0))) for name, kind in TABLES.items()}
        edges = np.arange(len(people) + 1)
        starts = {name: np.searchsorted(table.profile, edges).astype(np.int64) for name, table in complete.items()}
        return cls(people=people, sources=tuple(sources), starts=starts, **complete)  # type: ignore[arg-type]

    @classmethod
    def join(cls, parts: Sequence["Dossiers"]) -> Self:
        """The profiles of several dossiers, in order, with their sources renumbered."""
        shifted: dict[str, list[Table]] = {name: [] for name in TABLES}
        people: list[Table] = []
        sources: list[SourceRecord] = []
        profiles = 0
        for part in parts:
            for name in TABLES:
                shifted[name].append(_shift(part.table(name), profiles, len(sources)))
            people.append(_shift(part.people, profiles, len(sources)))
            profiles += len(part)
            sources.extend(part.sources)
        tables = {name: TABLES[name].join(pieces) for name, pieces in shifted.items()}
        return cls.build(People.join(people), tables, sources)

    def one(self, position: int) -> "Dossiers":
        """The dossier of one profile; the list of sources stays whole so that places still resolve."""
        return self.some([position])

    def some(self, positions: Sequence[int]) -> "Dossiers":
        """The dossiers of the profiles at rising positions; the list of sources stays whole."""
        new = np.full(len(self) + 1, -1, dtype=np.int32)
        new[list(positions)] = np.arange(len(positions))
        tables = {name: _renumbered(self.table(name), new) for name in TABLES}
        return Dossiers.build(_renumbered(self.people, new), tables, self.sources)

    def table(self, name: str) -> Table:
        """The table of that name."""
        found: Table = getattr(self, name)
        return found

    def __len__(self) -> int:
        return len(self.people)


def _sorted(table: T) -> T:
    if not len(table):
        return table
    time = getattr(table, table.time) if table.time else np.zeros(len(table), np.int8)
    return table.take(np.lexsort((table.row, table.source, time, table.profile)))


def _renumbered(table: T, new: Codes) -> T:
    """The rows of the profiles that have a new position, in their order."""
    kept = table.take(np.flatnonzero(new[table.profile] >= 0))
    return replace(kept, profile=new[kept.profile])


def _shift(table: T, profiles: int, sources: int) -> T:
    source = np.where(table.source >= 0, table.source + sources, table.source).astype(np.int32)
    return replace(table, profile=(table.profile + profiles).astype(np.int32), source=source)
