"""Windows of many series at once, scored by how far their gains stand above what their exposure carries.

A series is a row of `gains` (people who came in each period), of `exposure` (what they may have come by: accounts
reached, or the periods' own length where nothing is known of that) and of `level` (the count before each period); all
have shape (series, periods). A period whose gain or exposure is NaN adds nothing to either side. Where more than half
of a window is missing its score is NaN; where its surplus is too small to matter, minus infinity. A row's scores depend
on that row alone.
"""

from dataclasses import dataclass, field

import numpy as np

from reachcheck.stats.arrays import Bools, Floats, Index

WEEK = 7
HALF = 0.5
LOWEST = 0.8
"""Share of the blocks, those with the smallest gains, whose gains over all exposure are the least conversion."""
DROPPED = 8
"""Best periods of a long window that say nothing of the others: an innocent surplus is a spike that decays."""


@dataclass(frozen=True, kw_only=True)
class Yard:
    """What scores are made of; see `window_scores` and `drip_scores`."""

    scale: float = 0.7
    """Spread of ln(gain / expected) between ordinary windows; the same for all accounts."""
    pseudo_share: float = 0.005
    pseudo_least: float = 2.0
    least_share: float = 0.03
    """Smallest surplus that is scored, as a share of the level, and in people."""
    least: float = 10.0
    drip_scale: float = 0.5
    drip_pseudo_share: float = 0.0002
    drip_pseudo_least: float = 2 / 30


@dataclass(frozen=True, eq=False)
class Sums:
    """Running sums of some series: with `sums.over(w)` every window of w periods is one subtraction."""

    gains: Floats
    exposure: Floats
    missing: Floats
    level: Floats
    grain: Index
    apart: int = 1
    """Periods over which each figure of the exposure is spread: all of it may belong to a window that is shorter."""
    calm: "Sums | None" = None
    """Other series that say what is usual, by the most usual of them; else each says it of itself."""
    _known: dict[int, Floats] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, gains: Floats, exposure: Floats, level: Floats, grain: Index | None = None, apart: int = 1) -> "Sums":
        """`grain` is what gains are rounded to in each period; 1 where it is not given.

        Raises ValueError where shapes differ or an exposure is negative.
        """
        if not gains.shape == exposure.shape == level.shape or gains.ndim != 2:
            raise ValueError(f"shapes differ: {gains.shape}, {exposure.shape}, {level.shape}")
        missing = np.isnan(gains) | np.isnan(exposure)
        if (exposure[~missing] < 0).any():
            raise ValueError("an exposure is negative")
        parts = (np.where(missing, 0.0, gains), np.where(missing, 0.0, exposure), missing.astype(np.float64))
        gained, exposed, gone = (np.pad(np.cumsum(part, axis=1), ((0, 0), (1, 0))) for part in parts)
        return cls(gained, exposed, gone, level, np.ones(gains.shape, np.int64) if grain is None else grain, apart)

    def over(self, length: int) -> tuple[Floats, Floats, Floats]:
        """Gains, exposure and missing periods of every window of a length; none where the series are shorter."""
        gains, exposure, missing = (
            part[:, length:] - part[:, : max(part.shape[1] - length, 0)]
            for part in (self.gains, self.exposure, self.missing)
        )
        return gains, exposure * max(self.apart / length, 1.0), missing

    def known(self, length: int) -> Bools:
        """Which windows of a length are known: half of their periods, and a usual gain to hold them against."""
        missing = self.over(length)[2]
        return np.asarray((missing <= length / 2) & ~np.isnan(self.conversion(max(length, WEEK)))[:, None])

    def coarsest(self, row: Index, first: Index, length: int) -> Floats:
        """What the gains of some windows are rounded to at most; 0 where they are not."""
        if (self.grain == 1).all():
            return np.zeros(len(row))
        within = first[:, None] + np.arange(length)
        most = self.grain[row[:, None], within].max(axis=1, initial=1)
        return np.where(most > 1, most, 0).astype(np.float64)

    def conversion(self, length: int) -> Floats:
        """The usual gain for each unit of exposure, shape (series,): the median over disjoint windows of a length.

        Never less than the gains of the lowest four fifths of these windows over all exposure, so that it is above 0
        where most windows are empty; NaN where there is no exposure.
        """
        if length not in self._known:
            self._known[length] = self._conversion(length)
        return self._known[length]

    def _conversion(self, length: int) -> Floats:
        if self.calm is not None:
            return np.full(len(self.gains), np.fmax.reduce(self.calm.conversion(length)))
        gains, exposure = self._blocks(length)
        known = exposure > 0
        with np.errstate(invalid="ignore", divide="ignore"):
            rates = np.where(known, gains / exposure, np.nan)
        counts = known.sum(axis=1)
        lowest = np.sort(np.where(known, gains, np.inf), axis=1)
        kept = np.arange(lowest.shape[1]) < np.maximum(1, (LOWEST * counts).astype(np.int64))[:, None]
        least = np.where(kept & np.isfinite(lowest), lowest, 0.0).sum(axis=1)
        whole = exposure.sum(axis=1)
        result = np.full(len(gains), np.nan)
        some = counts > 0
        result[some] = np.maximum(np.fmax(_medians(rates[some]), least[some] / whole[some]), 0.0)
        return result

    def rates(self, length: int) -> tuple[float, float]:
        """Of the first series, the .1 and .9 quantile of gains for a unit of exposure in disjoint windows of a length.

        A loss counts as 0; NaN where there is no exposure.
        """
        gains, exposure = (part[0] for part in self._blocks(length))
        known = exposure > 0
        if not known.any():
            return np.nan, np.nan
        low, high = np.quantile(np.maximum(gains[known] / exposure[known], 0.0), (0.1, 0.9))
        return float(low), float(high)

    def _blocks(self, length: int) -> tuple[Floats, Floats]:
        """Gains and exposure of disjoint windows of a length; one that is not full is left out, unless it is alone.

        Rows are contiguous, whatever columns are picked: else numpy adds up one row in another order than many.
        """
        periods = self.gains.shape[1] - 1
        cuts = (
            np.append(np.arange(0, periods, length), periods) if periods < length else np.arange(0, periods + 1, length)
        )
        gains, exposure = (np.ascontiguousarray(part[:, cuts]) for part in (self.gains, self.exposure))
        return np.diff(gains, axis=1), np.diff(exposure, axis=1)


