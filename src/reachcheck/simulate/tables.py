"""The rows of the exports, from what happened."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from reachcheck.simulate.by_column import ByColumn, Column, Words, moments, numbered
from reachcheck.simulate.chance import DAY, Ints, Rng
from reachcheck.simulate.follows import Following
from reachcheck.simulate.invented import Rows
from reachcheck.simulate.names import handles
from reachcheck.simulate.people import STAYS, People
from reachcheck.simulate.plans import AS_OF, Plan
from reachcheck.simulate.posts import Posts, midnight
from reachcheck.simulate.responses import COMMENT, KINDS, LIKE, REPLY, REPOST, Responses

FADES = np.array([0.58, 0.24, 0.1, 0.05, 0.03])
"""How the accounts reached by a post spread over its first days."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Happened:
    """One run of a plan."""

    plan: Plan
    posts: Posts
    people: People
    responses: Responses


def make_tables(run: Happened, following: Following, rng: Rng) -> tuple[dict[str, Rows], tuple[str, ...]]:
    """All exports by name, and the handles of `run.people`."""
    known = int(max(following.who.max(initial=0), run.responses.who.max(initial=0), len(run.people))) + 1
    names = np.array(handles(rng, known), dtype=object)
    daily = _daily(run, rng)
    followers = _followers(run, names)
    follows = _newest(following.at, names[following.who], moments(following.at))
    tables: dict[str, Rows] = {
        "profile": (_profile(run.plan, len(followers), len(follows), len(run.posts)),),
        "posts": _posts(run, rng),
        "daily": daily,
        "followers": followers,
        "following": follows,
        "responses": _responses(run, names),
    }
    return tables, tuple(names[: len(run.people)])


def _newest(at: Ints, *columns: Column) -> Rows:
    order = np.argsort(at, kind="stable")[::-1]
    return ByColumn(*(column[order] for column in columns))


def _profile(plan: Plan, followers: int, following: int, posts: int) -> tuple[str | int, ...]:
    posted = posts + plan.posting.earlier
    return (plan.handle, "instagram", followers, following, posted, plan.since.isoformat(), AS_OF.isoformat())


def _followers(run: Happened, names: Words) -> Rows:
    """The survivors."""
    people = run.people
    stay = np.flatnonzero(people.left == STAYS)
    came, created = people.came[stay], people.created[stay].astype("datetime64[D]")
    figures = (people.followers[stay], people.following[stay], people.posts[stay])
    return _newest(came, names[stay], moments(came), created, *figures)


def _posts(run: Happened, rng: Rng) -> Rows:
    """Counts are at least the rows: some who responded closed their account since."""
    posts, rows, n = run.posts, run.responses, len(run.posts)
    likes = rows.of(LIKE, n)
    likes = likes + rng.binomial(likes, 0.015)
    comments = rows.of(COMMENT, n) + rows.of(REPLY, n)
    shares = rows.of(REPOST, n) + rng.poisson(0.002 * posts.reach)
    reach = np.maximum(posts.reach, (1.15 * likes).astype(np.int64) + 2)
    here = (run.people.came[:, None] <= posts.at) & (run.people.left[:, None] > posts.at)
    columns = (likes, comments, shares, reach, here.sum(axis=0))
    return _newest(posts.at, numbered(n), moments(posts.at), *columns)


def _responses(run: Happened, names: Words) -> Rows:
    rows, ids = run.responses, numbered(len(run.posts))
    directions, kinds = np.array(("in", "out"), dtype=object)[rows.out], np.array(KINDS, dtype=object)[rows.kind]
    return _newest(rows.at, ids[rows.post], names[rows.who], kinds, moments(rows.at), directions)


def _daily(run: Happened, rng: Rng) -> Rows:
    """One row a day; a few days are missing, never the first or the last."""
    plan, people = run.plan, run.people
    start = midnight(plan.first_day)
    gained, lost = _by_day(people.came - start, plan.days), _by_day(people.left - start, plan.days)
    before = int((people.came < start).sum())
    count = before + np.cumsum(gained - lost)
    reach = _reach(run, count, rng)
    missing = set(rng.choice(np.arange(1, plan.days - 1), min(4, plan.days // 40), replace=False).tolist())
    days = [i for i in range(plan.days) if i not in missing][-(plan.daily_rows or plan.days) :]
    dates = [(plan.first_day + timedelta(days=i)).isoformat() for i in range(plan.days)]
    return tuple((dates[i], int(count[i]), int(gained[i]), int(lost[i]), int(reach[i])) for i in days)


def _by_day(since: Ints, days: int) -> Ints:
    inside = since[(since >= 0) & (since < days * DAY)]
    return np.bincount(inside // DAY, minlength=days)


def _reach(run: Happened, count: Ints, rng: Rng) -> Ints:
    """Accounts reached by day: what posts reach, spread over days, and visits to the profile."""
    day = (run.posts.at - midnight(run.plan.first_day)) // DAY
    reach = np.bincount(day, run.posts.reach, run.plan.days)
    spread = np.convolve(reach, FADES)[: run.plan.days]
    visits = rng.gamma(2.0, 0.5, run.plan.days) * 0.03 * run.plan.growth.start
    return np.asarray(rng.poisson(spread * rng.gamma(60.0, 1 / 60, run.plan.days) + visits), dtype=np.int64)
