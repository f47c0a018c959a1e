"""Which windows of many profiles stand out: against the own past, and against the attention that came with them.

Profiles whose grids have the same length and the same kinds of attention are scanned together, and each comes out as it
would alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from reachcheck.measures.growth.grown import Grown
from reachcheck.method import Growth
from reachcheck.model.columns import Floats, Index
from reachcheck.stats.bursts import Window
from reachcheck.stats.limits import Limits
from reachcheck.stats.scan import Held, Scan, margins, passing
from reachcheck.stats.surplus import Sums, Yard, may_stand_out


@dataclass(frozen=True, kw_only=True, eq=False)
class Scanned:
    """Windows of one profile.

    `steps`: those that stand out against its own past. `left_over`: those whose gains the known attention cannot carry;
    `nearly`: the shortest that come half as close, however few people they brought; empty where nothing is left over.
    `carried`: for each kind of window the margin of every place, NaN where no attention is known; empty where none is
    of any day.
    """

    steps: tuple[Window, ...] = ()
    left_over: tuple[Window, ...] = ()
    nearly: tuple[Window, ...] = ()
    carried: tuple[Floats, ...] = ()
    lengths: tuple[int, ...] = ()


def yard(method: Growth, least: float) -> Yard:
    """What scores are made of, with the smallest surplus that counts."""
    return Yard(
        scale=method.scale,
        pseudo_share=method.pseudo_share,
        pseudo_least=method.pseudo_least,
        least_share=method.least_share,
        least=least,
        drip_scale=method.drip_scale,
        drip_pseudo_share=method.drip_pseudo_share,
        drip_pseudo_least=method.drip_pseudo_least,
    )


def scan_of(method: Growth, cadence: int) -> Scan:
    """The windows held against attention; none shorter than a period."""
    windows = tuple(window for window in method.windows if window >= cadence)
    return Scan(windows=windows, drip=method.drip, yard=yard(method, method.least))


def steps_of(method: Growth, cadence: int) -> Scan:
    """The windows held against the own past alone."""
    windows = tuple(window for window in method.step_windows if window >= cadence)
    return Scan(windows=windows, drip=None, yard=yard(method, method.step_least))


def limits_of(method: Growth, kind: str) -> Limits:
    """The limits of a kind of attention; "named" where a mention would show, in visits or a list of events."""
    return Limits(np.array(method.sizes, dtype=np.float64), np.array(getattr(method, f"limits_{kind}")))


def scan_all(method: Growth, profiles: Mapping[int, Grown]) -> dict[int, Scanned]:
    """What stands out in each profile."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for i, grown in profiles.items():
        kinds = tuple((each.kind, each.apart) for each in grown.attention)
        groups.setdefault((len(grown.days), grown.days.cadence, kinds, grown.listed), []).append(i)
    done: dict[int, Scanned] = {}
    for members in groups.values():
        together = [profiles[i] for i in members]
        done |= dict(zip(members, _scan(method, together), strict=True))
    return done


def _scan(method: Growth, together: list[Grown]) -> list[Scanned]:
    """Profiles of one length, cadence and context."""
    gains, level = np.stack([g.days.gain for g in together]), np.stack([g.size for g in together])
    steps, whole = steps_of(method, together[0].days.cadence), scan_of(method, together[0].days.cadence)
    found = [Scanned() for _ in together]
    rows = np.flatnonzero(may_stand_out(gains, level, max(whole.lengths), steps.yard))
    if not len(rows):
        return found
    some = [together[row] for row in rows.tolist()]
    plain = margins([past(method, some, steps)], steps)
    carried = margins(held(method, some, whole), whole) if some[0].attention else ()
    for at, row in enumerate(rows.tolist()):
        mine = tuple(kind[at] for kind in carried)
        left_over = tuple(_windows(mine, whole.lengths))
        found[row] = Scanned(
            steps=tuple(_windows(tuple(kind[at] for kind in plain), steps.lengths)),
            left_over=left_over,
            nearly=_nearly(method, together[row], whole) if left_over else (),
            carried=mine,
            lengths=whole.lengths,
        )
    return found


def _nearly(method: Growth, grown: Grown, whole: Scan) -> tuple[Window, ...]:
    """The rest of an arrival may be small, as that of a lot which came in the night: of it no floor is asked."""
    yard = replace(whole.yard, least=method.step_least, least_share=0.0)
    scan = Scan(windows=whole.windows[:1], drip=None, yard=yard)
    found = margins(held(method, [grown], scan), scan)
    return tuple(_windows(tuple(kind[0] for kind in found), scan.lengths, method.join))


def _windows(margins: tuple[Floats, ...], lengths: tuple[int, ...], least: float = 1.0) -> Iterator[Window]:
    for margin, length in zip(margins, lengths, strict=False):
        for first in np.flatnonzero(passing(margin, least)).tolist():
            yield Window(first, first + length, float(margin[first]))


def past(method: Growth, together: list[Grown], scan: Scan) -> Held:
    """Gains held against nothing but the days that pass."""
    gains = np.stack([g.days.gain for g in together])
    sums = Sums.of(gains, np.ones_like(gains), np.stack([g.size for g in together]), _grains(together))
    limits = Limits(np.array([1.0]), np.full((1, len(scan.lengths)), method.step_threshold))
    return Held(sums, limits, tuple(range(len(scan.lengths))))


def held(method: Growth, together: list[Grown], scan: Scan) -> list[Held]:
    """Gains held against each kind of attention, days of named events left out."""
    gains = np.stack([np.where(g.named, np.nan, g.arrivals(method.churn)) for g in together])
    level, grain = np.stack([g.size for g in together]), _grains(together)
    columns = (*(method.windows.index(window) for window in scan.windows), len(method.windows))
    found = []
    for number, each in enumerate(together[0].attention):
        seen = each.kind == "visits" or (each.kind == "reach" and together[0].listed)
        kind = "named" if seen else each.kind
        exposure = np.stack([g.attention[number].by_day for g in together])
        sums = Sums.of(gains, exposure, level, grain, each.apart)
        found.append(Held(sums, limits_of(method, kind), columns))
    return found


def _grains(together: list[Grown]) -> Index:
    return np.stack([g.grain for g in together])
