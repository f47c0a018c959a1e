"""The dossiers that reading the files of invented profiles would give, without the files."""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from reachcheck.model.columns import MISSING, NAT, Enums, Floats, Text, Times
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Completeness, Direction, KeyKind, Kind, Metric, Order, Response, SinceKind, TableName
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Coverage, Daily, Edges, Interactions, People, Posts, Profile, Table
from reachcheck.simulate.by_column import ByColumn, Column
from reachcheck.simulate.files import COLUMNS, EXPORTS
from reachcheck.simulate.invented import Invented, Rows

RESPONSES = {"like": Response.LIKE, "comment": Response.COMMENT, "repost": Response.REPOST, "reply": Response.REPLY}
METRICS = (Metric.FOLLOWERS, Metric.GAINED, Metric.LOST, Metric.REACH)
SOURCES = tuple(COLUMNS)
Columns = dict[str, Column]


def as_read(made: Sequence[Invented], exports: Collection[str] = EXPORTS, figures: bool = True) -> Dossiers:
    """One dossier a profile, in order, from these exports; without `figures` lists of followers name them alone."""
    parts: dict[str, list[Table]] = {"profile": [], "edges": [], "posts": [], "interactions": [], "daily": []}
    coverage: list[Table] = []
    for number, one in enumerate(made):
        given = {name: one.tables[name] for name in SOURCES if name == "profile" or name in exports}
        tables = _tables(given, figures)
        for name, table in tables:
            parts[name].append(_owned(table, number))
        coverage += [_owned(_covered(name, table), number) for name, table in tables if len(table)]
    joined = {name: type(tables[0]).join(tables) for name, tables in parts.items() if tables}
    records = [SourceRecord(file=f"{name}.csv", sha256="0" * 64, reader="simulate") for name in SOURCES]
    return Dossiers.build(_people(made), {**joined, "coverage": Coverage.join(coverage)}, records)


def _tables(given: dict[str, Rows], figures: bool) -> list[tuple[str, Table]]:
    made: list[tuple[str, Table]] = [("profile", _profile(_columns("profile", given["profile"])))]
    for name, direction in (("followers", Direction.IN), ("following", Direction.OUT)):
        if name in given:
            made.append(("edges", _edges(_columns(name, given[name]), direction, name, figures)))
    if "posts" in given:
        made.append(("posts", _posts(_columns("posts", given["posts"]))))
    if "responses" in given:
        columns = _columns("responses", given["responses"])
        made += [("interactions", _interactions(columns, way)) for way in ("in", "out")]
    if "daily" in given:
        made.append(("daily", _daily(_columns("daily", given["daily"]))))
    return made


def _columns(name: str, rows: Rows) -> Columns:
    """The cells by column, and the line of each row."""
    named = dict(zip(COLUMNS[name], ByColumn.of(rows, len(COLUMNS[name])).columns, strict=True))
    return {**named, "line": np.arange(2, len(rows) + 2, dtype=np.int32)}


def _owned(table: Table, number: int) -> Table:
    table.profile[:] = number
    return table


def _of(table: type[Table], source: str, line: Column, /, **columns: Any) -> Any:
    n = len(line)
    placed = {"source": np.full(n, SOURCES.index(source), np.int32), "part": np.zeros(n, np.int32)}
    return table.of(n, **placed, row=line, **columns)


def _times(values: Column) -> Times:
    if values.dtype.kind == "M":
        return values.astype("datetime64[s]")
    return np.array([value.removesuffix("Z") for value in values], dtype="datetime64[s]")


def _numbers(values: Column) -> Floats:
    return values.astype(np.float64)


def _text(values: Column) -> Text:
    return Text.of(values.tolist())


def _all(n: int, value: int) -> Enums:
    return np.full(n, value, np.int8)


def _profile(columns: Columns) -> Profile:
    counts = {name: _numbers(columns[name]) for name in ("followers", "following", "posts")}
    times = {name: _times(columns[name]) for name in ("created_at", "as_of")}
    made: Profile = _of(Profile, "profile", columns["line"], **counts, **times)
    return made


