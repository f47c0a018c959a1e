"""Growth: steps far above the account's own past, crossed with what explains them.

A step is explained when posts or accounts reached around it stand out as well; without any file that could tell, it is
neither explained nor unexplained. Everything else about growth builds on the steps found once, in `growth_steps`.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date

import numpy as np

from reachcheck.measures import attention, series
from reachcheck.measures.base import Context, Spec, Values
from reachcheck.measures.engagement import post_responses
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.measure import Part
from reachcheck.stats.bursts import Burst, Yardstick, bursts, smallest_visible
from reachcheck.stats.sets import distinct

DAY = np.timedelta64(1, "D")
MOST_POINTS = 1000
LACKS = ("daily", "followers_dated")


def growth_steps(context: Context, where: Bools) -> Values:
    """How many steps there are; each is a part of kind ``explained``, ``unexplained`` or ``no_context``."""
    responses = post_responses(context).drawn
    value, periods = context.blank(), context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    reasons: dict[int, Message] = {}
    notes: dict[int, tuple[Message, ...]] = {}
    figures: dict[int, tuple[Figure, ...]] = {}
    for i in np.flatnonzero(where).tolist():
        growth = series.of_profile(context.dossiers, i)
        if reason := _unfit(context, growth):
            reasons[i] = reason
            continue
        assert growth is not None
        steps = _bursts(context, growth)
        parts[i] = tuple(_part(context, growth, step, responses, i) for step in steps)
        value[i], periods[i] = len(steps), known(growth)
        notes[i] = _notes(context, growth, i)
        figures[i] = (_figure(growth, parts[i]),)
    return Values(
        value=value,
        n=periods,
        no_interval=msg("no_interval.counted"),
        parts=parts,
        reasons=reasons,
        notes=notes,
        figures=figures,
        lacks=dict.fromkeys(reasons, LACKS),
    )


def _unfit(context: Context, growth: series.Series | None) -> Message | None:
    least = context.method.growth.least_points
    if growth is None:
        return msg("unknown.no_growth")
    if (found := known(growth)) < least:
        return msg("unknown.few_periods", found=found, at_least=least)
    return None


def known(growth: series.Series) -> int:
    """How many periods have a gain."""
    return int((~np.isnan(growth.gain)).sum())


def _bursts(context: Context, growth: series.Series) -> tuple[Burst, ...]:
    """Steps of the series, those of the account's first followers left out: every account starts with one.

    Where no level is known the account may have started with the series.
    """
    method = context.method.growth
    found = bursts(growth.gain, growth.days, growth.level, _yardstick(context))
    came = np.cumsum(np.nan_to_num(growth.gain, nan=0.0))
    before = np.where(np.isnan(growth.level), np.append(0.0, came[:-1]), growth.level)
    return tuple(b for b in found if before[b.first] >= method.least_level and not _returned(context, growth, b))


def _returned(context: Context, growth: series.Series, step: Burst) -> bool:
    """Whether a level only came back to where it had been within the longest window: a slip of the figures."""
    method = context.method.growth
    recent = growth.end >= growth.start[step.first] - max(method.windows) * DAY
    recent[step.first + 1 :] = False
    peak = np.fmax.reduce(growth.level[recent])
    after = growth.level[step.last] + growth.gain[step.last]
    return growth.origin == "levels" and bool(after - peak < max(method.least, method.least_share * peak))


def _yardstick(context: Context) -> Yardstick:
    method = context.method.growth
    return Yardstick(**{field.name: getattr(method, field.name) for field in fields(Yardstick)})


def _part(context: Context, growth: series.Series, step: Burst, responses: Floats, profile: int) -> Part:
    first, last = growth.start[step.first], growth.end[step.last]
    kind, note = _explanation(context, step, _around(context, growth, step), responses, profile)
    places = dict.fromkeys(
        context.place(int(growth.source[p]), int(growth.row[p])) for p in range(step.first, step.last + 1)
    )
    return Part(
        kind=kind,
        start=_date(first),
        end=_date(last),
        value=step.gain,
        low=step.expected_low,
        high=step.expected_high,
        people=step.excess_low,
        strength=step.score,
        evidence=tuple(places),
        note=note,
    )


def _around(context: Context, growth: series.Series, step: Burst) -> tuple[np.datetime64, np.datetime64]:
    """The days on which something may have caused a step; arrivals of a week may bear its first day or its last."""
    begin = growth.start[step.first] - context.method.growth.days_before * DAY
    after = growth.days[step.last] - 1 if growth.origin in ("arrivals", "net") else 0.0
    end: np.datetime64 = growth.end[step.last] + int(after) * DAY
    return begin, end


def _explanation(
    context: Context, step: Burst, days: tuple[np.datetime64, np.datetime64], responses: Floats, profile: int
) -> tuple[str, Message]:
    """Explained if posts or accounts reached stood out around it, in some proportion to the gain.

    Not explained only where posts or accounts reached of all these days are known: else there is nothing to compare.
    """
    method = context.method.growth
    begin, end = days
    found = (attention.of_posts(context, responses, profile), attention.of_days(context, profile))
    signals = [signal for signal in found if signal is not None]
    best = max((signal.around(begin, end) for signal in signals), default=0.0)
    unusual = step.gain / max(step.expected_high, method.pseudo_least)
    if best >= method.attention_ratio and unusual <= method.attention_allowance * best:
        return "explained", msg("step.explained", ratio=best)
    if not any(signal.tells(begin, end) for signal in signals):
        return "no_context", msg("step.no_context")
    if best == 0.0:
        return "unexplained", msg("step.nothing_around", days=method.days_before)
    return "unexplained", msg("step.ordinary_around", ratio=best)


def _notes(context: Context, growth: series.Series, profile: int) -> tuple[Message, ...]:
    notes = []
    if growth.origin == "follow_dates":
        notes.append(msg("note.survivors_only"))
    if growth.origin == "arrivals":
        notes.append(msg("note.gross_gains"))
        total = float(np.nansum(growth.gain))
        count = context.done["followers_count"].value[profile]
        if np.all(np.isnan(growth.level)) and total > count:
            notes.append(msg("note.level_lost", gained=total, n=float(count)))
    return tuple(notes)


def _figure(growth: series.Series, steps: tuple[Part, ...]) -> Figure:
    """The curve, thinned to the cap by keeping the last value of equal stretches."""
    level = growth.level + growth.gain
    rebuilt = not np.all(np.isnan(level))
    if not rebuilt:
        level = np.cumsum(np.nan_to_num(growth.gain, nan=0.0))
    pick = distinct(np.linspace(0, len(growth) - 1, min(len(growth), MOST_POINTS)).astype(np.int64))
    marks = tuple(Mark(kind=s.kind, start=str(s.start), end=str(s.end), value=s.value) for s in steps)
    return Figure(
        id="followers_by_time" if rebuilt else "gained_by_time",
        kind="line",
        x=tuple(str(d) for d in growth.end[pick].astype("datetime64[D]")),
        y=tuple(None if np.isnan(v) else float(v) for v in level[pick]),
        marks=marks,
    )


def _date(moment: np.datetime64) -> date:
    day: date = moment.astype("datetime64[D]").item()
    return day


def gain_share(kind: str) -> Callable[[Context, Bools], Values]:
    """A kernel: followers that steps of one kind brought above the expected, as a share of the count."""

    def compute(context: Context, where: Bools) -> Values:
        steps, count = context.done["growth_steps"], context.done["followers_count"].value
        low, high = context.blank(), context.blank()
        parts: dict[int, tuple[Part, ...]] = {}
        reasons: dict[int, Message] = {}
        for i in np.flatnonzero(where).tolist():
            mine = steps.made.parts.get(i, ())
            reason = _no_share(steps.made.reasons.get(i), count[i], mine)
            if reason is not None:
                reasons[i] = reason
                continue
            parts[i] = tuple(part for part in mine if part.kind == kind)
            low[i] = sum(part.people or 0.0 for part in parts[i])
            high[i] = sum(_most(part) for part in parts[i])
        share_low, share_high = np.minimum(low / count, 1.0), np.minimum(high / count, 1.0)
        seen = share_high > 0
        return Values(
            value=(share_low + share_high) / 2,
            low=np.where(seen, share_low, np.nan),
            high=np.where(seen, share_high, np.nan),
            n=count,
            no_interval=msg("no_interval.no_step"),
            parts=parts,
            reasons=reasons,
            lacks={i: _cure(reason) for i, reason in reasons.items()},
        )

    return compute


def _most(part: Part) -> float:
    return max((part.value or 0.0) - (part.low or 0.0), part.people or 0.0)


def _no_share(unknown: Message | None, count: float, steps: tuple[Part, ...]) -> Message | None:
    if unknown is not None:
        return unknown
    if not count > 0:
        return msg("unknown.no_count")
    if any(step.kind == "no_context" for step in steps):
        return msg("unknown.no_context")
    return None


def _cure(reason: Message) -> tuple[str, ...]:
    return {"unknown.no_count": ("profile",), "unknown.no_context": ("posts_dated",)}.get(reason.key, LACKS)


def smallest_visible_arrival(context: Context, where: Bools) -> Values:
    """The smallest lot in one period that would have been seen on 95 % of the periods of this very series."""
    value = context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    reasons: dict[int, Message] = {}
    for i in np.flatnonzero(where).tolist():
        growth = series.of_profile(context.dossiers, i)
        if reason := _unfit(context, growth):
            reasons[i] = reason
            continue
        assert growth is not None
        value[i] = np.ceil(smallest_visible(growth.gain, growth.days, growth.level, _yardstick(context)))
        if np.median(growth.days) == 1.0:
            parts[i] = (Part(kind="1d", value=float(value[i])),)
    return Values(
        value=value,
        no_interval=msg("no_interval.power"),
        parts=parts,
        reasons=reasons,
        lacks=dict.fromkeys(reasons, LACKS),
    )


SPECS = (
    Spec(id="growth_steps", family="growth", unit="count", denominator="periods", needs=(), compute=growth_steps),
    Spec(
        id="unexplained_gain_share",
        family="growth",
        unit="share",
        denominator="count",
        needs=(),
        compute=gain_share("unexplained"),
        moves="upper",
    ),
    Spec(
        id="explained_gain_share",
        family="growth",
        unit="share",
        denominator="count",
        needs=(),
        compute=gain_share("explained"),
    ),
    Spec(
        id="smallest_visible_arrival",
        family="growth",
        unit="people",
        denominator="none",
        needs=(),
        compute=smallest_visible_arrival,
    ),
)
