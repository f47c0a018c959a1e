"""`reachcheck analyze`: the report of one profile."""

import sys
from typing import Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli import _tables
from reachcheck.cli._console import reports_errors, write
from reachcheck.errors import UsageError
from reachcheck.message import msg

NAME = "analyze"
SUMMARY = "Audit one profile."
LABELS = ("genuine community", "mixed", "inflated count", "not assessable")
HELP = """Audit one profile: count, real reach, what speaks for and against, and the rows behind it.

\b
  reachcheck analyze export.zip
  reachcheck analyze followers.csv posts.csv daily.csv
  reachcheck analyze my-files/ -o report.json
  reachcheck analyze my-files/ -o report.md        for a wiki, an issue or a mail
  reachcheck analyze my-files/ -f csv -o tables/   every table (see schema tables)
  reachcheck analyze list.csv --as followers --map handle="Compte"
  reachcheck analyze export.zip --events what-happened.csv
  reachcheck analyze export.zip --reply reply.csv
  reachcheck analyze export.zip --need notoriety
  reachcheck analyze export.zip --what-if
  reachcheck analyze export.zip --mode recruiter --contact jobs@firm.example --retain-until 2027-06-30
  reachcheck analyze export.zip --lang fr --fail-on "inflated count"
"""


Form = Annotated[
    str | None, typer.Option("-f", "--format", metavar="text|html|md|json|csv|parquet", help="What to write.")
]
Reply = Annotated[str | None, typer.Option("--reply", metavar="FILE", help="What the person answered (see reply).")]
Marks = Annotated[
    str | None, typer.Option("--marks", metavar="FILE", help="Followers you looked at yourself (see review).")
]
Learned = Annotated[
    str | None,
    typer.Option("--learned", metavar="FILE.json", help="What a model learned from marks says (see review)."),
]


@reports_errors
def run(
    paths: opt.Paths,
    form: Form = None,
    output: opt.OutputFile = None,
    table: _tables.Name = None,
    lang: opt.Language = opt.Lang.EN,
    mappings: opt.Mappings = None,
    role: opt.Role = None,
    date_order: opt.DateOrders = None,
    platform: opt.Platform = None,
    save_map: opt.SaveMap = None,
    handle: opt.Handle = None,
    as_of: opt.AsOf = None,
    events: opt.Events = None,
    reply: Reply = None,
    references: opt.References = None,
    marks: Marks = None,
    learned: Learned = None,
    needs: opt.Needs = None,
    weights: opt.Weights = None,
    what_if: opt.WhatIf = False,
    mode: opt.ForWhom = opt.Mode.SELF,
    contact: opt.Contact = None,
    retain_until: opt.RetainUntil = None,
    width: opt.Width = None,
    full: opt.All = False,
    fail_on: Annotated[
        list[str] | None, typer.Option("--fail-on", metavar="LABEL", help="Exit with 1 on this verdict. Repeatable.")
    ] = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Read, analyze, show."""
    from reachcheck import pipeline
    from reachcheck.cli._report import FORMATS, show
    from reachcheck.reported import reported, wishes

    loaded = opt.plugged(plugins)
    formats = {} if loaded is None else loaded.formats
    words = opt.words_for(lang, loaded)
    chosen = opt.output_format(form, output, "text", (*FORMATS, *formats))
    _tables.check(table, chosen)
    failing = frozenset(_label(text) for text in fail_on or [])
    asked = wishes(
        reply=reply, date_order=date_order, marks=marks, learned=learned,
        needs=needs or (), weights=weights, what_if=what_if, mode=str(mode),
        contact=contact, retain_until=opt.day(retain_until),
    )  # fmt: skip
    options = opt.read_options(mappings, role, date_order, platform, loaded)
    dossiers = pipeline.read(paths, options, as_of=opt.day(as_of), handle=handle, events=events or ())
    chosen_settings = opt.compared_with(references, opt.settings_with(loaded))
    results = reported(dossiers, chosen_settings, asked)
    opt.save_map(save_map, results.sources, options, words)
    if chosen in formats:
        write(formats[chosen](results, words), output)
    else:
        show(results, chosen, words, output, width, full=full, table=table)
    if results.verdict.label in failing:
        sys.exit(1)


def _label(text: str) -> str:
    label = text.lower().replace("-", " ").replace("_", " ")
    if label not in LABELS:
        raise UsageError(msg("cli.fail_on.unknown", given=text), remedy=msg("cli.fail_on.known", known=LABELS))
    return label
