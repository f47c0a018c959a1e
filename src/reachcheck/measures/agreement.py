"""How well the sources agree on one count of the same days."""

from collections.abc import Iterator

import numpy as np

from reachcheck.measures.base import Context, Spec, Values
from reachcheck.measures.count import Stated, by_daily, by_list, by_profile
from reachcheck.message import msg
from reachcheck.model.columns import Bools
from reachcheck.model.enums import Metric
from reachcheck.results.measure import Part

NEAR = np.timedelta64(3, "D")
"""Statements this close to each other are of the same days."""

Statement = tuple[float, str]


def count_agreement(context: Context, where: Bools) -> Values:
    """How far the sources' statements of one count are apart, as a share of the larger.

    The newest statement is compared with the other profile rows and daily levels of the same days, and with the length
    of the list where that is longer than the count (a shorter one may be cut: that is another measure).
    """
    del where
    profile, daily = by_profile(context.dossiers), by_daily(context.dossiers)
    value = context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    for i in range(context.rows):
        by_row = not np.isnan(profile.value[i])
        chosen = profile if by_row else daily
        base = float(chosen.value[i])
        others = [] if np.isnan(base) else _statements(context, chosen, i, by_row=by_row)
        if others:
            here = context.place(int(chosen.source[i]), int(chosen.row[i]))
            value[i] = max(abs(other - base) / max(other, base, 1.0) for other, _ in others)
            parts[i] = tuple(_part(base, here, other) for other in others if _apart(context, base, other[0]))
    unknown = np.flatnonzero(np.isnan(value)).tolist()
    count = context.done["followers_count"].value
    reasons = {i: msg("unknown.no_count" if np.isnan(count[i]) else "unknown.one_source") for i in unknown}
    return Values(value=value, no_interval=msg("no_interval.counted"), parts=parts, reasons=reasons)


def _statements(context: Context, chosen: Stated, i: int, *, by_row: bool) -> list[Statement]:
    """What else is stated of the same days, each with its place.

    Daily levels and the list are held against a profile row only: a level and a list of other days are growth.
    """
    others = list(_rows(context, chosen, i))
    if not by_row:
        return others
    rows = by_list(context.dossiers)[i]
    return [*_levels(context, chosen, i), *others, *([(float(rows), "")] if rows > chosen.value[i] else ())]


def _rows(context: Context, chosen: Stated, i: int) -> Iterator[Statement]:
    """Other profile rows of the same days."""
    profile = context.dossiers.profile
    same = (profile.source == chosen.source[i]) & (profile.row == chosen.row[i])
    for r in np.flatnonzero((profile.profile == i) & ~same & ~np.isnan(profile.followers)).tolist():
        if _close(profile.as_of[r], chosen.at[i]):
            yield float(profile.followers[r]), context.place(int(profile.source[r]), int(profile.row[r]))


def _levels(context: Context, chosen: Stated, i: int) -> Iterator[Statement]:
    """The daily level nearest to the day of a profile row."""
    daily = context.dossiers.daily
    levels = np.flatnonzero((daily.profile == i) & (daily.metric == Metric.FOLLOWERS) & ~np.isnan(daily.value))
    near = levels[np.abs(daily.date[levels] - chosen.at[i]) <= NEAR]
    if len(near):
        r = int(near[np.argmin(np.abs(daily.date[near] - chosen.at[i]))])
        yield float(daily.value[r]), context.place(int(daily.source[r]), int(daily.row[r]))


def _close(one: np.datetime64, other: np.datetime64) -> bool:
    if np.isnat(one) or np.isnat(other):
        return bool(np.isnat(one) and np.isnat(other))
    return bool(abs(one - other) <= NEAR)


def _apart(context: Context, base: float, other: float) -> bool:
    limits = context.method.data
    gap = abs(other - base)
    return gap > limits.disagreement_least and gap / max(other, base, 1.0) > limits.disagreement_share


def _part(base: float, here: str, other: Statement) -> Part:
    return Part(kind="disagreement", value=other[0], low=base, high=base, evidence=(here, other[1]))


SPECS = (
    Spec(id="count_agreement", family="data", unit="share", denominator="count", needs=(), compute=count_agreement),
)
