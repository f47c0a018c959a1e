"""`reachcheck schema`: the JSON schemas of what we write."""

from enum import StrEnum
from typing import Annotated

import typer

from reachcheck.cli._console import reports_errors, write

NAME = "schema"
SUMMARY = "Print a JSON Schema."
HELP = """Print the JSON Schema of a report, a batch or an inspection.

\b
  reachcheck schema report > report.schema.json
"""


class Which(StrEnum):
    """The schemas there are."""

    REPORT = "report"
    BATCH = "batch"
    INSPECT = "inspect"


@reports_errors
def run(which: Annotated[Which, typer.Argument(help="Which of them.")]) -> None:
    """Print the schema as it is shipped."""
    from reachcheck.formats.schemas import text

    write(text(which.value), None)
