"""Steps of one profile: stretches that stand out, each with its kind.

``unexplained``: its gains are more than the known attention can carry. ``explained``: attention stood out as well.
``named``: it lies on days that somebody listed an event for. ``unclear``: attention is known, and neither carries the
gains nor leaves so many over. ``no_context``: nothing is known to hold it against. ``answering``: it would be
unexplained, and those who came respond as the other followers do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from reachcheck.measures.answering import answering
from reachcheck.measures.base import Context
from reachcheck.measures.count import followers_of
from reachcheck.measures.growth.grown import Grown, later
from reachcheck.measures.growth.scanning import Scanned
from reachcheck.measures.growth.series import DAY
from reachcheck.message import Message, msg
from reachcheck.method import Growth
from reachcheck.model.columns import Floats
from reachcheck.model.enums import SinceKind
from reachcheck.results.measure import Part
from reachcheck.stats.bursts import Burst, Window, describe, extended, joined, overlap, taken, trimmed

STOOD_STILL = 7.0
"""A level by which so many people should have come, and that did not move at all, was not read meanwhile."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A window with what is said of it; `ratio` is the highest attention around it over the usual, if any is known."""

    window: Window
    kind: str
    burst: Burst
    ratio: float | None


def steps(grown: Grown, scanned: Scanned, method: Growth) -> tuple[Step, ...]:
    """All steps, in order of time; where both stand out, what attention leaves over says which days they are.

    The first arrivals of an account are none, every account starts with some, nor is a level that only came back.
    """
    unexplained = [window for window in _left_over(grown, scanned) if _is_step(grown, window, method)]
    others = [
        trimmed(grown.days.gain, window)
        for window in taken(scanned.steps)
        if _is_step(grown, window, method) and not any(overlap(window, other) for other in unexplained)
    ]
    made = [_step(grown, trimmed(grown.judged, window), "unexplained", method) for window in unexplained]
    made += [_step(grown, window, _kind(grown, scanned, window, method), method) for window in others]
    return tuple(sorted(made, key=lambda step: step.window))


def _left_over(grown: Grown, scanned: Scanned) -> Iterator[Window]:
    """Windows that attention cannot carry, each with those beside it, no longer than itself, that it hardly can."""
    clear = taken(scanned.left_over)
    apart = [w for w in scanned.nearly if not any(overlap(w, each) for each in clear)]
    yield from joined(extended(window, apart) for window in clear)


def _is_step(grown: Grown, window: Window, method: Growth) -> bool:
    slipped = grown.series.origin == "levels" and (
        _returned(grown, window, method) or _caught_up(grown, window, method)
    )
    return bool(grown.looked_at(method.least_level)[window.first]) and not slipped


def _step(grown: Grown, window: Window, kind: str, method: Growth) -> Step:
    gain, usual = grown.days.gain, grown.arrivals(method.churn)
    left_over = kind == "unexplained"
    exposure = _exposure(grown, usual, window) if left_over else np.ones(len(grown.days))
    begin = window.first - method.days_before
    ratios = [each.ratio(begin, window.end + later(grown.series, grown.days)) for each in grown.attention]
    return Step(
        window=window,
        kind=kind,
        burst=describe(grown.judged, exposure, window, usual) if left_over else describe(gain, exposure, window),
        ratio=max(ratios, default=None),
    )


def _exposure(grown: Grown, usual: Floats, window: Window) -> Floats:
    """The kindest of what is known of the attention: the one by which most was to be expected."""
    inside = slice(window.first, window.end)
    known = []
    for each in grown.attention:
        if not np.isnan(each.by_day[inside]).all():
            known.append(each.by_day.copy())
            known[-1][inside] *= max(each.apart / (window.end - window.first), 1.0)
    return max(known, key=lambda by_day: _expected(usual, by_day, window))


def _expected(usual: Floats, by_day: Floats, window: Window) -> float:
    expected = describe(usual, by_day, window).expected
    return 0.0 if np.isnan(expected) else expected


