"""The shipped rates of labels and flags (`facts/verdict_rates.toml`), from tables that other benchmarks printed.

    python benchmarks/verdict_rates.py FILES... > rates.toml && mv rates.toml src/reachcheck/facts/verdict_rates.toml

FILES hold what `accuracy_verdict.py honest|bought` and `accuracy_churn.py` printed. Of a size, the table of a generator
counts only when all its worlds are there, with enough profiles of each; of several the one with most does. Sizes need
both generators. For each label and rule: the share, each world counted alike, and the worlds in which it is smallest
and largest, with their limits. The upper limit of the largest is that of any world, for another may have fewer
profiles. Where a table gives whole per cents, limits are kinder by half a per cent. A rule that could look at nobody
has no rate. Older tables do not say how often a rule could look; any other may tell. Of groups and sizes of
which FILES tell nothing the shipped rates stay.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import accuracy_churn
import numpy as np
from accuracy_verdict import GENERATORS, LABELS

from reachcheck.stats.intervals import wilson

Band = tuple[int, int]
Key = tuple[str, Band]
SHIPPED = Path(__file__).parent.parent / "src/reachcheck/facts/verdict_rates.toml"
ORDER = ("lots", "aged", "honest", "two_exports")
ROW = re.compile(r"(\w+) +(.+?) +(\d+)-(\d+) +((?:[\d.]+ +){4})([\d.]+) +([\d.]+) +(\d+)(?: +(.*))?")
FLAG = re.compile(r"([A-Z]{3}\d{3}) ([\d.]+)(?:/([\d.]+))?")
SIZES = re.compile(r"^sizes = \[(?:(\d+), (\d+))?\]$", re.MULTILINE)
CHURN = re.compile(r"(\w+): (.+?) \| (\d+) invented .*? ([\d.]+) of 100 .*")
LEFT_OUT = frozenset(("DAT001", "DAT002", "DAT003", "GRO104"))
"""Invented files do not contradict each other, and GRO104 never flags: a rate of 0 would say nothing."""
LEAST = 40
"""Profiles of each world below which a table gives no rates; it still tells which rules could look."""
SEEN = "at least mixed"
KINDS: Mapping[str, frozenset[str]] = {
    "honest": frozenset(f"{name}: {world}" for name, made in GENERATORS.items() for world in made[1]),
    "bought": frozenset(f"{name}: {world}" for name, made in GENERATORS.items() for world in made[2]),
}
GROUPS: Mapping[str, frozenset[str]] = {
    "honest": KINDS["honest"],
    "lots": frozenset(
        ("first: lots", "first: refilled lots", "second: crude lot", "second: dressed lot", "second: several lots")
    ),
    "aged": frozenset(("first: aged lots", "first: aged drip", "second: aged lot", "second: aged drip")),
}
"""Of whom rates are given; of those who bought, 30 to 80 % of the count."""


@dataclass(frozen=True)
class Row:
    """One world of a table: shares in per cent as they were printed."""

    world: str
    n: int
    labels: Mapping[str, str]
    flagged: Mapping[str, str]
    looked: Mapping[str, str]

    def got(self, what: str) -> tuple[float, float]:
        """A share in per cent, and by how much rounding may have moved it."""
        said = self.labels[what] if what in self.labels else self.flagged.get(what)
        if said is None:
            return 0.0, 0.0
        return float(said), 0.0 if "." in said else 0.5


def rows(path: str) -> Iterator[tuple[Band, Row]]:
    """The rows of one file; each is of a world that was measured to its end."""
    for line in Path(path).read_text("utf-8").splitlines():
        if found := ROW.fullmatch(line.rstrip()):
            flags = FLAG.findall(found[9] or "")
            yield (
                (int(found[3]), int(found[4])),
                Row(
                    world=f"{found[1]}: {found[2]}",
                    n=int(found[8]),
                    labels=labels(found[5].split()),
                    flagged={code: share for code, share, _ in flags},
                    looked={code: share for code, _, share in flags if share},
                ),
            )


def labels(shares: Sequence[str]) -> dict[str, str]:
    """The share of each label, and of the two together that somebody who bought should get."""
    told = dict(zip(LABELS, shares, strict=True))
    return told | {SEEN: f"{sum(float(told[label]) for label in ('mixed', 'inflated count')):.1f}"}


def tables(paths: Sequence[str]) -> dict[tuple[str, Band], list[list[Row]]]:
    """By who is in them and their size: the largest whole tables of both generators, then any that tell who could look.

    The first is empty where a generator has no table with enough profiles.
    """
    whole: dict[tuple[str, Band], dict[str, list[list[Row]]]] = {}
    for path in paths:
        found = list(rows(path))
        for kind, band, name in product(KINDS, sorted({band for band, _ in found}), GENERATORS):
            worlds = {world for world in KINDS[kind] if world.startswith(f"{name}: ")}
            table = [row for at, row in found if at == band and row.world in worlds]
            if {row.world for row in table} == worlds:
                whole.setdefault((kind, band), {}).setdefault(name, []).append(table)
    return {
        key: [_largest(each), _telling(each)] for key, each in sorted(whole.items()) if len(each) == len(GENERATORS)
    }


def _largest(tables: Mapping[str, list[list[Row]]]) -> list[Row]:
    best = [max(each, key=lambda table: table[0].n) for each in tables.values()]
    return [row for table in best for row in table] if min(table[0].n for table in best) >= LEAST else []


def _telling(tables: Mapping[str, list[list[Row]]]) -> list[Row]:
    found = [next((table for table in each if all(row.looked for row in table)), None) for each in tables.values()]
    return [row for table in found if table for row in table] if None not in found else []


def limits(row: Row, what: str) -> tuple[float, float]:
    """95 % limits of a share of one world, kinder than Wilson's by what rounding took."""
    share, off = row.got(what)
    n = np.array([float(row.n)])
    fewest, most = (np.clip(share + by, 0, 100) * n / 100 for by in (-off, off))
    low, high = (np.floor(fewest), np.ceil(most)) if off else (np.round(fewest), np.round(most))
    return float(wilson(low, n)[0][0]), float(wilson(high, n)[1][0])


