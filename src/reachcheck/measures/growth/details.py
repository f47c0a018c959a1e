"""What else there is to see of an unexplained step: told with its innocent side, and counted by nothing."""

from collections.abc import Iterator, Sequence

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.measures.count import followers_of
from reachcheck.measures.growth.grown import Grown
from reachcheck.measures.growth.losses import lost_again
from reachcheck.measures.growth.series import DAY
from reachcheck.measures.growth.steps import Step
from reachcheck.message import Message, msg
from reachcheck.model.columns import Floats, Index
from reachcheck.model.enums import SinceKind
from reachcheck.stats.bursts import Window

LOT, LOT_LEAST = 100, 300
"""A round number is a multiple of the one, from the other on."""
LONG = 7
"""Days of a step from which their evenness is told."""
STRETCHES = 4
"""As many stretches as long as the step, outside all steps, say what is usual."""
HOURS = 3
TIMED = 50
"""Followers with a time of day, in the step and beside it, from which the hours are told."""


def details(context: Context, grown: Grown, profile: int, step: Step, among: Sequence[Step]) -> tuple[Message, ...]:
    """All that is told of a step among all steps of the profile; nothing of one that is not unexplained."""
    if step.kind != "unexplained":
        return ()
    return (
        *lost_again(context, grown, profile, step),
        *_round_lots(grown, step),
        *_evenness(grown, step.window, among),
        *_hours(context, grown, profile, step.window),
    )


def _round_lots(grown: Grown, step: Step) -> Iterator[Message]:
    """Days, and the step as a whole, that brought a round number; nothing where the platform rounds itself."""
    window, days = step.window, grown.days
    inside = slice(window.first, window.end)
    gains = _single_days(grown, grown.judged)[inside]
    if grown.grain[inside].max() > 1:
        return
    start, end = days.date(window.first), days.date(window.end - 1)
    at = [n for n, gain in enumerate(gains.tolist()) if _is_lot(gain)]
    if at:
        said = tuple(msg("step.observed_day", gain=float(gains[n]), day=days.date(window.first + n)) for n in at)
        yield msg("step.round_days", start=start, end=end, days=said, k=len(at), n=int((~np.isnan(gains)).sum()))
    if len(gains) > 1 and _is_lot(step.burst.gain):
        yield msg("step.round_all", start=start, end=end, gain=step.burst.gain)


def _is_lot(gain: float) -> bool:
    return gain >= LOT_LEAST and gain % LOT == 0


def _single_days(grown: Grown, gain: Floats) -> Floats:
    """The gains of days that have a figure of their own, NaN where one of several days was spread."""
    alone = np.append(grown.series.days == 1, False)[grown.days.period]
    return np.where(alone, gain, np.nan)


def _evenness(grown: Grown, window: Window, among: Sequence[Step]) -> Iterator[Message]:
    """How far the days of a long step differ, beside what chance gives and other stretches of its length show."""
    gains, length = _single_days(grown, grown.days.gain), window.end - window.first
    inside = _single_days(grown, grown.judged)[window.first : window.end]
    for step in among:
        gains[step.window.first : step.window.end] = np.nan
    stretches = gains[: len(gains) // length * length].reshape(-1, length)
    stretches = stretches[~np.isnan(stretches).any(axis=1)]
    stretches = stretches[stretches.mean(axis=1) > 0] if len(stretches) else stretches
    if length < LONG or np.isnan(inside).any() or len(stretches) < STRETCHES:
        return
    yield msg(
        "step.even",
        start=grown.days.date(window.first),
        end=grown.days.date(window.end - 1),
        n=length,
        spread=_share(inside.std() / inside.mean()),
        chance=_share(inside.mean() ** -0.5),
        usual=_share(np.median(stretches.std(axis=1) / stretches.mean(axis=1))),
    )


def _hours(context: Context, grown: Grown, profile: int, window: Window) -> Iterator[Message]:
    """How many came in the fullest hours of the day, beside the followers of all other days."""
    edges, rows = context.dossiers.edges, followers_of(context.dossiers, profile)
    since = edges.since[rows[edges.since_kind[rows] == SinceKind.EXACT]]
    since = since[~np.isnat(since)]
    hour = np.asarray(since.astype("datetime64[h]").astype(np.int64) % 24)
    day = np.asarray((since - grown.days.first) // DAY, dtype=np.int64)
    inside = (day >= window.first) & (day < window.end)
    if min(inside.sum(), (~inside).sum()) < TIMED:
        return
    yield msg(
        "step.hours",
        start=grown.days.date(window.first),
        end=grown.days.date(window.end - 1),
        hours=HOURS,
        n=int(inside.sum()),
        share=_fullest(hour[inside]),
        usual=_fullest(hour[~inside]),
    )


def _fullest(hour: Index) -> float:
    return _share(np.sort(np.bincount(hour, minlength=24))[-HOURS:].sum() / len(hour))


def _share(value: float) -> float:
    return round(float(value), 6)
