"""The measures of growth; everything else about it builds on the steps found once, in `growth_steps`."""

from collections.abc import Callable

import numpy as np

from reachcheck.measures.base import Context, Spec, Values
from reachcheck.measures.engagement import post_responses
from reachcheck.measures.growth.curve import curve
from reachcheck.measures.growth.details import details
from reachcheck.measures.growth.grown import Grown, grown, periods_looked_at
from reachcheck.measures.growth.notes import begun_small, notes
from reachcheck.measures.growth.power import SEEN, smallest_visible
from reachcheck.measures.growth.scanning import scan_all
from reachcheck.measures.growth.steps import answered, part, steps
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools
from reachcheck.results.measure import Part

LACKS = ("daily", "followers_dated")


def growth_steps(context: Context, where: Bools) -> Values:
    """How many steps there are; each is a part, of a kind of `steps`."""
    responses = post_responses(context).drawn
    made = {i: grown(context, responses, i) for i in np.flatnonzero(where).tolist()}
    method = context.method.growth
    drawn = {i: each for i, each in made.items() if isinstance(each, Grown)}
    fit = {i: each for i, each in drawn.items() if each.looked_at(method.least_level).any()}
    small = msg("unknown.always_small", at_least=method.least_level)
    reasons = {i: each if isinstance(each, Message) else small for i, each in made.items() if i not in fit}
    value, periods = context.blank(), context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    for i, scanned in scan_all(method, fit).items():
        found = steps(fit[i], scanned, method)
        told = (part(context, fit[i], step, details(context, fit[i], i, step, found)) for step in found)
        parts[i] = tuple(answered(context, i, each) for each in told)
        value[i], periods[i] = len(parts[i]), periods_looked_at(fit[i], method)
    return Values(
        value=value,
        n=periods,
        no_interval=msg("no_interval.counted"),
        parts=parts,
        reasons=reasons,
        notes={i: notes(context, each, i) for i, each in fit.items()},
        figures={i: (curve(context, each, parts.get(i, ()), i),) for i, each in drawn.items()},
        lacks={i: _cure(reason) for i, reason in reasons.items()},
        kept=fit,
    )


def gain_share(kind: str) -> Callable[[Context, Bools], Values]:
    """A kernel: followers that steps of one kind brought, as a share of the count.

    At least those above what was to be expected, at most all who came in them. Of steps that are unclear nobody knows
    which kind they are: they raise the upper end alone.
    """

    def compute(context: Context, where: Bools) -> Values:
        found, count = context.done["growth_steps"], context.done["followers_count"].value
        low, high = context.blank(), context.blank()
        parts: dict[int, tuple[Part, ...]] = {}
        reasons: dict[int, Message] = {}
        for i in np.flatnonzero(where).tolist():
            mine = found.made.parts.get(i, ())
            reason = _no_share(found.made.reasons.get(i), count[i], mine)
            if reason is not None:
                reasons[i] = reason
                continue
            parts[i] = tuple(part for part in mine if part.kind == kind)
            low[i] = sum(part.people or 0.0 for part in parts[i])
            high[i] = sum(_most(part) for part in mine if part.kind in (kind, "unclear"))
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
    return max(part.value or 0.0, part.people or 0.0)


def _no_share(unknown: Message | None, count: float, steps: tuple[Part, ...]) -> Message | None:
    if unknown is not None:
        return unknown
    if not count > 0:
        return msg("unknown.no_count")
    if any(step.kind == "no_context" for step in steps):
        return msg("unknown.no_context")
    return None


def _cure(reason: Message) -> tuple[str, ...]:
    """The exports that would tell; none tells of an account that has always been small."""
    cures = {"unknown.no_count": ("profile",), "unknown.no_context": ("posts_dated",), "unknown.always_small": ()}
    return cures.get(reason.key, LACKS)


def smallest_visible_arrival(context: Context, where: Bools) -> Values:
    """The fewest people in one day who would have been seen on 95 % of the days; parts for longer deliveries."""
    found = context.done["growth_steps"].made
    value = context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    told: dict[int, tuple[Message, ...]] = {}
    for i, each in found.kept.items():
        if not where[i]:
            continue
        smallest = smallest_visible(each, context.method.growth)
        judged, all_days = int((~np.isnan(each.judged)).sum()), len(each.days)
        told[i] = begun_small(each, context.method.growth)
        if each.attention and judged < SEEN * all_days:
            told[i] += (msg("note.judged_days", k=judged, n=all_days),)
        shortest = min(days for days in smallest if days >= each.days.cadence)
        value[i] = np.ceil(smallest[shortest])
        parts[i] = tuple(
            Part(kind=f"{days}d", value=float(np.ceil(people)))
            for days, people in smallest.items()
            if days >= each.days.cadence and not np.isnan(people)
        )
    return Values(
        value=value,
        no_interval=msg("no_interval.power"),
        parts=parts,
        notes=told,
        reasons=found.reasons,
        lacks=found.lacks,
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