def looked(table: Sequence[Row], code: str) -> float | None:
    """The share of a table in which a rule could look, if it tells."""
    return sum(float(row.looked.get(code, 0)) for row in table) / len(table) / 100 if table else None


def cell(who: str, band: Band, what: str, table: Sequence[Row], could: float | None = None) -> str:
    """What a group got, as it stands in the facts."""
    n = sum(row.n for row in table)
    share = sum(row.got(what)[0] for row in table) / len(table) / 100
    lines = [
        f'\n[[{who}]]\ngot = "{what}"\nsizes = {list(band) if any(band) else []}\nworlds = {len(table)}\nn = {n}',
        f"share = {round(share, 5)}",
        f"looked = {round(could, 3)}" if could is not None else "",
        f"least = {world(min(table, key=lambda row: row.got(what)[0]), what)}",
        f"most = {world(max(table, key=lambda row: (row.got(what)[0], limits(row, what)[1])), what, table)}",
    ]
    return "\n".join(line for line in lines if line)


def world(row: Row, what: str, above: Sequence[Row] = ()) -> str:
    """A world with its limits; the upper one is the largest of those that none may be above."""
    low, high = limits(row, what)
    high = max((high, *(limits(each, what)[1] for each in above)))
    share = round(row.got(what)[0] / 100, 4)
    return f'{{world = "{row.world}", n = {row.n}, share = {share}, low = {round(low, 4)}, high = {round(high, 4)}}}'


def of_group(who: str, band: Band, largest: Sequence[Row], telling: Sequence[Row]) -> Iterator[str]:
    """The cells of a group: each label, and of honest profiles each rule that looked."""
    table = [row for row in largest if row.world in GROUPS[who]]
    if not table:
        return
    for label in (*LABELS, SEEN):
        yield cell(who, band, label, table)
    if who != "honest":
        return
    for code in sorted({code for row in (*table, *telling) for code in (*row.flagged, *row.looked)} - LEFT_OUT):
        could = looked(telling, code)
        if could != 0:
            yield cell(who, band, code, table, could)


def churn(paths: Sequence[str]) -> Iterator[str]:
    """The rate of the rule that takes two exports; its accounts have no sizes."""
    lines = [line for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    found = [m for line in lines if (m := CHURN.fullmatch(line)) and m[2] in accuracy_churn.HONEST]
    if found:
        table = [Row(f"two exports: {m[2]}", int(m[3]), {}, {m[1]: m[4]}, {}) for m in found]
        yield cell("two_exports", (0, 0), found[0][1], table)


def shipped() -> dict[Key, list[str]]:
    """The cells as they stand in the facts, by group and size."""
    found: dict[Key, list[str]] = {}
    for told in SHIPPED.read_text("utf-8").split("\n\n")[1:]:
        sizes = SIZES.search(told)
        assert sizes is not None
        band = tuple(int(size or 0) for size in sizes.groups())
        found.setdefault((told[2 : told.index("]]")], (band[0], band[1])), []).append("\n" + told.rstrip("\n"))
    return found


def measured(paths: Sequence[str]) -> dict[Key, list[str]]:
    """The cells that these tables give, by group and size; a group of which they give none is left out."""
    found: dict[Key, list[str]] = {}
    for (kind, band), (largest, telling) in tables(paths).items():
        for who in ("honest",) if kind == "honest" else ("lots", "aged"):
            found[who, band] = list(of_group(who, band, largest, telling))
    found["two_exports", (0, 0)] = list(churn(paths))
    return {key: cells for key, cells in found.items() if cells}


def main() -> None:
    print("# How often whole invented profiles with all exports get which label and which flag, by size.")
    print("# Written by benchmarks/verdict_rates.py from what accuracy_verdict.py and accuracy_churn.py printed.")
    cells = shipped() | measured(sys.argv[1:])
    for key in sorted(cells, key=lambda key: (ORDER.index(key[0]), key[1])):
        for told in cells[key]:
            print(told)


if __name__ == "__main__":
    main()
