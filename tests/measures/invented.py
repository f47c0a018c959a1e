"""Small dossiers by chance: every table, with gaps, ties, repeats and now and then a step."""

from typing import Any

import numpy as np

from build import Direction, Dossiers, Kind, Metric, Response, SinceKind, Table, dossier, posts, responses, table
from reachcheck.model.enums import Completeness, KeyKind, TableName
from reachcheck.model.tables import Edges
from reachcheck.simulate.maps import with_block, with_newcomers

MEANS = {"likes": 45, "comments": 3, "shares": 1, "reach": 90, "impressions": 140, "interactions": 25}
STEP = 40
"""The day on which a crowd comes, where one comes."""
START = np.datetime64("2026-01-01", "D")


def some(rng: np.random.Generator, values: list[Any], gaps: float) -> list[Any]:
    return [None if rng.random() < gaps else value for value in values]


def levels(rng: np.random.Generator) -> list[Table]:
    n = int(rng.integers(2, 70))
    gains = rng.poisson(3, n).astype(float)
    if n > STEP and rng.random() < 0.8:
        gains[STEP] += 400
    made: list[Table] = []
    for metric, kind, values in (
        (Metric.FOLLOWERS, Kind.GAUGE, np.cumsum(gains) + rng.integers(0, 300)),
        (Metric.GAINED, Kind.FLOW_GROSS, gains),
        (Metric.LOST, Kind.FLOW_GROSS, rng.poisson(1, n)),
        (Metric.REACH, Kind.FLOW_GROSS, rng.poisson(40, n)),
    ):
        if rng.random() < 0.6:
            known = some(rng, [float(v) for v in values], 0.05)
            at = [str(START + i) for i in range(n)]
            made.append(table("daily", n, date=at, value=known, metric=[metric] * n, kind=[kind] * n))
    return made


def lists(rng: np.random.Generator) -> list[Table]:
    made: list[Table] = []
    for direction in (Direction.IN, Direction.OUT, Direction.MUTUAL):
        if rng.random() < (0.2 if direction == Direction.MUTUAL else 0.7):
            n = int(rng.integers(1, 200))
            days = np.where(rng.random(n) < 0.6, STEP, rng.integers(0, 60, n))
            days[rng.random(n) < 0.1] = -200
            since = [str(START + int(d)) for d in days]
            ages = rng.integers(30, 3000, n)
            if rng.random() < 0.5:
                ages[rng.random(n) < 0.5] = 300
            made.append(
                table(
                    "edges", n,
                    peer=some(rng, [f"p{i}" for i in rng.choice(200, n, replace=False)], 0.02),
                    direction=[direction] * n, key_kind=[KeyKind.HANDLE] * n,
                    since=some(rng, since, 0.1),
                    since_kind=rng.choice(list(SinceKind), n, p=[0.4, 0.5, 0.05, 0.05]).tolist(),
                    until=some(rng, ["2026-03-03"] * n, 0.8),
                    listed_at=some(rng, ["2026-02-20"] * n, rng.choice([0.1, 1.0])),
                    created_at=some(rng, [str(START - int(a)) for a in ages], 0.1),
                    followers=some(rng, rng.integers(0, 90, n).tolist(), 0.3),
                )
            )  # fmt: skip
    return made


def published(rng: np.random.Generator) -> list[Table]:
    viral = rng.random() < 0.4
    n = 60 if viral else int(rng.integers(1, 40))
    at = [str(np.datetime64(START, "s") + int(s)) for s in rng.integers(0, 70 * 86400, n)]
    counts = {
        name: some(rng, rng.poisson(mean, n).tolist(), rng.choice([0.0, 0.2, 1.0])) for name, mean in MEANS.items()
    }
    if viral:
        at = [str(START + d) for d in range(n)]
        counts["reach"] = [40000 if d == STEP - 2 else 400 for d in range(n)]
    flags = {name: some(rng, rng.choice([0, 0, 0, 1], n).tolist(), 0.3) for name in ("is_reply", "is_repost")}
    before = some(rng, rng.integers(50, 300, n).tolist(), 0.5)
    return [posts(some(rng, at, 0.05), followers_at_post=before, **counts, **flags)]


def answered(rng: np.random.Generator) -> list[Table]:
    made: list[Table] = []
    for direction, most in ((Direction.IN, 150), (Direction.OUT, 30)):
        for what in (Response.LIKE, Response.COMMENT):
            n = int(rng.integers(1, most))
            rows = [
                (f"p{rng.integers(0, 60)}" if rng.random() > 0.03 else "", f"t{rng.integers(0, 9)}") for _ in range(n)
            ]
            at = some(rng, [str(np.datetime64(START, "s") + int(s)) for s in rng.integers(0, 60 * 86400, n)], 0.1)
            made.append(responses(rows, what, direction, at))
    return made


def mapped(seed: int) -> Table:
    """A list in the order of following, with a block in it or with newcomers, and without a follow date."""
    n = 1_000
    put = with_newcomers(seed, n, size=120, age=4.0) if seed % 2 else with_block(seed, n, size=150, share=0.8, spread=9)
    created = [str(np.datetime64(day, "D")) for day in put.created.tolist()]
    rng = np.random.default_rng(seed)
    followers, following = rng.integers(0, 400, n), rng.integers(0, 3_000, n)
    return table(
        "edges", n,
        peer=[f"m{i}" for i in range(n)],
        direction=[Direction.IN] * n, key_kind=[KeyKind.HANDLE] * n,
        since_kind=[SinceKind.NONE] * n, rank=list(range(n)), created_at=created,
        followers=followers.tolist(), following=following.tolist(), posts=some(rng, [3.0] * n, 0.05),
    )  # fmt: skip


def invent(seed: int) -> Dossiers:
    rng = np.random.default_rng(seed)
    made: list[Table] = []
    if rng.random() < 0.8:
        made += levels(rng)
    if rng.random() < 0.9:
        made += lists(rng)
    if seed % 50 < 2:
        made = [*(one for one in made if not isinstance(one, Edges)), mapped(seed)]
    if rng.random() < 0.8:
        made += published(rng)
    if rng.random() < 0.8:
        made += answered(rng)
    if rng.random() < 0.7:
        as_of = some(rng, ["2026-03-01", "2026-02-01"], 0.3)
        counts = rng.integers(0, 600, 2).tolist()
        made.append(
            table("profile", 2, as_of=as_of, followers=some(rng, counts, 0.2), average_likes=some(rng, [3.0, 7.0], 0.5))
        )
    if rng.random() < 0.2:
        made.append(
            table(
                "graph",
                30,
                from_=[f"p{i}" for i in rng.integers(0, 9, 30)],
                to=[f"p{i}" for i in rng.integers(0, 9, 30)],
            )
        )
    if rng.random() < 0.2:
        made.append(table("coverage", 1, table=[TableName.POSTS], completeness=[Completeness.TOP]))
    return dossier(*made, as_of=None if rng.random() < 0.2 else "2026-03-20", mutual=int(rng.random() < 0.1))
