"""JSON of a batch (`reachcheck-batch/1`): one object a candidate, in input order."""

from dataclasses import asdict

from reachcheck.formats.jsonable import Json, dump, dump_line, message, messages, number, string
from reachcheck.formats.words import Words
from reachcheck.results.batch import Batch, BatchRow

BATCH = "reachcheck-batch/1"


def render(scores: Batch, words: Words) -> str:
    """All rows, and what was no export."""
    rows = [_row(row, words) for row in scores.rows]
    return dump({"schema": BATCH, "rows": rows, "ignored": [string(name) for name in scores.ignored]})


def render_lines(scores: Batch, words: Words) -> str:
    """One row a line."""
    return "".join(dump_line(_row(row, words)) for row in scores.rows)


def _row(row: BatchRow, words: Words) -> Json:
    words = words.speaking_of(row.noun)
    return {
        "candidate": string(row.candidate.removeprefix("@")),
        "source": string(row.source),
        "platform": None if row.platform is None else string(row.platform),
        "count": number(row.followers),
        "real_reach_low": number(row.real_reach_low),
        "real_reach_high": number(row.real_reach_high),
        "conduct": row.conduct,
        "verdict": row.verdict,
        "confidence": row.confidence,
        "top_reasons": messages(row.reasons, words),
        "missing": list(row.missing),
        "events_stated": number(row.events_stated),
        "verdict_if_accepted": row.verdict_if_accepted,
        "findings_answered": number(row.findings_answered),
        "unreadable_because": message(row.error, words),
        "unreadable_place": string(row.error_place) or None,
        "plugins": [asdict(each) for each in row.plugins],
        "needs": {
            string(found.need.name): {string(each.criterion.name): each.status for each in found.criteria}
            for found in row.needs
        },
    }
