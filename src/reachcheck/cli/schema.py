"""`reachcheck schema`: the JSON schemas of what we write."""

from enum import StrEnum
from typing import Annotated

import typer

from reachcheck.cli import _options as opt
from reachcheck.cli._console import reports_errors, write

NAME = "schema"
SUMMARY = "Print a JSON Schema, or the data dictionary."
HELP = """Print the JSON Schema of a report, batch, inspection or comparison, or the data dictionary of the tables.

\b
  reachcheck schema report > report.schema.json
  reachcheck schema tables              every table and column, with type, unit and meaning
"""


class Which(StrEnum):
    """The schemas there are."""

    REPORT = "report"
    BATCH = "batch"
    INSPECT = "inspect"
    COMPARE = "compare"
    TABLES = "tables"


@reports_errors
def run(which: Annotated[Which, typer.Argument(help="Which of them.")], lang: opt.Language = opt.Lang.EN) -> None:
    """Print the schema as it is shipped, or the dictionary as it follows from the columns."""
    if which is Which.TABLES:
        from reachcheck.formats import dictionary

        write(dictionary.render(opt.words_for(lang)), None)
        return
    from reachcheck.formats.schemas import text

    write(text(which.value), None)
