"""Which followers came and went between two lists of one profile, where both are whole."""

import numpy as np

from reachcheck.measures.count import listed
from reachcheck.message import Message, msg
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Completeness, Direction, TableName
from reachcheck.results.comparison import Turnover
from reachcheck.results.report import Results

Name = tuple[int, str]
"""By what kind of key a list knows somebody, and that key."""


def turnover(first: tuple[Dossiers, Results], second: tuple[Dossiers, Results]) -> Turnover:
    """Of lists that are whole, of one profile each, and name people by the same kind of key."""
    lists = []
    for dossiers, results in (first, second):
        named = _named(dossiers)
        if not named or not _whole(dossiers, results):
            return Turnover(reason=_reason(bool(named)))
        lists.append(named)
    before, after = lists
    if {kind for kind, _ in before} != {kind for kind, _ in after}:
        return Turnover(reason=msg("compare.other_keys"))
    return Turnover(stayed=len(before & after), came=_names(after - before), went=_names(before - after))


def _reason(listed_at_all: bool) -> Message:
    return msg("compare.not_whole") if listed_at_all else msg("compare.no_list")


def _named(dossiers: Dossiers) -> set[Name]:
    edges = dossiers.edges
    rows = np.flatnonzero(listed(dossiers) & (edges.peer.codes >= 0))
    pairs = zip(edges.key_kind[rows].tolist(), edges.peer.codes[rows].tolist(), strict=True)
    return {(kind, edges.peer.names[code]) for kind, code in pairs}


def _whole(dossiers: Dossiers, results: Results) -> bool:
    """Whether the platform lists all followers, or the list holds as many as the count states."""
    coverage = dossiers.coverage
    of_list = (coverage.table == TableName.EDGES) & (coverage.direction != Direction.OUT)
    told = coverage.completeness[of_list]
    if len(told) and bool((told == Completeness.ALL).all()):
        return True
    share = results.measure("list_completeness").value
    return share is not None and share >= 1


def _names(found: set[Name]) -> tuple[str, ...]:
    return tuple(name for _, name in sorted(found, key=lambda one: (one[1], one[0])))
