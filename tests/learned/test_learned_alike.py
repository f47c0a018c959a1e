"""Whether a list is of the kind of the marks: seldom denied where it is, and denied where no mixture makes it."""

import numpy as np
import pytest

from reachcheck.learned.alike import _chi_squared, _least_deviance, alike
from reachcheck.learned.cells import CELLS
from reachcheck.learned.model import Seen

RNG = np.random.default_rng(8)
HOLLOW = RNG.dirichlet(np.linspace(0.2, 3, CELLS))
OTHERS = RNG.dirichlet(np.linspace(3, 0.2, CELLS))


def seen(rng, shares, n: int) -> Seen:
    return Seen(marked=n, effective=float(n), cells=tuple((rng.multinomial(n, shares) / n).tolist()))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 1.0])
@pytest.mark.parametrize(("marks", "n"), [(30, 300), (50, 5000)])
def test_a_list_of_the_kind_is_seldom_denied(share, marks, n) -> None:
    rng = np.random.default_rng(1)
    mixed = share * HOLLOW + (1 - share) * OTHERS
    denied = sum(
        not alike(rng.multinomial(n, mixed), (seen(rng, HOLLOW, marks), seen(rng, OTHERS, marks))) for _ in range(100)
    )
    assert denied <= 0.04 * 100


def test_a_list_of_a_third_kind_is_denied() -> None:
    rng = np.random.default_rng(2)
    third = np.roll(OTHERS, 5)
    of = (seen(rng, HOLLOW, 60), seen(rng, OTHERS, 60))
    assert not alike(rng.multinomial(500, third), of)
    assert not alike(rng.multinomial(500, 0.5 * third + 0.5 * OTHERS), of)


def test_a_cell_that_no_mark_has_is_no_proof_by_itself() -> None:
    cells = np.zeros(CELLS, dtype=np.int64)
    cells[0], cells[5] = 300, 1
    everybody = Seen(marked=50, effective=50.0, cells=(1.0, *[0.0] * (CELLS - 1)))
    assert alike(cells, (everybody, everybody))
    cells[5] = 100
    assert not alike(cells, (everybody, everybody))


def test_much_data_that_is_a_mixture_is_no_less_likely_as_one() -> None:
    million = [10**6 * each for each in (0.3 * HOLLOW + 0.7 * OTHERS, HOLLOW, OTHERS)]
    assert _least_deviance(*million) == pytest.approx(0.0, abs=0.01)


@pytest.mark.parametrize(("freedom", "limit"), [(1, 6.635), (5, 15.086), (10, 23.209)])
def test_the_limit_is_that_of_the_tables(freedom, limit) -> None:
    assert _chi_squared(freedom) == pytest.approx(limit, rel=0.02)
