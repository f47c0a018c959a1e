"""Who ever followed: by which way, told by whom, how close, and until when."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from reachcheck.simulate.chance import DAY, Bools, Floats, Ints, Rng
from reachcheck.simulate.whole.calendar import DAYS, END, START
from reachcheck.simulate.whole.draws import awake, below, descended, late, pick, recruiters
from reachcheck.simulate.whole.life import Life, Stream
from reachcheck.simulate.whole.posts import Posts

STAYS = int(np.iinfo(np.int64).max)
"""When somebody left, or stopped using the platform, who did not."""
EMPTY, SOLD = -1, -2
"""In place of a stream."""
NOVELTY = 25 * DAY
"""After which the first eagerness has halved."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Crowd:
    """One entry for each account that ever followed, in no order."""

    came: Ints
    left: Ints
    asleep: Ints
    """Since when nobody opens it any more."""
    stream: Ints
    lot: Ints
    """-1 where nobody paid for it."""
    group: Ints
    """The one whose telling began it: people of a group know each other. Counted within the stream."""
    tie: Floats
    """Closeness to the owner in standard deviations."""
    silent: Bools
    brought: Ints
    """The post that brought it, or -1."""

    def __len__(self) -> int:
        return len(self.came)

    @property
    def stays(self) -> Bools:
        """Who follows on the last day."""
        return np.asarray(self.left == STAYS)

    @classmethod
    def join(cls, parts: list["Crowd"]) -> "Crowd":
        """Several, one after the other."""
        columns: dict[str, Any] = {f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(cls)}
        return cls(**columns)


def people_of(life: Life, index: int, stay: int, posts: Posts, rng: Rng) -> Crowd:
    """The people of a stream, of whom exactly so many follow on the last day."""
    stream = life.streams[index]
    n = stay + int(rng.poisson(stream.churn * stay * rng.gamma(12, 1 / 12)))
    parent = recruiters(rng, n, 0.0 if stream.machine else stream.told, stream.attach)
    began, brought = _began(life, stream, posts, n, rng)
    root = parent == np.arange(n)
    delays = DAY * late(rng, stream.delay, n)
    moment, group = descended(parent, np.ones(n), np.where(root, began, delays))
    moment = np.where(moment < END, moment, began + (END - 1 - began) * rng.random(n))
    came = moment.astype(np.int64)
    left = np.concatenate([np.full(stay, STAYS), _leaving(stream, came[stay:], rng)])[:n]
    tie = stream.close + _ties(parent, root, rng)
    return Crowd(
        came=came,
        left=left,
        asleep=_asleep(stream, came, rng),
        stream=np.full(n, index),
        lot=np.full(n, -1),
        group=group,
        tie=tie,
        silent=below(0.6 * tie + 0.8 * rng.standard_normal(n), stream.silent) > 0,
        brought=np.where(root, brought, -1),
    )


