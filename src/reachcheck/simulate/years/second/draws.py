"""The draws that several mechanisms share; all counts of people are whole numbers in float64."""

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate.chance import Rng


def some(rng: Rng, people: Floats, chance: Floats | float) -> Floats:
    """How many of so many people do what each does with that chance."""
    return rng.binomial(people.astype(np.int64), np.clip(chance, 0.0, 1.0)).astype(np.float64)


def counted(rng: Rng, mean: Floats) -> Floats:
    """How many come where so many are expected."""
    return rng.poisson(mean).astype(np.float64)


def uneven(rng: Rng, shape: Floats | float, n: int) -> Floats:
    """Factors around 1: a Poisson count whose mean they multiply is negative binomial (Greenwood and Yule, 1920)."""
    return np.asarray(rng.gamma(shape, 1.0, n) / shape, dtype=np.float64)


def spread(rng: Rng, sd: Floats | float, n: int) -> Floats:
    """Log-normal factors with mean 1."""
    return np.asarray(np.exp(sd * rng.standard_normal(n) - np.square(sd) / 2), dtype=np.float64)


def chances(rng: Rng, n: int, mean: Floats | float, weight: float) -> Floats:
    """Chances from betas with that mean; the greater the weight, the closer to it."""
    return np.asarray(rng.beta(np.multiply(mean, weight), np.multiply(np.subtract(1.0, mean), weight), n))


def wandering(rng: Rng, sd: Floats, memory: Floats, days: int) -> Floats:
    """Factors around 1 whose logarithm returns to its mean (Uhlenbeck and Ornstein, 1930); shape (profiles, days)."""
    kept = np.exp(-1.0 / memory)
    steps = rng.standard_normal((days, len(sd)))
    for day in range(1, days):
        steps[day] = kept * steps[day - 1] + np.sqrt(1 - kept**2) * steps[day]
    return np.asarray(np.exp(sd * steps - sd**2 / 2).T, dtype=np.float64)
