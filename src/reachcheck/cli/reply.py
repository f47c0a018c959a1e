"""`reachcheck reply`: a sheet on which the person answers what is flagged."""

import sys
from typing import TYPE_CHECKING

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors, write

if TYPE_CHECKING:
    from reachcheck.formats.words import Words
    from reachcheck.replies.sheet import Asked

NAME = "reply"
SUMMARY = "Write a sheet to answer what is flagged."
HELP = """Write a sheet with each flagged finding and its evidence, for the person to answer.

What they write is printed beside the finding. It clears nothing by itself: events that they name are tested, and the
report then has two verdicts, from the files alone and if the reply is accepted.

\b
  reachcheck reply my-export/ -o reply.csv
  reachcheck analyze my-export/ --reply reply.csv
"""


@reports_errors
def run(
    paths: opt.Paths,
    output: opt.OutputFile = None,
    lang: opt.Language = opt.Lang.EN,
    mappings: opt.Mappings = None,
    role: opt.Role = None,
    date_order: opt.DateOrders = None,
    platform: opt.Platform = None,
    handle: opt.Handle = None,
    as_of: opt.AsOf = None,
    references: opt.References = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Analyze, and ask about what is flagged."""
    from reachcheck import pipeline
    from reachcheck.replies.sheet import asked

    loaded = opt.plugged(plugins)
    options = opt.read_options(mappings, role, date_order, platform, loaded)
    dossiers = pipeline.read(paths, options, as_of=opt.day(as_of), handle=handle)
    results = pipeline.analyze_one(dossiers, opt.compared_with(references, opt.settings_with(loaded)))
    words = opt.words_for(lang, loaded).speaking_of(results.profile.noun)
    rows = asked(results, dossiers)
    write(_csv(rows, words), output)
    print(words.say("reply.written" if len(rows) > 1 else "reply.nothing_flagged", n=len(rows) - 1), file=sys.stderr)


def _csv(rows: "list[Asked]", words: "Words") -> str:
    """The table, marked as UTF-8 so that spreadsheets show every letter."""
    from reachcheck.formats.to_csv import sheet
    from reachcheck.replies.columns import MARKS, NAMES

    return "\ufeff" + sheet(tuple(NAMES[words.lang].values()), [_cells(row, words) for row in rows], MARKS[words.lang])


def _cells(row: "Asked", words: "Words") -> tuple[str | float | None, ...]:
    from reachcheck.formats.said.replies import days_about

    finding = row.finding
    if finding is None:
        return (words.say("reply.whole_report"), words.say("reply.how_to"), *("",) * 8, row.key)
    about = words.say("reply.finding", code=finding.code, title=finding.title)
    seen = words.text(row.observed) if row.observed is not None else ""
    days = "" if row.span is None else days_about(row.span, finding, words)
    innocent = words.say("report.semicolon").join(words.text(said) for said in finding.innocent)
    shown = words.say("reply.list", items=row.evidence[:SHOWN]) if row.evidence else ""
    return (about, seen, days, row.followers, shown, innocent, "", "", "", "", row.key)


SHOWN = 5
"""Rows of the evidence on the sheet; the report has more."""
