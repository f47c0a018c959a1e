"""What is bought or traded, on top of any life: whoever buys has a life too."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from reachcheck.simulate.chance import Rng
from reachcheck.simulate.whole.calendar import DAYS, mood, some_day
from reachcheck.simulate.whole.life import Life, Lot, Make, Sale, Stream
from reachcheck.simulate.whole.worlds import circles, platform, public
from reachcheck.simulate.whole.worlds.everyday import everyday

Live = Callable[[Rng, int], Life]
LIVES: Sequence[Live] = (
    everyday,
    everyday,
    everyday,
    circles.quiet,
    circles.association,
    public.musician,
    public.shop,
    public.bilingual,
    public.goes_round_twice,
    platform.deserted,
    platform.returning,
)
"""Lives of those who buy."""
LEAST, MOST = 0.3, 0.8
"""Share of the count that is bought."""


def _life(rng: Rng, n: int) -> Life:
    return LIVES[int(rng.integers(0, len(LIVES)))](rng, n)


def _share(rng: Rng) -> float:
    return float(rng.uniform(LEAST, MOST))


def _lot(rng: Rng, make: Make, share: float = 1.0, first: int = 20, last: int = 330) -> Lot:
    """Delivered within one to four days."""
    days, drops = int(rng.integers(1, 5)), float(rng.uniform(0.0, 0.15))
    return Lot(day=some_day(rng, first, last), days=days, share=share, make=make, drops=drops)


def crude_lot(rng: Rng, n: int) -> Life:
    """One lot within days, of accounts opened together and nearly bare."""
    return replace(_life(rng, n), sale=Sale(share=_share(rng), lots=(_lot(rng, "crude"),)))


def dressed_lot(rng: Rng, n: int) -> Life:
    """One lot within days, of accounts with pictures, posts and followers of their own making."""
    return replace(_life(rng, n), sale=Sale(share=_share(rng), lots=(_lot(rng, "dressed"),)))


def aged_lot(rng: Rng, n: int) -> Life:
    """One lot within days, of accounts that were people's once; in one of three sales they like a little, too."""
    liking = float(rng.uniform(0.005, 0.03)) if rng.random() < 0.33 else 0.0
    return replace(_life(rng, n), sale=Sale(share=_share(rng), lots=(_lot(rng, "aged"),), liking=liking))


def several_lots(rng: Rng, n: int) -> Life:
    """Two to five lots weeks apart, of any make and size."""
    makes: list[Make] = ["crude", "dressed", "aged"]
    shares = rng.dirichlet(np.full(int(rng.integers(2, 6)), 3.0))
    kinds = rng.integers(0, 3, len(shares))
    starts = np.linspace(15, 335, len(shares) + 1)
    lots = tuple(
        _lot(rng, makes[kind], float(share), int(first), int(first) + 40)
        for kind, share, first in zip(kinds.tolist(), shares, starts[:-1], strict=True)
    )
    return replace(_life(rng, n), sale=Sale(share=_share(rng), lots=lots))


def _drip(rng: Rng, make: Make, evenness: float) -> Sale:
    days = int(rng.integers(60, 121))
    lot = Lot(
        day=some_day(rng, 15, DAYS - days - 5),
        days=days,
        share=1.0,
        make=make,
        evenness=evenness,
        drops=float(rng.uniform(0.0, 0.1)),
    )
    return Sale(share=_share(rng), lots=(lot,))


def even_drip(rng: Rng, n: int) -> Life:
    """Sixty to 120 days with nearly as many on each."""
    return replace(_life(rng, n), sale=_drip(rng, "crude" if rng.random() < 0.5 else "dressed", 60.0))


def uneven_drip(rng: Rng, n: int) -> Life:
    """Sixty to 120 days, many on some and none on others."""
    return replace(_life(rng, n), sale=_drip(rng, "crude" if rng.random() < 0.5 else "dressed", 0.5))


def aged_drip(rng: Rng, n: int) -> Life:
    """Sixty to 120 days of accounts that were people's once: what is hardest to see."""
    return replace(_life(rng, n), sale=_drip(rng, "aged", float(rng.uniform(1.0, 10.0))))


def likes_only(rng: Rng, n: int) -> Life:
    """No follower is bought, but likes are: in packages, from accounts that do not follow."""
    sale = Sale(liked=float(rng.uniform(0.15, 0.9)), package=float(rng.uniform(1.0, 8.0)))
    return replace(_life(rng, n), sale=sale)


def exchange_ring(rng: Rng, n: int) -> Life:
    """Follow me and I follow you: real people who come because they were followed first, in sprees of days or weeks."""
    keen = np.zeros(DAYS)
    for _ in range(int(rng.integers(1, 5))):
        first = some_day(rng, 10, 340)
        keen[first : first + int(rng.integers(3, 30))] += rng.lognormal(0, 0.5)
    ring = Stream(
        weight=1.0,
        days=keen * mood(rng, 2, 0.4),
        before=float(rng.uniform(0.0, 0.3)),
        told=0.1,
        delay=2.0,
        close=float(rng.uniform(-1.0, -0.3)),
        silent=float(rng.uniform(0.55, 0.95)),
        reads=float(rng.uniform(0.03, 0.2)),
        back=float(rng.uniform(0.7, 1.0)),
        first=True,
        churn=float(rng.uniform(0.15, 0.6)),
        looks="traders",
        seen=0.0,
        fades=1.0,
    )
    return _life(rng, n).plus(_share(rng), ring)
