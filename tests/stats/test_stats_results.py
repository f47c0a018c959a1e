"""Results are values: they cannot be changed, and carry nothing but their fields."""

from dataclasses import FrozenInstanceError, fields

import numpy as np
import pytest

from reachcheck.stats.bursts import Burst, Window
from reachcheck.stats.capture import Estimate, Incidences
from reachcheck.stats.graph import EdgeCount, Overlap
from reachcheck.stats.surplus import Terms


@pytest.mark.parametrize("kind", [Burst, Window, Estimate, Incidences, EdgeCount, Overlap, Terms])
def test_a_result_cannot_be_changed(kind):
    result = kind(*range(len(fields(kind))))
    for field in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(result, field.name, 0)


@pytest.mark.parametrize("kind", [Incidences, Terms])
def test_results_of_arrays_are_told_apart_by_identity(kind):
    first, second = (kind(*[np.zeros(2)] * len(fields(kind))) for _ in range(2))
    assert first != second
    assert len({first, second}) == 2
