"""`reachcheck demo`: reports on invented data."""

from functools import partial
from typing import Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors, to_stdout
from reachcheck.cli._samples import sample_names, samples_folder
from reachcheck.errors import UsageError
from reachcheck.message import msg

NAME = "demo"
SUMMARY = "Show reports on invented data."
PAIR = ("circle-594", "nathan-3000")
HELP = """Show reports on invented data: the first screen of a circle of 594 and of a count
of 3,000, or the whole report of the sample that you name.

\b
  reachcheck demo
  reachcheck demo viral-week
  reachcheck demo nathan-3000 --lang fr
"""


@reports_errors
def run(
    sample: Annotated[str | None, typer.Argument(metavar="[SAMPLE]", help="One sample instead of the pair.")] = None,
    lang: opt.Language = opt.Lang.EN,
    width: opt.Width = None,
    full: opt.All = False,
    debug: opt.Debug = False,
) -> None:
    """Analyze samples as any other folder."""
    from reachcheck import pipeline, settings
    from reachcheck.cli._report import show

    words = opt.words_for(lang)
    options = opt.read_options(None, None, None, None)
    for name in _chosen(sample):
        dossiers = pipeline.read([str(samples_folder() / name)], options, as_of=None, handle=None)
        results = pipeline.analyze_one(dossiers, settings.load())
        to_stdout(partial(print, f"$ reachcheck analyze {name}/\n"))
        show(results, "text", words, None, width, brief=sample is None, full=full)
        to_stdout(print)


def _chosen(sample: str | None) -> tuple[str, ...]:
    known = sample_names()
    if sample is not None and sample not in known:
        raise UsageError(msg("cli.demo.unknown", given=sample), remedy=msg("cli.demo.known", known=known))
    return PAIR if sample is None else (sample,)
