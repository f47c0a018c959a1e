"""The difference of a measure between two results, or why there is none."""

from reachcheck.message import Message, msg
from reachcheck.results.comparison import Between, Difference
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results
from reachcheck.stats.differences import Limits, apart, newcombe

DIGITS = 9
"""Significant digits of a difference, as of the measures."""
COUNTED = "no_interval.counted"
NUMERATOR = "numerator."


def unchanged(first: Measure, second: Measure) -> Difference:
    """The difference of a measure of the very same files, which is none."""
    if not first.known:
        return Difference(first=first, second=second, reason=first.reason or msg("report.no_reason"))
    return Difference(first=first, second=second, value=0.0, low=0.0, high=0.0, how="counted")


def difference(first: Measure, second: Measure, *, independent: bool) -> Difference:
    """Of shares of independent samples by Newcombe, of all else from the two intervals; of what was counted exactly."""
    reason = _apart_in_kind(first, second)
    if reason is not None or first.value is None or second.value is None:
        low, high = apart(_limits(first), _limits(second)) if reason is None else (None, None)
        if reason is None and (low is not None or high is not None):
            return Difference(first=first, second=second, low=_rounded(low), high=_rounded(high), how="intervals")
        return Difference(first=first, second=second, reason=reason or msg("compare.no_value"))
    gap = _rounded(second.value - first.value)
    if _is_counted(first) and _is_counted(second):
        return Difference(first=first, second=second, value=gap, low=gap, high=gap, how="counted")
    if independent and _is_share(first) and _is_share(second):
        limits, other = _both(first), _both(second)
        low, high = newcombe(first.value, limits, second.value, other)
        return _made(first, second, gap, (low, high), "newcombe")
    return _made(first, second, gap, apart(_limits(first), _limits(second)), "intervals")


def real_reach(first: Results, second: Results) -> Between | None:
    """The least and greatest difference of real reach; None where one of the two is not given."""
    if first.real_reach is None or second.real_reach is None:
        return None
    return _between((first.real_reach.low, first.real_reach.high), (second.real_reach.low, second.real_reach.high))


def without_readings(first: Results, second: Results) -> Between | None:
    """The same where no reading sets an end; None where none does in either."""
    reaches = (first.real_reach, second.real_reach)
    ends = [reach.without_readings or (reach.low, reach.high) for reach in reaches if reach is not None]
    if len(ends) < 2 or not any(reach and reach.without_readings for reach in reaches):
        return None
    return _between(*ends)


def _between(first: tuple[float, float], second: tuple[float, float]) -> Between:
    return Between(low=second[0] - first[1], high=second[1] - first[0])


def _made(first: Measure, second: Measure, gap: float | None, limits: Limits, how: str) -> Difference:
    """A difference without limits has the value alone."""
    low, high = map(_rounded, limits)
    return Difference(first=first, second=second, value=gap, low=low, high=high, how=how)  # type: ignore[arg-type]


def _apart_in_kind(first: Measure, second: Measure) -> Message | None:
    """Why two measures of one name are no two figures of one kind."""
    for measure in (first, second):
        if not measure.known:
            return measure.reason or msg("report.no_reason")
    if (first.unit, first.denominator) != (second.unit, second.denominator):
        return msg("compare.other_denominator")
    numerators = [[note for note in m.notes if note.key.startswith(NUMERATOR)] for m in (first, second)]
    return msg("compare.other_numerator") if numerators[0] != numerators[1] else None


def _is_counted(measure: Measure) -> bool:
    return measure.no_interval is not None and measure.no_interval.key == COUNTED


def _is_share(measure: Measure) -> bool:
    """Whether it is a share of counted things with limits on both sides."""
    known = None not in (measure.k, measure.n, measure.low, measure.high)
    return measure.unit == "share" and known and bool(measure.n) and _inside(measure)


def _inside(measure: Measure) -> bool:
    low, high = _both(measure)
    return measure.value is not None and low <= measure.value <= high


def _both(measure: Measure) -> tuple[float, float]:
    return measure.low or 0.0, 1.0 if measure.high is None else measure.high


def _limits(measure: Measure) -> Limits:
    """Its interval; of what was counted the value, and of another value without an interval nothing."""
    return (measure.value, measure.value) if _is_counted(measure) else (measure.low, measure.high)


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{DIGITS}g}")
