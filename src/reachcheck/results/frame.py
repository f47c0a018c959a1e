"""Results as pandas tables; the only place outside the formats that knows pandas."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

    from reachcheck.results.report import Results

COLUMNS = ("id", "family", "value", "low", "high", "k", "n", "unit", "denominator", "status")


def measures_frame(results: "Results") -> "pandas.DataFrame":
    """One row a measure, in the order of the report; numbers missing where unknown."""
    import pandas

    rows = [[getattr(measure, column) for column in COLUMNS] for measure in results.measures]
    return pandas.DataFrame(rows, columns=list(COLUMNS))
