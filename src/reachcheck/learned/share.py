"""From what a model says of a list to the share that has nobody behind it, as far as its errors let it tell."""

import numpy as np

from reachcheck.learned.model import Seen
from reachcheck.stats.intervals import wilson


def share_between(n: int, nobody: int, undecided: int, of: tuple[Seen, Seen], level: float) -> tuple[float, float]:
    """Limits of the share of a list of n, of whom the model takes `nobody` for nobody and leaves `undecided` open.

    `of` is what was seen of members marked as nobody, then as somebody. With q the share of the list that is called
    nobody, s that of members marked as nobody and f that of the others, the share is (q - f) / (s - f) (Rogan and
    Gladen 1978). It falls with s and with f, so its lower end has Wilson's lower limit of q and the upper ones of s and
    f, its upper end the reverse, each at `level`: all three at their worst, which is more careful than adding variances
    (Lang and Reiczigel 2014). Those left open are counted as somebody, then as nobody; the outer ends of both are
    given. Where the limits of s and f meet, nothing is said.
    """
    counted = ((nobody, False), (nobody + undecided, True))
    ends = [_corrected(n, k, *_called(of, opened), level) for k, opened in counted]
    return min(low for low, _ in ends), max(high for _, high in ends)


def limits(share: float, n: float, level: float) -> tuple[float, float]:
    """Wilson's limits of a share among n, which need not be whole."""
    low, high = wilson(np.array([share * n]), np.array([n]), level)
    return float(low[0]), float(high[0])


def _called(of: tuple[Seen, Seen], opened: bool) -> tuple[tuple[float, float], tuple[float, float]]:
    """Share called nobody and effective size, of either mark; with those left open or without."""
    first, second = ((min(1.0, each.as_nobody + opened * each.undecided), each.effective) for each in of)
    return first, second


def _corrected(
    n: int, k: int, hollow: tuple[float, float], other: tuple[float, float], level: float
) -> tuple[float, float]:
    (q_low, q_high), (s_low, s_high), (f_low, f_high) = (
        limits(share, size, level) for share, size in ((k / n, n), hollow, other)
    )
    if s_low <= f_high:
        return 0.0, 1.0
    low, high = (q_low - f_high) / (s_high - f_high), (q_high - f_low) / (s_low - f_low)
    return min(1.0, max(0.0, low)), min(1.0, max(0.0, high))
