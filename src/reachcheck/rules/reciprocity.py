"""Rules about who follows whom back."""

from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.results.measure import Measure, Part
from reachcheck.rules.base import Measures, Rule, Seen, unknown


class FollowsTakenBack(Rule):
    """On many days over weeks many were followed, and most of them left again without having followed back."""

    code, family, feeds_conduct = "REC401", "reciprocity", True

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag only what one conference, one import of contacts or one tidying of the list does not make.

        A list of followers that is cut short would make anybody seem not to have followed back: then it is unknown.
        """
        days, left, whole = measures["busy_follow_days"], measures["followed_then_left"], measures["list_completeness"]
        if not days.known:
            return unknown(days)
        if left.reason is not None and left.reason.key == "unknown.no_busy_day":
            return Seen(status="clear", observed=msg("rec401.clear", n=days.n or 0.0))
        if not left.known:
            return unknown(left)
        if whole.value is not None and whole.value < 1 - method.data.list_gap_share:
            return Seen(status="unknown", observed=msg("rec401.list_short", share=whole.value))
        told = tuple(part for part in days.parts if part.kind == "busy_day")
        flagged = _repeated(told, left, method)
        return Seen(
            status="flagged" if flagged else "clear",
            observed=msg("rec401.observed", k=left.k or 0.0, n=left.n or 0.0, days=len(told)),
            expected=msg("rec401.expected", share=method.churn.left_low) if flagged else None,
            strength=left.value if flagged else None,
            parts=told if flagged else (),
        )


def _repeated(days: tuple[Part, ...], left: Measure, method: Method) -> bool:
    """Whether there were enough busy days, over enough weeks, and most of those followed on them were left again."""
    limits = method.churn
    dates = sorted(part.start for part in days if part.start is not None)
    over = (dates[-1] - dates[0]).days if dates else 0
    many = len(dates) >= limits.days_least and (left.n or 0.0) >= limits.least
    return many and over >= limits.span_days and (left.low or 0.0) >= limits.left_low
