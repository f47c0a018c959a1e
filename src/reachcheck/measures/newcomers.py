"""Who came in unexplained steps, is still there, and never responded: the reading behind an upper end of real reach."""

import numpy as np

from reachcheck.measures.base import Context, Spec, Values
from reachcheck.measures.community.received import received
from reachcheck.measures.count import followers_of
from reachcheck.measures.growth.grown import Grown
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.model.enums import Metric, SinceKind
from reachcheck.results.measure import Part
from reachcheck.stats.sets import among, distinct

DAY = np.timedelta64(1, "D")


def silent_newcomers(context: Context, where: Bools) -> Values:
    """People of unexplained steps, those aside who were to be expected, who responded or who may have left.

    With a dated list they are counted in it; without one the low end takes off all losses since and all responders.
    """
    low, high = context.blank(), context.blank()
    reasons: dict[int, Message] = {}
    responders = context.once(received)
    for i in np.flatnonzero(where).tolist():
        gain = context.done["unexplained_gain_share"].one(i)
        if not gain.known:
            reasons[i] = gain.reason or msg("unknown.no_growth")
            continue
        dated, grown = _dated(context, i), context.done["growth_steps"].made.kept[i]
        active = distinct(responders.who[responders.profile == i])
        responded = among(responders.followers, active)
        ends = [
            _from_list(context, step, dated[_judged(context, grown, dated)], responded)
            if len(dated)
            else _from_curve(context, i, step, len(active))
            for step in gain.parts
        ]
        low[i] = sum(end[0] for end in ends)
        high[i] = sum(end[1] for end in ends)
    return Values(value=(low + high) / 2, low=low, high=high, n=high, reasons=reasons)


def _dated(context: Context, profile: int) -> Index:
    """Rows of the listed followers of a profile whose follow date is known."""
    edges, rows = context.dossiers.edges, followers_of(context.dossiers, profile)
    known = np.isin(edges.since_kind[rows], (SinceKind.EXACT, SinceKind.DAY)) & ~np.isnat(edges.since[rows])
    return rows[known]


def _judged(context: Context, grown: Grown, dated: Index) -> Bools:
    """Who came on a day that the step was judged by: on no listed event, and with some attention known."""
    at = grown.days.positions(context.dossiers.edges.since[dated])
    inside = (at >= 0) & (at < len(grown.days))
    return inside & ~np.isnan(grown.judged[np.where(inside, at, 0)])


def _from_list(context: Context, step: Part, dated: Index, responded: Bools) -> tuple[float, float]:
    since = context.dossiers.edges.since[dated]
    start, end = np.datetime64(str(step.start), "s"), np.datetime64(str(step.end), "s") + DAY
    most = float(((since >= start) & (since < end) & ~responded[dated]).sum())
    return max(most - (step.high or 0.0), 0.0), most


def _from_curve(context: Context, profile: int, step: Part, responders: int) -> tuple[float, float]:
    return max((step.people or 0.0) - _lost_since(context, profile, step) - responders, 0.0), step.value or 0.0


def _lost_since(context: Context, profile: int, step: Part) -> float:
    """Departures of which a newcomer may be one: as stated, as drops, or as lacking in today's count."""
    here = slice(*context.dossiers.starts["daily"][profile : profile + 2])
    daily = context.dossiers.daily.take(np.arange(here.start, here.stop))
    daily = daily.take(~np.isnan(daily.value))
    start, end = np.datetime64(str(step.start), "s"), np.datetime64(str(step.end), "s")
    lost, gained, level = (daily.take(daily.metric == m) for m in (Metric.LOST, Metric.GAINED, Metric.FOLLOWERS))
    before = level.value[level.date < start]
    arrived = max(float(gained.value[gained.date >= start].sum()), step.value or 0.0)
    today = float(context.done["followers_count"].value[profile])
    return max(
        float(lost.value[lost.date >= start].sum()),
        _falls(np.diff(level.value[level.date >= end])),
        _falls(gained.value[gained.date > end]),
        (float(before[-1]) if len(before) else 0.0) + arrived - today,
    )


def _falls(changes: Floats) -> float:
    return float(-np.minimum(changes, 0.0).sum())


SPECS = (
    Spec(
        id="silent_newcomers",
        family="growth",
        unit="people",
        denominator="none",
        needs=(),
        compute=silent_newcomers,
        moves="upper",
    ),
)
