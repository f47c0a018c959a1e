"""Distinct values and membership, against numpy's own."""

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.stats.sets import among, distinct, grouped

INTEGERS = st.lists(st.integers(-50, 50), max_size=60).map(lambda values: np.array(values, dtype=np.int64))


def test_by_hand() -> None:
    values = np.array([3, 1, 3, 2, 1, 3])
    assert distinct(values).tolist() == [1, 2, 3]
    found, place, counts = grouped(values)
    assert (found.tolist(), place.tolist(), counts.tolist()) == ([1, 2, 3], [2, 0, 2, 1, 0, 2], [2, 1, 3])
    assert among(values, np.array([1, 2, 9])).tolist() == [False, True, False, True, True, False]


def test_of_nothing_wanted_nothing_is_among_it_and_the_answer_picks() -> None:
    values = np.array([3, 1])
    assert values[among(values, np.array([], dtype=np.int64))].tolist() == []


@given(INTEGERS)
def test_like_numpy(values: np.ndarray) -> None:
    expected, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    found = grouped(values)
    assert distinct(values).tolist() == expected.tolist() == found[0].tolist()
    assert (found[1].tolist(), found[2].tolist()) == (place.tolist(), counts.tolist())


@given(INTEGERS, INTEGERS)
def test_membership_like_numpy(values: np.ndarray, wanted: np.ndarray) -> None:
    assert among(values, distinct(wanted)).tolist() == np.isin(values, wanted).tolist()


def test_times_have_distinct_values_too() -> None:
    times = np.array(["2026-01-02", "2026-01-01", "2026-01-02"], dtype="datetime64[D]")
    assert distinct(times).astype(str).tolist() == ["2026-01-01", "2026-01-02"]


def test_a_short_run_does_without_masked_arrays() -> None:
    code = "import sys, numpy; from reachcheck.stats.sets import grouped; grouped(numpy.array([1, 1])); "
    done = subprocess.run(
        [sys.executable, "-c", code + "print('numpy.ma' in sys.modules)"], capture_output=True, text=True
    )
    assert done.stdout == "False\n"
