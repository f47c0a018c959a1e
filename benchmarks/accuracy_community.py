"""Who would respond, and who responds together: measured on invented responses of known truth.

    python benchmarks/accuracy_community.py [bound] [tight] [broken] [circles]

All parts if none is named. Nobody's data: a person responds to a post with the person's readiness times the post's
pull, cut at 1. Seed 1905; the limits of the checks were set on seeds 5 and 9 (40 to 60 draws each). Honest people here
respond independently of each other; two kinds of honest people who do not are in the last table.
"""

import sys
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from reachcheck.measures.base import Context, Measured, measure
from reachcheck.measures.community.population import CHAO_LEVEL, Checked, population
from reachcheck.measures.registry import MEASURES
from reachcheck.method import load
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction, KeyKind, Response
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Edges, Interactions, People
from reachcheck.results.measure import Measure
from reachcheck.stats.capture import chao, incidences
from reachcheck.stats.together import Limits, groups

SEED = 1905
Rng = np.random.Generator
Seen = NDArray[np.bool_]
LIMITS = load().community
CIRCLE = Limits(
    people=LIMITS.circle_least,
    occasions=LIMITS.circle_posts,
    lift=LIMITS.circle_lift,
    level=LIMITS.circle_level,
    most_occasions=LIMITS.circle_most_posts,
)
READY: Mapping[str, Callable[[Rng, tuple[int, ...]], NDArray[np.float64]]] = {
    "all .3": lambda rng, shape: np.full(shape, 0.3),
    "all .1": lambda rng, shape: np.full(shape, 0.1),
    "beta(2,18)": lambda rng, shape: rng.beta(2, 18, shape),
    "beta(1,19)": lambda rng, shape: rng.beta(1, 19, shape),
    "beta(.5,4.5)": lambda rng, shape: rng.beta(0.5, 4.5, shape),
    "beta(.5,9.5)": lambda rng, shape: rng.beta(0.5, 9.5, shape),
    "beta(.3,5.7)": lambda rng, shape: rng.beta(0.3, 5.7, shape),
    "beta(.2,9.8)": lambda rng, shape: rng.beta(0.2, 9.8, shape),
    "80 at .02, 20 at .4": lambda rng, shape: np.where(rng.random(shape) < 0.8, 0.02, 0.4),
}
"""How readily people respond: nine kinds of audience."""
SIZES, POSTS, SPREADS, DRAWS = (30, 100, 300, 1000), (5, 12, 30, 60), (0.3, 0.5, 1.0), 100
CHECKED = 10
"""Draws of each cell on which the checks are run, too."""
LOW, AGAIN = 0.93, 600
"""The worst of many cells is partly chance: those below are drawn anew, so many times."""
TRIED = "seeds 5, 9 / seed 1905"


def draws(rng: Rng, kind: str, size: int, posts: int, spread: float, many: int) -> Seen:
    """Who responds to what, shape (many, size, posts)."""
    pull = np.exp(rng.normal(0, spread, (many, 1, posts)))
    chance = READY[kind](rng, (many, size))[:, :, None] * (pull / pull.mean(axis=2, keepdims=True))
    return np.asarray(rng.random((many, size, posts), dtype=np.float32) < chance)


def checked(seen: Seen, count: float) -> Checked:
    return population(incidences(*np.nonzero(seen)), seen.shape[1], count, LIMITS)


def row(what: str, data: str, anchor: str, ours: str) -> None:
    print(f"{what} | {data} | {anchor} | {ours} | {TRIED}", flush=True)


# ------------------------------------------------------------------------------------------------ the bound


Cell = tuple[str, int, int, float]


def cells() -> list[Cell]:
    return [(kind, size, posts, spread) for kind in READY for size in SIZES for posts in POSTS for spread in SPREADS]


def drawn(cell: Cell, seed: int, many: int) -> Seen:
    kind, size, posts, spread = cell
    rng = np.random.default_rng((seed, list(READY).index(kind), size, posts, int(10 * spread)))
    return draws(rng, kind, size, posts, spread, many)


