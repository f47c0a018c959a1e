"""Several lists of one account, exported at different dates: the newest speaks, and who is missing from it has left.

That somebody left is only said where the newer list could have held them: it reaches back to the day of their tie, and
the two lists are of the same people. A list may be cut to a range without a word, or be one part of several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Index, Times
from reachcheck.model.sources import RowNote
from reachcheck.model.tables import Edges, Table
from reachcheck.readers.assemble.keys import rank
from reachcheck.readers.base import Reading
from reachcheck.stats.sets import distinct

SHARED = 0.5
"""Of the older list's people whom the newer one could hold, so many must be in it for both to be the same list."""


@dataclass(frozen=True, kw_only=True, eq=False)
class _List:
    """One list as exported on one day: its rows among all ties, who is in it, and how far back it reaches."""

    day: np.datetime64
    at: Index
    peers: Index
    since: Times

    def find(self, peers: Index) -> tuple[Bools, Index]:
        """Which of these people are in the list, and the rows where they stand."""
        order = np.argsort(self.peers)
        place = np.minimum(np.searchsorted(self.peers[order], peers), len(order) - 1)
        found = order[place]
        return self.peers[found] == peers, self.at[found]

    def could_hold(self, since: Times) -> Bools:
        """Whether the list reaches back to these ties; an undated one is taken to be whole."""
        known = self.since[~np.isnat(self.since)]
        return np.isnat(since) | (since >= known.min()) if len(known) else np.ones(len(since), dtype=np.bool_)


def exported(readings: Sequence[Reading]) -> Times:
    """The day of each reading's export, NaT where none is known."""
    days = [reading.exported_at for reading in readings]
    return np.array([day[:10] if day else "NaT" for day in days], dtype="datetime64[s]")


def newest_first(table: Table, days: Times) -> Table:
    """Rows of newer exports before those of older ones, so that of repeated rows the newest is kept."""
    if not len(table):
        return table
    day = days[table.source]
    age = np.where(np.isnat(day), np.iinfo(np.int64).max, -day.astype(np.int64))
    return table.take(np.argsort(age, kind="stable"))


def with_departures(edges: Edges, days: Times) -> tuple[Edges, dict[int, list[RowNote]]]:
    """Ties with the day by which they had ended, and remarks for the source whose list shows it.

    Ties that two lists can speak of also get the day of the first list that holds them, whether they lasted or not.
    """
    until, listed_at = edges.until.copy(), edges.listed_at.copy()
    notes: dict[int, list[RowNote]] = {}
    pairs = [_Pair(older, newer) for older, newer in _successive(edges, days)]
    for pair in pairs:
        until[pair.lasting] = until[pair.lasting_newer]
        if pair.same:
            until[pair.gone] = pair.newer.day
        for note in pair.remarks():
            notes.setdefault(int(edges.source[pair.older.at[0]]), []).append(RowNote(-1, note))
    for pair in reversed(pairs):
        if pair.same:
            first = np.where(np.isnat(listed_at), pair.older.day, listed_at)
            listed_at[pair.gone] = first[pair.gone]
            listed_at[pair.lasting_newer[pair.told]] = first[pair.lasting[pair.told]]
    return replace(edges, until=until, listed_at=listed_at), notes


class _Pair:
    """Two lists of one kind of tie: which rows of the older one the newer one holds, and which it could hold.

    `lasting` and `lasting_newer` are the rows of the same people in both; `told` marks those of whom the newer list
    would show if they had left; `gone` are the rows of those who left, if both are the `same` list.
    """

    def __init__(self, older: _List, newer: _List) -> None:
        there, place = newer.find(older.peers)
        eligible = newer.could_hold(older.since)
        self.older, self.newer = older, newer
        self.lasting, self.lasting_newer, self.told = older.at[there], place[there], eligible[there]
        self.gone = older.at[eligible & ~there]
        self.beyond = int((~eligible & ~there).sum())
        self.same = bool(self.told.sum() >= SHARED * eligible.sum())

    def remarks(self) -> Iterator[Message]:
        """What is said of the older list."""
        days = {"older": _day(self.older.day), "newer": _day(self.newer.day)}
        if n := len(self.gone):
            yield msg("assemble.departed" if self.same else "assemble.parts", n=n, **days)
        if self.beyond:
            yield msg("assemble.beyond", n=self.beyond, **days)


def _successive(edges: Edges, days: Times) -> Iterator[tuple[_List, _List]]:
    """Pairs of lists of one kind of tie of one profile that follow each other in time, the last pair first."""
    day = days[edges.source] if len(edges) else np.empty(0, "datetime64[s]")
    usable = ~np.isnat(day) & np.isnat(edges.until) & (edges.peer.codes >= 0)
    kinds = rank(edges.profile, edges.direction, edges.key_kind)
    for kind in distinct(kinds[usable]):
        mine = usable & (kinds == kind)
        lists = [_list(edges, np.flatnonzero(mine & (day == when)), when) for when in np.sort(distinct(day[mine]))]
        yield from reversed(list(pairwise(lists)))


def _list(edges: Edges, at: Index, day: np.datetime64) -> _List:
    return _List(day=day, at=at, peers=edges.peer.codes[at].astype(np.int64), since=edges.since[at])


def _day(moment: np.datetime64) -> date:
    day: date = moment.astype("datetime64[D]").item()
    return day
