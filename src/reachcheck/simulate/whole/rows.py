"""The rows of the exports; strings of the same day are the same object, so that a million followers fit."""

import numpy as np

from reachcheck.simulate.chance import Ints
from reachcheck.simulate.invented import Rows
from reachcheck.simulate.whole.accounts import Accounts
from reachcheck.simulate.whole.crowd import Crowd
from reachcheck.simulate.whole.follows import Following
from reachcheck.simulate.whole.posts import Posts
from reachcheck.simulate.whole.reach import Reach
from reachcheck.simulate.whole.responses import KINDS, Responses


def follower_rows(crowd: Crowd, made: Accounts, names: list[str]) -> Rows:
    """Who follows on the last day, newest first."""
    stay = np.flatnonzero(crowd.stays)
    stay = stay[np.argsort(-crowd.came[stay], kind="stable")]
    created, which = np.unique(made.created[stay], return_inverse=True)
    dates = np.datetime_as_string(created.astype("datetime64[D]")).astype(object)[which]
    figures = (column[stay].tolist() for column in (made.followers, made.following, made.posts))
    handles = [names[i] for i in stay.tolist()]
    return tuple(zip(handles, _moments(crowd.came[stay]), dates.tolist(), *figures, strict=True))


def following_rows(following: Following, names: list[str]) -> Rows:
    """Whom the owner follows, newest first."""
    order = np.argsort(-following.at, kind="stable")
    handles = [names[i] for i in following.who[order].tolist()]
    return tuple(zip(handles, _moments(following.at[order]), strict=True))


def response_rows(rows: Responses, names: list[str]) -> Rows:
    """Responses, newest first."""
    rows = rows.take(np.argsort(-rows.at, kind="stable"))
    posts = [_post(j) for j in range(int(rows.post.max(initial=-1)) + 1)]
    return tuple(
        zip(
            [posts[j] for j in rows.post.tolist()],
            [names[i] for i in rows.who.tolist()],
            [KINDS[k] for k in rows.kind.tolist()],
            _moments(rows.at),
            [("in", "out")[o] for o in rows.out.tolist()],
            strict=True,
        )
    )


def post_rows(posts: Posts, counts: tuple[Ints, Ints, Ints], reach: Reach) -> Rows:
    """Posts, newest first; `counts` are likes, comments and shares."""
    likes, comments, shares = counts
    reached = np.maximum(reach.all, (1.08 * likes).astype(np.int64) + 2)
    columns = (likes, comments, shares, reached, reach.followers)
    ids = [_post(j) for j in range(len(posts))]
    rows = list(zip(ids, _moments(posts.at), *(column.tolist() for column in columns), strict=True))
    return tuple(reversed(rows))


def _post(j: int) -> str:
    return f"p{j + 1:04d}"


def _moments(at: Ints) -> list[str]:
    return [f"{text}Z" for text in np.datetime_as_string(at.astype("datetime64[s]")).tolist()]
