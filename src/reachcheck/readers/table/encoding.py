"""From bytes to text: which encoding, by what is in the bytes, and never a silent replacement."""

import codecs
import re

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


def decode(content: bytes, place: str) -> tuple[str, Message | None]:
    """Text of a file without its mark, and a remark where the encoding is a guess or the text is damaged."""
    text, note = _decode(content, place)
    text = text.lstrip("\ufeff")
    sample = text[:SAMPLE]
    if len(_NOISE.findall(sample)) > NOISE * len(sample):
        raise _binary(place)
    return text, note


def _decode(content: bytes, place: str) -> tuple[str, Message | None]:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding, place)
    wide = _utf16_without_mark(content)
    if wide:
        return _marked(content, wide, place)
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError:
        return _damaged(content) or _western(content, place)


def _marked(body: bytes, encoding: str, place: str) -> tuple[str, Message | None]:
    try:
        return body.decode(encoding), None
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _replaced(body)
        problem = msg("table.encoding_broken", encoding=encoding, byte=error.start)
        raise UnreadableError(problem, place=place, remedy=msg("table.encoding_broken_remedy")) from error


def _utf16_without_mark(content: bytes) -> str | None:
    sample = content[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    least = max(1.0, NULS * len(sample) / 2)
    if odd >= least and even * 10 <= odd:
        return "utf-16-le"
    if even >= least and odd * 10 <= even:
        return "utf-16-be"
    return None


def _damaged(content: bytes) -> tuple[str, Message] | None:
    text, note = _replaced(content)
    broken = text.count("\ufffd")
    whole = len(_NOT_ASCII.findall(text)) - broken
    return (text, note) if whole >= SOUND * broken else None


def _replaced(content: bytes) -> tuple[str, Message]:
    text = content.decode("utf-8", "replace")
    return text, msg("table.encoding_damaged", count=text.count("\ufffd"))


def _western(content: bytes, place: str) -> tuple[str, Message]:
    text = content.decode("cp1252", "replace")
    broken = text.count("\ufffd")
    if broken > NOISE * len(text):
        raise _binary(place)
    if broken:
        return text, msg("table.encoding_damaged", count=broken)
    return text, msg("table.encoding_guessed", encoding="cp1252")


def _binary(place: str) -> UnreadableError:
    return UnreadableError(msg("table.binary"), place=place, remedy=msg("table.binary_remedy"))
