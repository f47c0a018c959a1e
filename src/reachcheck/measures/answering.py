"""Whether followers who came together respond as the others do: then they are people, whatever brought them.

It speaks for those of a step or a block, and never against anybody: people who read in silence show nothing of the
kind.
"""

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.measures.community.received import Received, received
from reachcheck.measures.count import followers_of
from reachcheck.message import Message, msg
from reachcheck.model.columns import Index
from reachcheck.stats.intervals import wilson
from reachcheck.stats.sets import among, distinct


def answering(context: Context, profile: int, rows: Index) -> Message | None:
    """What is said of these rows of the edges table where they respond as the other followers do, else None.

    Compared are the shares of both who responded after the last of the rows had followed. They respond alike if the
    lower limit of the one share is at least `answering.share` of the other; with fewer than `answering.least` of the
    others nothing can be compared.
    """
    limits, found = context.method.answering, context.once(received)
    if not len(rows) or not found.has_list[profile]:
        return None
    since = context.dossiers.edges.since[rows]
    after = since[~np.isnat(since)].max() if not np.isnat(since).all() else None
    active = _active(found, profile, after)
    others = found.followers[_others(context, profile, rows, after)]
    responded = int(among(others, active).sum())
    if responded < limits.least:
        return None
    k, n = float(among(found.followers[rows], active).sum()), float(len(rows))
    low, _ = wilson(np.array([k]), np.array([n]), context.method.level)
    usual = responded / len(others)
    return msg("step.answering", k=k, n=n, usual=usual) if low[0] >= limits.share * usual else None


def responding(context: Context, profile: int, rows: Index) -> float:
    """The share of these rows of the edges table who ever responded; 0 where nobody knows."""
    found = context.once(received)
    if not len(rows) or not found.has_list[profile]:
        return 0.0
    return float(among(found.followers[rows], _active(found, profile, None)).mean())


def _active(found: Received, profile: int, after: np.datetime64 | None) -> Index:
    """Codes of the listed followers who responded, after a moment where one is given."""
    start, end = np.searchsorted(found.profile, [profile, profile + 1]).tolist()
    counts = found.from_list[start:end]
    if after is not None:
        counts = counts & (found.at[start:end] > after)
    codes: Index = distinct(found.who[start:end][counts])
    return codes


def _others(context: Context, profile: int, rows: Index, after: np.datetime64 | None) -> Index:
    """Rows of the other listed followers who were there by then; those without a date were."""
    everybody = followers_of(context.dossiers, profile)
    others = everybody[~among(everybody, np.sort(rows))]
    return others if after is None else others[~(context.dossiers.edges.since[others] > after)]
