"""Results as pandas tables; the only place outside the formats that knows pandas."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

    from reachcheck.results.batch import Batch
    from reachcheck.results.report import Results

MEASURE_COLUMNS = ("id", "family", "value", "low", "high", "k", "n", "unit", "denominator", "status")
BATCH_COLUMNS = (
    "candidate",
    "source",
    "platform",
    "followers",
    "real_reach_low",
    "real_reach_high",
    "conduct",
    "verdict",
    "confidence",
)


def measures_frame(results: "Results") -> "pandas.DataFrame":
    """One row a measure, in the order of the report; numbers missing where unknown."""
    import pandas

    rows = [[getattr(measure, column) for column in MEASURE_COLUMNS] for measure in results.measures]
    return pandas.DataFrame(rows, columns=list(MEASURE_COLUMNS))


def batch_frame(batch: "Batch") -> "pandas.DataFrame":
    """One row a candidate, in input order; `readable` says whether there are results."""
    import pandas

    rows = [[*(getattr(row, column) for column in BATCH_COLUMNS), row.error is None] for row in batch.rows]
    return pandas.DataFrame(rows, columns=[*BATCH_COLUMNS, "readable"])
