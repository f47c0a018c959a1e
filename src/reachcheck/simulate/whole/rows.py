"""The rows of the exports."""

import numpy as np

from reachcheck.simulate.by_column import ByColumn, Words, moments, numbered
from reachcheck.simulate.chance import Ints
from reachcheck.simulate.invented import Rows
from reachcheck.simulate.whole.accounts import Accounts
from reachcheck.simulate.whole.crowd import Crowd
from reachcheck.simulate.whole.follows import Following
from reachcheck.simulate.whole.posts import Posts
from reachcheck.simulate.whole.reach import Reach
from reachcheck.simulate.whole.responses import KINDS, Responses


def follower_rows(crowd: Crowd, made: Accounts, names: Words) -> Rows:
    """Who follows on the last day, newest first."""
    stay = np.flatnonzero(crowd.stays)
    stay = stay[np.argsort(-crowd.came[stay], kind="stable")]
    figures = (column[stay] for column in (made.followers, made.following, made.posts))
    return ByColumn(names[stay], moments(crowd.came[stay]), made.created[stay].astype("datetime64[D]"), *figures)


def following_rows(following: Following, names: Words) -> Rows:
    """Whom the owner follows, newest first."""
    order = np.argsort(-following.at, kind="stable")
    return ByColumn(names[following.who[order]], moments(following.at[order]))


def response_rows(rows: Responses, names: Words) -> Rows:
    """Responses, newest first."""
    rows = rows.take(np.argsort(-rows.at, kind="stable"))
    kinds, directions = np.array(KINDS, dtype=object)[rows.kind], np.array(("in", "out"), dtype=object)[rows.out]
    posts = numbered(int(rows.post.max(initial=-1)) + 1)
    return ByColumn(posts[rows.post], names[rows.who], kinds, moments(rows.at), directions)


def post_rows(posts: Posts, counts: tuple[Ints, Ints, Ints], reach: Reach) -> Rows:
    """Posts, newest first; `counts` are likes, comments and shares."""
    likes, comments, shares = counts
    reached = np.maximum(reach.all, (1.08 * likes).astype(np.int64) + 2)
    counted = (likes, comments, shares, reached, reach.followers)
    return ByColumn(*(column[::-1] for column in (numbered(len(posts)), moments(posts.at), *counted)))