def right_in(cell: Cell, seen: Seen) -> float:
    """The share of draws whose lower limit is no more than all there are."""
    return float(np.mean([low <= cell[1] for low in limits_of(seen)]))


def limits_of(seen: Seen) -> list[float]:
    """The lower limit of each draw, not cut at any count."""
    captures = seen.sum(axis=2)
    singles = (seen & (captures == 1)[:, :, None]).sum(axis=1)
    posts = seen.shape[2]
    return [chao(c[c > 0], z, posts, level=CHAO_LEVEL).low for c, z in zip(captures, singles, strict=True)]


def _doubted(found: Checked) -> bool:
    return any(note.key == "note.only_those_again" for note in found.notes)


def bound() -> None:
    right: dict[Cell, float] = {}
    doubted: list[bool] = []
    for cell in cells():
        seen = drawn(cell, SEED, DRAWS)
        right[cell] = right_in(cell, seen)
        doubted += [_doubted(checked(one, float(cell[1]))) for one in seen[:CHECKED]]
    shares, data = np.array(list(right.values())), f"{len(right)} cells, {DRAWS} draws each"
    row("lower limit <= truth, mean", data, ".992 (asked .985)", f"{shares.mean():.4f}")
    row("lower limit <= truth, worst cell", data, ".91 (asked .90)", worst(right))
    row("cells below .95", data, ".02", f"{(shares < 0.95).mean():.3f}")
    again = {cell: right_in(cell, drawn(cell, SEED + 1, AGAIN)) for cell, share in right.items() if share < LOW}
    row(f"the {len(again)} cells below {LOW}: worst", f"{AGAIN} other draws each", "-", worst(again))
    row("the same, mean", f"{AGAIN} other draws each", "-", f"{np.mean(list(again.values())):.4f}")
    row("honest draws on which a check casts doubt", f"{len(doubted)} draws", "-", f"{np.mean(doubted):.4f}")


def worst(right: Mapping[Cell, float]) -> str:
    (kind, size, posts, spread), share = min(right.items(), key=lambda pair: pair[1])
    return f"{share:.3f} ({kind}, {size} people, {posts} posts, log-sd {spread})"


def tight() -> None:
    print("lower limit / all who can ever respond, 300 people (1,000), log-sd .5")
    print("readiness | " + " | ".join(f"{posts} posts" for posts in POSTS))
    for at, kind in enumerate(READY):
        shares = []
        for posts in POSTS:
            means = []
            for size in (300, 1000):
                rng = np.random.default_rng((SEED, at, size, posts, 5))
                means.append(np.mean(limits_of(draws(rng, kind, size, posts, 0.5, DRAWS))) / size)
            shares.append(f"{means[0]:.2f} ({means[1]:.2f})")
        print(f"{kind} | " + " | ".join(shares), flush=True)


# ------------------------------------------------------------------------------------------------ what breaks it


def others(rng: Rng, kind: str, posts: int) -> Seen:
    """Accounts that are put beside the audience."""
    every = np.arange(posts)
    if kind == "200 accounts, one post":
        return on(200, posts, [3])
    if kind in ("20 new ones a post", "100 new ones a post"):
        each = int(kind.split()[0])
        return np.asarray(np.repeat(every, each)[:, None] == every)
    if kind in ("150 on the same 2 posts", "150 on the same 4 posts"):
        return on(150, posts, [3, 5, 7, 9][: int(kind.split()[4])])
    if kind == "pool of 400, each post 10 %":
        return rng.random((400, posts)) < 0.1
    if kind == "pod of 40 on every post":
        return on(40, posts, list(every))
    return on(40, posts, [1, 3, 5, 7, 9, 11])[: 40 if kind == "pod of 40 on 6 posts" else 0]


def on(size: int, posts: int, those: list[int]) -> Seen:
    made = np.zeros((size, posts), dtype=np.bool_)
    made[:, those] = True
    return made


