"""The same pollutions of other tables, of the kinds that people export: what a reader tuned to one table would lose.

    PYTHONPATH=src python benchmarks/pollution_others.py [--kinds] [reader ...]

The tables are invented anew from a seed, 60 rows each; the score is that of `pollution_table.py`, file by file alike,
and the columns of values, of texts and of empty cells differ from table to table.
"""

import random
import sys
from collections.abc import Callable

from pollution.clean import Row, Table
from pollution.peers import READERS
from pollution.pollute import polluted
from pollution.score import result, summary
from pollution_table import kinds

ROWS = 60
SEED = 7
WORDS = (
    *("morning", "light", "over", "the", "harbour", "with", "friends", "new", "shoes", "at", "last", "what", "a"),
    *("day", "so", "good", "slow", "food", "again"),
)


def posts(rng: random.Random) -> Row:
    """A post: id, moment, caption with commas, counts of which some are missing."""
    caption = ", ".join(" ".join(rng.sample(WORDS, rng.randint(1, 4))) for _ in range(rng.randint(1, 3)))
    likes, saves = rng.randint(10, 9000), rng.choice(("", str(rng.randint(0, 90))))
    moment = f"2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
    return str(rng.randint(10**16, 10**17)), moment, caption, rng.choice(("Photo", "Reel")), str(likes), saves


def days(rng: random.Random, number: int) -> Row:
    """A day: date as in the United States, counts with thousands marked, a percentage."""
    date = f"{1 + number // 28}/{1 + number % 28}/2024"
    return date, f"{rng.randint(1000, 99999):,}", str(rng.randint(0, 300)), f"{rng.randint(0, 99)}.{rng.randint(0, 9)}%"


def people(rng: random.Random, number: int) -> Row:
    """A follower: handle, name, address, day in words; nothing is a number."""
    handle = f"{rng.choice(WORDS)}_{rng.choice(WORDS)}{number}"
    name = f"{rng.choice(WORDS).title()} {rng.choice(WORDS).title()}"
    date = f"{rng.randint(1, 28)} {rng.choice(('Jan', 'Feb', 'Mar'))} 2024"
    return handle, name, f"https://example.org/{handle}", date


def texts(rng: random.Random, number: int) -> Row:
    """Three columns of words and one of codes: the least that rows can show."""
    return f"K-{number:04}", *(" ".join(rng.sample(WORDS, rng.randint(1, 3))) for _ in range(3))


TABLES: dict[str, tuple[Row, Callable[[random.Random, int], Row]]] = {
    "posts": (("Post", "Published", "Caption", "Type", "Hearts", "Kept"), lambda rng, _: posts(rng)),
    "days": (("Day", "Seen", "New", "Share"), days),
    "people": (("Handle", "Name", "Page", "Since"), people),
    "texts": (("Key", "First", "Second", "Third"), texts),
}


def table(name: str) -> Table:
    """One of the tables."""
    header, row = TABLES[name]
    rng = random.Random(SEED)
    return Table(header, tuple(row(rng, number) for number in range(ROWS)))


def main() -> None:
    names = [argument for argument in sys.argv[1:] if not argument.startswith("--")] or ["csv.reader", "ours"]
    print(f"{'table':10}{'reader':28}{'files':>6}{'simple':>8}{'weighted':>10}{'errors':>8}{'perfect':>9}  rows lost")
    for which in TABLES:
        files = polluted(table(which))
        for name in names:
            found = [result(each.kind, each.truth, READERS[name](each.content), each.weight) for each in files]
            all_of = summary(found)
            scores = f"{all_of.simple:>8.3f}{all_of.weighted:>10.3f}{all_of.errors:>8}{all_of.perfect:>9}"
            print(f"{which:10}{name:28}{len(files):>6}{scores}  {all_of.rows_lost}")
            if "--kinds" in sys.argv:
                print(kinds(found, sum(each.weight for each in found)))


if __name__ == "__main__":
    main()
