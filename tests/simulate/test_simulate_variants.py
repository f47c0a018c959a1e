"""Variants move everything, take away at most one export, and never the profile."""

from collections import Counter
from typing import get_args

import pytest
from test_simulate_consistency import check

from reachcheck.simulate.files import EXPORTS, render
from reachcheck.simulate.invented import Invented
from reachcheck.simulate.variants import Base, variants

Made = dict[str, list[tuple[Invented, str | None]]]


@pytest.fixture(scope="module")
def made() -> Made:
    return {base: [variants(base, seed) for seed in range(60)] for base in get_args(Base)}


@pytest.mark.parametrize("base", get_args(Base))
def test_variants_agree_with_themselves(made: Made, base: str) -> None:
    for invented, _ in made[base]:
        check(invented)


@pytest.mark.parametrize("base", get_args(Base))
def test_each_export_is_missing_now_and_then_and_sometimes_none(made: Made, base: str) -> None:
    assert set(Counter(without for _, without in made[base])) == {None, *EXPORTS}


def test_sizes_spread_from_half_to_half_more(made: Made) -> None:
    sizes = sorted(invented.truth.followers / 594 for invented, _ in made["circle-594"])
    assert 0.4 < sizes[0] < 0.65 and 1.3 < sizes[-1] < 1.75


def test_lots_move_in_date_length_and_share(made: Made) -> None:
    lots = [lot for invented, _ in made["nathan-3000"] for lot in invented.truth.lots]
    assert {(lot.last_day - lot.first_day).days + 1 for lot in lots} == {1, 2, 3, 4}
    assert len({lot.first_day for lot in lots}) > 80 and len({lot.first_day.month for lot in lots}) >= 10
    shares = [lot.created_together / lot.still_there for lot in lots]
    assert 0.4 < min(shares) < 0.55 and 0.8 < max(shares) < 0.95
    assert all(lot.created_to < lot.first_day for lot in lots)


def test_truth_keeps_its_side(made: Made) -> None:
    assert all(i.truth.label == "genuine community" and i.truth.bought == 0 for i, _ in made["circle-594"])
    assert all(i.truth.label == "inflated count" for i, _ in made["nathan-3000"])
    assert all(i.truth.bought > 0.6 * i.truth.followers for i, _ in made["nathan-3000"])


def test_same_seed_same_variant_and_its_own_handle(made: Made) -> None:
    first, again = variants("nathan-3000", 7)[0], variants("nathan-3000", 7)[0]
    assert all(render(name, rows) == render(name, again.tables[name]) for name, rows in first.tables.items())
    assert len({i.tables["profile"][0][0] for profiles in made.values() for i, _ in profiles}) == 120
