"""The first generator: what holds in every world, and what each world is named for."""

import numpy as np
import pytest

from reachcheck.simulate.years import Years, shown
from reachcheck.simulate.years.first import WORLDS, first

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""

N = 300


@pytest.fixture(scope="module")
def made() -> dict[str, Years]:
    return {world: first(world, N, seed=1) for world in WORLDS}


@pytest.mark.parametrize("world", WORLDS)
def test_counts_of_people_are_whole_and_never_negative(world: str, made: dict[str, Years]) -> None:
    years = made[world]
    for values in (years.start, years.gained, years.lost, years.reach, years.visits, years.level):
        assert (values >= 0).all() and (values == np.rint(values)).all()
    assert not years.bought.any()
    assert (np.isnan(years.responses) == np.isnan(years.post_reach)).all()
    assert np.nanmax(years.responses - years.post_reach) <= 0
    assert not years.missing[:, [0, -1]].any()


def test_the_same_seed_gives_the_same_years_and_another_seed_others(made: dict[str, Years]) -> None:
    again, other = first("everyday", N, seed=1), first("everyday", N, seed=2)
    assert (made["everyday"].gained == again.gained).all()
    assert (made["everyday"].gained != other.gained).any()


def test_sizes_lie_between_both_ends() -> None:
    years = first("everyday", N, seed=3, sizes=(300, 3_000))
    assert years.start.min() >= 300 and years.start.max() <= 3_000


def test_gains_are_rougher_than_chance_and_remember_the_day_before(made: dict[str, Years]) -> None:
    large = made["everyday"].take(made["everyday"].start > 50_000)
    dispersion = large.gained.var(axis=1) / large.gained.mean(axis=1)
    assert np.median(dispersion) > 5
    centred = large.gained - large.gained.mean(axis=1, keepdims=True)
    echo = (centred[:, 1:] * centred[:, :-1]).sum(axis=1) / (centred**2).sum(axis=1)
    assert np.median(echo) > 0.2


def test_worlds_are_what_they_are_named_for(made: dict[str, Years]) -> None:
    plain = made["everyday"]
    assert made["busy year"].event.mean() > 2 * plain.event.mean()
    assert np.isfinite(made["dormant"].responses).mean() < 0.2 * np.isfinite(plain.responses).mean()
    assert made["dormant"].gained.sum(axis=1).mean() < plain.gained.sum(axis=1).mean()
    assert 0.02 < made["gaps and rounding"].missing.mean() < 0.12 and not plain.missing.any()
    assert (made["gaps and rounding"].quantum > 1).any() and (plain.quantum == 1).all()
    large = (100_000.0, 200_000.0)
    smooth, rough = (first(world, 100, seed=1, sizes=large).gained for world in ("smooth days", "everyday"))
    jumps = [np.median(np.abs(np.diff(np.log(gained + 1), axis=1))) for gained in (smooth, rough)]
    assert jumps[0] < 0.8 * jumps[1]


def test_nothing_is_named_where_nobody_saw_it() -> None:
    years = first("nobody saw it", 2_000, seed=1)
    jump = (years.gained / np.maximum(years.level, 1)).max(axis=1)
    assert (jump > 0.1).mean() > 0.1
    assert years.event.any(axis=1).mean() < 0.7


def test_people_leave_on_days_of_the_platform_and_after_prizes() -> None:
    years = first("everyday", 2_000, seed=1, sizes=(10_000, 100_000))
    share = years.lost / years.level
    worst = share.argmax(axis=1)[share.max(axis=1) > 0.003]
    assert np.isin(worst, (45, 160, 290)).mean() > 0.8


def test_an_export_can_be_made_of_them(made: dict[str, Years]) -> None:
    dossiers = shown(made["gaps and rounding"].take(np.arange(20)))
    assert len(dossiers) == 20 and len(dossiers.daily) and len(dossiers.events)
