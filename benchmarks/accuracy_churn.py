"""How often REC401 flags invented honest accounts, and how often rounds of follows that are taken back.

    python benchmarks/accuracy_churn.py [accounts of each kind]

Two exports of one account, half a year apart. All figures are of invented accounts, by the author of the rule, and the
kinds are wide on purpose: they show what the rule does with each, not how often people are like that. Follows that were
taken back before the first export are on no list; of the last kind all are that were made more than two weeks before.
Thresholds were set on seed 400 (60 to 100 of each kind).
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, Measured, measure
from reachcheck.measures.registry import MEASURES
from reachcheck.method import load
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction, KeyKind, SinceKind
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Edges, People
from reachcheck.rules.reciprocity import FollowsTakenBack
from reachcheck.stats.arrays import Bools, Index
from reachcheck.stats.intervals import wilson

SEED = 500
DAYS = 730
"""From the account's first day to the first export."""
START = np.datetime64("2024-01-01", "s")
Rng = np.random.Generator


@dataclass(frozen=True)
class Follows:
    """Follows by the owner: on which day, whether they were returned, and whether the later export lacks them."""

    day: Index
    back: Bools
    left: Bools


def group(rng: Rng, days: Index, back: float, left: float, of_all: bool = False) -> Follows:
    """Follows with a share returned; of those not returned, or of all, a share is left again."""
    returned = rng.random(len(days)) < back
    return Follows(days, returned, (rng.random(len(days)) < left) & (of_all | ~returned))


def each_day(rng: Rng, days: Index, low: int, high: int) -> Index:
    return np.repeat(days, rng.integers(low, high + 1, len(days)))


def now_and_then(rng: Rng) -> Iterator[Follows]:
    days = np.repeat(np.arange(DAYS), rng.poisson(rng.uniform(0.1, 3), DAYS))
    yield group(rng, days, rng.uniform(0.1, 0.9), rng.uniform(0, 0.5))


def imported(rng: Rng) -> Iterator[Follows]:
    yield from now_and_then(rng)
    first = rng.integers(60, DAYS - 2)
    days = np.repeat([first, first + 1], rng.integers(50, 300, 2))
    yield group(rng, days, rng.uniform(0, 0.6), rng.uniform(0, 1))


def conferences(rng: Rng) -> Iterator[Follows]:
    yield from now_and_then(rng)
    left = rng.uniform(0, 1)
    for first in rng.integers(60, DAYS - 4, rng.integers(1, 9)):
        days = first + np.arange(rng.integers(2, 5))
        yield group(rng, each_day(rng, days, 20, 80), rng.uniform(0.2, 0.7), left)


def classes(rng: Rng) -> Iterator[Follows]:
    yield from now_and_then(rng)
    for autumn in (244, 610):
        for _ in range(rng.integers(1, 7)):
            days = autumn + rng.integers(0, 30) + rng.integers(0, 2, rng.integers(20, 33))
            yield group(rng, days, rng.uniform(0.5, 1), rng.uniform(0, 1), of_all=True)


def eager_beginner(rng: Rng) -> Iterator[Follows]:
    yield from now_and_then(rng)
    yield group(rng, each_day(rng, np.arange(rng.integers(10, 61)), 10, 60), rng.uniform(0.05, 0.5), rng.uniform(0, 1))


def new_hobby(rng: Rng) -> Iterator[Follows]:
    """Weeks of following whoever writes of something, and of some of them the owner tires."""
    yield from now_and_then(rng)
    first = rng.integers(60, DAYS - 40)
    days = first + np.arange(rng.integers(7, 36))
    yield group(rng, each_day(rng, days, 5, 50), rng.uniform(0, 0.3), rng.uniform(0, 0.7))


def rounds(rng: Rng) -> Iterator[Follows]:
    yield from now_and_then(rng)
    days = DAYS - 1 - np.arange(rng.integers(16, 60))
    yield group(rng, each_day(rng, days, 25, 80), rng.uniform(0.1, 0.3), rng.uniform(0.7, 1))


