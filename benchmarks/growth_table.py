"""Everything that is measured of growth in one table, and the tables of docs/accuracy.md.

    python benchmarks/growth_table.py rows [profiles a cell]
    python benchmarks/growth_table.py pages LINES

`rows` runs every benchmark of growth, maps and months, which takes hours with 150 profiles a cell, and prints one row
for each figure: what, data, anchor, ours, and what was tuned on and reported on. `pages` makes the tables of
docs/accuracy.md from the lines that `accuracy_growth.py alarms`, `purchases` and `power` printed.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BANDS = ("30-300", "300-3,000", "3,000-30,000", "30,000-1,000,000")
SHORT = {
    "visits, reach, posts, events": "V R P E",
    "visits": "V",
    "reach, posts, events": "R P E",
    "reach, posts": "R P",
    "reach, levels alone": "R, levels",
    "posts": "P",
}
UNSEEN = ("first: nobody saw it", "third: elsewhere", "third: newsletter", "fourth: starter packs")
"""Worlds whose people come by ways that no figure shows."""
DELIVERIES = ("lot", "three days", "even drip", "uneven drip")
CELL = re.compile(r"(.+?) \| ([\d,]+-[\d,]+) \| (.+?)\s+([\d.]+)\s+\[([\d.]+), ([\d.]+)\]\s+n (\d+)")
SIDES = "limits: first generator, held on the second / other seeds, third and fourth"


@dataclass(frozen=True)
class Cell:
    """One line of a benchmark: what was known, the sizes, the rest of its name, and a rate with its interval."""

    known: str
    band: str
    name: str
    rate: float
    low: str
    high: str

    @property
    def generator(self) -> str:
        """Of a false alarm: which generator made the years."""
        return self.name.partition(": ")[0]

    def __str__(self) -> str:
        return f"{self.rate} ({self.low}-{self.high})"


def cells(lines: Iterable[str]) -> Iterator[Cell]:
    for text in lines:
        if (found := CELL.fullmatch(text.strip())) and found[1] in SHORT:
            yield Cell(found[1], found[2], found[3].strip(), float(found[4]), found[5], found[6])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    print("| " + " | ".join((*head, "30-300", "300-3,000", "3,000-30,000", "30,000-1 M")) + " |")
    print("|" + "---|" * (len(head) + 4))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def worst(alarms: Sequence[Cell]) -> Iterator[Sequence[str]]:
    """For each kind of knowledge and generator the worst world of each size; last those that nothing shows."""
    generators = tuple(dict.fromkeys(cell.generator for cell in alarms))
    for known in dict.fromkeys(cell.known for cell in alarms):
        for generator in (*generators, "unseen *"):
            yield SHORT[known], generator, *(_worst(alarms, known, generator, band) for band in BANDS)


def _worst(alarms: Sequence[Cell], known: str, generator: str, band: str) -> str:
    unseen = generator == "unseen *"
    mine = [
        cell
        for cell in alarms
        if (cell.known, cell.band) == (known, band)
        and (cell.name in UNSEEN) == unseen
        and (unseen or cell.generator == generator)
    ]
    top = max(mine, key=lambda cell: cell.rate)
    return f"{top.rate} ({top.name.partition(': ')[2]})"


def worlds(alarms: Sequence[Cell], known: str) -> Iterator[Sequence[str]]:
    """All worlds where that much is known, the worst first."""
    made: dict[str, dict[str, Cell]] = {}
    for cell in alarms:
        if cell.known == known:
            made.setdefault(cell.name, {})[cell.band] = cell
    for name, by_band in sorted(made.items(), key=lambda one: -max(cell.rate for cell in one[1].values())):
        generator, _, world = name.partition(": ")
        yield generator, world + (" *" if name in UNSEEN else ""), *(str(by_band[band]) for band in BANDS)


def seen(purchases: Sequence[Cell]) -> Iterator[Sequence[str]]:
    """For each kind of knowledge and delivery the purchases that were seen, by generator."""
    generators = tuple(dict.fromkeys(cell.name.partition(" | ")[0] for cell in purchases))
    rate: Mapping[tuple[str, str, str], float] = {(c.known, c.band, c.name): c.rate for c in purchases}
    for known in dict.fromkeys(cell.known for cell in purchases):
        for how in DELIVERIES:
            by_band = (" / ".join(f"{rate[known, band, f'{g} | {how}']:.0f}" for g in generators) for band in BANDS)
            yield SHORT[known], how, *by_band


def stated(power: Sequence[Cell]) -> Iterator[Sequence[str]]:
    """For each kind of knowledge and days of delivery how many were seen, and the size as a share of the count."""
    named = [(cell, *re.fullmatch(r"(\d+) days, (\d+) % of the count", cell.name).groups()) for cell in power]  # type: ignore[union-attr]
    for known, days in dict.fromkeys((cell.known, days) for cell, days, _ in named):
        mine = {cell.band: f"{cell}; {share} %" for cell, d, share in named if (cell.known, d) == (known, days)}
        yield SHORT[known], days, *(mine[band] for band in BANDS)


def pages(lines: Sequence[str]) -> None:
    found = list(cells(lines))
    power = [cell for cell in found if cell.name.endswith("of the count")]
    purchases = [cell for cell in found if cell.name.endswith(DELIVERIES) and " | " in cell.name]
    alarms = [cell for cell in found if ": " in cell.name]
    if alarms:
        table(("known", "generator"), worst(alarms))
        table(("generator", "world"), worlds(alarms, "reach, posts"))
    if purchases:
        table(("known", "delivered as"), seen(purchases))
    if power:
        table(("known", "days"), stated(power))


def run(script: str, *given: str) -> list[str]:
    done = subprocess.run([sys.executable, HERE / script, *given], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def rows(n: str) -> None:
    print("what | data | anchor | ours | tuned on / reported on", flush=True)
    (_, ours, never) = run("accuracy_growth.py", "changes")
    print(f"change points, F1 and cover | tcpd | .738 .693; never {never[-14:]} | {ours[-14:]} | none / all")
    for script in ("accuracy_stars.py", "accuracy_maps.py", "accuracy_churn.py"):
        print("\n".join(run(script)[1:]), flush=True)
    print(
        f"rounded weekly series | youtube_weekly | plain z: 71 of 115 | {run('accuracy_growth.py', 'rounded')[0]} | -"
    )
    alarms = list(cells(run("accuracy_growth.py", "alarms", n)))
    for known, generator, *by_band in worst(alarms):
        print(f"false alarms of 100 years, {known} | {generator} | 17 naive | {'; '.join(by_band)} | {SIDES}")
    for known, how, *by_band in seen(list(cells(run("accuracy_growth.py", "purchases", n)))):
        print(f"purchases of 20 % seen, {known} | {how} | see the page | {'; '.join(by_band)} | {SIDES}")
    for known, days, *by_band in stated(list(cells(run("accuracy_growth.py", "power", n)))):
        print(f"the stated smallest arrival seen, {known} | {days} days | .944-.953 | {'; '.join(by_band)} | {SIDES}")
    print(f"share in unexplained steps | first | - | {'; '.join(run('accuracy_growth.py', 'shares', n)[1:])} | {SIDES}")
    print(f"cost | 365 days | 67-77 us | {run('accuracy_growth.py', 'cost')[0]} | -")


def main() -> None:
    if sys.argv[1] == "pages":
        pages(Path(sys.argv[2]).read_text("utf-8").splitlines())
    else:
        rows(sys.argv[2] if len(sys.argv) > 2 else "150")


if __name__ == "__main__":
    main()
