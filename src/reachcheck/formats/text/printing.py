"""Printing lines: plain into pipes and files, in colour on a terminal that wants it."""

import os
from collections.abc import Sequence
from typing import TextIO

from reachcheck.formats.text.lines import Line

_STYLES = {"plain": "", "strong": "bold", "flag": "bold red", "dim": "dim"}


def print_lines(lines: Sequence[Line], stream: TextIO) -> None:
    """Print; rich is loaded for a terminal only."""
    if not stream.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        stream.writelines(f"{line.text}\n" for line in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((span.text, _STYLES[span.style]) for span in line.spans)), end="\n")
