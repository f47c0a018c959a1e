"""Which followers are looked at: everybody has a chance, the same seed picks the same, nobody twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.labels.sample import LEAST, allocate, chosen, strata_of


def test_strata_are_no_point_one_and_more() -> None:
    assert strata_of(np.array([0, 1, 2, 3, 5])).tolist() == [0, 1, 2, 2, 2]


def test_the_allocation_by_hand() -> None:
    # 900, 80 and 20 with spreads .2713, .4, .5: 244.2, 32 and 10 parts of 286.2, of 50 at least three each
    assert allocate(np.array([900, 80, 20]), 50).tolist() == [42, 5, 3]


@given(st.lists(st.integers(0, 300), min_size=3, max_size=3), st.integers(1, 400))
def test_as_many_as_asked_for_and_none_beyond_its_stratum(sizes: list[int], n: int) -> None:
    taken = allocate(np.array(sizes), n)
    assert (taken <= sizes).all()
    assert (taken >= np.minimum(LEAST, sizes)).all()
    assert taken.sum() == max(min(n, sum(sizes)), int(np.minimum(LEAST, sizes).sum()))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_picks_the_same_and_nobody_twice(seed: int) -> None:
    strata = np.repeat([0, 1, 2], [200, 50, 10])
    picked = chosen(strata, 40, seed)
    assert picked.tolist() == chosen(strata, 40, seed).tolist()
    assert len(set(picked.tolist())) == 40
    assert chosen(strata, 40, 3).tolist() != picked.tolist()


def test_strata_do_not_come_one_after_the_other() -> None:
    strata = np.repeat([0, 1, 2], [200, 200, 200])
    assert sorted(strata[chosen(strata, 60, 1)].tolist()) != strata[chosen(strata, 60, 1)].tolist()