def _edges(columns: Columns, direction: Direction, source: str, figures: bool) -> Edges:
    n = len(columns["line"])
    own: dict[str, Any] = {}
    if direction == Direction.IN and figures:
        own = {name: _numbers(columns[name]) for name in ("followers", "following", "posts")}
        own["created_at"] = _times(columns["created_at"])
    made: Edges = _of(
        Edges,
        source,
        columns["line"],
        direction=_all(n, direction),
        peer=_text(columns["handle"]),
        key_kind=_all(n, KeyKind.HANDLE),
        since=_times(columns["followed_at"]),
        since_kind=_all(n, SinceKind.EXACT),
        rank=np.arange(n, dtype=np.int32),
        **own,
    )
    return made


def _posts(columns: Columns) -> Posts:
    counts = {name: _numbers(columns[name]) for name in ("likes", "comments", "shares", "reach")}
    made: Posts = _of(
        Posts,
        "posts",
        columns["line"],
        key=_text(columns["post"]),
        published_at=_times(columns["published_at"]),
        followers_at_post=_numbers(columns["followers"]),
        **counts,
    )
    return made


def _interactions(columns: Columns, way: str) -> Interactions:
    mine = columns["direction"] == way
    picked = {name: cells[mine] for name, cells in columns.items()}
    n = int(mine.sum())
    made: Interactions = _of(
        Interactions,
        "responses",
        picked["line"],
        direction=_all(n, Direction.IN if way == "in" else Direction.OUT),
        peer=_text(picked["who"]),
        key_kind=_all(n, KeyKind.HANDLE),
        what=np.array([RESPONSES[kind] for kind in picked["kind"]], np.int8),
        post=_text(picked["post"]),
        at=_times(picked["at"]),
    )
    return made


def _daily(columns: Columns) -> Daily:
    n = len(columns["line"])
    kinds = [Kind.GAUGE if metric == Metric.FOLLOWERS else Kind.FLOW_GROSS for metric in METRICS]
    values = [_numbers(columns[name]) for name in ("followers", "gained", "lost", "reach")]
    made: Daily = _of(
        Daily,
        "daily",
        np.tile(columns["line"], len(METRICS)),
        date=np.tile(_times(columns["date"]), len(METRICS)),
        metric=np.repeat(np.array(METRICS, np.int8), n),
        kind=np.repeat(np.array(kinds, np.int8), n),
        value=np.concatenate(values),
    )
    return made


def _covered(name: str, table: Table) -> Coverage:
    """What a table of a hand-made file can know: its days; lists may lack somebody, windows have an end."""
    times = getattr(table, str(table.time))
    known = times[~np.isnat(times)]
    listed = isinstance(table, (Edges, Profile))
    order = {"profile": Order.UNKNOWN, "daily": Order.OLDEST_FIRST}.get(name, Order.NEWEST_FIRST)
    made: Coverage = Coverage.of(
        1,
        source=table.source[:1].copy(),
        part=np.zeros(1, np.int32),
        table=_all(1, TableName[name.upper()]),
        direction=table.direction[:1].copy() if isinstance(table, (Edges, Interactions)) else _all(1, MISSING),
        start=np.array([known.min() if len(known) else NAT]),
        end=np.array([known.max() if len(known) else NAT]),
        completeness=_all(1, Completeness.UNKNOWN if listed else Completeness.WINDOW),
        order=_all(1, order),
    )
    return made


def _people(made: Sequence[Invented]) -> People:
    n = len(made)
    profiles = [one.tables["profile"][0] for one in made]
    return People.of(
        n,
        profile=np.arange(n, dtype=np.int32),
        row=np.zeros(n, np.int32),
        handle=Text.of(str(row[0]) for row in profiles),
        platform=Text.of(str(row[1]) for row in profiles),
        noun=Text.of(["followers"] * n),
        as_of=_times(np.array([str(row[6]) for row in profiles])),
        as_of_origin=Text.of(["profile"] * n),
        mutual=np.zeros(n, np.int8),
    )