BROKEN = (
    "nothing", "200 accounts, one post", "20 new ones a post", "100 new ones a post", "150 on the same 2 posts",
    "150 on the same 4 posts", "pool of 400, each post 10 %", "pod of 40 on every post", "pod of 40 on 6 posts",
)  # fmt: skip


def broken() -> None:
    """Shares of 600 for three columns, of draws for the others."""
    print("600 people, beta(.5,9.5), 12 posts, log-sd .5; the others are on the list too")
    print(
        "added | count | D | lower limit unchecked | lower limit | above the count | doubted | told: together | circle"
    )
    for kind in BROKEN:
        for silent in (0, 5000):
            broken_by(kind, silent)
    listed_only()


def broken_by(kind: str, silent: int) -> None:
    rng = np.random.default_rng((SEED, 600))
    found = []
    for one in draws(rng, "beta(.5,9.5)", 600, 12, 0.5, DRAWS):
        seen = np.vstack([one, others(rng, kind, 12)])
        count = float(len(seen) + silent)
        here = incidences(*np.nonzero(seen))
        free = chao(here.captures, here.singles, 12, level=CHAO_LEVEL).low
        result = population(here, 12, count, LIMITS)
        told_of = any(note.key == "note.respond_together" for note in result.notes)
        circle = bool(groups(*np.nonzero(seen), CIRCLE))
        above = result.bound.value > count or result.bound.high > count
        ends = [len(here.captures) / 600, free / 600, result.bound.low / 600]
        found.append([*ends, above, _doubted(result), told_of, circle])
    mean = np.mean(found, axis=0)
    print(f"{kind} | {count:,.0f} | " + " | ".join(f"{value:.2f}" for value in mean), flush=True)


def listed_only() -> None:
    """What the measure says where the others are not on the list, beside what it says without them."""
    same = 0
    for at, kind in enumerate(BROKEN):
        rng = np.random.default_rng((SEED, 601, at))
        one = draws(rng, "beta(.5,9.5)", 600, 12, 0.5, 1)[0]
        with_others = told(np.vstack([one, others(rng, kind, 12)]), 600)
        alone = told(one, 600)
        same += (with_others.value, with_others.low, with_others.high) == (alone.value, alone.low, alone.high)
    row("others not on the list: people who would respond stay the same", f"{len(BROKEN)} kinds", "-", f"{same} of 9")


def told(seen: Seen, listed: int) -> Measure:
    """`responsive_population` of the whole way, with the first `listed` people on the follower list."""
    who, post = np.nonzero(seen)
    method, done = load(), dict[str, Measured]()
    dossiers = dossier(who, post, listed)
    for spec in MEASURES:
        if spec.family in ("data", "community"):
            done[spec.id] = measure(spec, Context(dossiers=dossiers, method=method, done=done))
    return done["responsive_population"].one(0)


def dossier(who: NDArray[np.int64], post: NDArray[np.int64], listed: int) -> Dossiers:
    def rows(n: int, **columns: object) -> dict[str, object]:
        zero = np.zeros(n, dtype=np.int32)
        return {"profile": zero, "source": zero, "row": np.arange(n, dtype=np.int32), **columns}

    def all_of(n: int, value: int) -> NDArray[np.int8]:
        return np.full(n, value, dtype=np.int8)

    n = len(who)
    acts = Interactions.of(
        n,
        **rows(
            n,
            direction=all_of(n, Direction.IN),
            key_kind=all_of(n, KeyKind.HANDLE),
            what=all_of(n, Response.LIKE),
            peer=Text.of([f"p{one}" for one in who.tolist()]),
            post=Text.of([f"t{one}" for one in post.tolist()]),
        ),
    )
    edges = Edges.of(
        listed,
        **rows(
            listed,
            direction=all_of(listed, Direction.IN),
            key_kind=all_of(listed, KeyKind.HANDLE),
            peer=Text.of([f"p{one}" for one in range(listed)]),
        ),
    )
    people = People.of(1, profile=np.zeros(1, np.int32), row=np.zeros(1, np.int32), handle=Text.of(["ada"]))
    record = SourceRecord(file="invented", sha256="", reader="invented")
    return Dossiers.build(people, {"interactions": acts, "edges": edges}, [record])


