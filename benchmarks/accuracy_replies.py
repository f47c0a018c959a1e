"""Whether replies find their findings again in an export of a week later.

Invented candidates with purchases are exported, and exported again: a tenth of the accounts of every purchase gone and
one in a hundred of all others, all dates moved by a day, and a week of rows more. Each part of what is flagged in the
first export is answered; the answers are matched with what is flagged in the second. Which purchase a part is about is
told from the truth: by the accounts that are in it, or the days of its delivery.

Run: python benchmarks/accuracy_replies.py [PROFILES]
"""

import csv
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from reachcheck import pipeline
from reachcheck.model.dossiers import Dossiers
from reachcheck.replies.match import matched
from reachcheck.replies.parts import Part, parts_of
from reachcheck.simulate.candidates import FOLDER, TRUTH, write
from reachcheck.simulate.order import checked

CASES = (
    ("nathan-3000", "several", 0.4, False),
    ("circle-594", "several", 0.8, False),
    ("quiet-expert", "lot", 1.0, False),
    ("viral-week", "three-days", 0.5, True),
    ("first/everyday", "several", 0.5, False),
    ("third/bakery", "several", 0.6, False),
)
DATES = {"date", "followed_at", "created_at", "published_at", "at", "as_of"}
DAY = timedelta(days=1)
WEEK = 7
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Truth:
    """A purchase: when it came, in the days of the first export, and who of it is there."""

    first: date
    last: date
    accounts: frozenset[str]


def later(folder: Path, out: Path, bought: Sequence[Truth], rng: random.Random) -> None:
    """The same candidate's export of a week later."""
    out.mkdir()
    tables = {path.stem: _rows(path) for path in sorted(folder.glob("*.csv"))}
    gone = _gone(tables.get("followers", []), bought, rng)
    for name, rows in tables.items():
        for row in rows:
            row.update({key: _moved(value) for key, value in row.items() if key in DATES and value})
        if name == "followers":
            rows[:] = [row for row in rows if row["handle"] not in gone]
    if "daily" in tables:
        _week(tables["daily"], len(gone))
    for name, rows in tables.items():
        with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _gone(followers: Rows, bought: Sequence[Truth], rng: random.Random) -> set[str]:
    names = {row["handle"] for row in followers}
    others = sorted(names - {name for lot in bought for name in lot.accounts})
    gone = set(rng.sample(others, len(others) // 100))
    for lot in bought:
        gone |= set(rng.sample(sorted(lot.accounts & names), round(0.1 * len(lot.accounts & names))))
    return gone


def _moved(text: str) -> str:
    day = datetime.fromisoformat(text) + DAY
    return day.date().isoformat() if len(text) == 10 else day.strftime("%Y-%m-%dT%H:%M:%SZ")


def _week(daily: Rows, gone: int) -> None:
    """Seven ordinary days more, on the last of which those who are gone have left."""
    for n in range(WEEK):
        before, like = daily[-1], daily[-14]
        level = int(float(before["followers"])) - gone * (n == WEEK - 1) + int(float(like.get("gained") or 0))
        row = {**like, "date": (date.fromisoformat(before["date"]) + DAY).isoformat(), "followers": str(level)}
        if n == WEEK - 1 and "lost" in row:
            row["lost"] = str(int(float(row["lost"] or 0)) + gone)
        daily.append(row)


def flagged(folder: Path) -> tuple[list[Part], Dossiers]:
    """The parts of what is flagged."""
    dossiers = pipeline.read([str(folder)])
    results = pipeline.analyze_one(dossiers)
    found = [finding for finding in results.findings if finding.status == "flagged"]
    return [part for finding in found for part in parts_of(finding, dossiers)], dossiers


def about(part: Part, dossiers: Dossiers, bought: Sequence[Truth], shift: int) -> str:
    """Which purchase a part is about, or its days where it is about none."""
    if part.span is None:
        return "whole"
    start, end = part.span.start - shift * DAY, part.span.end - shift * DAY
    if part.code.startswith("AUD"):
        born, peers = dossiers.edges.created_at.astype("datetime64[D]"), dossiers.edges.peer.decode()
        first, last = part.span.start, part.span.end
        inside = {peers[n] for n, day in enumerate(born.tolist()) if day is not None and first <= day <= last}
        shares = [len(inside & lot.accounts) for lot in bought]
        return f"lot {shares.index(max(shares))}" if shares and max(shares) > 0.3 * len(inside) else f"{start}"
    near = [n for n, lot in enumerate(bought) if start <= lot.last + DAY and end >= lot.first - DAY]
    return f"lot {near[0]}" if near else f"{start}"


def counted(folder: Path, truth: Mapping[str, Any], rng: random.Random, work: Path) -> Counter[str]:
    """What became of the replies of one candidate."""
    bought = [
        Truth(
            date.fromisoformat(lot["first_day"]),
            date.fromisoformat(lot["last_day"]),
            frozenset(lot.get("still_there_are") or ()),
        )
        for lot in truth["deliveries"]
    ]
    later(folder, work, bought, rng)
    (before, first), (today, second) = flagged(folder), flagged(work)
    was = [(part.code, about(part, first, bought, 0)) for part in before]
    now = [(part.code, about(part, second, bought, 1)) for part in today]
    found: Counter[str] = Counter(asked=len(before))
    for said, place in zip(was, matched(before, today), strict=True):
        there = said in now
        found["still flagged"] += there
        if place is None:
            found["lost" if there else "rightly told"] += 1
        else:
            found["right" if now[place[0]] == said else "wrong"] += 1
            found[f"by {place[1]}"] += 1
    return found


def measure(case: tuple[str, str, float, bool], profiles: int, seed: int) -> Counter[str]:
    """All candidates of one case together."""
    name, purchase, share, aged = case
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        order = checked(
            name, followers=None, purchase=purchase, share=share, aged=aged, profiles=profiles, seed=seed, without=()
        )
        write(order, root, lambda *_: None)
        truth = json.loads((root / TRUTH).read_text(encoding="utf-8"))["candidates"]
        for each, told in truth.items():
            total += counted(root / FOLDER / each, told, random.Random(f"{seed} {each}"), root / f"later-{each}")
    return total


COLUMNS = ("asked", "still flagged", "right", "wrong", "lost", "rightly told", "by followers", "by days", "by code")


def main(profiles: int) -> None:
    """Print the table."""
    print("case".ljust(28), *(column.rjust(13) for column in COLUMNS))
    total: Counter[str] = Counter()
    for case in CASES:
        found = measure(case, profiles, seed=700)
        total += found
        print(f"{case[0]}, {case[1]}".ljust(28), *(str(found[column]).rjust(13) for column in COLUMNS), flush=True)
    print("all".ljust(28), *(str(total[column]).rjust(13) for column in COLUMNS))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