def quick_rounds(rng: Rng) -> Iterator[Follows]:
    """Left again within two weeks: only those of the last two are on the first export."""
    yield from now_and_then(rng)
    yield group(rng, each_day(rng, DAYS - 1 - np.arange(14), 25, 80), rng.uniform(0.1, 0.3), rng.uniform(0.7, 1))


HONEST: Mapping[str, Callable[[Rng], Iterator[Follows]]] = {
    "follows now and then, tidies up": now_and_then,
    "imports contacts, tidies up": imported,
    "one to eight conferences, tidies up": conferences,
    "classes each autumn, left later": classes,
    "eager first weeks, tidies up": eager_beginner,
    "a new hobby, tires of up to 70 %": new_hobby,
}
OTHERS: Mapping[str, Callable[[Rng], Iterator[Follows]]] = {
    "rounds over 16 to 59 days, left later": rounds,
    "rounds left within two weeks": quick_rounds,
}


def account(follows: list[Follows]) -> Dossiers:
    """The dossier of two exports; all who follow back do so on the same day, and others have always come too."""
    day = np.concatenate([each.day for each in follows])
    back = np.concatenate([each.back for each in follows])
    left = np.concatenate([each.left for each in follows])
    names = np.array([f"p{n}" for n in range(len(day))])
    fans = np.arange(0, DAYS, 5)
    out = ties(names, Direction.OUT, day, left)
    received = ties(names[back], Direction.IN, day[back], np.zeros(back.sum(), dtype=np.bool_))
    others = ties(np.array([f"f{n}" for n in fans]), Direction.IN, fans, np.zeros(len(fans), dtype=np.bool_))
    zero = np.zeros(1, dtype=np.int32)
    people = People.of(1, profile=zero, row=zero, handle=Text.of(["ada"]), mutual=np.zeros(1, dtype=np.int8))
    record = SourceRecord(file="invented", sha256="", reader="invented")
    return Dossiers.build(people, {"edges": Edges.join([out, received, others])}, [record])


def ties(names: np.ndarray, direction: Direction, day: Index, left: Bools) -> Edges:
    n, export = len(names), START + np.timedelta64(DAYS, "D")
    same = {"direction": direction, "key_kind": KeyKind.HANDLE, "since_kind": SinceKind.DAY}
    return Edges.of(
        n,
        profile=np.zeros(n, dtype=np.int32),
        source=np.zeros(n, dtype=np.int32),
        row=np.arange(n, dtype=np.int32),
        peer=Text.of(names.tolist()),
        since=START + day.astype("timedelta64[D]"),
        until=np.where(left, export + np.timedelta64(183, "D"), np.datetime64("NaT", "s")),
        listed_at=np.full(n, export),
        **{name: np.full(n, value, dtype=np.int8) for name, value in same.items()},
    )


def flagged(dossiers: Dossiers) -> bool:
    method, done = load(), dict[str, Measured]()
    for spec in MEASURES:
        if spec.family in ("data", "reciprocity"):
            done[spec.id] = measure(spec, Context(dossiers=dossiers, method=method, done=done))
    found = FollowsTakenBack().check({name: each.one(0) for name, each in done.items()}, method)
    return found.status == "flagged"


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print("what | data | anchor | ours | tuned on / reported on")
    for kind, make in (*HONEST.items(), *OTHERS.items()):
        hits = sum(flagged(account(list(make(np.random.default_rng((SEED, at)))))) for at in range(n))
        low, high = (100 * float(end[0]) for end in wilson(np.array([float(hits)]), np.array([float(n)])))
        ours = f"{100 * hits / n:.1f} of 100 ({low:.1f} to {high:.1f})"
        print(f"REC401: {kind} | {n} invented | - | {ours} | seed 400 / seed 500", flush=True)


if __name__ == "__main__":
    main()
