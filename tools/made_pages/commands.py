"""The reference of the command line, from what the commands declare."""

import inspect
import re
from collections.abc import Iterator
from enum import Enum, EnumType
from typing import Any, cast, get_args

from typer.models import ArgumentInfo, CommandInfo, OptionInfo

from made_pages.layout import bullets, page, prose
from reachcheck.cli.app import HELP, build


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text of each."""
    commands = build().registered_commands
    parts = [_help(HELP), bullets(f"[`{c.name}`](#reachcheck-{c.name}): {c.short_help}" for c in commands)]
    parts += [_one(command) for command in commands]
    yield "commands.md", page("The commands", "the commands' own help", *parts)


def _one(command: CommandInfo) -> str:
    declared = inspect.signature(command.callback).parameters.values() if command.callback else ()
    parts = [(parameter, *_parts(parameter)) for parameter in declared]
    takes = [_argument(p, kind, info) for p, kind, info in parts if isinstance(info, ArgumentInfo)]
    usage = " ".join(["reachcheck", str(command.name), *takes, "[OPTIONS]"])
    said = [
        f"`{_argument(p, kind, info)}`: {info.help}" if isinstance(info, ArgumentInfo) else _option(p, kind, info)
        for p, kind, info in parts
    ]
    return f"## reachcheck {command.name}\n\n{_help(command.help or '')}\n\n```text\n{usage}\n```\n\n{bullets(said)}"


def _parts(parameter: inspect.Parameter) -> tuple[Any, ArgumentInfo | OptionInfo]:
    """The type of a parameter without None and list, and what typer is told of it."""
    kind, info = get_args(parameter.annotation)[:2]
    inner = [each for each in get_args(kind) if each is not type(None)]
    return (inner[0] if inner else kind), info


def _argument(parameter: inspect.Parameter, kind: Any, info: ArgumentInfo) -> str:
    name = info.metavar or "|".join(_choices(kind)) or parameter.name.upper()
    return f"{name}..." if str(parameter.annotation).startswith("typing.Annotated[list[") else name


def _option(parameter: inspect.Parameter, kind: Any, info: OptionInfo) -> str:
    # In Annotated the first name stands where the default of older typer stood.
    declared = [each for each in (info.default, *(info.param_decls or ())) if isinstance(each, str)]
    names = ", ".join(each for each in declared if each.startswith("-"))
    takes = "" if kind is bool else f" {info.metavar or '|'.join(_choices(kind)) or 'N'}"
    default = getattr(parameter.default, "value", parameter.default)
    given = f" Without it: {default}." if default not in (None, False) else ""
    return f"`{names}{takes}`: {info.help}{given}"


def _choices(kind: Any) -> list[str]:
    return [str(each.value) for each in cast("type[Enum]", kind)] if isinstance(kind, EnumType) else []


def _help(text: str) -> str:
    """Paragraphs as such, and what is set in columns as it is."""
    parts: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        kept, said = "\b" in block, block.replace("\b", "").strip("\n")
        lines = [line.rstrip() for line in said.splitlines()]
        if kept and any(line.startswith("  ") for line in lines):
            parts.append("```text\n" + "\n".join(line.removeprefix("  ") for line in lines) + "\n```")
        elif said.strip():
            parts.append(prose(" ".join(line.strip() for line in lines)))
    return "\n\n".join(parts)
