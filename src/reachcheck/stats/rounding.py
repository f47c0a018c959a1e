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

    It is the greatest common divisor of the gains other than 0 within `SPAN` periods. 1 where there are fewer than
    `LEAST` of them or any of them is no whole number. Missing gains (NaN) say nothing; a period without a gain has the
    quantum of those around it. A series that always gains 5 has 5, whoever rounded.
    """
    known = np.where(np.isnan(gains), 0.0, gains)
    whole = (np.abs(known) < EXACT) & (known == np.rint(known))
    values = np.where(whole, known, 0.0).astype(np.int64)
    usable = (_around(values != 0) >= LEAST) & (_around(~whole) == 0)
    return np.where(usable, _divisor(values), 1)


def _around(marks: Bools) -> Index:
    """How many periods within `SPAN` are marked."""
    counts = np.cumsum(_padded(marks.astype(np.int64), SPAN + 1), axis=-1)
    result: Index = counts[..., 2 * SPAN + 1 : -1] - counts[..., : marks.shape[-1]]
    return result


def _divisor(values: Index) -> Index:
    """The greatest common divisor within `SPAN`, by doubling: windows of 1, 2, 4, ... share their inner results."""
    part, length, whole = _padded(values, SPAN), 1, 2 * SPAN + 1
    while 2 * length <= whole:
        part = np.gcd(part[..., :-length], part[..., length:])
        length *= 2
    periods = values.shape[-1]
    return np.asarray(np.gcd(part[..., :periods], part[..., whole - length : whole - length + periods]), dtype=np.int64)


def _padded(values: Index, width: int) -> Index:
    return np.pad(values, [(0, 0)] * (values.ndim - 1) + [(width, width)])
