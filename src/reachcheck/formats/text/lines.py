"""Lines of text made of styled spans, and the few ways in which they are laid out."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

Style = Literal["plain", "strong", "flag", "dim"]
_NO_BREAK = "\u00a0"
_ASCII = str.maketrans(
    {
        "\u202f": " ",
        "\u00a0": " ",
        "\u2019": "'",
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2026": "~",
        "\u00b7": "-",
        "\u2212": "-",
    }
)


@dataclass(frozen=True)
class Span:
    """Some text in one style; the style repeats what the words say and adds nothing."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True)
class Line:
    """One line."""

    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The line without styles."""
        return "".join(span.text for span in self.spans).rstrip(" ")


BLANK = Line()


def line(text: str, style: Style = "plain") -> Line:
    """A line of one span."""
    return Line((Span(text, style),))


def columns(text: str) -> int:
    """How many terminal columns a text takes: wide characters take two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """The text, filled with spaces on the right."""
    return text + " " * (width - columns(text))


def right(text: str, width: int) -> str:
    """The text, filled with spaces on the left."""
    return " " * (width - columns(text)) + text


def wrap(text: str, width: int) -> list[str]:
    """Break a text at spaces, and within words only where a word alone is too wide; "5 %" stays together."""
    rows: list[str] = []
    row = ""
    for word in _words(text, width):
        longer = f"{row} {word}" if row else word
        if row and columns(longer) > width:
            rows.append(row)
            row = word
        else:
            row = longer
    return [r.replace(_NO_BREAK, " ") for r in (*rows, row)]


def _words(text: str, width: int) -> list[str]:
    glued = text.replace(" %", f"{_NO_BREAK}%")
    return [piece for word in glued.split(" ") if word for piece in _pieces(word, width)]


def _pieces(word: str, width: int) -> list[str]:
    pieces: list[str] = []
    while columns(word) > width:
        at = _fitting(word, width)
        pieces.append(word[:at])
        word = word[at:]
    return [*pieces, word]


def _fitting(word: str, width: int) -> int:
    used = 0
    for at, char in enumerate(word):
        used += _columns(char)
        if used > width:
            return max(1, at)
    return len(word)


def paragraph(text: str, width: int, indent: int = 3, style: Style = "plain", hang: int = 0) -> list[Line]:
    """A wrapped text, indented; `hang` indents all lines but the first further."""
    first, *rest = wrap(text, width - indent - hang)
    return [line(" " * indent + first, style), *(line(" " * (indent + hang) + row, style) for row in rest)]


def led(lead: str, text: str, width: int, style: Style = "plain") -> list[Line]:
    """A wrapped text after a short lead, aligned to it."""
    at = columns(lead)
    first, *rest = wrap(text, width - at)
    return [line(lead + first, style), *(line(" " * at + row, style) for row in rest)]


def labelled(label: str, text: str, width: int, *, indent: int, gap: int, style: Style = "plain") -> list[Line]:
    """A label with a wrapped text beside it; under it where the page is too narrow for both."""
    if width - indent - gap < 24 or columns(label) >= gap:
        return [line(" " * indent + label, "dim"), *paragraph(text, width, indent + 2, style)]
    first, *rest = wrap(text, width - indent - gap)
    head = Line((Span(" " * indent + pad(label, gap), "dim"), Span(first, style)))
    return [head, *(line(" " * (indent + gap) + row, style) for row in rest)]


def sides(left: Span, after: Span, width: int) -> list[Line]:
    """A text with a remark at the right margin; the remark goes on its own line where it does not fit."""
    free = width - columns(left.text) - columns(after.text)
    if free >= 2:
        return [Line((left, Span(" " * free), after))]
    lead = left.text[: len(left.text) - len(left.text.lstrip(" "))]
    rows = [line(lead + row, left.style) for row in wrap(left.text.strip(" "), width - columns(lead))]
    if width - columns(rows[-1].text) - columns(after.text) >= 2:
        gap = " " * (width - columns(rows[-1].text) - columns(after.text))
        return [*rows[:-1], Line((*rows[-1].spans, Span(gap), after))]
    below = wrap(after.text, width)
    return [*rows, *(line(right(row, width), after.style) for row in below)]


def remarked(text: str, remark: str, width: int, indent: int, *, lead: str = "", style: Style = "plain") -> list[Line]:
    """A wrapped text with a remark at the right margin of its first line."""
    first, *rest = wrap(text, width - indent - (columns(remark) + 2 if remark else 0))
    head = Span(pad(lead, indent) + first, style)
    if not remark:
        return [Line((head,)), *(line(" " * indent + row, style) for row in rest)]
    free = " " * (width - columns(head.text) - columns(remark))
    return [Line((head, Span(free), Span(remark, "dim"))), *(line(" " * indent + row, style) for row in rest)]


def beside(left: Sequence[Line], right: Sequence[Line], at: int) -> list[Line]:
    """Two columns, the second beginning in column `at`; both begin on one line, with what is no empty line."""
    rows = zip_longest(_begun(left), _begun(right), fillvalue=BLANK)
    return [_joined(one, other, at) if other.text else one for one, other in rows]


def _begun(rows: Sequence[Line]) -> Sequence[Line]:
    return rows[next((at for at, row in enumerate(rows) if row.text), len(rows)) :]


def _joined(one: Line, other: Line, at: int) -> Line:
    return Line((*one.spans, Span(" " * (at - columns("".join(span.text for span in one.spans)))), *other.spans))


def plain(lines: list[Line]) -> list[Line]:
    """The same lines, width for width, with typographic signs in ASCII."""
    return [Line(tuple(Span(span.text.translate(_ASCII), span.style) for span in row.spans)) for row in lines]
