"""The archives that Twitter gave out until 2018: one table of posts, without any counts."""

from dataclasses import replace

import numpy as np

from reachcheck.model.enums import Completeness, Direction, KeyKind, Response
from reachcheck.model.tables import Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.acts import Act, acts, to_others
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.numbered import numbers_of
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.source import Member

NAMES: Names = {
    "post": ("tweet_id",),
    "published_at": ("timestamp",),
    "is_reply": ("in_reply_to_status_id",),
    "is_repost": ("retweeted_status_id",),
    "answered": ("in_reply_to_user_id",),
    "repeated": ("retweeted_status_user_id",),
}


def posts(member: Member, options: ReadOptions) -> Made:
    """One row a post, reply or repost, and whom the latter two are to."""
    cells = read_cells(member, options, NAMES)
    plain = Cells(
        cells.table,
        {name: cells.columns[name] for name in ("post", "published_at") if name in cells},
        cells.rows,
        place=member.name,
        date_order=options.date_order,
    )
    (draft,) = builders.posts(plain, completeness=Completeness.UNKNOWN)
    assert isinstance(draft.rows, Posts)
    columns = {name: numbers_of(cells.raw(name)) if name in cells else [None] * cells.size for name in NAMES}
    is_repost = np.array([post is not None for post in columns["is_repost"]], dtype=np.int8)
    is_reply = np.array([post is not None for post in columns["is_reply"]], dtype=np.int8)
    rows = replace(draft.rows, is_repost=is_repost, is_reply=is_reply)
    kinds = (("answered", Response.REPLY, "is_reply"), ("repeated", Response.REPOST, "is_repost"))
    found = [
        Act(at, peer, what, columns[post][at])
        for column, what, post in kinds
        for at, peer in enumerate(columns[column])
        if peer
    ]
    mine = {post for post in columns["post"] if post}
    given = acts(to_others(found, mine), rows.published_at, Direction.OUT, KeyKind.ID)
    return made_of(cells, (replace(draft, rows=rows), *given))