def _medians(rates: Floats) -> Floats:
    """The median of each row without its NaNs, of which every row has fewer than all."""
    ordered = np.sort(rates, axis=1)
    counts = (~np.isnan(ordered)).sum(axis=1)
    rows = np.arange(len(rates))
    return np.asarray((ordered[rows, (counts - 1) // 2] + ordered[rows, counts // 2]) / 2, dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Terms:
    """Of some windows: the gains, the expected gains, what is added to both, the spread of the logarithm, the floor."""

    gains: Floats
    mean: Floats
    pseudo: Floats
    spread: Floats
    least: Floats


def window_terms(sums: Sums, length: int, yard: Yard, row: Index, first: Index) -> Terms:
    """With c the own conversion, e the exposure of a window and a the pseudo-count, the mean is c e + .5.

    The spread is

        sqrt(scale^2 + 1 / (c e + .5 + a))

    The floor is a surplus of `least`, of `least_share` of the level and of three times what gains are rounded to; a is
    twice that at least.
    """
    gains, exposure, _ = sums.over(length)
    mean = sums.conversion(max(length, WEEK))[row] * exposure[row, first] + HALF
    level, grain = sums.level[row, first], sums.coarsest(row, first, length)
    pseudo = np.fmax(np.fmax(yard.pseudo_least, yard.pseudo_share * level), 2 * grain)
    least = np.fmax(np.fmax(yard.least, yard.least_share * level), 3 * grain)
    return Terms(gains[row, first], mean, pseudo, np.sqrt(yard.scale**2 + 1 / (mean + pseudo)), least)


def window_scores(sums: Sums, length: int, yard: Yard) -> Floats:
    """The score of each window of a length, shape (series, periods - length + 1).

    With g its gains it is ln((g + a) / (mean + a)) / spread.
    """
    scores, row, first = _worth_scoring(sums, length, yard)
    terms = window_terms(sums, length, yard, row, first)
    ratio = np.log((np.maximum(terms.gains, 0.0) + terms.pseudo) / (terms.mean + terms.pseudo))
    enough = terms.gains - terms.mean >= terms.least
    scores[row, first] = np.where(enough, ratio / terms.spread, -np.inf)
    return scores


@dataclass(frozen=True, eq=False)
class DripTerms:
    """Of some windows, by the period: what came above the expected without the best periods, and as in `Terms`."""

    rest: Floats
    terms: Terms


def drip_terms(sums: Sums, length: int, yard: Yard, row: Index, first: Index) -> DripTerms:
    """The mean surplus of the periods but the `DROPPED` with the greatest, and the mean expected of all.

    The spread is sqrt(drip_scale^2 + 1 / (length (mean + a))).
    """
    gains, exposure, _ = sums.over(length)
    usual = sums.conversion(max(length, WEEK))
    surplus = np.diff(sums.gains, axis=1) - usual[:, None] * np.diff(sums.exposure, axis=1)
    parts = surplus[row[:, None], first[:, None] + np.arange(length)]
    kept = length - DROPPED
    rest = np.partition(parts, kept, axis=1)[:, :kept].mean(axis=1) if len(row) else np.zeros(0)
    mean = usual[row] * exposure[row, first] / length
    level, grain = sums.level[row, first], sums.coarsest(row, first, length)
    pseudo = np.fmax(np.fmax(yard.drip_pseudo_least, yard.drip_pseudo_share * level), 2 * grain / length)
    spread = np.sqrt(yard.drip_scale**2 + 1 / (length * (mean + pseudo)))
    least = np.fmax(np.fmax(yard.least, yard.least_share * level), 3 * grain)
    return DripTerms(rest, Terms(gains[row, first], mean, pseudo, spread, least))


def drip_scores(sums: Sums, length: int, yard: Yard) -> Floats:
    """The score of each window of a length without its best periods.

    With E the rest, 0 at least, it is ln((E + mean + a) / (mean + a)) / spread.
    """
    scores, row, first = _worth_scoring(sums, length, yard)
    if length <= DROPPED or not len(row):
        return scores
    drip = drip_terms(sums, length, yard, row, first)
    terms = drip.terms
    ratio = np.log1p(np.maximum(drip.rest, 0.0) / (terms.mean + terms.pseudo))
    enough = terms.gains - length * terms.mean - HALF >= terms.least
    scores[row, first] = np.where(enough, ratio / terms.spread, -np.inf)
    return scores


def _worth_scoring(sums: Sums, length: int, yard: Yard) -> tuple[Floats, Index, Index]:
    """Scores to be filled in, and the rows and first periods of the windows whose surplus may be large enough."""
    gains, exposure, _ = sums.over(length)
    level = sums.level[:, : gains.shape[1]]
    known = sums.known(length)
    surplus = gains - sums.conversion(max(length, WEEK))[:, None] * exposure - HALF
    with np.errstate(invalid="ignore"):
        row, first = np.nonzero(known & (surplus >= np.fmax(yard.least, yard.least_share * level)))
    return np.where(known, -np.inf, np.nan), row, first


def may_stand_out(gains: Floats, level: Floats, longest: int, yard: Yard) -> Bools:
    """Which series can have any scored window up to a length at all, shape (series,): a cheap look that errs to yes.

    No window's surplus exceeds the gains, losses left out, of a window of the greatest length around it.
    """
    came = np.pad(np.cumsum(np.fmax(gains, 0.0), axis=1), ((0, 0), (1, 0)))
    last = np.minimum(np.arange(gains.shape[1]) + longest, gains.shape[1])
    most = (came[:, last] - came[:, :-1]).max(axis=1, initial=0.0)
    least = np.fmin.reduce(level, axis=1, initial=np.inf)
    return np.asarray(most >= np.fmax(yard.least, yard.least_share * np.where(np.isfinite(least), least, 0.0)))
