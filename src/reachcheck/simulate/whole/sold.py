"""Deliveries of what was ordered."""

import numpy as np

from reachcheck.simulate.chance import DAY, Ints, Rng
from reachcheck.simulate.whole.calendar import END, START
from reachcheck.simulate.whole.crowd import STAYS, Crowd, bought
from reachcheck.simulate.whole.draws import late, pick, split
from reachcheck.simulate.whole.life import Lot, Sale

DRIP = 10
"""A delivery over more days than that is paced by the day, a shorter one by the minute."""


def delivered(sale: Sale, stay: int, rng: Rng) -> Crowd:
    """All bought accounts, of which exactly `stay` follow on the last day."""
    sizes = split(rng, stay, [lot.share for lot in sale.lots], 400.0)
    parts = [_lot(lot, index, int(n), rng) for index, (lot, n) in enumerate(zip(sale.lots, sizes, strict=True))]
    return Crowd.join([bought(*(np.zeros(0, dtype=np.int64),) * 3), *parts])


def _lot(lot: Lot, index: int, stay: int, rng: Rng) -> Crowd:
    n = stay + int(rng.poisson(stay * lot.drops))
    came = START + lot.day * DAY + (_paced(lot, n, rng) if lot.days > DRIP else _at_once(lot, n, rng))
    came = np.minimum(came, END - 1)
    gone = came[stay:] + DAY * np.minimum(late(rng, 20.0, n - stay) + 2, 400.0)
    gone = np.where(gone < END, gone, came[stay:] + (END - came[stay:]) * rng.random(n - stay)).astype(np.int64)
    left = np.concatenate([np.full(stay, STAYS), np.maximum(gone, came[stay:] + 1)])
    return bought(came, left, np.full(n, index))


def _at_once(lot: Lot, n: int, rng: Rng) -> Ints:
    """A queue that works day and night in batches, slower towards its end."""
    every = float(rng.uniform(120, 1800))
    begin = rng.uniform(6, 20) * 3600
    span = max(lot.days * DAY - begin - 300, 3600.0)
    place = rng.random(n) ** rng.uniform(1.0, 1.8) * span
    return (begin + np.floor(place / every) * every + rng.uniform(0, min(every, 240), n)).astype(np.int64)


def _paced(lot: Lot, n: int, rng: Rng) -> Ints:
    """So many a day, as even as ordered, at any hour."""
    quota = rng.gamma(lot.evenness, 1.0, lot.days) + 1e-9
    return pick(rng, quota, n) * DAY + rng.integers(0, DAY, n)
