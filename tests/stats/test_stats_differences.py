import pytest
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.stats.differences import apart, newcombe
from reachcheck.stats.intervals import wilson

SHARES = st.tuples(st.integers(0, 400), st.integers(1, 400)).map(lambda pair: (min(pair), max(pair)))


def of_counts(k: int, n: int) -> tuple[float, tuple[float, float]]:
    import numpy as np

    low, high = wilson(np.array([float(k)]), np.array([float(n)]))
    return k / n, (float(low[0]), float(high[0]))


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((48, 80), (56, 70), 0.0524, 0.3339),
        ((3, 10), (9, 10), 0.1705, 0.8090),
        ((2, 7), (6, 7), 0.0582, 0.8062),
        ((0, 29), (5, 56), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.2775, 0.1611),
        ((0, 10), (10, 10), 0.6075, 1.0),
    ],
)
def test_the_published_examples_of_method_ten(first, second, low, high):
    """Table II of Newcombe, Statistics in Medicine 17 (1998), 873-890."""
    assert newcombe(*of_counts(*first), *of_counts(*second)) == pytest.approx((low, high), abs=5e-5)


@given(SHARES, SHARES)
def test_swapping_the_two_mirrors_the_difference(first, second):
    one, other = of_counts(*first), of_counts(*second)
    low, high = newcombe(*one, *other)
    assert newcombe(*other, *one) == pytest.approx((-high, -low))
    assert -1 <= low <= other[0] - one[0] <= high <= 1


@given(SHARES, SHARES)
def test_two_intervals_leave_more_open_than_newcombe_does(first, second):
    one, other = of_counts(*first), of_counts(*second)
    low, high = newcombe(*one, *other)
    least, most = apart(one[1], other[1])
    assert least is not None and most is not None
    assert least <= low + 1e-12 and high <= most + 1e-12


def test_by_hand():
    assert apart((2.0, 5.0), (10.0, 12.0)) == (5.0, 10.0)


def test_an_open_end_stays_open():
    assert apart((None, 5.0), (10.0, 12.0)) == (5.0, None)
    assert apart((2.0, None), (10.0, 12.0)) == (None, 10.0)
    assert apart((None, None), (1.0, 1.0)) == (None, None)
