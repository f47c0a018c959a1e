"""Responses from accounts that never followed, among them bought ones, and what the owner answered."""

import numpy as np

from reachcheck.simulate.chance import Ints, Rng
from reachcheck.simulate.whole.calendar import END
from reachcheck.simulate.whole.draws import late
from reachcheck.simulate.whole.life import Life
from reachcheck.simulate.whole.posts import Posts
from reachcheck.simulate.whole.responses import COMMENT, LIKE, REPLY, Responses, moments


def passers_by(life: Life, posts: Posts, outside: Ints, base: int, rng: Rng) -> Responses:
    """People to whom a post was shown: some come again and again, most once (Zipf)."""
    counts = rng.poisson(life.outside * outside)
    total = int(counts.sum())
    post = np.repeat(np.arange(len(posts)), counts)
    known = max(5, total // 2)
    who = base + np.floor(known * rng.random(total) ** rng.uniform(1.2, 3.0)).astype(np.int64)
    post, who = _once(post, who)
    words = rng.random(len(post)) < 0.07
    at = moments(posts, post, rng)
    rows = [Responses.of(post[~words], who[~words], LIKE, at[~words])]
    rows.append(Responses.of(post[words], who[words], COMMENT, at[words]))
    together = Responses.join(rows)
    return together.take(together.at < END)


def bought_likes(life: Life, posts: Posts, usual: float, base: int, rng: Rng) -> tuple[Responses, Ints]:
    """Packages of likes: rows, and by post how many; a package has a round number and comes at a steady pace."""
    counts = np.zeros(len(posts), dtype=np.int64)
    if life.sale.liked > 0:
        chosen = rng.random(len(posts)) < life.sale.liked
        chosen[rng.integers(0, len(posts))] = True
        counts[chosen] = _package(life.sale.package * usual) + rng.poisson(2, int(chosen.sum()))
    post = np.repeat(np.arange(len(posts)), counts)
    pool = max(1, int(counts.max(initial=0) * rng.uniform(2, 8)))
    post, who = _once(post, base + rng.integers(0, pool, len(post)))
    counts = np.bincount(post, minlength=len(posts))
    begin, hours = rng.uniform(0.1, 3.0), rng.uniform(0.5, 12.0)
    at = posts.at[post] + (3600 * (begin + hours * rng.random(len(post)))).astype(np.int64)
    rows = Responses.of(post, who, LIKE, at)
    return rows.take(rows.at < END), np.bincount(post[rows.at < END], minlength=len(posts))


def _package(wanted: float) -> int:
    """The nearest size that is sold."""
    sizes = np.array([a * 10**b for b in range(1, 7) for a in (1.0, 2.5, 5.0)])
    return int(sizes[np.argmin(np.abs(np.log(sizes / max(wanted, 1.0))))])


def _once(post: Ints, who: Ints) -> tuple[Ints, Ints]:
    """Each of them once for a post."""
    pairs = np.unique(np.stack([post, who]), axis=1)
    return pairs[0], pairs[1]


def answers(life: Life, comments: Responses, rng: Rng) -> Responses:
    """The owner answers some comments, and some answer back."""
    to = comments.take(rng.random(len(comments)) < life.answers)
    at = to.at + 60 + (3600 * late(rng, 5.0, len(to))).astype(np.int64)
    back = rng.random(len(to)) < 0.1
    again = at[back] + 60 + (3600 * late(rng, 3.0, int(back.sum()))).astype(np.int64)
    rows = [Responses.of(to.post, to.who, REPLY, at, 1), Responses.of(to.post[back], to.who[back], REPLY, again)]
    together = Responses.join(rows)
    return together.take(together.at < END)
