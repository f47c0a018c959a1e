"""How often the growth rules flag honest profiles, and how often a purchase: a table for each size and world.

    python benchmarks/accuracy_growth.py alarms|purchases|power|shares [profiles a cell [numbers of size bands]]
    python benchmarks/accuracy_growth.py changes|cost|rounded

Profiles are invented (`reachcheck.simulate.years`); what their exports show goes through the measures and rules as any
file does. A false alarm is a profile-year in which any rule of the family "growth" flags anything. Purchases are 20 %
of the followers of the day before, put on other profiles of the same worlds; one is seen if a flagged finding covers
one of its days. Rates stand beside their 95 % interval (Wilson). Calibration uses the seeds below 100, this table those
from 100 on. `power` puts lots of the size that each report states as the smallest visible on days by chance, as fast as
stated, and counts those that are seen. `cost` is the CPU time of the windows. `changes` scores lasting changes on the
Turing Change Point Dataset (in the folder that REACHCHECK_DATA names), as its benchmark does: F1 with a margin of five,
and cover (van den Burg and Williams 2020, section 3).
"""

import json
import os
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any

import numpy as np

from reachcheck.measures.base import Context, Measured, measure
from reachcheck.measures.growth.scanning import scan_of
from reachcheck.measures.registry import MEASURES
from reachcheck.method import load
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Kind, Metric
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Daily, People
from reachcheck.results.finding import Finding
from reachcheck.rules.registry import RULES
from reachcheck.simulate.years import Years, first, fourth, second, shown, third
from reachcheck.simulate.years.purchases import Delivery, bought, with_arrivals
from reachcheck.stats.changes import changes
from reachcheck.stats.intervals import wilson
from reachcheck.stats.surplus import Sums, may_stand_out

Bands = Sequence[tuple[int, int]]
BANDS = ((30, 300), (300, 3_000), (3_000, 30_000), (30_000, 1_000_000))
CONTEXTS: Mapping[str, Collection[str]] = {
    "visits, reach, posts, events": ("levels", "gains", "reach", "visits", "posts", "events"),
    "visits": ("levels", "gains", "visits"),
    "reach, posts, events": ("levels", "gains", "reach", "posts", "events"),
    "reach, posts": ("levels", "gains", "reach", "posts"),
    "reach, levels alone": ("levels", "reach"),
    "posts": ("levels", "gains", "posts"),
}
BESIDE = ("responses_after_step",)
"""What the rules of growth tell beside a step."""
GENERATORS = (first, second, third, fourth)
DELIVERIES: tuple[Delivery, ...] = ("lot", "three days", "even drip", "uneven drip")
SEED = 100
SEEDS = 5
CHUNK = 250


def findings(dossiers: Dossiers) -> Iterator[tuple[Finding, ...]]:
    """What the growth rules say of each profile."""
    method, done = load(), measured(dossiers, without=("smallest_visible_arrival",))
    for profile in range(len(dossiers)):
        seen = {name: each.one(profile) for name, each in done.items()}
        yield tuple(rule.check(seen, method) for rule in RULES if rule.family == "growth")


def measured(
    dossiers: Dossiers, without: Collection[str] = (), families: Collection[str] = ("count", "data", "growth")
) -> Mapping[str, Measured]:
    """The measures of growth and what they build on, as always."""
    done: dict[str, Measured] = {}
    for spec in MEASURES:
        if (spec.family in families or spec.id in BESIDE) and spec.id not in without:
            done[spec.id] = measure(spec, Context(dossiers=dossiers, method=load(), done=done))
    return done


