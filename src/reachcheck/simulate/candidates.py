"""Whole invented candidates: the files of each, and the truth that stands in none of them."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate import catalogue, files
from reachcheck.simulate.invented import Rows, Truth
from reachcheck.simulate.order import Order
from reachcheck.simulate.plans import Plan, scaled
from reachcheck.simulate.profiles import run_plan
from reachcheck.simulate.purchased import with_purchases
from reachcheck.simulate.scenarios import SCENARIOS
from reachcheck.simulate.years import Years
from reachcheck.simulate.years import exports as of_years
from reachcheck.simulate.years.purchases import bought

FOLDER, TRUTH = "candidates", "truth.json"
"""Beside each other, so that whoever reads the folder of candidates never reads the truth."""
NOTE = "Invented by reachcheck simulate: nobody in these files exists."
APART = 7
"""Bought accounts that come more than so many days apart are told as two deliveries."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One invented candidate: the name of its folder, the bytes of its files, and what really happened."""

    name: str
    files: Mapping[str, bytes]
    truth: Mapping[str, Any]


def candidates(order: Order) -> Iterator[Candidate]:
    """All candidates of an order, one after the other; the same order gives the same bytes."""
    return _of_scenario(order) if order.name in SCENARIOS else _of_world(order)


def write(order: Order, folder: Path, done: Callable[[int], None] = lambda number: None) -> int:
    """Write a folder a candidate, and the truth beside them; gives how many there are. Raises OSError."""
    truth: dict[str, Any] = {}
    for candidate in candidates(order):
        inside = folder / FOLDER / candidate.name
        inside.mkdir(parents=True)
        for name, content in candidate.files.items():
            (inside / f"{name}.csv").write_bytes(content)
        truth[candidate.name] = candidate.truth
        done(len(truth))
    (folder / TRUTH).write_bytes(_rendered({"invented": NOTE, "asked": asdict(order), "candidates": truth}))
    return len(truth)


def _rendered(truth: Mapping[str, Any]) -> bytes:
    return (json.dumps(truth, indent=1, ensure_ascii=True, default=str) + "\n").encode("ascii")


def _of_scenario(order: Order) -> Iterator[Candidate]:
    for number in range(order.profiles):
        seed = order.seed + number
        plan = _plan(order, seed)
        handle = plan.handle + (f"_{number + 1:03d}" if order.profiles > 1 else "")
        tables, truth = _ran(plan, handle, order.name, seed)
        yield Candidate(
            name=_folder(order, number), files=_files(tables, files.COLUMNS, order), truth={"seed": seed, **truth}
        )


def _plan(order: Order, seed: int) -> Plan:
    plan = SCENARIOS[order.name]
    if order.followers is not None:
        plan = scaled(plan, order.followers / plan.growth.start)
    if order.purchase is not None:
        plan = with_purchases(plan, order.delivery, order.share, order.aged, seed)
    return plan


def _ran(plan: Plan, handle: str, scenario: str, seed: int) -> tuple[Mapping[str, Rows], dict[str, Any]]:
    invented = run_plan(plan, scenario, seed)
    (profile,) = invented.tables["profile"]
    return {**invented.tables, "profile": ((handle, *profile[1:]),)}, _lots(invented.truth, plan)


def _lots(truth: Truth, plan: Plan) -> dict[str, Any]:
    accounts: list[list[str]] = [[] for _ in truth.lots]
    for handle, lot in truth.lot_of.items():
        accounts[lot].append(handle)
    return {
        "followers_at_start": plan.growth.start,
        "followers": truth.followers,
        "real": truth.real,
        "nobody_behind": truth.hollow,
        "bought": sum(lot.delivered for lot in truth.lots),
        "deliveries": [
            {
                "first_day": lot.first_day,
                "last_day": lot.last_day,
                "accounts": lot.delivered,
                "still_there": lot.still_there,
                "still_there_are": accounts[number],
            }
            for number, lot in enumerate(truth.lots)
        ],
    }


def _of_world(order: Order) -> Iterator[Candidate]:
    assert order.followers is not None
    years = catalogue.grown(order.name, order.profiles, order.seed, order.followers)
    if order.purchase is not None:
        years = bought(years, order.delivery, order.share, order.seed)
    for number in range(order.profiles):
        name = _folder(order, number)
        mine = years.take(np.array([number]))
        tables = of_years.exports(mine, 0, name.replace("-", "_"))
        yield Candidate(name=name, files=_files(tables, of_years.COLUMNS, order), truth=_year(mine))


def _year(years: Years) -> dict[str, Any]:
    """The truth of years with one profile."""
    return {
        "followers_at_start": int(years.start[0]),
        "followers": int(years.level[0, -1]),
        "gained": int(years.gained[0].sum()),
        "lost": int(years.lost[0].sum()),
        "bought": int(years.bought[0].sum()),
        "deliveries": list(_deliveries(years.bought[0], years.first_day)),
    }


def _deliveries(by_day: Floats, first: date) -> Iterator[dict[str, Any]]:
    days = np.flatnonzero(by_day)
    for part in np.split(days, np.flatnonzero(np.diff(days) > APART) + 1) if len(days) else ():
        dates = [first + timedelta(days=int(day)) for day in part]
        came = by_day[part].astype(int).tolist()
        yield {
            "first_day": dates[0],
            "last_day": dates[-1],
            "accounts": sum(came),
            "by_day": {day.isoformat(): n for day, n in zip(dates, came, strict=True)},
        }


def _folder(order: Order, number: int) -> str:
    name = order.name.rpartition("/")[2]
    return f"{name}-{number + 1:03d}" if order.profiles > 1 else name


def _files(tables: Mapping[str, Rows], columns: Mapping[str, tuple[str, ...]], order: Order) -> dict[str, bytes]:
    kept = {name: rows for name, rows in tables.items() if name not in order.without}
    return {name: files.render(name, rows, columns) for name, rows in kept.items()}
