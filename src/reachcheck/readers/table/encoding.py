"""From bytes to text: which encoding, by what is in the bytes, and never a silent replacement."""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65536
NULS = 0.1
"""Share of NUL bytes at one parity from which text counts as UTF-16 without a mark."""
NOISE = 0.02
"""Share of control characters from which text counts as no text at all."""
SOUND = 4
"""How many whole UTF-8 characters must stand for each broken one, for a file to count as damaged UTF-8."""

_NOISE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

Chunks = Callable[[], Iterable[bytes]]
"""Gives the bytes of a file from the start, in pieces, as often as it is called."""


@dataclass(frozen=True)
class Encoding:
    """How the bytes of a file are read."""

    name: str
    skip: int = 0
    """Bytes of the mark at the start."""
    errors: str = "strict"
    note: Message | None = None
    """What to say where the encoding is a guess or the text is damaged."""


def decode(content: bytes, place: str) -> tuple[str, Message | None]:
    """Text of a file without its mark, and a remark where the encoding is a guess or the text is damaged."""
    found = find_encoding(lambda: (content,), place)
    text = content[found.skip :].decode(found.name, found.errors).lstrip("\ufeff")
    refuse_noise(text, place)
    return text, found.note


def refuse_noise(text: str, place: str) -> None:
    """Raise UnreadableError where the beginning of a text is none."""
    sample = text[:SAMPLE]
    if len(_NOISE.findall(sample)) > NOISE * len(sample):
        raise _binary(place)


def find_encoding(chunks: Chunks, place: str) -> Encoding:
    """The encoding of a file; raises UnreadableError where it is not what its mark says, or no text."""
    head = next(iter(chunks()), b"")
    for mark, name in BOMS:
        if head.startswith(mark):
            return _checked(Encoding(name, len(mark)), chunks, place)
    wide = _utf16_without_mark(head)
    if wide:
        return _checked(Encoding(wide), chunks, place)
    if _error(Encoding("utf-8"), chunks) is None:
        return Encoding("utf-8")
    return _damaged(chunks) or _western(chunks, place)


def _checked(encoding: Encoding, chunks: Chunks, place: str) -> Encoding:
    broken = _error(encoding, chunks)
    if broken is None:
        return encoding
    if encoding.name == "utf-8":
        return Encoding("utf-8", encoding.skip, "replace", _damage(_counts("utf-8", chunks)[0]))
    problem = msg("table.encoding_broken", encoding=encoding.name, byte=broken)
    raise UnreadableError(problem, place=place, remedy=msg("table.encoding_broken_remedy"))


def _error(encoding: Encoding, chunks: Chunks) -> int | None:
    """At which byte behind the mark the text breaks off its encoding."""
    decoder = codecs.getincrementaldecoder(encoding.name)()
    before = -encoding.skip
    try:
        for number, chunk in enumerate(chunks()):
            kept = len(decoder.getstate()[0])
            decoder.decode(chunk if number else chunk[encoding.skip :])
            before += len(chunk)
        kept = len(decoder.getstate()[0])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return max(0, before) - kept + error.start
    return None


def texts(encoding: Encoding, chunks: Chunks) -> Iterator[str]:
    """The text of a file in pieces, without its mark."""
    decoder = codecs.getincrementaldecoder(encoding.name)(encoding.errors)
    for number, chunk in enumerate(chunks()):
        yield decoder.decode(chunk if number else chunk[encoding.skip :])
    yield decoder.decode(b"", final=True)


def _counts(name: str, chunks: Chunks) -> tuple[int, int, int]:
    """How many characters are broken, how many others are not ASCII, and how many there are."""
    broken = others = size = 0
    for text in texts(Encoding(name, errors="replace"), chunks):
        found = text.count("\ufffd")
        broken += found
        others += len(_NOT_ASCII.findall(text)) - found
        size += len(text)
    return broken, others, size


def _utf16_without_mark(content: bytes) -> str | None:
    sample = content[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    least = max(1.0, NULS * len(sample) / 2)
    if odd >= least and even * 10 <= odd:
        return "utf-16-le"
    if even >= least and odd * 10 <= even:
        return "utf-16-be"
    return None


def _damaged(chunks: Chunks) -> Encoding | None:
    broken, whole, _ = _counts("utf-8", chunks)
    return Encoding("utf-8", errors="replace", note=_damage(broken)) if whole >= SOUND * broken else None


def _damage(count: int) -> Message:
    return msg("table.encoding_damaged", count=count)


def _western(chunks: Chunks, place: str) -> Encoding:
    broken, _, size = _counts("cp1252", chunks)
    if broken > NOISE * size:
        raise _binary(place)
    guessed = msg("table.encoding_guessed", encoding="cp1252")
    return Encoding("cp1252", errors="replace", note=_damage(broken) if broken else guessed)


def _binary(place: str) -> UnreadableError:
    return UnreadableError(msg("table.binary"), place=place, remedy=msg("table.binary_remedy"))
