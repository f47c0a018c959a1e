"""Whether those who came in a step of growth respond: the posts after it against those before.

It is the step seen once more: of the family growth, and evidence of nothing else. Newcomers who read in silence look as
it does where nobody came at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.measures.base import Context, Spec, Values
from reachcheck.measures.engagement.responses import post_responses
from reachcheck.message import Message, Param, msg
from reachcheck.model.columns import Bools, Floats, Index, Times
from reachcheck.results.measure import Part
from reachcheck.stats.shift import shift

DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawn:
    """A profile's own dated posts with responses, in order: rows of the table, days, responses."""

    rows: Index
    days: Times
    responses: Floats


def responses_after_step(context: Context, where: Bools) -> Values:
    """Responses to the posts after the largest step over those before it; each step that posts surround is a part."""
    grown = context.done["growth_steps"].made
    out = np.full((context.rows, 4), np.nan)
    parts: dict[int, tuple[Part, ...]] = {}
    reasons: dict[int, Message] = {i: why for i, why in grown.reasons.items() if where[i]}
    responses = post_responses(context).value if any(grown.parts.values()) else context.blank()
    for i, steps in ((i, steps) for i, steps in grown.parts.items() if where[i]):
        found = dict(_compared(context, i, steps, _drawn(context, i, responses))) if steps else {}
        if not found:
            least = context.method.engagement.step_posts_least
            reasons[i] = msg("unknown.no_posts_around", at_least=least) if steps else msg("unknown.no_step")
            continue
        parts[i] = tuple(found.values())
        largest = found[max(found, key=lambda step: steps[step].value or 0.0)]
        out[i] = largest.value, largest.low, largest.high, len(largest.evidence)
    return Values(value=out[:, 0], low=out[:, 1], high=out[:, 2], n=out[:, 3], parts=parts, reasons=reasons)


def _drawn(context: Context, profile: int, responses: Floats) -> Drawn:
    start, end = context.dossiers.starts["posts"][profile : profile + 2].tolist()
    at = context.dossiers.posts.published_at[start:end]
    rows = start + np.flatnonzero(~np.isnat(at) & ~np.isnan(responses[start:end]))
    days = context.dossiers.posts.published_at[rows].astype("datetime64[D]").astype("datetime64[s]")
    return Drawn(rows=rows, days=days, responses=responses[rows])


def _compared(context: Context, profile: int, steps: tuple[Part, ...], drawn: Drawn) -> Iterator[tuple[int, Part]]:
    """Each step with enough posts on both sides, none of which lies beyond the next step."""
    grown, limits = context.done["growth_steps"].made.kept[profile], context.method.engagement
    reach = limits.step_days * DAY
    starts, ends = (
        np.array([_day(day) for day in days]) for days in zip(*((s.start, s.end) for s in steps), strict=True)
    )
    since, until = np.append(starts[0] - reach, ends[:-1]), np.append(starts[1:], ends[-1] + reach)
    levels = grown.size[grown.days.positions(starts)]
    for n, step in enumerate(steps):
        first, last = max(since[n], starts[n] - reach), min(until[n], ends[n] + reach)
        before = np.flatnonzero((drawn.days > first) & (drawn.days < starts[n]))[-limits.step_posts :]
        after = np.flatnonzero((drawn.days > ends[n]) & (drawn.days < last))[: limits.step_posts]
        if min(len(before), len(after)) >= limits.step_posts_least:
            yield n, _part(context, step, drawn, before, after, 1 + (step.value or 0.0) / max(float(levels[n]), 1.0))


def _day(day: date | None) -> np.datetime64:
    return np.datetime64(str(day), "s")


def _part(context: Context, step: Part, drawn: Drawn, before: Index, after: Index, expected: float) -> Part:
    """A step as its posts show it; `less` where fewer responses came than newcomers like the others would give."""
    logged = np.log1p(drawn.responses)
    found = shift(logged[before], logged[after], context.method.level)
    assert found is not None  # the method asks for more posts than limits of the shift take
    ratio, low, high = (round(float(np.exp(each)), 6) for each in found)
    expected = round(expected, 6)
    figures = {"ratio": ratio, "low": low, "high": high, "expected": expected}
    said: dict[str, Param] = {"before": len(before), "after": len(after), **figures}
    said |= {"start": step.start or date.min, "end": step.end or date.min}
    less = high < expected
    posts, rows = context.dossiers.posts, drawn.rows[np.append(before, after)]
    return Part(
        kind="less" if less else "open",
        start=step.start,
        end=step.end,
        value=ratio,
        low=low,
        high=high,
        evidence=tuple(context.place(int(posts.source[row]), int(posts.row[row])) for row in rows),
        note=msg("step.responses_less", **said) if less else msg("step.responses_open", **said),
    )


SPECS = (
    Spec(
        id="responses_after_step",
        family="growth",
        unit="ratio",
        denominator="responses_before",
        needs=(),
        compute=responses_after_step,
        asks=False,
    ),
)
