"""The lists of LinkedIn's data export: connections, members followed, own posts.

A connection is mutual by design. Of the connections neither e-mail addresses nor employers are kept.
"""

from dataclasses import replace

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.enums import Completeness, Direction, KeyKind, SinceKind, TableName
from reachcheck.model.tables import Edges, Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import ties
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import made_of
from reachcheck.readers.linkedin.columns import people, posts_at, read
from reachcheck.readers.source import Member

CONNECTIONS: Names = {
    "first_name": ("First Name",),
    "last_name": ("Last Name",),
    "url": ("URL",),
    "followed_at": ("Connected On",),
}
FOLLOWS: Names = {"followed_at": ("Date",), "status": ("Status",), "name": ("Full Name",)}
SHARES: Names = {"published_at": ("Date",), "url": ("Share Link",)}

_WHOLE = frozenset(("First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"))
"""What every export has; in a copy with fewer columns, or others, rows may be gone too."""


def connections(member: Member, options: ReadOptions) -> Made:
    """Mutual ties; a member who hides from exports has a row with nothing but its date, and counts all the same."""
    cells = read(member, options, CONNECTIONS, "first_name", "followed_at")
    since = cells.date("followed_at")[0].astype("datetime64[D]").astype("datetime64[s]")
    peers, kinds = people(cells)
    nobody = np.array([peer is None for peer in peers], dtype=np.bool_)
    cells.rows.leave_out(np.flatnonzero(nobody & np.isnat(since)).tolist(), lambda _: msg("linkedin.no_connection"))
    cells.rows.leave_out_repeats(
        [
            peer if kind == KeyKind.URL else peer and cells.whole(n)
            for n, (peer, kind) in enumerate(zip(peers, kinds, strict=True))
        ]
    )
    hidden = np.count_nonzero(nobody & cells.rows.keep)
    if hidden:
        cells.rows.note(msg("linkedin.hidden_members", count=int(hidden)))
    rows = Edges.of(
        cells.size,
        direction=np.full(cells.size, Direction.MUTUAL, dtype=np.int8),
        peer=Text.of(peers),
        key_kind=np.array(kinds, dtype=np.int8),
        since=since,
        since_kind=np.where(np.isnat(since), SinceKind.NONE, SinceKind.DAY).astype(np.int8),
        rank=np.arange(cells.size, dtype=np.int32),
    )
    draft = Draft(
        rows=rows,
        table=TableName.EDGES,
        completeness=Completeness.ALL if set(cells.table.header) >= _WHOLE else Completeness.UNKNOWN,
        direction=Direction.MUTUAL,
        at=np.arange(cells.size),
    )
    return replace(made_of(cells, (draft,)), noun="connections", mutual=True)


def follows(member: Member, options: ReadOptions) -> Made:
    """Members whom the account follows; LinkedIn gives their names alone."""
    cells = read(member, options, FOLLOWS, *FOLLOWS)
    status = cells.raw("status")
    ended = [n for n, word in enumerate(status) if word.casefold() not in ("", "active")]
    cells.rows.leave_out(ended, lambda at: msg("linkedin.not_active", status=status[at]))
    return made_of(cells, ties.following(cells))


def shares(member: Member, options: ReadOptions) -> Made:
    """Own posts with their times in UTC; the file has no counts."""
    cells = read(member, options, SHARES, *SHARES)
    published_at, links = cells.date("published_at")[0], posts_at(cells.ids("url"))
    linked = np.array([link is not None for link in links], dtype=np.bool_)
    cells.rows.leave_out(np.flatnonzero(~linked & np.isnat(published_at)).tolist(), lambda _: msg("linkedin.no_link"))
    cells.rows.leave_out_repeats(links)
    rows = Posts.of(cells.size, key=Text.of(links), published_at=published_at)
    unknown, at = Completeness.UNKNOWN, np.arange(cells.size)
    return made_of(cells, (Draft(rows=rows, table=TableName.POSTS, completeness=unknown, at=at),))