def lived(generator: ModuleType, world: str, n: int, seed: int, sizes: tuple[float, float]) -> Years:
    """Years of a world, from several seeds: what befalls everybody on the same days is drawn once a seed."""
    make = getattr(generator, generator.__name__.rpartition(".")[2])
    per = -(-n // SEEDS)
    return Years.join([make(world, per, seed + 1000 * each, sizes) for each in range(SEEDS)], world)


def chunks(years: Years) -> Iterator[Years]:
    for begin in range(0, len(years), CHUNK):
        yield years.take(np.arange(begin, min(begin + CHUNK, len(years))))


def flagged(years: Years, tables: Collection[str]) -> list[tuple[bool, bool]]:
    """For each profile: whether anything was flagged, and whether it covers a day of a purchase."""
    found = []
    for part in chunks(years):
        for profile, said in enumerate(findings(shown(part, tables))):
            spans = [span for finding in said if finding.status == "flagged" for span in finding.days]
            first_day = part.first_day.toordinal()
            days = {first_day + int(day) for day in np.flatnonzero(part.bought[profile])}
            hit = any(days & set(range(span.start.toordinal(), span.end.toordinal() + 1)) for span in spans)
            found.append((bool(spans), hit))
    return found


def line(name: str, hits: list[bool]) -> str:
    ends = wilson(np.array([float(sum(hits))]), np.array([float(len(hits))]))
    low, high = (100 * float(end[0]) for end in ends)
    return f"{name:78}{100 * np.mean(hits):7.1f}  [{low:.1f}, {high:.1f}]  n {len(hits)}"


def alarms(n: int, bands: Bands) -> None:
    print("False alarms for each 100 profile-years")
    for band in bands:
        for generator, world in ((each, world) for each in GENERATORS for world in each.WORLDS):
            years = lived(generator, world, n, SEED, band)
            name = generator.__name__.rpartition(".")[2]
            for context, tables in CONTEXTS.items():
                hits = [any_ for any_, _ in flagged(years, tables)]
                print(line(f"{context} | {band[0]:,}-{band[1]:,} | {name}: {world}", hits), flush=True)


def purchases(n: int, bands: Bands) -> None:
    print("Purchases of 20 % that are seen, of 100")
    for band in bands:
        for generator in GENERATORS:
            honest = lived(generator, "everyday", n, SEED + 1, band)
            name = generator.__name__.rpartition(".")[2]
            for delivery in DELIVERIES:
                years = bought(honest, delivery, 0.2, SEED + 2)
                for context, tables in CONTEXTS.items():
                    hits = [hit for _, hit in flagged(years, tables)]
                    print(line(f"{context} | {band[0]:,}-{band[1]:,} | {name} | {delivery}", hits), flush=True)


def power(n: int, bands: Bands) -> None:
    print("Purchases of the size stated as the smallest visible that are seen, of 100")
    rng = np.random.default_rng(SEED)
    for band in bands:
        honest = lived(first, "everyday", n, SEED + 3, band)
        for context in ("visits, reach, posts, events", "reach, posts, events", "reach, posts"):
            stated = [smallest for part in chunks(honest) for smallest in visible(shown(part, CONTEXTS[context]))]
            for days in (1, 3, 30):
                sizes = np.array([each.get(f"{days}d", np.nan) for each in stated])
                rows = np.flatnonzero(~np.isnan(sizes))
                begin = rng.integers(14, honest.days - days - 1, len(rows))
                more = rng.multinomial(sizes[rows].astype(np.int64), np.full(days, 1 / days)).astype(np.float64)
                hits = [hit for _, hit in flagged(with_arrivals(honest.take(rows), begin, more), CONTEXTS[context])]
                share = np.nanmedian(sizes / honest.start)
                name = f"{context} | {band[0]:,}-{band[1]:,} | {days} days, {100 * share:.0f} % of the count"
                print(line(name, hits), flush=True)


def shares(n: int, bands: Bands) -> None:
    """How the interval of the share in unexplained steps lies to the true one, where a fifth was bought at once."""
    print("Of 100 profiles: true share not below the lower end, and within both ends, where the purchase was seen")
    for band in bands:
        years = bought(lived(first, "everyday", n, SEED + 1, band), "lot", 0.2, SEED + 2)
        truth = np.nansum(years.bought, axis=1) / years.level[:, -1]
        for context in ("visits, reach, posts, events", "reach, posts"):
            found = [each for part in chunks(years) for each in gained(shown(part, CONTEXTS[context]))]
            seen = [(low, share, high) for (low, high), share in zip(found, truth, strict=True) if low > 0]
            name = f"{context} | {band[0]:,}-{band[1]:,}"
            print(line(f"{name} | not below", [low <= share for low, share, _ in seen]), flush=True)
            print(line(f"{name} | within", [low <= share <= high for low, share, high in seen]), flush=True)


def gained(dossiers: Dossiers) -> Iterator[tuple[float, float]]:
    """The ends of the share of each profile, 0 where none is known."""
    done = measured(dossiers, without=("smallest_visible_arrival",))["unexplained_gain_share"]
    for profile in range(len(dossiers)):
        one = done.one(profile)
        yield one.low or 0.0, one.high or 0.0


def visible(dossiers: Dossiers) -> Iterator[Mapping[str, float]]:
    """What the report of each profile says of the smallest visible arrival, by days of delivery."""
    done = measured(dossiers)["smallest_visible_arrival"]
    for profile in range(len(dossiers)):
        yield {part.kind: part.value or 0.0 for part in done.one(profile).parts}


def cost(_: int, __: Bands) -> None:
    years = lived(first, "everyday", 20_000, SEED, (30, 1_000_000))
    level = np.concatenate([years.start[:, None], years.level[:, :-1]], axis=1)
    scan = scan_of(load().growth, 1)
    begin = process_time()
    for at in range(0, len(years), CHUNK):
        gains, before, reach = (each[at : at + CHUNK] for each in (years.gained, level, years.reach))
        rows = may_stand_out(gains, before, max(scan.lengths), scan.yard)
        scan.scores(Sums.of(gains[rows], reach[rows], before[rows]))
    spent = process_time() - begin
    print(f"five windows and the drip, {len(years):,} series of 365 days: {1e6 * spent / len(years):.1f} us a series")


def rounded(_: int, __: Bands) -> None:
    """What the growth rules say of real channels with weekly gains and views, which the platform rounds."""
    import pandas as pd

    folder = Path(os.environ.get("REACHCHECK_DATA", "../shared/data")) / "growth"
    rows = pd.read_csv(folder / "youtube_weekly_115_channels.csv")
    said: dict[str, int] = {}
    for _channel, weeks in rows.groupby("channel"):
        (found,) = findings(channel(weeks["week"].to_numpy(), weeks["subscribers_gained"].to_numpy(), weeks["views"]))
        seen = next(finding for finding in found if finding.code == "GRO101")
        why = seen.observed.key if seen.status == "unknown" and seen.observed is not None else ""
        key = f"{seen.status} {why}".strip()
        said[key] = said.get(key, 0) + 1
    print(f"{sum(said.values())} channels: {said}")


def channel(weeks: Any, gained: Any, views: Any) -> Dossiers:
    """A dossier with weekly arrivals and views, and no level."""
    n = len(weeks)
    days = np.array(weeks, dtype="datetime64[s]")
    metric = np.repeat([Metric.GAINED, Metric.VIEWS], n).astype(np.int8)
    zero = np.zeros(2 * n, dtype=np.int32)
    daily = Daily.of(
        2 * n,
        profile=zero,
        source=zero,
        part=zero,
        row=np.tile(np.arange(2, n + 2, dtype=np.int32), 2),
        date=np.tile(days, 2),
        metric=metric,
        kind=np.full(2 * n, Kind.FLOW_GROSS, np.int8),
        value=np.concatenate([gained, views]).astype(np.float64),
    )
    one = np.zeros(1, dtype=np.int32)
    person = People.of(1, profile=one, source=one, part=one, row=one, platform=Text.of(["youtube"]))
    record = SourceRecord(file="channel.csv", sha256="0" * 64, reader="benchmark")
    return Dossiers.build(person, {"daily": daily}, [record])


def lasting_changes(_: int, __: Bands) -> None:
    folder = Path(os.environ.get("REACHCHECK_DATA", "../shared/data")) / "growth" / "tcpd"
    answers = json.loads((folder / "annotations.json").read_text("utf-8"))
    rows = []
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        if path.stem not in answers or data["n_dim"] > 1 or None in data["series"][0]["raw"]:
            continue
        values = np.array(data["series"][0]["raw"], dtype=np.float64)
        if np.isfinite(values).all():
            asked = list(answers[path.stem].values())
            rows.append([score(asked, found, len(values)) for found in (changes(values), ())])
    means = np.array(rows).mean(axis=0)
    print(f"{len(rows)} series without missing values, margin 5 (F1, cover)")
    for name, (f1, cover) in zip(("consensus of eight", "never any change"), means, strict=True):
        print(f"{name:24}{f1:.3f}  {cover:.3f}")


def score(asked: list[list[int]], found: Collection[int], n: int) -> tuple[float, float]:
    """F1 and cover of some changes against those of several people."""
    mine, theirs = {0, *found}, [{0, *each} for each in asked]
    precision = matched(set().union(*theirs), mine) / len(mine)
    recall = float(np.mean([matched(each, mine) / len(each) for each in theirs]))
    return 2 * precision * recall / (precision + recall), float(np.mean([covered(each, mine, n) for each in theirs]))


def matched(truth: Collection[int], found: Collection[int], margin: int = 5) -> int:
    """How many true changes have a found one of their own within the margin."""
    free, count = set(found), 0
    for place in truth:
        near = [each for each in free if abs(each - place) <= margin]
        if near:
            free.remove(min(near, key=lambda each: abs(each - place)))
            count += 1
    return count


def covered(truth: Collection[int], found: Collection[int], n: int) -> float:
    """How well found stretches overlap true ones, weighted by length."""
    total = 0.0
    for start, end in stretches(truth, n):
        overlaps = (max(0, min(end, b) - max(start, a)) / (max(end, b) - min(start, a)) for a, b in stretches(found, n))
        total += (end - start) * max(overlaps)
    return total / n


def stretches(cuts: Collection[int], n: int) -> list[tuple[int, int]]:
    return list(pairwise([*sorted({0, *(cut for cut in cuts if 0 < cut < n)}), n]))


def main() -> None:
    which = sys.argv[1] if len(sys.argv) > 1 else "alarms"
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    bands = [BANDS[int(number)] for number in sys.argv[3]] if len(sys.argv) > 3 else BANDS
    tables = {
        "alarms": alarms,
        "purchases": purchases,
        "power": power,
        "shares": shares,
        "cost": cost,
        "changes": lasting_changes,
        "rounded": rounded,
    }
    tables[which](n, bands)


if __name__ == "__main__":
    main()
