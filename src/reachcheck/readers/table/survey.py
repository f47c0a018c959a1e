"""What the bytes of a large file show at a glance: whether every line of it can be a plain row."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Survey:
    """`lines` physical lines, the last one whether it is ended or not."""

    lines: int
    quoted: bool
    """Whether there are quotes at all."""
    plain: bool
    """One kind of line end, no blank line, and no quote with text on both sides or white space beside it."""


def survey(chunks: Iterable[bytes], delimiter: str, quote: str) -> Survey:
    """Look at a file whose encoding leaves ASCII as it is."""
    lines, ends, quoted, plain = 0, set[bytes](), False, True
    doubtful, mark = _doubtful(delimiter, quote), quote.encode()
    last = b""
    for piece in _whole_lines(chunks):
        count, pairs = piece.count(b"\n"), piece.count(b"\r\n")
        lines += count
        ends |= {b"\r\n"} if pairs else set()
        ends |= {b"\n"} if count > pairs else set()
        quoted = quoted or mark in piece
        joined = last[-2:] + piece
        plain = plain and piece.count(b"\r") == pairs and b"\n\n" not in joined and b"\n\r\n" not in joined
        plain = plain and not (mark in piece and doubtful.search(b"\n" + piece))
        last = piece
    unended = bool(last) and not last.endswith(b"\n")
    return Survey(lines + unended, quoted, plain and len(ends) < 2)


def _doubtful(delimiter: str, quote: str) -> re.Pattern[bytes]:
    """A quote within a text, or with white space between it and the border of its cell."""
    mark, border = re.escape(quote).encode(), re.escape(delimiter).encode()
    beside = b"[^\\s" + border + mark + b"]"
    within = mark + b"(?=" + beside + b")(?<=" + beside + mark + b")"
    space = b"[^\\S\r\n" + border + b"]+"
    before, behind = b"[\n" + border + b"]" + space + mark, mark + space + b"(?:[\r\n" + border + b"]|\\Z)"
    return re.compile(b"|".join((within, before, behind)))


def _whole_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes cut behind line ends."""
    rest: list[bytes] = []
    for chunk in chunks:
        end = chunk.rfind(b"\n") + 1
        if end:
            yield b"".join((*rest, chunk[:end]))
            rest = []
        rest.append(chunk[end:])
    if any(rest):
        yield b"".join(rest)
