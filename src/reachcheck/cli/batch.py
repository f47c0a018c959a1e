"""`reachcheck batch`: one row a candidate."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli import _tables
from reachcheck.cli._console import is_terminal, reports_errors, write

if TYPE_CHECKING:
    from reachcheck.batches.replies import Sheets
    from reachcheck.formats.words import Words
    from reachcheck.results.batch import Batch

NAME = "batch"
SUMMARY = "Score many candidates, one row each."
FORMATS = ("csv", "parquet", "json", "jsonl")
NOTHING_READABLE = 3
PARTLY_UNREADABLE = 4
HELP = """Score many candidates: one row each, in input order, unreadable ones included with the reason.

A sub-folder or a ZIP is one candidate; a table with a handle in each row is many. No verdict depends on who else is
in the batch, and unknown is not a no. The verdict is what the files alone say. Where events are stated, in a reply or
in a table beside the files (date,event), the row says how many, and the verdict if they are accepted.

\b
  reachcheck batch candidates/ -o scores.csv
  reachcheck batch sheet.csv
  reachcheck batch anna.zip ben.zip -f jsonl
  reachcheck batch candidates/ -f parquet -o tables/   every table, of all candidates
  reachcheck batch candidates/ --need our-need.toml -o scores.csv
  reachcheck batch candidates/ --replies replies/ -o scores.csv
"""


@reports_errors
def run(
    paths: opt.Paths,
    output: opt.OutputFile = None,
    form: Annotated[
        str | None, typer.Option("-f", "--format", metavar="csv|parquet|json|jsonl", help="What to write.")
    ] = None,
    table: _tables.Name = None,
    lang: opt.Language = opt.Lang.EN,
    mappings: opt.Mappings = None,
    role: opt.Role = None,
    date_order: opt.DateOrders = None,
    platform: opt.Platform = None,
    needs: opt.Needs = None,
    replies: Annotated[
        str | None,
        typer.Option("--replies", metavar="DIR", help="A reply sheet for each candidate, named as they are: anna.csv."),
    ] = None,
    plugins: opt.PlugIns = False,
    debug: opt.Debug = False,
) -> None:
    """Score all candidates and write the table."""
    from reachcheck.batches.run import score
    from reachcheck.needs.files import load_all

    chosen = opt.output_format(form, output, "csv", FORMATS)
    _tables.check(table, chosen, "candidates")
    loaded = opt.plugged(plugins)
    words = opt.words_for(lang, loaded)
    options = opt.read_options(mappings, role, date_order, platform, loaded)
    wanted = load_all(needs or ())
    sheets = _sheets(replies, date_order)
    with _progress(words) as progress:
        scores = score(paths, options, opt.settings_with(loaded), progress, wanted, sheets)
    _show(scores, chosen, table, output, words)
    _tell(scores, words)
    if loaded is not None:
        from reachcheck.formats.said import plugged

        print(words.text(plugged.loaded(loaded.named)), file=sys.stderr)
    sys.exit(_exit_code(scores))


def _sheets(folder: str | None, order: str | None) -> "Sheets | None":
    if folder is None:
        return None
    from reachcheck.batches.replies import load

    return load(folder, order)


def _show(scores: "Batch", form: str, table: str | None, output: str | None, words: "Words") -> None:
    if form in _tables.FORMATS:
        from reachcheck.formats import tabled

        _tables.show(partial(tabled.of_batch, batch=scores, words=words), form, tabled.ALL, table, output, words)
        return
    from reachcheck.formats import to_json_batch

    write((to_json_batch.render if form == "json" else to_json_batch.render_lines)(scores, words), output)


def _tell(scores: "Batch", words: "Words") -> None:
    """Say on standard error what the table does not: how many, and what was left alone."""
    said = words.say(
        "cli.batch.done", rows=len(scores.rows), unreadable=_unreadable(scores), ignored=len(scores.ignored)
    )
    print(said, file=sys.stderr)
    stating = [row for row in scores.rows if row.events_stated]
    other = sum(row.verdict_if_accepted != row.verdict for row in stating)
    if stating:
        print(words.say("cli.batch.stated", n=len(stating), other=other), file=sys.stderr)


def _unreadable(scores: "Batch") -> int:
    return sum(row.error is not None for row in scores.rows)


def _exit_code(scores: "Batch") -> int:
    unreadable = _unreadable(scores)
    if unreadable == len(scores.rows):
        return NOTHING_READABLE
    return PARTLY_UNREADABLE if unreadable else 0


@contextmanager
def _progress(words: "Words") -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error while somebody watches; nothing in logs and pipes."""
    if not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(words.say("cli.batch.reading"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
