"""Windows of many series at once, scored by how far their gains stand above what their exposure carries.

A series is a row of `gains` (people who came in each period), of `exposure` (what they may have come by: accounts
reached, or the periods' own length where nothing is known of that) and of `level` (the count before each period); all
have shape (series, periods). A period whose gain or exposure is NaN adds nothing to either side, and a window of
which more than half is missing is not scored. A row's scores depend on that row alone.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Floats, Index

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

    @classmethod
    def of(cls, gains: Floats, exposure: Floats, level: Floats) -> "Sums":
        """Raises ValueError where shapes differ or an exposure is negative."""
        if not gains.shape == exposure.shape == level.shape or gains.ndim != 2:
            raise ValueError(f"shapes differ: {gains.shape}, {exposure.shape}, {level.shape}")
        missing = np.isnan(gains) | np.isnan(exposure)
        if (exposure[~missing] < 0).any():
            raise ValueError("an exposure is negative")
        parts = (np.where(missing, 0.0, gains), np.where(missing, 0.0, exposure), missing.astype(np.float64))
        gained, exposed, gone = (np.pad(np.cumsum(part, axis=1), ((0, 0), (1, 0))) for part in parts)
        return cls(gained, exposed, gone, level)

    def over(self, length: int) -> tuple[Floats, Floats, Floats]:
        """Gains, exposure and missing periods of every window of a length; none where the series are shorter."""
        gains, exposure, missing = (
            part[:, length:] - part[:, : max(part.shape[1] - length, 0)]
            for part in (self.gains, self.exposure, self.missing)
        )
        return gains, exposure, missing

    def conversion(self, length: int) -> Floats:
        """The usual gain for each unit of exposure, shape (series,): the median over disjoint windows of a length.

        Never less than the gains of the lowest four fifths of these windows over all exposure, so that it is above 0
        where most windows are empty; NaN where there is no exposure.
        """
        cuts = np.arange(0, self.gains.shape[1], length)
        gains, exposure = np.diff(self.gains[:, cuts], axis=1), np.diff(self.exposure[:, cuts], axis=1)
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


def _medians(rates: Floats) -> Floats:
    """The median of each row without its NaNs, of which every row has fewer than all."""
    ordered = np.sort(rates, axis=1)
    counts = (~np.isnan(ordered)).sum(axis=1)
    rows = np.arange(len(rates))
    return np.asarray((ordered[rows, (counts - 1) // 2] + ordered[rows, counts // 2]) / 2, dtype=np.float64)


def window_scores(sums: Sums, length: int, yard: Yard) -> Floats:
    """The score of each window of a length, shape (series, periods - length + 1); NaN where it is not scored.

    With c the own conversion, e the exposure of a window, g its gains and a the pseudo-count,

        ln((g + a) / (c e + .5 + a)) / sqrt(scale^2 + 1 / (c e + .5 + a))

    A window is scored if g - c e - .5 is no less than `least` and `least_share` of the level before it.
    """
    gains, exposure, missing = sums.over(length)
    level = sums.level[:, : gains.shape[1]]
    mean = sums.conversion(max(length, WEEK))[:, None] * exposure + HALF
    enough = gains - mean >= np.fmax(yard.least, yard.least_share * level)
    at = np.nonzero(enough & (missing <= length / 2))
    pseudo = np.fmax(yard.pseudo_least, yard.pseudo_share * level[at])
    ratio = np.log((gains[at] + pseudo) / (mean[at] + pseudo))
    scores = np.full(gains.shape, np.nan)
    scores[at] = ratio / np.sqrt(yard.scale**2 + 1 / (mean[at] + pseudo))
    return scores


def drip_scores(sums: Sums, length: int, yard: Yard) -> Floats:
    """The score of each window of a length without its best periods; as `window_scores`, and NaN where that is.

    With E the mean surplus of the periods but the `DROPPED` with the greatest, never below 0, M the mean expected of
    all and a the pseudo-count,

        ln((E + M + a) / (M + a)) / sqrt(drip_scale^2 + 1 / (length (M + a)))
    """
    gains, exposure, missing = sums.over(length)
    level = sums.level[:, : gains.shape[1]]
    usual = sums.conversion(max(length, WEEK))
    mean = usual[:, None] * exposure
    enough = gains - mean - HALF >= np.fmax(yard.least, yard.least_share * level)
    row, first = np.nonzero(enough & (missing <= length / 2))
    scores = np.full(gains.shape, np.nan)
    kept = length - DROPPED
    if kept <= 0 or not len(row):
        return scores
    surplus = np.diff(sums.gains, axis=1) - usual[:, None] * np.diff(sums.exposure, axis=1)
    parts = surplus[row[:, None], first[:, None] + np.arange(length)]
    rest = np.maximum(np.partition(parts, kept, axis=1)[:, :kept].mean(axis=1), 0.0)
    expected = mean[row, first] / length
    pseudo = np.fmax(yard.drip_pseudo_least, yard.drip_pseudo_share * level[row, first])
    ratio = np.log((rest + expected + pseudo) / (expected + pseudo))
    scores[row, first] = ratio / np.sqrt(yard.drip_scale**2 + 1 / (length * (expected + pseudo)))
    return scores


def best(scores: Floats) -> tuple[Floats, Index]:
    """The highest score of each series and where it is; NaN and -1 where nothing is scored."""
    filled = np.where(np.isnan(scores), -np.inf, scores)
    if not filled.shape[1]:
        return np.full(len(filled), np.nan), np.full(len(filled), -1)
    place = filled.argmax(axis=1)
    top = filled[np.arange(len(filled)), place]
    found = np.isfinite(top)
    return np.where(found, top, np.nan), np.where(found, place, -1)
