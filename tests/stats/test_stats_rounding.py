"""What a platform rounds gains to; what is not rounded comes first."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reachcheck.stats.rounding import LEAST, SPAN, quantum

gains = arrays(
    np.float64,
    st.integers(0, 60),
    elements=st.one_of(st.integers(-9, 9).map(lambda n: 100.0 * n), st.integers(-50, 50).map(float), st.just(math.nan)),
)


def line(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float64)


@pytest.mark.parametrize(
    "values",
    [
        line(),
        line(0, 0, 0, 0),
        line(math.nan, math.nan),
        line(1000, 2000),
        line(7, 12, 1000),
        line(1000, 2000, 3001),
        line(1000, 2000, 3000.5),
        line(100, 200, math.inf),
        line(1e20, 2e20, 3e20),
    ],
)
def test_exact_gains_few_gains_and_gains_that_are_no_counts_have_a_quantum_of_one(values):
    assert quantum(values).tolist() == [1] * len(values)


def test_gains_of_whole_thousands_have_a_quantum_of_thousand():
    assert quantum(line(0, 1000, 0, 4000, math.nan, 3000, 0)).tolist() == [1000] * 7


def test_losses_are_rounded_as_gains_are():
    assert quantum(line(-200, 300, -500)).tolist() == [100] * 3


def test_a_quantum_begins_with_the_first_rounded_gain():
    values = np.full(40, 500.0)
    values[:10] = 7.0
    assert quantum(values).tolist() == [1] * 2 + [7] * 8 + [500] * 30


def test_exact_gains_beside_rounded_ones_stay_exact():
    values = np.full(40, 500.0)
    values[:10] = [7.0, 11.0] * 5
    assert quantum(values).tolist() == [1] * 10 + [500] * 30


def test_a_fraction_speaks_of_the_side_it_is_on_only():
    values = np.full(8, 500.0)
    values[2] = 0.5
    assert quantum(values).tolist() == [1] * 3 + [500] * 3 + [1] * 2


def test_two_gains_on_each_side_count_together():
    assert quantum(line(100, 0, 0, 200)).tolist() == [1, 1, 1, 1]
    assert quantum(line(100, 300, 0, 0, 200, 100)).tolist() == [100] * 6
    assert quantum(line(100, 300, math.nan, 0, 200, 101)).tolist()[2:4] == [1, 1]


def test_gains_count_only_within_reach():
    values = np.zeros(2 * SPAN + 2)
    values[[0, SPAN, 2 * SPAN]] = 100.0
    found = quantum(values)
    assert found[SPAN] == 100
    assert found[[0, SPAN - 1, SPAN + 1, 2 * SPAN + 1]].tolist() == [1, 1, 1, 1]


def divisor(near: np.ndarray) -> int:
    moved = [int(gain) for gain in near if not math.isnan(gain) and gain]
    return math.gcd(*moved) if len(moved) >= LEAST else 1


@settings(deadline=None)
@given(gains)
def test_it_is_the_greatest_divisor_of_the_gains_before_after_or_around(values):
    expected = [
        max(divisor(values[max(at - SPAN, 0) : at + ahead]) for ahead in (1, SPAN + 1)) for at in range(len(values))
    ]
    expected = [max(some, divisor(values[at : at + SPAN + 1])) for at, some in enumerate(expected)]
    assert quantum(values).tolist() == expected


@settings(deadline=None)
@given(gains, st.integers(0, 10**6))
def test_a_series_alone_and_among_others_has_the_same_quanta(values, seed):
    others = np.random.default_rng(seed).integers(0, 9, (3, len(values))).astype(np.float64)
    together = quantum(np.vstack([others[:2], values, others[2:]]))
    assert together[2].tobytes() == quantum(values).tobytes()
    assert together[0].tobytes() == quantum(others[0]).tobytes()
