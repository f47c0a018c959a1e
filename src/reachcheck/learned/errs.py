"""How a model errs on marks that it had not seen, for whoever made them."""

import math

from reachcheck.learned.model import Model, Seen
from reachcheck.learned.share import limits
from reachcheck.results.learned import Called, Fitting
from reachcheck.stats.intervals import z_of


def fitting(model: Model, unsure: int, without_figures: int, level: float) -> Fitting:
    """What is told of a model when it is made; limits at `level`."""
    low, high = area_limits(model.area, model.nobody.marked, model.somebody.marked, level)
    return Fitting(
        name=model.name,
        inputs=model.inputs,
        nobody=_called(model.nobody, 1 - model.nobody.as_nobody - model.nobody.undecided, level),
        somebody=_called(model.somebody, model.somebody.as_nobody, level),
        unsure=unsure,
        without_figures=without_figures,
        area=model.area,
        area_low=low,
        area_high=high,
    )


def area_limits(area: float, hollow: int, others: int, level: float) -> tuple[float, float]:
    """Limits of an area under the curve among so many of either mark (Hanley and McNeil 1982)."""
    both, either = area / (2 - area), 2 * area**2 / (1 + area)
    variance = area * (1 - area) + (hollow - 1) * (both - area**2) + (others - 1) * (either - area**2)
    half = z_of(level) * math.sqrt(max(variance, 0.0) / (hollow * others))
    return max(0.0, area - half), min(1.0, area + half)


def _called(seen: Seen, wrong: float, level: float) -> Called:
    wrong = max(0.0, wrong)
    low, high = limits(wrong, seen.effective, level)
    return Called(marked=seen.marked, wrong=wrong, low=low, high=high, undecided=seen.undecided)
