"""The result of a review: counts of marks, and what they say of the whole list."""

from collections.abc import Sequence

from reachcheck.errors import UsageError
from reachcheck.labels.estimate import bounds
from reachcheck.labels.sample import Stratum
from reachcheck.message import msg
from reachcheck.results.review import Review

LEAST = 10


def reviewed(strata: Sequence[Stratum], level: float) -> Review:
    """What some marks say; UsageError where there are too few."""
    marks = {name: sum(getattr(each, name) for each in strata) for name in ("nobody", "somebody", "unsure")}
    if (found := marks["nobody"] + marks["somebody"]) < LEAST:
        raise UsageError(msg("review.few_marks", found=found, at_least=LEAST), remedy=msg("review.mark_more"))
    least, most, low, high = bounds(strata, level)
    return Review(listed=sum(each.size for each in strata), least=least, most=most, low=low, high=high, **marks)
