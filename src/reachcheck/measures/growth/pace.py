"""Changes of the pace at which people came: told to the reader, evidence of nothing."""

from collections.abc import Sequence
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
    """Each change, with the people a day before it and in the stretch after it, as whole weeks tell it.

    Where differently strict segmentations of the logarithm of weekly arrivals agree (`stats.changes`).
    """
    weeks = days.gain[: len(days) // WEEK * WEEK].reshape(-1, WEEK).mean(axis=1)
    known = np.flatnonzero(~np.isnan(weeks))
    pace = np.maximum(weeks[known], 0.0)
    if len(pace) < 2 * MONTH or not _moves(pace):
        return ()
    cuts = _clear(pace, changes(np.log1p(pace)))
    stretches, around = pairwise((*cuts, len(pace))), _around(pace, cuts)
    return tuple(_told(days, known, *at, *pair) for at, pair in zip(stretches, around, strict=True))


def _clear(pace: Floats, cuts: Sequence[int]) -> list[int]:
    """The changes that are large enough to be told of."""
    return [cut for cut, pair in zip(cuts, _around(pace, cuts), strict=True) if max(pair) > TOLD * min(pair)]


def _around(pace: Floats, cuts: Sequence[int]) -> list[tuple[float, float]]:
    """The pace before and after each cut, up to the cuts beside it."""
    return list(pairwise(float(pace[first:end].mean()) for first, end in pairwise((0, *cuts, len(pace)))))


def _told(days: Days, known: Index, first: int, end: int, before: float, after: float) -> Message:
    """What is said of a stretch of weeks: that it lasts, or when it ended."""
    start = days.date(int(known[first]) * WEEK)
    if end == len(known):
        return msg("note.pace_changed", day=start, before=before, after=after)
    last = days.date(int(known[end - 1]) * WEEK + WEEK - 1)
    return msg("note.pace_ended", start=start, end=last, before=before, after=after)


def _moves(pace: Floats) -> bool:
    """Whether the middle of four weeks ever is far from that of others."""
    middle = np.median(np.lib.stride_tricks.sliding_window_view(pace, MONTH), axis=1)
    return bool(middle.max() >= TOLD * middle.min())
