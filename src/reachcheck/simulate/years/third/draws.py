"""Whole numbers of people by chance."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from reachcheck.model.columns import Index
from reachcheck.simulate.chance import Rng

MOST = 1e12
"""No mean is larger, so that no draw overflows."""


def some(rng: Rng, people: NDArray[Any], chance: NDArray[Any] | float) -> Index:
    """How many of the people do something, each with that chance."""
    return np.asarray(rng.binomial(people, np.clip(chance, 0.0, 1.0)), dtype=np.int64)


def about(rng: Rng, mean: NDArray[Any]) -> Index:
    """How many do something that so many do in the mean."""
    return np.asarray(rng.poisson(np.clip(mean, 0.0, MOST)), dtype=np.int64)


def total(people: NDArray[Any]) -> Index:
    """The sum over circles."""
    return np.asarray(people.sum(axis=1), dtype=np.int64)


def column(values: NDArray[Any]) -> NDArray[Any]:
    """One number a profile, to go with arrays by circle."""
    return values[:, None]
