"""Generators that error rates were measured with give the same bytes as then; the slow tests say what they are."""

from collections.abc import Callable
from hashlib import sha256

import numpy as np
import pytest

from reachcheck.simulate import whole, worlds
from reachcheck.simulate.years import Years
from reachcheck.simulate.years.first import first
from reachcheck.simulate.years.fourth import fourth
from reachcheck.simulate.years.second import second
from reachcheck.simulate.years.third import third

FOLLOWERS = 60


def digest(*parts: bytes) -> str:
    return sha256(b"".join(parts)).hexdigest()[:16]


def of_profiles(make: Callable[..., object], names: tuple[str, ...]) -> str:
    made = (make(world, 7, FOLLOWERS) for world in names)
    return digest(*(repr(sorted(each.tables.items())).encode() for each in made))  # type: ignore[attr-defined]


WHOLE = [pytest.param(worlds, "52983009e97b999b", id="worlds"), pytest.param(whole, "37032a3cac5eae16", id="whole")]
YEARS = [
    pytest.param(first, "6cf7c0297960bfda", id="first"),
    pytest.param(second, "943eef491eadcdf6", id="second"),
    pytest.param(third, "c590efd4dcc7fce0", id="third"),
    pytest.param(fourth, "432cae30736da6af", id="fourth"),
]


@pytest.mark.parametrize(("module", "expected"), WHOLE)
def test_whole_profiles_are_as_they_were(module: object, expected: str) -> None:
    names = (*module.HONEST, *module.BOUGHT)  # type: ignore[attr-defined]
    assert of_profiles(module.profile, names) == expected  # type: ignore[attr-defined]


@pytest.mark.parametrize(("make", "expected"), YEARS)
def test_years_are_as_they_were(make: Callable[..., Years], expected: str) -> None:
    years = make("everyday", 3, seed=1)
    columns = (years.start, years.gained, years.lost, years.reach, years.visits)
    assert digest(*(np.ascontiguousarray(each).tobytes() for each in columns)) == expected
