"""Results as pandas tables; the only place outside the formats that knows pandas."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reachcheck.results.tables import CANDIDATE, CANDIDATES, NAMED, TABLES, Column, Table, Value, candidates, rows

if TYPE_CHECKING:
    import pandas

    from reachcheck.results.batch import Batch
    from reachcheck.results.report import Results

TYPES = {"number": "float64", "flag": "bool"}


def frame(results: "Results", table: str = "measures") -> "pandas.DataFrame":
    """A table of one profile; columns whose text depends on a language are left out. KeyError for another table."""
    found = TABLES[table]
    return _framed((CANDIDATE, *found.columns), rows(found, results))


def batch_frame(batch: "Batch", table: str = "candidates") -> "pandas.DataFrame":
    """One row a candidate in input order, and `readable`; or another table of all that could be read."""
    if table != "candidates":
        found = TABLES[table]
        return _framed((CANDIDATE, *found.columns), _all(found, batch))
    made = _framed((CANDIDATE, *CANDIDATES), candidates(batch))
    return made.assign(readable=[row.error is None for row in batch.rows])


def _all(table: Table, batch: "Batch") -> Iterable[tuple[Value, ...]]:
    for row in batch.rows:
        if row.results is not None:
            yield from rows(table, row.results, row.candidate)


def _framed(columns: Sequence[Column], given: Iterable[tuple[Value, ...]]) -> "pandas.DataFrame":
    import pandas

    kept = [at for at, column in enumerate(columns) if column.kind not in NAMED]
    cells = [[row[at] for at in kept] for row in given]
    made = pandas.DataFrame(cells, columns=[columns[at].name for at in kept], dtype=object)
    return made.astype({columns[at].name: TYPES[columns[at].kind] for at in kept if columns[at].kind in TYPES})
