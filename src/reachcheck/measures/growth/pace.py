"""Lasting changes of the pace at which people came: told to the reader, evidence of nothing."""

from itertools import pairwise

import numpy as np

from reachcheck.measures.growth.days import Days
from reachcheck.message import Message, msg
from reachcheck.model.columns import Floats, Index
from reachcheck.stats.changes import changes

WEEK = 7
MONTH = 4
"""Weeks by whose middle a pace is first looked at: where it never moves there is no change to find."""
TOLD = 1.5
"""A pace so many times the one before, or the one before so many times it, is told of."""


def changes_of_pace(days: Days) -> tuple[Message, ...]:
    """Each lasting change, with the people a day before and after it, as whole weeks tell it.

    Where differently strict segmentations of the logarithm of weekly arrivals agree (`stats.changes`).
    """
    weeks = days.gain[: len(days) // WEEK * WEEK].reshape(-1, WEEK).mean(axis=1)
    known = np.flatnonzero(~np.isnan(weeks))
    pace = np.maximum(weeks[known], 0.0)
    if len(pace) < 2 * MONTH or not _moves(pace):
        return ()
    cuts = (0, *changes(np.log1p(pace)), len(pace))
    stretches = [float(pace[first:end].mean()) for first, end in pairwise(cuts)]
    return tuple(_told(days, known, cut, *around) for cut, around in _clear(cuts[1:-1], stretches))


def _clear(cuts: tuple[int, ...], stretches: list[float]) -> list[tuple[int, tuple[float, float]]]:
    """Changes with the pace on both sides, those large enough to be told of."""
    return [(cut, pair) for cut, pair in zip(cuts, pairwise(stretches), strict=True) if max(pair) > TOLD * min(pair)]


def _told(days: Days, known: Index, cut: int, before: float, after: float) -> Message:
    return msg("note.pace_changed", day=days.date(int(known[cut]) * WEEK), before=before, after=after)


def _moves(pace: Floats) -> bool:
    """Whether the middle of four weeks ever is far from that of others."""
    middle = np.median(np.lib.stride_tricks.sliding_window_view(pace, MONTH), axis=1)
    return bool(middle.max() >= TOLD * middle.min())
