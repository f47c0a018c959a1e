"""Dossiers by hand, for tests: a few columns are given, all others are missing."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from reachcheck.measures.registry import measure_all
from reachcheck.method import Method, load
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.enums import Direction, KeyKind, Kind, Metric, Response, SinceKind
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Daily, Edges, Interactions, People, Posts, Table
from reachcheck.results.measure import Measure

METHOD = load()
_LIMITS = ((4.9,) * 6,) * 6
EASY = replace(
    METHOD,
    growth=replace(
        METHOD.growth,
        limits_named=_LIMITS,
        limits_reach=_LIMITS,
        limits_posts=_LIMITS,
        least=METHOD.growth.step_least,
        churn=0.0,
    ),
)
"""The method with one low limit for growth: what is compared with what does not depend on where the limits lie."""
RECORD = SourceRecord(file="data.csv", sha256="0" * 64, reader="test")


def column(table: type[Table], name: str, values: Sequence[Any]) -> Any:
    kind = table.__dataclass_fields__[name].metadata["missing"]
    if kind is None:
        return Text.of(values)
    if isinstance(kind, np.datetime64):
        return np.array([np.datetime64(v or "NaT", "s") for v in values])
    return np.array([kind if v is None else v for v in values], dtype=kind.dtype)


def table(name: str, length: int, **columns: Sequence[Any]) -> Table:
    kind = TABLES[name]
    made = {key: column(kind, key, values) for key, values in columns.items()}
    base: dict[str, Any] = {
        "profile": np.zeros(length, np.int32),
        "source": np.zeros(length, np.int32),
        "row": np.arange(2, length + 2, dtype=np.int32),
    }
    return kind.of(length, **{**base, **made})


def people(as_of: str | None = "2026-09-30", mutual: int = 0, platform: str | None = "instagram") -> People:
    return People.of(
        1,
        profile=np.zeros(1, np.int32),
        row=np.zeros(1, np.int32),
        handle=Text.of(["ada"]),
        platform=Text.of([platform]),
        noun=Text.of(["followers"]),
        as_of=np.array([np.datetime64(as_of or "NaT", "s")]),
        as_of_origin=Text.of(["given"]),
        mutual=np.array([mutual], np.int8),
    )


def dossier(*tables: Table, **person: Any) -> Dossiers:
    joined: dict[str, Table] = {}
    for part in tables:
        name = next(n for n, kind in TABLES.items() if type(part) is kind)
        joined[name] = TABLES[name].join([joined[name], part]) if name in joined else part
    return Dossiers.build(people(**person), joined, [RECORD])


def followers(names: Sequence[str], direction: Direction = Direction.IN, **columns: Sequence[Any]) -> Edges:
    n = len(names)
    if "since" in columns and "since_kind" not in columns:
        columns["since_kind"] = [SinceKind.DAY] * n
    made = table("edges", n, peer=names, direction=[direction] * n, key_kind=[KeyKind.HANDLE] * n, **columns)
    assert isinstance(made, Edges)
    return made


def days(start: str, values: Sequence[float | None], metric: Metric = Metric.FOLLOWERS) -> Daily:
    kind = Kind.GAUGE if metric == Metric.FOLLOWERS else Kind.FLOW_GROSS
    dates = [str(np.datetime64(start, "D") + i) for i in range(len(values))]
    n = len(values)
    made = table("daily", n, date=dates, value=values, metric=[metric] * n, kind=[kind] * n)
    assert isinstance(made, Daily)
    return made


def responses(
    rows: Sequence[tuple[str, str]],
    what: Response = Response.LIKE,
    direction: Direction = Direction.IN,
    at: Sequence[str | None] | None = None,
) -> Interactions:
    n = len(rows)
    made = table(
        "interactions",
        n,
        peer=[who for who, _ in rows],
        post=[post for _, post in rows],
        what=[what] * n,
        direction=[direction] * n,
        at=at or [None] * n,
    )
    assert isinstance(made, Interactions)
    return made


def posts(at: Sequence[str | None], **columns: Sequence[Any]) -> Posts:
    made = table("posts", len(at), published_at=at, **columns)
    assert isinstance(made, Posts)
    return made


def measured(dossiers: Dossiers, profile: int = 0, method: Method | None = None) -> dict[str, Measure]:
    return {name: made.one(profile) for name, made in measure_all(dossiers, method or METHOD).items()}
