"""Which exports would make a measure known, as far as the platform gives them to anybody."""

from collections.abc import Collection

from reachcheck.results.measure import Measure


def obtainable(measure: Measure, withheld: Collection[str]) -> tuple[str, ...]:
    """Those to ask for: of several that are all needed none, if one of them is given to nobody."""
    given = tuple(export for export in measure.lacks if export not in withheld)
    return given if measure.either or len(given) == len(measure.lacks) else ()


def out_of_reach(measure: Measure, withheld: Collection[str]) -> tuple[str, ...]:
    """Those that are given to nobody and without which the measure stays unknown."""
    return () if obtainable(measure, withheld) else tuple(export for export in measure.lacks if export in withheld)


def tells(measure: Measure, held: Collection[str]) -> bool:
    """Whether these exports are all that an unknown measure lacks."""
    there = [export in held for export in measure.lacks]
    return bool(there) and (any(there) if measure.either else all(there))
