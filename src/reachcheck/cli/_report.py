"""From results to where the user wants them; shared by `analyze` and `demo`."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reachcheck.cli import _tables
from reachcheck.cli._console import is_terminal, shows_unicode, to_stdout, write

if TYPE_CHECKING:
    from reachcheck.formats.text import Line
    from reachcheck.formats.words import Words
    from reachcheck.results.report import Results

FORMATS = ("text", "html", "md", "json", "csv", "parquet")
PIPED_WIDTH = 80
WIDEST = 120
"""Columns of a page: longer lines are hard to read."""
TWO_PAGES = 200
"""Columns of two of them side by side."""


def show(
    results: "Results", form: str, words: "Words", output: str | None, width: int | None,
    *, brief: bool = False, full: bool = False, table: str | None = None,
) -> None:  # fmt: skip
    """Render one report and write it; `brief` shows only the first screen of the text."""
    if form == "json":
        from reachcheck.formats.to_json import render

        write(render(results, words), output)
    elif form in _tables.FORMATS:
        from reachcheck.formats import tabled
        from reachcheck.results.tables import TABLES

        made = partial(tabled.of_profile, results=results, words=words)
        _tables.show(made, form, tuple(TABLES), table, output, words)
    elif form == "md":
        from reachcheck.formats import markdown

        write(markdown.render(results, words), output)
    elif form == "html":
        from reachcheck.formats import html

        write(html.render(results, words), output)
    else:
        _show_text(results, words, output, width, brief, full)


def _show_text(
    results: "Results", words: "Words", output: str | None, width: int | None, brief: bool, full: bool
) -> None:
    from reachcheck.formats.text import render

    def made(columns: int, unicode: bool) -> "list[Line]":
        return render(results, words, columns, unicode=unicode, brief=brief, full=full)

    show_lines(made, output, width)


def show_lines(render: Callable[[int, bool], "list[Line]"], output: str | None, width: int | None) -> None:
    """Lay out lines for where they go, and write them there."""
    from reachcheck.formats.text import print_lines

    if output is not None and output != "-":
        lines = render(width or PIPED_WIDTH, True)
        write("".join(f"{line.text}\n" for line in lines), output)
    else:
        lines = render(width or text_width(), shows_unicode(sys.stdout))
        to_stdout(lambda: print_lines(lines, sys.stdout))


def text_width() -> int:
    """The terminal's width within reason; 80 where nobody watches, so that the bytes do not depend on the window."""
    if not is_terminal(sys.stdout):
        return PIPED_WIDTH
    import shutil

    from reachcheck.formats.text import TWO_COLUMNS

    found = shutil.get_terminal_size().columns
    return max(40, min(TWO_PAGES if found >= TWO_COLUMNS else WIDEST, found))
