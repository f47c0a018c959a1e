"""Valid files made invalid, as an attacker, a broken disk and a spreadsheet would: cut, flipped, spliced, recoded."""

import re
from collections.abc import Sequence

from hypothesis import strategies as st

MOST = 1 << 16
"""Bytes of a mutated file; the defects that are looked for are all smaller."""
TOKENS = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b'"', b"'", b"\\", b"\n", b"\r\n", b"\r", b",", b";", b"\t",
    b"{", b"}", b"[", b"]", b"[" * 3000, b'{"a":' * 3000, b"null", b"true", b"NaN", b"-Infinity", b"1e309", b"-0",
    b"1" * 5000, b"9" * 25, b"0x1F", b"1_000", b"1,5", b"-1", b"2025-13-45", b"0000-00-00", b"9999-12-31T23:59:60Z",
    b"-1-01-01", b"99999999999999", b"\xe2\x80\xae", b"\\ud83d", b"\xf0\x9f\x98\x80", b"=1+1", b"@", b"<", b"&a;",
    b"://", b"a" * 2000,
)  # fmt: skip
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "cp437", "utf-7")

_SCALAR = re.compile(rb'-?\d[\d.:T/-]*|"[^"\\]{0,40}"|true|false|null')


@st.composite
def mutated(draw: st.DrawFn, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds with one to four changes."""
    content = draw(st.sampled_from(seeds))[:MOST]
    for _ in range(draw(st.integers(1, 4))):
        content = _CHANGES[draw(st.sampled_from(sorted(_CHANGES)))](draw, content, seeds)[: 2 * MOST]
    return content


def _span(draw: st.DrawFn, content: bytes, most: int) -> tuple[int, int]:
    start = draw(st.integers(0, len(content)))
    return start, min(len(content), start + draw(st.integers(0, most)))


def _cut(draw: st.DrawFn, content: bytes, _: Sequence[bytes]) -> bytes:
    return content[: draw(st.integers(0, len(content)))]


def _drop(draw: st.DrawFn, content: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(draw, content, 400)
    return content[:start] + content[end:]


def _repeat(draw: st.DrawFn, content: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(draw, content, 400)
    return content[:end] + content[start:end] * draw(st.integers(1, 5)) + content[end:]


def _flip(draw: st.DrawFn, content: bytes, _: Sequence[bytes]) -> bytes:
    out = bytearray(content or b"\0")
    for _ in range(draw(st.integers(1, 5))):
        out[draw(st.integers(0, len(out) - 1))] ^= 1 << draw(st.integers(0, 7))
    return bytes(out)


def _splice(draw: st.DrawFn, content: bytes, seeds: Sequence[bytes]) -> bytes:
    other = draw(st.sampled_from(seeds))[:MOST]
    start, end = _span(draw, other, 2000)
    at, until = _span(draw, content, 400)
    return content[:at] + other[start:end] + content[until:]


def _insert(draw: st.DrawFn, content: bytes, _: Sequence[bytes]) -> bytes:
    at, until = _span(draw, content, 8)
    return content[:at] + draw(st.sampled_from(TOKENS)) + content[until:]


def _replace(draw: st.DrawFn, content: bytes, _: Sequence[bytes]) -> bytes:
    """Another thing where a value stands, so that the shape stays and what it holds does not."""
    places = [found.span() for found in _SCALAR.finditer(content)]
    if not places:
        return content
    start, end = draw(st.sampled_from(places))
    token = draw(st.sampled_from(TOKENS))
    quoted = content[start : start + 1] == b'"' and draw(st.booleans())
    return content[:start] + (b'"' + token + b'"' if quoted else token) + content[end:]


def _recode(draw: st.DrawFn, content: bytes, _: Sequence[bytes]) -> bytes:
    return content.decode("utf-8", "replace").encode(draw(st.sampled_from(ENCODINGS)), "replace")


_CHANGES = {
    "cut": _cut,
    "drop": _drop,
    "flip": _flip,
    "insert": _insert,
    "recode": _recode,
    "repeat": _repeat,
    "replace": _replace,
    "splice": _splice,
}