# ------------------------------------------------------------------------------------------------ circles


def circles() -> None:
    for size, many in ((600, 60), (5000, 20)):
        for spread in (0.5, 1.0, 1.5):
            hits = tries = 0
            for at, kind in enumerate(READY):
                for posts in (12, 30):
                    rng = np.random.default_rng((SEED, 700, size, int(10 * spread), at, posts))
                    for one in (draws(rng, kind, size, posts, spread, 1)[0] for _ in range(many // 2)):
                        hits, tries = hits + bool(groups(*np.nonzero(one), CIRCLE)), tries + 1
            anchor = "fixed sizes: groups of up to 374 of 5,000" if size == 5000 else "fixed sizes: up to 19 of 600"
            row(f"circles of an honest audience, log-sd {spread}", f"{size} people, {tries} draws", anchor, f"{hits}")
    honest_together()
    for spread in (0.5, 1.0, 1.5):
        for kind, make in PODS.items():
            pods(kind, make, spread)


def honest_together() -> None:
    """Honest people whose responses hang together: by the months in which they read, and by subjects."""
    for kind in ("a third of the posts each, in a row", "one of two subjects each"):
        hits, sizes = 0, []
        for at in range(40):
            rng = np.random.default_rng((SEED, 701, at))
            one = draws(rng, "beta(.5,4.5)", 600, 30, 0.5, 1)[0]
            start = rng.integers(0, 21, 600)[:, None]
            inside = (np.arange(30) >= start) & (np.arange(30) < start + 10)
            subject = rng.integers(0, 2, 600)[:, None] == rng.integers(0, 2, 30)
            found = groups(*np.nonzero(one & (inside if kind.startswith("a third") else subject)), CIRCLE)
            hits += bool(found)
            sizes += [len(group.people) for group in found[:1]]
        ours = f"{hits} of 40, median size {np.median(sizes):.0f}" if sizes else "0 of 40"
        row(f"honest, {kind}: called a circle", "600 people, 30 posts", "-", ours)


PODS: Mapping[str, Callable[[Rng], Seen]] = {
    "150 on 4 posts": lambda rng: on(150, 12, [0, 1, 2, 3]),
    "40 on 6 posts": lambda rng: on(40, 12, list(range(6))),
    "20 on 4 posts": lambda rng: on(20, 12, [0, 1, 2, 3]),
    "25 on 3 posts": lambda rng: on(25, 12, [0, 1, 2]),
    "40 on 6 posts, each missing one in ten, with likes of their own": lambda rng: np.asarray(
        on(40, 12, list(range(6))) & (rng.random((40, 12)) < 0.9) | (rng.random((40, 12)) < 0.1)
    ),
    "40 on every post": lambda rng: on(40, 12, list(range(12))),
}


def pods(kind: str, make: Callable[[Rng], Seen], spread: float) -> None:
    hits, inside, strangers = 0, [], []
    for at in range(40):
        rng = np.random.default_rng((SEED, 702, int(10 * spread), at))
        one, pod = draws(rng, "beta(.5,9.5)", 600, 12, spread, 1)[0], make(rng)
        found = groups(*np.nonzero(np.vstack([one, pod])), CIRCLE)
        hits += bool(found)
        if found:
            members = np.concatenate([group.people for group in found])
            inside.append((members >= 600).sum() / len(pod))
            strangers.append((members < 600).sum())
    ours = f"found {hits} of 40"
    if inside:
        ours += f"; {np.mean(inside):.2f} of its people, {np.mean(strangers):.1f} others"
    row(f"{kind}, log-sd {spread}", "among 600, beta(.5,9.5), 12 posts", "-", ours)


PARTS = {"bound": bound, "tight": tight, "broken": broken, "circles": circles}


def main() -> None:
    print("what | data | anchor | ours | tuned on / reported on")
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
