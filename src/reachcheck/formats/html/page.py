"""The page, or one of its pictures, inside a notebook: a frame of its own, so that neither's style touches the other.

The frame is a sandbox: nothing in it runs, and nothing leads out of it. Without a script it cannot say how high its
content is, so each kind has a height at which it usually fits, and scrolls where it does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import escape

from reachcheck.formats.html import picture_alone, render
from reachcheck.formats.words import Words
from reachcheck.results.report import Results

WHOLE = 720
HEIGHTS = {"growth": 560, "weeks": 230}
PICTURE = 430
"""Pixels of every other picture."""


@dataclass(frozen=True)
class Page:
    """An HTML document that shows itself in a notebook; `height` is in pixels."""

    html: str = field(repr=False)
    title: str
    height: int

    def __str__(self) -> str:
        """The document, to be written to a file."""
        return self.html

    def _repr_html_(self) -> str:
        style = f"width:100%;height:{self.height}px;border:0"
        return f'<iframe sandbox title="{escape(self.title)}" style="{style}" srcdoc="{escape(self.html)}"></iframe>'


def page(
    results: Results, picture: str | None = None, *, lang: str = "en", height: int | None = None,
    texts: Mapping[str, Mapping[str, str]] | None = None,
) -> Page:  # fmt: skip
    """The whole report, or one picture by its name; ValueError for a name that none has."""
    words = Words(lang, more=texts)
    if picture is None:
        return Page(render(results, words), "reachcheck", height or WHOLE)
    usual = HEIGHTS.get(picture, PICTURE)
    return Page(picture_alone(results, picture, words), f"reachcheck: {picture}", height or usual)
