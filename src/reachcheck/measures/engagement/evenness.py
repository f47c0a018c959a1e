"""Whether likes differ from post to post by as much as chance alone makes them differ.

People who like or not, each for themselves, give counts that differ by about their square root; moods, days and
subjects add to that. Counts that differ by clearly less do not come from many people deciding each time.
"""

import math

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.constancy import truncated
from reachcheck.measures.engagement.liked import Liked, all_liked, lacking
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats
from reachcheck.results.measure import Part
from reachcheck.stats.intervals import median_interval
from reachcheck.stats.robust import spread_of_changes

LAGS = (1, 2, 3)
"""Posts apart at which likes are compared: posts of one album, or listed twice, are alike only side by side."""
DIGITS = 10
"""A median of at least so many times its round number has more than one digit: it may have been rounded."""
MOST_SHARE = 0.9
"""Chance is not taken for less than if this share of the count had liked each time."""
ROWS = 12
"""Rows that are named as evidence."""


def likes_evenness(context: Context, where: Bools) -> Values:
    """Spread of likes from post to post over what chance alone gives: about 1 at the least, where people decide."""
    found, reasons = all_liked(context, where)
    cut = truncated(context)
    out = np.full((context.rows, 4), np.nan)
    parts: dict[int, tuple[Part, ...]] = {}
    for i, liked in found.items():
        why = msg("unknown.posts_selected") if cut[i] else _why_not(context, liked)
        if why is not None:
            reasons[i] = why
            continue
        spread, low, high = _spread(liked, context.method.level)
        by_chance = _by_chance(liked, float(context.done["followers_count"].value[i]))
        out[i] = spread / by_chance, low / by_chance, high / by_chance, len(liked.rows)
        if out[i, 0] < context.method.engagement.even:
            parts[i] = (_part(context, liked),)
    whole = {i: ("posts_all",) for i, why in reasons.items() if why.key == "unknown.posts_selected"}
    return Values(
        value=out[:, 0],
        low=out[:, 1],
        high=out[:, 2],
        n=out[:, 3],
        parts=parts,
        reasons=reasons,
        lacks=lacking(reasons) | whole,
    )


def _why_not(context: Context, liked: Liked) -> Message | None:
    """Few likes and rounded ones are alike for other reasons."""
    middle, least = float(np.median(liked.likes)), context.method.engagement.even_least
    if middle < least:
        return msg("unknown.few_likes", found=middle, at_least=least)
    grain = _rounded_to(liked.likes, middle)
    return msg("unknown.rounded_likes", grain=grain) if grain > math.sqrt(middle) else None


def _rounded_to(likes: Floats, middle: float) -> int:
    """The power of ten that the upper half of the likes is a multiple of, as "12.3K" is; 1 where it shows one digit."""
    grain, upper = 1, likes[likes >= middle]
    while middle >= DIGITS * 10 * grain and not np.any(upper % (10 * grain)):
        grain *= 10
    return grain


def _spread(liked: Liked, level: float) -> tuple[float, float, float]:
    """The standard deviation of ln(1 + likes) around a slowly moving level, of the widest lag, with its interval."""
    changes = max((spread_of_changes(liked.logged, lag) for lag in LAGS), key=lambda each: float(np.median(each)))
    low, high = median_interval(changes, np.array([0, len(changes)]), level)
    return float(np.median(changes)), float(low[0]), float(high[0])


def _by_chance(liked: Liked, count: float) -> float:
    """The same where each of the followers likes or not: sqrt((1 - p) / median), p the share who do; 0 if unknown."""
    middle = float(np.median(liked.likes))
    share = min(middle / count, MOST_SHARE) if count >= middle else 0.0
    return math.sqrt((1 - share) / middle)


def _part(context: Context, liked: Liked) -> Part:
    days = [day for day in (liked.day(context, at) for at in range(len(liked.rows))) if day is not None]
    low, high = np.quantile(liked.likes, (0.25, 0.75)).tolist()
    return Part(
        kind="even",
        start=min(days, default=None),
        end=max(days, default=None),
        value=float(np.median(liked.likes)),
        low=low,
        high=high,
        evidence=tuple(liked.place(context, at) for at in range(min(len(liked.rows), ROWS))),
    )
