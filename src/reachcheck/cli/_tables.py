"""Tables into a file, a folder or a pipe; shared by `analyze` and `batch`."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reachcheck.cli._console import to_stdout, write, write_bytes
from reachcheck.errors import UsageError
from reachcheck.message import msg

if TYPE_CHECKING:
    from reachcheck.formats.tabled import Sheet
    from reachcheck.formats.words import Words

FORMATS = ("csv", "parquet")
Name = Annotated[
    str | None,
    typer.Option(
        "--table",
        metavar="NAME",
        help="Which table, for csv and parquet: measures, findings, evidence, bounds or figures. See schema tables.",
    ),
]


def check(table: str | None, form: str, *others: str) -> None:
    """Raise UsageError for a table that is none of a profile's and no other, or a format that has none."""
    if table is None:
        return
    from reachcheck.results.tables import TABLES

    known = (*others, *TABLES)
    if form not in FORMATS:
        raise UsageError(msg("cli.table.form", asked=form), remedy=msg("cli.table.forms"))
    if table not in known:
        raise UsageError(msg("cli.table.unknown", asked=table), remedy=msg("cli.format.known", known=known))


def show(
    make: "Callable[[str], Sheet]", form: str, names: Sequence[str], table: str | None, output: str | None,
    words: "Words",
) -> None:  # fmt: skip
    """Write one table (the first, unless another was asked for); into a folder all of them."""
    if output is not None and (output.endswith(("/", "\\")) or Path(output).is_dir()):
        folder = _folder(output)
        for name in names if table is None else (table,):
            _write(make(name), form, str(folder / f"{name}.{form}"), words)
    else:
        _write(make(table or names[0]), form, output, words)


def _folder(output: str) -> Path:
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(msg("cli.output.refused"), place=output, remedy=msg("cli.output.elsewhere")) from error
    return folder


def _write(table: "Sheet", form: str, output: str | None, words: "Words") -> None:
    if form == "csv":
        from reachcheck.formats import to_csv

        write(to_csv.render(table), output)
        return
    from reachcheck.formats import to_parquet

    data = to_parquet.render(table, words)
    if output is not None and output != "-":
        write_bytes(data, Path(output))
    elif sys.stdout.isatty():
        raise UsageError(msg("cli.table.terminal"), remedy=msg("cli.table.file"))
    else:
        to_stdout(lambda: sys.stdout.buffer.write(data))
