"""What the owner did, and what others did for the owner, by LinkedIn's data export.

The export names the posts that the owner answered, and not whose they are. Of what others did it has endorsements and
recommendations, which are of the whole profile and of no post; never who liked or commented.
"""

from collections.abc import Callable

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Enums, Text
from reachcheck.model.enums import Completeness, Direction, Response, TableName
from reachcheck.model.tables import Interactions
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import made_of
from reachcheck.readers.linkedin.columns import people, posts_at, read
from reachcheck.readers.source import Member

GIVEN: Names = {"at": ("Date",), "post_url": ("Link",), "kind": ("Type",)}
ENDORSEMENTS: Names = {
    "at": ("Endorsement Date",),
    "first_name": ("Endorser First Name",),
    "last_name": ("Endorser Last Name",),
    "url": ("Endorser Public Url",),
}
RECOMMENDATIONS: Names = {
    "at": ("Creation Date",),
    "first_name": ("First Name",),
    "last_name": ("Last Name",),
    "status": ("Status",),
}
INVITATIONS: Names = {"at": ("Sent At",), "direction": ("Direction",)}

Read = Callable[[Member, ReadOptions], Made]
"""A function that reads a file of one kind."""

_WAYS = ("incoming", "outgoing")


def given(what: Response) -> Read:
    """A function that reads one list of the owner's responses, all of one kind."""

    def made(member: Member, options: ReadOptions) -> Made:
        cells = read(member, options, GIVEN, "at", "post_url")
        return _given(cells, np.full(cells.size, what, dtype=np.int8))

    return made


def reactions(member: Member, options: ReadOptions) -> Made:
    """The owner's likes, and reactions of other kinds."""
    cells = read(member, options, GIVEN, *GIVEN)
    likes = [text.casefold() == "like" for text in cells.raw("kind")]
    return _given(cells, np.where(likes, Response.LIKE, Response.REACTION).astype(np.int8))


def endorsements(member: Member, options: ReadOptions) -> Made:
    """People who endorsed a skill; several skills on one day are one act of the same person."""
    cells = read(member, options, ENDORSEMENTS, "at", "first_name", "last_name")
    return _received(cells, once_a_day=True)


def recommendations(member: Member, options: ReadOptions) -> Made:
    """People who wrote a recommendation, whether it is shown or not; the text is not kept."""
    return _received(read(member, options, RECOMMENDATIONS, *RECOMMENDATIONS), once_a_day=False)


def invitations(member: Member, options: ReadOptions) -> Made:
    """Counted and dated, and no more: who is asked to connect is no connection yet, and answers no post."""
    cells = read(member, options, INVITATIONS, *INVITATIONS)
    at, ways = cells.date("at", essential=True)[0], [text.casefold() for text in cells.raw("direction")]
    strange = [n for n, way in enumerate(ways) if way not in _WAYS]
    cells.rows.leave_out(
        strange, lambda n: msg("row.direction", column=cells.source("direction"), value=cells.raw("direction")[n])
    )
    days = at[cells.rows.keep].astype("datetime64[D]")
    if len(days):
        sent = sum(ways[n] == "outgoing" for n in np.flatnonzero(cells.rows.keep).tolist())
        span = {"start": str(days.min()), "end": str(days.max())}
        cells.rows.note(msg("linkedin.invitations", sent=sent, received=len(days) - sent, **span))
    cells.rows.leave_out(range(cells.size), lambda _: msg("linkedin.invitation"))
    return made_of(cells, ())


def _given(cells: Cells, what: Enums) -> Made:
    at, links = cells.date("at")[0], posts_at(cells.ids("post_url"))
    bare = [link is None and day for link, day in zip(links, np.isnat(at).tolist(), strict=True)]
    cells.rows.leave_out(np.flatnonzero(bare).tolist(), lambda _: msg("linkedin.no_link"))
    cells.rows.leave_out_repeats([cells.whole(n) for n in range(cells.size)])
    rows = Interactions.of(cells.size, direction=_all(cells, Direction.OUT), what=what, post=Text.of(links), at=at)
    return made_of(cells, (_draft(cells, rows, Direction.OUT),))


def _received(cells: Cells, *, once_a_day: bool) -> Made:
    at, (peers, kinds) = cells.date("at")[0], people(cells)
    cells.rows.leave_out([n for n, peer in enumerate(peers) if peer is None], lambda _: msg("row.nobody"))
    cells.rows.leave_out_repeats([cells.whole(n) for n in range(cells.size)])
    if once_a_day:
        days = at.astype("datetime64[D]").astype(np.int64).tolist()
        cells.rows.leave_out_repeats(
            [
                None if undated else key
                for key, undated in zip(zip(peers, days, strict=True), np.isnat(at), strict=True)
            ],
            lambda first: msg("linkedin.another_skill", first=first),
        )
    rows = Interactions.of(
        cells.size,
        direction=_all(cells, Direction.IN),
        peer=Text.of(peers),
        key_kind=np.array(kinds, dtype=np.int8),
        what=_all(cells, Response.OTHER),
        at=at,
    )
    return made_of(cells, (_draft(cells, rows, Direction.IN),))


def _draft(cells: Cells, rows: Interactions, direction: Direction) -> Draft:
    unknown, at = Completeness.UNKNOWN, np.arange(cells.size)
    return Draft(rows=rows, table=TableName.INTERACTIONS, completeness=unknown, direction=direction, at=at)


def _all(cells: Cells, value: int) -> Enums:
    return np.full(cells.size, value, dtype=np.int8)
