"""The options that several commands share, and what is made of them."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reachcheck import __version__
from reachcheck.errors import UsageError
from reachcheck.message import msg

if TYPE_CHECKING:
    from reachcheck.formats.words import Words
    from reachcheck.readers.base import ReadOptions


class Lang(StrEnum):
    """The languages of the texts."""

    EN = "en"
    FR = "fr"


class DateOrder(StrEnum):
    """How dates such as 03/04/2026 are meant."""

    DMY = "dmy"
    MDY = "mdy"


def _version(asked: bool) -> None:
    if asked:
        print(f"reachcheck {__version__}")
        raise typer.Exit


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders or ZIPs; - is standard input.")]
OutputFile = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
]
Language = Annotated[Lang, typer.Option("--lang", help="Language of the texts.")]
Mappings = Annotated[
    list[str] | None,
    typer.Option("--map", metavar='NAME="Column"', help='Which column holds what, e.g. likes="J\'aime". Repeatable.'),
]
Role = Annotated[
    str | None, typer.Option("--as", metavar="ROLE", help="What a list is: followers, following, posts, daily...")
]
Platform = Annotated[
    str | None,
    typer.Option("--platform", metavar="NAME", help="Which platform, where the files are of several: instagram, x..."),
]
DateOrders = Annotated[DateOrder | None, typer.Option("--date-order", help="How dates such as 03/04/2026 are meant.")]
Handle = Annotated[str | None, typer.Option("--handle", metavar="NAME", help="The one profile to look at.")]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", metavar="DATE", formats=["%Y-%m-%d"], help="The day the export speaks of, YYYY-MM-DD."),
]
Width = Annotated[
    int | None,
    typer.Option(
        "--width", min=40, max=400, help="Columns of the text report; else the terminal's.", show_default=False
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


def root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Show it and exit.")
    ] = False,
) -> None:
    """What stands before any command."""


def read_options(
    mappings: list[str] | None, role: str | None, date_order: DateOrder | None, platform: str | None
) -> "ReadOptions":
    """What the user says about files that say too little themselves."""
    from reachcheck.readers.base import ReadOptions

    given: dict[str, Any] = {"columns": dict(_mapping(text) for text in mappings or []), "role": role}
    given["platform"] = None if platform is None else platform.strip().lower()
    if date_order is not None:
        given["date_order"] = str(date_order)
    return ReadOptions(**given)


def output_format(asked: str | None, output: str | None, default: str, known: tuple[str, ...]) -> str:
    """The format asked for, else that of the output file's suffix, else the default."""
    suffix = Path(output or "").suffix.lstrip(".").lower()
    suffix = "text" if suffix == "txt" else suffix
    if asked is None:
        return suffix if suffix in known else default
    if asked not in known:
        raise UsageError(msg("cli.format.unknown", asked=asked), remedy=msg("cli.format.known", known=known))
    return asked


def day(moment: datetime | None) -> date | None:
    """The date of a date option."""
    return None if moment is None else moment.date()


def words_for(lang: Lang) -> "Words":
    """The texts of a language."""
    from reachcheck.formats.words import Words

    return Words(str(lang))


def _mapping(text: str) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    if not (equals and name.strip() and column.strip()):
        raise UsageError(msg("cli.map.shape", given=text), remedy=msg("cli.map.example"))
    return name.strip(), column.strip()