def nobody(life: Life, stay: int, rng: Rng) -> Crowd:
    """Accounts with nobody behind them that came by themselves, as they come to everybody, some in small waves."""
    removed = [(day, int(rng.poisson(share * max(stay, 1) / max(life.empty, 0.01)))) for day, share in life.purges]
    n = stay + sum(number for _, number in removed)
    swarm = recruiters(rng, n, 0.6, 0.8)
    root = swarm == np.arange(n)
    began = START + (rng.random(n) ** 1.5 * 1.8 - 0.8) * DAYS * DAY
    moment, group = descended(swarm, np.ones(n), np.where(root, began, DAY * late(rng, 1.0, n)))
    came = np.clip(moment, (life.opened + 1) * DAY, END - 1 - rng.integers(0, 30 * DAY, n)).astype(np.int64)
    gone = np.repeat([START + day * DAY for day, _ in removed], [number for _, number in removed]).astype(np.int64)
    left = np.concatenate([np.full(stay, STAYS), gone + rng.integers(0, DAY // 2, len(gone))])
    came = np.where(came < left, came, np.maximum(left - 1 - rng.integers(0, 300 * DAY, n), (life.opened + 1) * DAY))
    return _mute(came, left, EMPTY, np.full(n, -1), group)


def _mute(came: Ints, left: Ints, stream: int, lot: Ints, group: Ints) -> Crowd:
    n = len(came)
    return Crowd(
        came=came,
        left=left,
        asleep=np.full(n, STAYS),
        stream=np.full(n, stream),
        lot=lot,
        group=group,
        tie=np.full(n, -3.0),
        silent=np.ones(n, dtype=np.bool_),
        brought=np.full(n, -1),
    )


def bought(came: Ints, left: Ints, lot: Ints) -> Crowd:
    """Accounts that were paid for; who delivered together is a group."""
    return _mute(came, left, SOLD, lot, lot)


def _began(life: Life, stream: Stream, posts: Posts, n: int, rng: Rng) -> tuple[Floats, Ints]:
    """When each came if nobody told them: before the year, after a post, or on a day of the stream's own."""
    own = START + pick(rng, stream.days, n) * DAY + (_at_night(rng, n) if stream.machine else awake(rng, n))
    weights = posts.far if stream.mark < 0 else (posts.mark == stream.mark).astype(np.float64)
    brought = np.where(rng.random(n) < stream.pulled, pick(rng, weights, n), -1)
    after = posts.at[brought] + np.maximum(DAY * late(rng, 0.5, n, 1.1), 20)
    began = np.where((brought >= 0) & (after < END), after, own)
    earlier = rng.random(n) < stream.before
    past = _history(life, n, rng)
    brought = np.where(earlier | (after >= END), -1, brought)
    return np.where(earlier, past, began).astype(np.float64), brought


def _at_night(rng: Rng, n: int) -> Ints:
    return (3 * 3600 + rng.uniform(0, 3000, n)).astype(np.int64)


def _history(life: Life, n: int, rng: Rng) -> Floats:
    """Moments before the year: a walk of weeks with a trend of its own, and a few good weeks."""
    first = (life.opened + 1) * DAY
    weeks = max(1, (START - first) // (7 * DAY))
    walk = np.cumsum(rng.normal(0, 0.12, weeks)) + rng.uniform(-2, 2.5) * np.linspace(0, 1, weeks)
    good = np.where(rng.random(weeks) < 0.02, 1 + 2 * rng.pareto(1.2, weeks), 1.0)
    week = pick(rng, np.exp(walk) * np.minimum(good, 30.0), n)
    return first + (week + rng.random(n)) * ((START - first) / weeks)


def _leaving(stream: Stream, came: Ints, rng: Rng) -> Ints:
    """When those left who did: most soon after they came, or when their stream has a reason to."""
    since = np.maximum(came, START)
    room = END - 1 - since
    left = since + 1 + (room * rng.random(len(came)) ** 1.7).astype(np.int64)
    if stream.leaving is not None:
        wanted = START + pick(rng, stream.leaving, len(came)) * DAY + awake(rng, len(came))
        left = np.where(wanted > since, wanted, left)
    return np.asarray(np.minimum(np.maximum(left, came + 1), END - 1), dtype=np.int64)


def _asleep(stream: Stream, came: Ints, rng: Rng) -> Ints:
    """Since when somebody left the platform, where before the last day."""
    years = rng.exponential(1 / max(stream.sleeps, 1e-6), len(came))
    when = came + (np.minimum(years, 100.0) * 365.25 * DAY).astype(np.int64)
    return np.where(when < END, when, STAYS)


def _ties(parent: Ints, root: Bools, rng: Rng) -> Floats:
    """Friends of friends are alike, and a little farther from the owner at each step."""
    n, kept = len(parent), rng.uniform(0.3, 0.8)
    noise = rng.standard_normal(n)
    own = np.where(root, noise, np.sqrt(1 - kept**2) * noise - 0.1)
    return descended(parent, np.full(n, kept), own)[0]
