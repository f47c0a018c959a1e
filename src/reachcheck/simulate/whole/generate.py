"""From a world to an invented profile: life, posts, people, responses, and the rows that exports have of them."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from reachcheck.simulate.chance import Floats, Ints, Rng, stream
from reachcheck.simulate.invented import Invented, Rows
from reachcheck.simulate.whole.accounts import Accounts, make_accounts
from reachcheck.simulate.whole.booked import daily_rows, make_days
from reachcheck.simulate.whole.calendar import EPOCH, LAST_DAY
from reachcheck.simulate.whole.crowd import EMPTY, Crowd, nobody, people_of
from reachcheck.simulate.whole.draws import split
from reachcheck.simulate.whole.follows import Following, make_following
from reachcheck.simulate.whole.handles import handles
from reachcheck.simulate.whole.life import Life
from reachcheck.simulate.whole.posts import Posts, make_posts
from reachcheck.simulate.whole.reach import Reach, by_day, make_reach
from reachcheck.simulate.whole.readiness import make_readiness
from reachcheck.simulate.whole.responses import COMMENT, LIKE, REPLY, REPOST, Responses, make_touches, said
from reachcheck.simulate.whole.rows import follower_rows, following_rows, post_rows, response_rows
from reachcheck.simulate.whole.sold import delivered
from reachcheck.simulate.whole.strangers import answers, bought_likes, passers_by
from reachcheck.simulate.whole.told import tell
from reachcheck.simulate.whole.worlds import WORLDS


@dataclass(frozen=True, kw_only=True, eq=False)
class Answered:
    """The responses, by post how many more there were, and how many likes were bought."""

    rows: Responses
    unlisted: Ints
    packages: Ints


@dataclass(frozen=True, kw_only=True, eq=False)
class Year:
    """All that happened."""

    life: Life
    posts: Posts
    crowd: Crowd
    made: Accounts
    reach: Reach
    answered: Answered


class Streams:
    """A stream of chance for each mechanism of one profile."""

    def __init__(self, world: str, seed: int, followers: int) -> None:
        self._of = (world, seed, followers)

    def __call__(self, what: str) -> Rng:
        """The stream of that name."""
        world, seed, followers = self._of
        return stream(seed, "whole", world, str(followers), what)


def profile(world: str, seed: int, followers: int) -> Invented:
    """One profile with exactly so many followers on the last day; KeyError for a world that is not in `WORLDS`."""
    if followers < 1:
        raise ValueError(f"no profile without followers: {followers}")
    draw = Streams(world, seed, followers)
    life = WORLDS[world](draw("life"), followers)
    posts = make_posts(life, draw("posts"))
    crowd = make_crowd(life, posts, followers, draw)
    made = make_accounts(life, crowd, draw("accounts"))
    reach = make_reach(life, posts, crowd, draw("reach"))
    answered = _answered(life, posts, crowd, reach, draw)
    year = Year(life=life, posts=posts, crowd=crowd, made=made, reach=reach, answered=answered)
    following, names = _named(year, draw)
    paid, more = int(answered.packages.sum()), int(answered.unlisted.sum())
    truth = tell(life, crowd, made, answered.rows, names, bought_likes=paid, unlisted=more)
    return Invented(scenario=world, seed=seed, tables=_tables(year, following, names, draw), truth=truth)


def make_crowd(life: Life, posts: Posts, followers: int, draw: Streams) -> Crowd:
    """Everybody who ever followed: of each kind as many stay as its share of the followers says."""
    sold = min(max(round(life.sale.share * followers), 1 if life.sale.lots else 0), followers - 1)
    empty = min(round(life.empty * (followers - sold)), followers - sold)
    sizes = split(draw("sizes"), followers - sold - empty, [one.weight for one in life.streams])
    rng = draw("crowd")
    parts = [people_of(life, index, int(n), posts, rng) for index, n in enumerate(sizes)]
    return Crowd.join([*parts, nobody(life, empty, draw("nobody")), delivered(life.sale, sold, draw("sold"))])


def _answered(life: Life, posts: Posts, crowd: Crowd, reach: Reach, draw: Streams) -> Answered:
    ready = make_readiness(life, crowd, draw("readiness"))
    touches = make_touches(life, posts, crowd, ready, draw("touches"))
    own = said(posts, touches, crowd, ready.talks, draw("said"))
    listed = touches.unlisted == 0
    shown = np.where(listed, reach.outside, 0)
    others = passers_by(life, posts, shown, len(crowd), draw("passers-by"))
    base = max(len(crowd), int(others.who.max(initial=0)) + 1)
    usual = float(np.median(own.count((LIKE,), len(posts)) + touches.unlisted))
    likes, packages = bought_likes(life, posts, usual, base, draw("likes"))
    likes = likes.take(listed[likes.post])
    together = Responses.join([own, others])
    comments = together.take(together.kind == COMMENT)
    rows = Responses.join([together, likes, answers(life, comments, draw("answers"))])
    return Answered(rows=rows, unlisted=touches.unlisted, packages=packages)


def _counts(year: Year, rng: Rng) -> tuple[Ints, Ints, Ints]:
    """Likes, comments, shares: at least the rows, as some who responded closed their account since."""
    rows, n, more = year.answered.rows, len(year.posts), year.answered.unlisted
    likes = rows.count((LIKE,), n)
    comments = rows.count((COMMENT, REPLY), n)
    comments = comments + rng.binomial(more, min(float(comments.sum()) / max(float(likes.sum()), 1.0), 1.0))
    shares = rows.count((REPOST,), n) + rng.poisson(rng.uniform(0.0005, 0.004) * year.reach.all)
    unlisted = more + np.where(more > 0, year.answered.packages, 0)
    return likes + rng.binomial(likes, 0.012) + unlisted, comments, shares


def _named(year: Year, draw: Streams) -> tuple[Following, list[str]]:
    """Whom the owner follows, and the handles of everybody in the lists."""
    rows, crowd = year.answered.rows, year.crowd
    known = max(len(crowd), int(rows.who.max(initial=0)) + 1)
    following = make_following(year.life, crowd, known, draw("following"))
    every = max(known, int(following.who.max(initial=0)) + 1)
    return following, handles(draw("handles"), _digits(year.life, crowd, every, draw("digits")))


def _tables(year: Year, following: Following, handles: list[str], draw: Streams) -> dict[str, Rows]:
    life, posts, crowd, names = year.life, year.posts, year.crowd, np.array(handles, dtype=object)
    reached = by_day(life, posts, year.reach.all, crowd, draw("daily reach"))
    return {
        "profile": (_profile(life, int(crowd.stays.sum()), len(following.who), len(posts), draw("owner")),),
        "posts": post_rows(posts, _counts(year, draw("counts")), year.reach),
        "daily": daily_rows(make_days(crowd, draw("booked")), reached),
        "followers": follower_rows(crowd, year.made, names),
        "following": following_rows(following, names),
        "responses": response_rows(year.answered.rows, names),
    }


def _digits(life: Life, crowd: Crowd, n: int, rng: Rng) -> Floats:
    """Chances of handles to end in digits."""
    out = np.full(n, rng.uniform(0.12, 0.3))
    out[: len(crowd)][crowd.stream == EMPTY] = 0.5
    for index, lot in enumerate(life.sale.lots):
        if lot.make != "aged":
            out[: len(crowd)][crowd.lot == index] = rng.uniform(0.2, 0.9)
    return out


def _profile(life: Life, followers: int, following: int, posts: int, rng: Rng) -> tuple[str | int, ...]:
    handle = "owner_" + handles(rng, np.zeros(1))[0]
    opened = (EPOCH + timedelta(days=life.opened)).isoformat()
    return (handle, "instagram", followers, following, posts + life.posting.earlier, opened, LAST_DAY.isoformat())
