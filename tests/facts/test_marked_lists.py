"""Marked follower lists: what ships, what a file of one's own has to hold, and that nobody is in it."""

import tomllib

import numpy as np
import pytest

from reachcheck.facts.marked_lists import of_marks, parsed, shipped, written
from reachcheck.measures.card import SIGNS, limits
from reachcheck.method import load

GIVEN = {
    "name": "mine",
    "source": "made here",
    "year": 2026,
    "licence": "none",
    "signs": ["a", "b"],
    "cells": [["00", 1, 5], ["11", 3, 0]],
    "limits": {"a": 2.0},
}


def test_the_shipped_list_has_the_signs_and_limits_of_the_method() -> None:
    (srf,) = shipped()
    assert srf.signs == SIGNS
    assert srf.limits == limits(load().composition)
    assert (srf.year, srf.licence, int(srf.hollow.sum()), int(srf.others.sum())) == (2017, "CC BY-SA 4.0", 44, 424)
    assert "SRF" in srf.source


def test_cells_count_each_combination_of_signs_for_both_marks() -> None:
    bits = np.array([[0, 1], [0, 1], [1, 1], [0, 1]], dtype=np.bool_)
    hollow = np.array([True, False, True, True])
    assert of_marks(["a", "b"], bits, hollow) == (("01", 2, 1), ("11", 1, 0))


def test_a_file_that_is_written_is_read_again() -> None:
    about = {name: GIVEN[name] for name in ("name", "source", "year", "licence", "signs")}
    text = written({**about, "source": 'x "y" \\ é'}, {"a": 2.0}, (("00", 1, 5), ("11", 3, 0)))
    again = parsed(tomllib.loads(text))
    assert (again.name, again.source, again.signs, again.limits) == ("mine", 'x "y" \\ é', ("a", "b"), {"a": 2.0})
    assert again.bits.tolist() == [[False, False], [True, True]]
    assert (again.hollow.tolist(), again.others.tolist()) == ([1, 3], [5, 0])


@pytest.mark.parametrize(
    "wrong",
    [
        {"cells": []},
        {"cells": [["0", 1, 5]]},
        {"cells": [["02", 1, 5]]},
        {"cells": [["00", -1, 5]]},
        {"cells": [["00", 1, 0]]},
        {"year": "long ago"},
    ],
)
def test_a_file_that_cannot_be_a_marked_list_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        parsed({**GIVEN, **wrong})


def test_a_file_without_a_part_is_refused() -> None:
    with pytest.raises(KeyError):
        parsed({name: value for name, value in GIVEN.items() if name != "limits"})
