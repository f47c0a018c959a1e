"""What an employer looks for, criterion by criterion: met, not met or unknown. It feeds no finding and no verdict."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reachcheck.message import Message, msg
from reachcheck.results.measure import Measure
from reachcheck.results.need import Checked, Criterion, Met, Need, Total
from reachcheck.results.verdict import RealReach
from reachcheck.verdict.exports import obtainable, out_of_reach

Measures = Mapping[str, Measure]
REAL_REACH = "real_reach"
"""What a criterion calls real reach, which is no measure of its own."""
NETWORKS = frozenset({"edge_reciprocity", "reciprocity_rho"})
"""Reciprocity that is known on every platform, and speaks of the platform where its ties are mutual by design."""


def check(need: Need, measures: Measures, reach: RealReach | None, withheld: Sequence[str] = ()) -> tuple[Checked, ...]:
    """Each criterion of a need, in its order; `withheld` names exports that the platform gives to nobody."""
    return tuple(_checked(criterion, _found(criterion, measures, reach), withheld) for criterion in need.criteria)


def total(checked: Sequence[Checked], weights: Mapping[str, float]) -> Total:
    """The share of the weight that is met, from all that is unknown left out to all of it counted in."""
    whole = sum(weights[each.criterion.name] for each in checked)
    met = sum(weights[each.criterion.name] for each in checked if each.status == "met")
    missed = sum(weights[each.criterion.name] for each in checked if each.status == "not met")
    return Total(low=met / whole, high=(whole - missed) / whole)


def real_reach_measure(reach: RealReach | None) -> Measure:
    """Real reach as a measure: an interval without a value inside it."""
    return Measure(
        id=REAL_REACH,
        family="data",
        unit="people",
        denominator="none",
        status="unknown" if reach is None else "known",
        low=None if reach is None else reach.low,
        high=None if reach is None else reach.high,
        reason=msg("unknown.no_count") if reach is None else None,
        lacks=("profile",) if reach is None else (),
    )


def _found(criterion: Criterion, measures: Measures, reach: RealReach | None) -> Measure:
    if criterion.measure == REAL_REACH:
        return real_reach_measure(reach)
    found = measures[criterion.measure]
    if found.known and found.id in NETWORKS and _mutual_by_design(measures):
        return replace(found, status="unknown", value=None, low=None, high=None, reason=msg("unknown.mutual_by_design"))
    return found


def _mutual_by_design(measures: Measures) -> bool:
    reason = measures["reciprocity_of_followers"].reason
    return reason is not None and reason.key == "unknown.mutual_by_design"


def _checked(criterion: Criterion, found: Measure, withheld: Sequence[str]) -> Checked:
    reason = _untold(criterion, found)
    status: Met = "unknown" if reason is not None else _side(criterion, *_interval(found))
    if reason is None and status == "unknown":
        reason = msg("need.between")
    return Checked(
        criterion=criterion,
        status=status,
        found=found,
        reason=reason,
        exports=() if found.known else obtainable(found, withheld),
        withheld=() if found.known else out_of_reach(found, withheld),
    )


def _untold(criterion: Criterion, found: Measure) -> Message | None:
    """Why nothing can be said of a criterion, whatever the threshold."""
    if not found.known:
        return found.reason or msg("unknown.not_computable")
    if found.no_interval is not None and found.no_interval.key == "no_interval.too_few":
        return found.no_interval
    if criterion.least_n is not None and (found.n or 0.0) < criterion.least_n:
        return msg("need.few", n=found.n or 0.0, at_least=criterion.least_n)
    return None


def _interval(found: Measure) -> tuple[float, float]:
    """Both ends, open where one is not known; what was counted is an interval of one value."""
    if found.low is None and found.high is None and found.value is not None:
        return found.value, found.value
    return (-math.inf if found.low is None else found.low), (math.inf if found.high is None else found.high)


def _side(criterion: Criterion, low: float, high: float) -> Met:
    """Met where the whole interval lies on the good side, not met where it lies on the other."""
    least, most = criterion.at_least, criterion.at_most
    if (least is None or low >= least) and (most is None or high <= most):
        return "met"
    if (least is not None and high < least) or (most is not None and low > most):
        return "not met"
    return "unknown"
