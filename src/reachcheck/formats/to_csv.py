"""CSV after RFC 4180: one row a candidate, or one row a measure; no cell starts a formula in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from reachcheck.formats.clean import clean
from reachcheck.formats.jsonable import number
from reachcheck.formats.words import Words
from reachcheck.message import Message
from reachcheck.results.batch import Batch, BatchRow
from reachcheck.results.report import Results

BATCH_COLUMNS = (
    "candidate", "source", "platform", "count", "real_reach_low", "real_reach_high", "conduct", "verdict",
    "confidence", "top_reasons", "missing", "unreadable_because", "events_stated", "verdict_if_accepted",
    "findings_answered",
)  # fmt: skip
MEASURE_COLUMNS = ("id", "name", "value", "low", "high", "k", "n", "unit", "denominator", "status", "reason")
_FORMULA = re.compile(r"(?:^|(?<=;))(\s*?)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])")
"""Where a formula could begin: at the start of a cell, and after a semicolon, which divides cells in half of Europe."""

Cell = str | float | None


def sheet(header: Sequence[str], rows: Iterable[Sequence[Cell]], mark: str = ",") -> str:
    """A table to be filled in by a person; `mark` divides its cells."""
    return _csv(header, rows, mark)


def batch(scores: Batch, words: Words) -> str:
    """One row a candidate, in input order; a column more for each criterion of the needs that were asked about."""
    asked = tuple(dict.fromkeys(name for row in scores.rows for name in _criteria(row)))
    rows = ((*_candidate(row, words), *(_criteria(row).get(name) for name in asked)) for row in scores.rows)
    return _csv((*BATCH_COLUMNS, *asked), rows)


def _criteria(row: BatchRow) -> dict[str, str]:
    """Met, not met or unknown, by need and criterion."""
    return {f"{f.need.name}.{each.criterion.name}": each.status for f in row.needs for each in f.criteria}


def measures(results: Results, words: Words) -> str:
    """One row a measure, in the order of the report."""
    words = words.speaking_of(results.profile.noun)
    return _csv(
        MEASURE_COLUMNS,
        (
            (
                m.id, words.name("measure", m.id), m.value, m.low, m.high, m.k, m.n, m.unit, m.denominator, m.status,
                _said(m.reason or m.no_interval, words),
            )
            for m in results.measures
        ),
    )  # fmt: skip


def _candidate(row: BatchRow, words: Words) -> Sequence[Cell]:
    words = words.speaking_of(row.noun)
    reasons = words.say("report.semicolon").join(words.text(reason) for reason in row.reasons)
    missing = words.say("report.semicolon").join(words.name("export", export) for export in row.missing)
    figures = (row.followers, row.real_reach_low, row.real_reach_high)
    said = (row.conduct, row.verdict, row.confidence, reasons, missing, _unreadable(row, words))
    stated = (row.events_stated, row.verdict_if_accepted, row.findings_answered)
    return (row.candidate.lstrip("@"), row.source, row.platform, *figures, *said, *stated)


def _said(message: Message | None, words: Words) -> str | None:
    return None if message is None else words.text(message)


def _unreadable(row: BatchRow, words: Words) -> str | None:
    if row.error is None:
        return None
    problem = words.text(row.error)
    return words.say("report.note", place=row.error_place, what=problem) if row.error_place else problem


def _csv(header: Sequence[str], rows: Iterable[Sequence[Cell]], mark: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\r\n")
    writer.writerow(_cell(name) for name in header)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cell(cell: Cell) -> str:
    """Numbers as they are; text without hidden characters, and with an apostrophe where it would be a formula."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        exact = number(cell)
        return "" if exact is None else repr(exact)
    return clean(_FORMULA.sub(r"\1'", cell), limit=2000)
