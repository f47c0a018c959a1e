"""Lists of people, responses, networks and events: from the columns of a table to rows of the model."""

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import MISSING, Enums, Text
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, SinceKind, TableName
from reachcheck.model.tables import Edges, Events, Graph, Interactions
from reachcheck.readers.aliases import word
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft

_NUMBERS = ("followers", "following", "posts", "bio_length")
_FLAGS = ("has_picture", "private", "verified")
_DIRECTIONS = {"in": Direction.IN, "out": Direction.OUT}


def followers(cells: Cells) -> list[Draft]:
    """One row a follower."""
    return _list(cells, Direction.IN)


def following(cells: Cells) -> list[Draft]:
    """One row an account that is followed."""
    return _list(cells, Direction.OUT)


def responses(cells: Cells) -> list[Draft]:
    """One row a response, received where nothing says that it was given; one draft a direction."""
    peers, kind = cells.who(essential=True)
    at, _ = cells.date("at")
    directions = _directions(cells)
    undated = np.isnat(at).tolist()
    cells.rows.leave_out_repeats([cells.whole(n) if bare else None for n, bare in enumerate(undated)])
    rows = Interactions.of(
        cells.size,
        direction=directions,
        peer=Text.of(peers),
        key_kind=_all(cells, kind),
        what=_kinds(cells),
        post=Text.of(cells.ids("post" if "post" in cells else "post_url")),
        at=at,
    )
    places = [(direction, np.flatnonzero(directions == direction)) for direction in (Direction.IN, Direction.OUT)]
    return [
        Draft(rows=rows.take(places), table=TableName.INTERACTIONS, direction=direction, at=places)
        for direction, places in places
        if cells.rows.keep[places].any()
    ]


def graph(cells: Cells) -> list[Draft]:
    """One row a tie between two ids."""
    source, target = cells.keys("source"), cells.keys("target")
    cells.rows.leave_out_repeats([cells.whole(position) for position in range(cells.size)])
    rows = Graph.of(cells.size, from_=Text.of(source), to=Text.of(target))
    places = np.arange(cells.size)
    return [Draft(rows=rows, table=TableName.GRAPH, completeness=Completeness.UNKNOWN, at=places)]


def events(cells: Cells) -> list[Draft]:
    """One row a thing that happened, as stated: no platform exports such a list, so it is always somebody's word."""
    date, _ = cells.date("date", essential=True)
    what = cells.text("what")
    cells.need("what", what)
    rows = Events.of(cells.size, date=date, what=Text.of(what), stated=np.ones(cells.size, dtype=np.int8))
    places = np.arange(cells.size)
    return [Draft(rows=rows, table=TableName.EVENTS, completeness=Completeness.UNKNOWN, at=places)]


def _list(cells: Cells, direction: Direction) -> list[Draft]:
    peers, kind = cells.who(essential=True)
    since, exact = cells.date("followed_at", essential=kind is None)
    created_at, _ = cells.date("created_at")
    numbers = {name: cells.number(name) for name in _NUMBERS}
    flags = {name: cells.flag(name) for name in _FLAGS}
    cells.rows.leave_out_repeats([cells.whole(n) for n in range(cells.size)] if kind is KeyKind.NAME else peers)
    late = np.flatnonzero(created_at.astype("datetime64[D]") > since.astype("datetime64[D]"))
    cells.rows.warn(late.tolist(), lambda _: msg("row.created_after_follow"))
    rows = Edges.of(
        cells.size,
        direction=_all(cells, direction),
        peer=Text.of(peers),
        key_kind=_all(cells, kind),
        since=since,
        since_kind=np.where(np.isnat(since), SinceKind.NONE, SinceKind.EXACT if exact else SinceKind.DAY).astype(
            np.int8
        ),
        rank=np.arange(cells.size, dtype=np.int32),
        created_at=created_at,
        **numbers,
        **flags,
    )
    places = np.arange(cells.size)
    unknown = Completeness.UNKNOWN
    return [Draft(rows=rows, table=TableName.EDGES, completeness=unknown, direction=direction, at=places)]


def _all(cells: Cells, value: int | None) -> Enums:
    return np.full(cells.size, MISSING if value is None else value, dtype=np.int8)


def _directions(cells: Cells) -> Enums:
    """The direction of each row; rows with a word that is none are left out."""
    texts = cells.text("direction")
    known = {text: None if text is None else _DIRECTIONS.get(word("directions", text) or "") for text in set(texts)}
    strange = [position for position, text in enumerate(texts) if text and known[text] is None]
    cells.rows.leave_out(
        strange, lambda at: msg("row.direction", column=cells.source("direction"), value=texts[at] or "")
    )
    return np.array([known[text] or Direction.IN for text in texts], dtype=np.int8)


def _kinds(cells: Cells) -> Enums:
    """What each row is; a word that we do not know is a response of another kind, words without any are a comment."""
    texts = cells.text("kind")
    known = {text: _kind(text) for text in set(texts)}
    comments = [text is not None for text in cells.text("comment")]
    found = np.array([known[text] for text in texts], dtype=np.int8)
    return np.where(np.array(comments, dtype=np.bool_) & (found < 0), np.int8(Response.COMMENT), found)


def _kind(text: str | None) -> int:
    if text is None:
        return MISSING
    return Response[(word("kinds", text) or "other").upper()]
