"""Intervals for a difference, from an interval on each side."""

import math

Limits = tuple[float | None, float | None]


def newcombe(
    first: float, first_limits: tuple[float, float], second: float, second_limits: tuple[float, float]
) -> Limits:
    """Limits of second - first, two shares of independent samples, from their own limits at one level.

    With limits by Wilson this is method 10 of Newcombe (1998): each limit is as far from the difference as the
    hypotenuse of how far one share is from its lower limit and the other from its upper one. With other limits it is
    the same argument (Zou and Donner 2008).
    """
    gap = second - first
    below = math.hypot(second - second_limits[0], first_limits[1] - first)
    above = math.hypot(second_limits[1] - second, first - first_limits[0])
    return max(gap - below, -1.0), min(gap + above, 1.0)


def apart(first: Limits, second: Limits) -> Limits:
    """The least and greatest difference second - first of two numbers that lie in their intervals; open where one is.

    Where both intervals hold, so does this one, whether or not the two have anything to do with each other.
    """
    low = None if second[0] is None or first[1] is None else second[0] - first[1]
    high = None if second[1] is None or first[0] is None else second[1] - first[0]
    return low, high
