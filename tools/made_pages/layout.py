"""What made pages share: where they say that they are made, and how their lines are kept short."""

import textwrap
from collections.abc import Iterable, Sequence

WIDTH = 118
HELD = "\0"
"""Where no line may end."""


def page(title: str, source: str, *parts: str) -> str:
    """A page with its title, where it comes from, and its parts."""
    note = f"<!-- Made by `python tools/made_pages` from {source}; change that, not this. -->"
    return "\n\n".join([f"# {title}", note, *(part.rstrip("\n") for part in parts if part)]) + "\n"


def prose(text: str, first: str = "", later: str = "") -> str:
    """A paragraph in lines that fit; no line begins with a mark that Markdown would take for something else."""
    kept = text.replace(" %", f"{HELD}%")
    lines = textwrap.wrap(
        kept, WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines).replace(HELD, " ")


def bullets(items: Iterable[str]) -> str:
    """A list."""
    return "\n".join(prose(item, "- ", "  ") for item in items)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, without padding."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