def _returned(grown: Grown, window: Window, method: Growth) -> bool:
    """Whether a level only came back to where it had been within the longest step: a slip of the figures."""
    recent = grown.before[max(window.first - max(method.step_windows), 0) : window.first + 1]
    peak = np.fmax.reduce(recent)
    after = grown.before[window.first] + np.nansum(grown.days.gain[window.first : window.end])
    floor = max(method.step_least, method.least_share * peak)
    return bool(after - peak < floor)


def _caught_up(grown: Grown, window: Window, method: Growth) -> bool:
    """Whether a level that stood still, as nobody read it, only came to where the usual pace would have brought it."""
    gain = grown.days.gain
    moved = np.flatnonzero(gain[: window.end] != 0)
    before = moved[moved < window.first]
    begin = int(before[-1]) + 1 if len(before) else 0
    still = int(np.append(moved[moved >= window.first], window.end)[0]) - begin
    if not still:
        return False
    burst = describe(gain, np.ones(len(gain)), Window(begin, window.end, window.margin))
    floor = max(method.step_least, method.least_share * grown.before[window.first])
    return bool(burst.expected * still / (window.end - begin) >= STOOD_STILL and burst.excess < floor)


def _kind(grown: Grown, scanned: Scanned, window: Window, method: Growth) -> str:
    if grown.named[window.first : window.end].any():
        return "named"
    step = _step(grown, window, "", method)
    expected = step.burst.expected_high if not np.isnan(step.burst.expected_high) else 0.0
    unusual = step.burst.gain / max(expected, method.pseudo_least)
    ratio = step.ratio or 0.0
    if ratio >= method.attention_ratio and unusual <= method.attention_allowance * ratio:
        return "explained"
    return "unclear" if _known(scanned, window) else "no_context"


def _known(scanned: Scanned, window: Window) -> bool:
    """Whether some attention is known of a window about the one that was seen."""
    for margin, length in zip(scanned.carried, scanned.lengths, strict=False):
        if length >= window.end - window.first and window.first < len(margin):
            return not np.isnan(margin[window.first])
    return False


def part(context: Context, grown: Grown, step: Step, details: tuple[Message, ...] = ()) -> Part:
    """A step as part of a measure, with what else there is to see of it."""
    days, window, burst = grown.days, step.window, step.burst
    return Part(
        kind=step.kind,
        start=days.date(window.first),
        end=days.date(window.end - 1),
        value=burst.gain,
        low=_or_none(burst.expected_low),
        high=_or_none(burst.expected_high),
        people=burst.excess_low,
        strength=window.margin,
        evidence=_places(context, grown, window),
        note=_note(step, grown.kinds, context.method.growth),
        details=details,
    )


def answered(context: Context, profile: int, step: Part) -> Part:
    """An unexplained step whose listed newcomers respond as others do is told as such."""
    if step.kind != "unexplained":
        return step
    edges, rows = context.dossiers.edges, followers_of(context.dossiers, profile)
    since, start = edges.since[rows], np.datetime64(str(step.start), "s")
    dated = np.isin(edges.since_kind[rows], (SinceKind.EXACT, SinceKind.DAY))
    came = dated & (since >= start) & (since < np.datetime64(str(step.end), "s") + DAY)
    said = answering(context, profile, rows[came])
    return step if said is None else replace(step, kind="answering", note=said)


def _or_none(value: float) -> float | None:
    """None where no other day is known."""
    return None if np.isnan(value) else value


def _note(step: Step, kinds: tuple[str, ...], method: Growth) -> Message:
    ratio = step.ratio or 0.0
    if step.kind == "named":
        return msg("step.named")
    if step.kind == "explained":
        return msg("step.explained", ratio=ratio)
    if step.kind == "no_context":
        return msg("step.no_context")
    if step.kind == "unclear":
        return msg("step.unclear", ratio=ratio)
    if ratio > 0:
        return msg("step.ordinary_around", ratio=ratio, kinds=kinds)
    return msg("step.nothing_around", days=method.days_before)


def _places(context: Context, grown: Grown, window: Window) -> tuple[str, ...]:
    """The rows that a step was seen in, each once."""
    series = grown.series
    periods = list(dict.fromkeys(p for p in grown.days.period[window.first : window.end].tolist() if p >= 0))
    return tuple(dict.fromkeys(context.place(int(series.source[p]), int(series.row[p])) for p in periods))
