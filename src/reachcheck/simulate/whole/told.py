"""The truth behind a profile, with what this generator knows beyond it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import numpy as np

from reachcheck.simulate.chance import Bools, Ints
from reachcheck.simulate.invented import Lot, Truth
from reachcheck.simulate.whole.accounts import Accounts
from reachcheck.simulate.whole.calendar import EPOCH, FIRST_DAY, START
from reachcheck.simulate.whole.crowd import EMPTY, SOLD, Crowd
from reachcheck.simulate.whole.life import Life
from reachcheck.simulate.whole.responses import Responses

GENUINE, INFLATED = "genuine community", "inflated count"
Paid = Literal["nothing", "followers", "likes", "exchange"]


@dataclass(frozen=True, kw_only=True)
class Told(Truth):
    """`label` says whether anything was bought or traded, followers or likes, and nothing else.

    It is known by construction, so that it is never `not assessable`, however little the exports show.

    `hollow` has the accounts that came empty and those whose people left the platform before the year began. Somebody
    who left it in the course of the year is `real`. So is everybody who follows in exchange: there is somebody, who may
    even read; `exchanged` says how many of them there are.
    """

    paid: Paid
    exchanged: int
    abandoned: int
    """How many of `hollow` had somebody behind them once."""
    bought_responders: int
    """How many of `responders` were bought; dressed accounts may be sold with a few likes."""
    silent: int
    """How many of `real` never respond, whatever is posted."""
    named: tuple[str, ...]
    """ISO dates on which something happened that the owner would name, if asked: no lot is among them."""
    bought_likes: int
    unlisted: int
    """Responses to older posts that are counted with the posts and have no row: see `MOST_ROWS`."""


def tell(life: Life, crowd: Crowd, made: Accounts, rows: Responses, names: list[str], **more: int) -> Told:
    """Count; `more` has `bought_likes` and `unlisted`."""
    stays = crowd.stays
    sold = stays & (crowd.stream == SOLD)
    abandoned = stays & (crowd.stream >= 0) & (crowd.asleep < START)
    hollow = abandoned | (stays & (crowd.stream == EMPTY))
    real = stays & ~sold & ~hollow
    traders = np.array([*(stream.looks == "traders" for stream in life.streams), False, False])[crowd.stream]
    exchanged = int((real & traders).sum())
    responders = _responders(rows, stays)
    paid: Paid = "followers" if life.sale.lots else "likes" if life.sale.liked else "nothing"
    paid = "exchange" if any(stream.looks == "traders" for stream in life.streams) else paid
    return Told(
        followers=int(stays.sum()),
        real=int(real.sum()),
        hollow=int(hollow.sum()),
        bought=int(sold.sum()),
        lots=tuple(_lot(life, crowd, made, index) for index in range(len(life.sale.lots))),
        lot_of={names[i]: int(crowd.lot[i]) for i in np.flatnonzero(sold).tolist()},
        responders=len(responders),
        label=GENUINE if paid == "nothing" else INFLATED,
        paid=paid,
        exchanged=exchanged,
        abandoned=int(abandoned.sum()),
        bought_responders=int(sold[responders].sum()),
        silent=int((real & crowd.silent).sum()),
        named=_named(life),
        bought_likes=more["bought_likes"],
        unlisted=more["unlisted"],
    )


def _named(life: Life) -> tuple[str, ...]:
    days = sorted({*life.named, *(mark.day for mark in life.marks)})
    return tuple((FIRST_DAY + timedelta(days=day)).isoformat() for day in days)


def _responders(rows: Responses, stays: Bools) -> Ints:
    who = np.unique(rows.who[(rows.out == 0) & (rows.who < len(stays))])
    return np.asarray(who[stays[who]], dtype=np.int64)


def _lot(life: Life, crowd: Crowd, made: Accounts, index: int) -> Lot:
    """Crude accounts were opened together on purpose; others at times that came about."""
    ordered = life.sale.lots[index]
    those = crowd.lot == index
    kept = made.created[those & crowd.stays]
    first, last = (int(kept.min()), int(kept.max())) if len(kept) else (0, 0)
    return Lot(
        first_day=FIRST_DAY + timedelta(days=ordered.day),
        last_day=FIRST_DAY + timedelta(days=ordered.day + ordered.days - 1),
        delivered=int(those.sum()),
        still_there=len(kept),
        created_from=EPOCH + timedelta(days=first),
        created_to=EPOCH + timedelta(days=last),
        created_together=len(kept) if ordered.make == "crude" else 0,
    )
