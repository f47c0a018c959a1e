"""The options that several commands share, and what is made of them."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reachcheck import __version__
from reachcheck.cli._console import write
from reachcheck.errors import UsageError
from reachcheck.message import msg

if TYPE_CHECKING:
    from reachcheck.formats.words import Words
    from reachcheck.model.sources import SourceRecord
    from reachcheck.plugins import Plugins
    from reachcheck.readers.base import ReadOptions
    from reachcheck.settings import Settings


class Lang(StrEnum):
    """The languages of the texts."""

    EN = "en"
    FR = "fr"


class Mode(StrEnum):
    """Whom a report is for."""

    SELF = "self"
    RECRUITER = "recruiter"


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
    typer.Option(
        "--map",
        metavar='NAME="Column"|FILE.toml',
        help='Which column holds what, e.g. likes="J\'aime", or a file that --save-map wrote. Repeatable.',
    ),
]
SaveMap = Annotated[
    str | None,
    typer.Option("--save-map", metavar="FILE.toml", help="Save how the table was read, to use it again with --map."),
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
Events = Annotated[
    list[str] | None,
    typer.Option(
        "--events",
        metavar="FILE",
        help="A table of what you say happened, and when (date,event): both verdicts are shown. Repeatable.",
    ),
]
References = Annotated[
    list[str] | None,
    typer.Option(
        "--reference", metavar="FILE.toml", help="Compare followers with this marked list too (see review). Repeatable."
    ),
]
Needs = Annotated[
    list[str] | None,
    typer.Option(
        "--need",
        metavar="FILE.toml|NAME",
        help="What you look for: notoriety, internal-community or yours. Repeatable.",
    ),
]
Weights = Annotated[
    str | None,
    typer.Option("--weights", metavar="NAME=2,...|file", help="Add up the criteria of a need; unknown stays apart."),
]
All = Annotated[bool, typer.Option("--all", help="Show every measure and remark in the text.")]
WhatIf = Annotated[bool, typer.Option("--what-if", help="Say what each further export could tell.")]
ForWhom = Annotated[Mode, typer.Option("--mode", help="Whom it is for: advice is for the person alone.")]
Contact = Annotated[
    str | None, typer.Option("--contact", metavar="TEXT", help="Whom to write to about the report, printed in it.")
]
RetainUntil = Annotated[
    datetime | None,
    typer.Option(
        "--retain-until", metavar="DATE", formats=["%Y-%m-%d"], help="The last day you keep the report, printed in it."
    ),
]
Width = Annotated[
    int | None,
    typer.Option(
        "--width", min=40, max=400, help="Columns of the text report; else the terminal's.", show_default=False
    ),
]
PlugIns = Annotated[
    bool, typer.Option("--plugins", help="Load readers, rules and formats of other packages: code that you trust.")
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


def root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Show it and exit.")
    ] = False,
) -> None:
    """What stands before any command."""


def read_options(
    mappings: list[str] | None,
    role: str | None,
    date_order: DateOrder | None,
    platform: str | None,
    loaded: "Plugins | None" = None,
) -> "ReadOptions":
    """What the user says about files that say too little themselves."""
    from reachcheck.readers.base import ReadOptions

    files = [text for text in mappings or [] if _is_saved(text)]
    saved = [_saved(text) for text in files]
    columns = {name: column for each in saved for name, column in each.columns.items()}
    columns |= dict(_mapping(text) for text in mappings or [] if text not in files)
    return ReadOptions(
        columns=columns,
        role=role or next((each.role for each in reversed(saved) if each.role), None),
        date_order=str(date_order) if date_order else next((e.date_order for e in saved if e.date_order), None),
        platform=None if platform is None else platform.strip().lower(),
        readers=() if loaded is None else loaded.readers,
    )


def compared_with(paths: list[str] | None, chosen: "Settings") -> "Settings":
    """The settings with marked lists of one's own beside those that ship."""
    if not paths:
        return chosen
    from reachcheck.labels.reference import compared_with as beside

    return beside(paths, chosen)


def save_map(path: str | None, records: "Sequence[SourceRecord]", options: "ReadOptions", words: "Words") -> None:
    """Write how the one hand-made table was read, where that is asked for; say so on standard error."""
    if path is None:
        return
    from reachcheck.readers import mapping

    write(mapping.as_toml(mapping.found_in(records, options)), path)
    print(words.say("cli.map.saved", path=path), file=sys.stderr)


def _is_saved(text: str) -> bool:
    return "=" not in text and text.lower().endswith(".toml")


def _saved(text: str) -> "ReadOptions":
    from reachcheck.readers import mapping

    return mapping.load(Path(text))


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


def words_for(lang: Lang, loaded: "Plugins | None" = None) -> "Words":
    """The texts of a language, with those of plug-ins."""
    from reachcheck.formats.words import Words

    return Words(str(lang), more=None if loaded is None else loaded.texts)


def plugged(allowed: bool) -> "Plugins | None":
    """The plug-ins, where they are allowed."""
    if not allowed:
        return None
    from reachcheck.plugins import load

    return load()


def settings_with(loaded: "Plugins | None") -> "Settings":
    """The settings in force, with the rules of plug-ins."""
    from reachcheck import settings

    found = settings.load()
    return found if loaded is None else replace(found, rules=loaded.rules, plugins=loaded.named)


def _mapping(text: str) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    if not (equals and name.strip() and column.strip()):
        raise UsageError(msg("cli.map.shape", given=text), remedy=msg("cli.map.example"))
    return name.strip(), column.strip()
