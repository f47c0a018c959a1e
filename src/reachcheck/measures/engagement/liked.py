"""The likes of one profile's own posts, in their order, where there are enough of them."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.measures.engagement.responses import own_posts
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats, Index


@dataclass(frozen=True, kw_only=True, eq=False)
class Liked:
    """Dated posts with likes, in order of time, those of one moment by likes: rows of the table, and their likes."""

    rows: Index
    likes: Floats

    @property
    def logged(self) -> Floats:
        """ln(1 + likes): here a ratio is a distance."""
        return np.log1p(self.likes)

    def day(self, context: Context, position: int) -> date | None:
        """The date of a post; None where it has none."""
        at = context.dossiers.posts.published_at[self.rows[position]]
        found: date | None = at.astype("datetime64[D]").item()
        return found

    def place(self, context: Context, position: int) -> str:
        """The row of a post, for people."""
        posts, row = context.dossiers.posts, self.rows[position]
        return context.place(int(posts.source[row]), int(posts.row[row]))


def all_liked(context: Context, where: Bools) -> tuple[dict[int, Liked], dict[int, Message]]:
    """The posts with likes of each profile that has enough of them; for all others why not.

    Where rows stand in a file says nothing of when: posts without a date are left out.
    """
    posts, least = context.dossiers.posts, context.method.engagement.least_posts
    liked = own_posts(context) & (posts.likes >= 0)
    usable = liked & ~np.isnat(posts.published_at)
    found: dict[int, Liked] = {}
    reasons: dict[int, Message] = {}
    for i in np.flatnonzero(where).tolist():
        start, end = context.dossiers.starts["posts"][i : i + 2].tolist()
        rows = start + np.flatnonzero(usable[start:end])
        if len(rows) < least:
            reasons[i] = _too_few(len(rows), int(liked[start:end].sum()), least)
        else:
            rows = rows[np.lexsort((posts.likes[rows], posts.published_at[rows]))]
            found[i] = Liked(rows=rows, likes=posts.likes[rows])
    return found, reasons


def _too_few(dated: int, liked: int, least: int) -> Message:
    if liked < least:
        return msg("unknown.few_liked", found=liked, at_least=least)
    return msg("unknown.few_liked_dated", found=dated, n=liked, at_least=least)


def lacking(reasons: dict[int, Message]) -> dict[int, tuple[str, ...]]:
    """What those need of whom too few posts can be used: more posts with likes, or the dates of theirs."""
    exports = {"unknown.few_liked": ("posts_likes",), "unknown.few_liked_dated": ("posts_dated",)}
    return {i: exports[why.key] for i, why in reasons.items() if why.key in exports}
