"""What a platform rounds its counts to, period by period: small counts are often shown exactly, large ones are not."""

import numpy as np

from reachcheck.stats.arrays import Bools, Floats, Index

SPAN = 12
"""Periods on either side that speak of a period's rounding."""
LEAST = 3
"""Gains other than 0 among them: one or two numbers always have a divisor in common."""
EXACT = 2.0**53
"""From here on floats hold no single units."""


def quantum(gains: Floats) -> Index:
    """The step that gains are rounded to, for each period; shape of `gains`, (periods,) or (series, periods).

    It is the greatest common divisor of the gains other than 0 in the `SPAN` periods up to a period or in those from it
    on, whichever is greater, so that a platform may begin or cease to round at any period. With fewer than `LEAST` such
    gains on either side, both sides count together; with fewer than that, or a gain that is no whole number, it is 1.
    Missing gains (NaN) say nothing. A series that always gains 5 has 5, whoever rounded.
    """
    known = np.where(np.isnan(gains), 0.0, gains)
    whole = (np.abs(known) < EXACT) & (known == np.rint(known))
    values = np.where(whole, known, 0.0).astype(np.int64)
    before, after = _sides(_divisors(values))
    moved, odd = _sides(_counts(values != 0)), _sides(_counts(~whole))
    both, own = np.gcd(before, after), (values != 0).astype(np.int64)
    return np.maximum(
        np.maximum(_if_told(before, moved[0], odd[0]), _if_told(after, moved[1], odd[1])),
        _if_told(both, moved[0] + moved[1] - own, odd[0] + odd[1]),
    )


def _if_told(divisor: Index, moved: Index, odd: Index) -> Index:
    return np.where((moved >= LEAST) & (odd == 0), divisor, 1)


def _sides(runs: Index) -> tuple[Index, Index]:
    """Of all runs of `SPAN` + 1 periods, those that end with each period and those that begin with it."""
    return runs[..., :-SPAN], runs[..., SPAN:]


def _counts(marks: Bools) -> Index:
    """How many of each run of `SPAN` + 1 periods are marked."""
    counts = np.cumsum(_padded(marks.astype(np.int64), 1), axis=-1)
    return np.asarray(counts[..., SPAN + 1 :] - counts[..., : -SPAN - 1], dtype=np.int64)


def _divisors(values: Index) -> Index:
    """The greatest common divisor of each run of `SPAN` + 1 periods, from runs of 1, 2, 4, ... that overlap."""
    part, length = _padded(values, 0), 1
    while 2 * length <= SPAN + 1:
        part = np.gcd(part[..., :-length], part[..., length:])
        length *= 2
    rest = SPAN + 1 - length
    return np.gcd(part[..., : part.shape[-1] - rest], part[..., rest:])


def _padded(values: Index, more: int) -> Index:
    """Nothing for `SPAN` periods on either side, and for some more on the left."""
    periods = values.shape[-1]
    result = np.zeros((*values.shape[:-1], periods + 2 * SPAN + more), dtype=np.int64)
    result[..., SPAN + more : SPAN + more + periods] = values
    return result
