"""Posts whose likes lie far off those of the posts around them, and whether anything else of the post rose with them.

A post that goes round looks exactly so. Then it was seen, answered or shared more as well: such a post is `carried`.
Only where other figures are known that would have to rise, and none of them did, are its likes `alone`; with likes and
nothing else, or next to no comments on any post, nobody can say.
"""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.engagement.liked import Liked, all_liked, lacking
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.results.measure import Part
from reachcheck.stats.robust import running_median, scaled_mad, window_starts

OTHERS = ("views", "reach", "impressions", "comments", "shares", "saves", "clicks")
"""Figures of a post that rise when it goes round."""


def posts_far_off(context: Context, where: Bools) -> Values:
    """How many posts lie far off; each is a part: `alone`, `carried` or `no_context`."""
    found, reasons = all_liked(context, where)
    parts = {i: _parts(context, liked) for i, liked in found.items()}
    value, n = context.blank(), context.blank()
    for i, liked in found.items():
        value[i], n[i] = len(parts[i]), len(liked.rows)
    return Values(
        value=value,
        n=n,
        no_interval=msg("no_interval.counted"),
        parts=parts,
        reasons=reasons,
        lacks=lacking(reasons),
    )


def _parts(context: Context, liked: Liked) -> tuple[Part, ...]:
    limits = context.method.engagement
    above = liked.logged - running_median(liked.logged, limits.around)
    scale = max(scaled_mad(above), limits.far_off_floor)
    more = liked.likes - np.expm1(liked.logged - above)
    far = (above > np.log(limits.far_off)) & (above > limits.far_off_scale * scale) & (more >= limits.far_off_least)
    starts = window_starts(len(liked.rows), limits.around)
    return tuple(
        _part(context, liked, at, np.arange(starts[at], starts[at] + limits.around), float(above[at] / scale))
        for at in np.flatnonzero(far).tolist()
    )


def _part(context: Context, liked: Liked, at: int, window: Index, strength: float) -> Part:
    day = liked.day(context, at)
    beside = liked.likes[window[window != at]]
    kind, note = _carried(context, liked, at, window)
    return Part(
        kind=kind,
        start=day,
        end=day,
        value=float(liked.likes[at]),
        low=float(beside.min()),
        high=float(beside.max()),
        strength=strength,
        evidence=(liked.place(context, at),),
        note=note,
    )


def _carried(context: Context, liked: Liked, at: int, window: Index) -> tuple[str, Message]:
    """Whether another figure of the post stands as far above its own usual as attention must; the highest is told."""
    limits = context.method.engagement
    ratios: dict[str, float] = {}
    for name in OTHERS:
        figure: Floats = np.maximum(getattr(context.dossiers.posts, name)[liked.rows], 0.0)
        ratio = _ratio(figure, at, window)
        telling = ratio >= limits.carried or _expected(figure, liked.likes, at, window) >= limits.telling
        if not np.isnan(ratio) and telling:
            ratios[name] = round(ratio, 6)
    if not ratios:
        return "no_context", msg("post.no_context")
    name = max(ratios, key=lambda each: ratios[each])
    if ratios[name] >= limits.carried:
        return "carried", msg("post.carried", figure=name, ratio=ratios[name])
    return "alone", msg("post.alone", figure=name, ratio=ratios[name])


def _ratio(figure: Floats, at: int, window: Index) -> float:
    """A figure of a post over its usual; NaN where it is unknown, there or on most of the posts around."""
    known = figure[window][~np.isnan(figure[window])]
    if np.isnan(figure[at]) or 2 * len(known) <= len(window):
        return np.nan
    return float((1 + figure[at]) / (1 + np.median(known)))


def _expected(figure: Floats, likes: Floats, at: int, window: Index) -> float:
    """How much of it so many likes would bring at the pace of the posts beside it: of little, none need come."""
    beside = window[(window != at) & ~np.isnan(figure[window])]
    total = float(likes[beside].sum())
    return float(figure[beside].sum() / total * likes[at]) if total > 0 else 0.0
