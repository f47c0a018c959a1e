"""Strict JSON, with the place of whatever breaks it, and its values as exact text."""

import json
import re
from collections import Counter
from decimal import Decimal
from math import isinf
from typing import NoReturn

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.readers.asides import remark

DEEPEST = 200
"""Nesting that a place is named for; the parser's own limit is what refuses."""

NAMED = 5
"""How many names are said."""

_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"|NaN|-?Infinity|(?<!\d)\d{4000,}+|[\[\]{}]', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")


class _NoNumberError(ValueError):
    """NaN or an infinity, which JSON does not have."""


class _HugeNumberError(ValueError):
    """A number beyond all floats; its message is how it is written."""


def read_json(content: bytes, place: str) -> object:
    """Parse a whole file; raises UnreadableError naming line, column and character where it is not JSON.

    Of a key that stands twice in an object the last value counts, as everywhere, and that is remarked on; so is a lone
    half of a character pair, which no file could hold again and which becomes U+FFFD.
    """
    return _parse(_decode(content, place), place)


def _decode(content: bytes, place: str) -> str:
    """Text of a JSON file: UTF-8, UTF-16 or UTF-32, with or without a mark."""
    encoding = json.detect_encoding(content)
    try:
        return content.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        at = error.start
        line, column = content.count(b"\n", 0, at) + 1, at - content.rfind(b"\n", 0, at)
        problem = msg("table.json_encoding", encoding=encoding, line=line, column=column, byte=at + 1)
        raise _unreadable(problem, place) from error


def _parse(text: str, place: str) -> object:
    pairs = _Pairs()
    try:
        data: object = json.loads(text, parse_constant=_refuse, parse_float=_float, object_pairs_hook=pairs)
        data = _whole(data) if _SURROGATE.search(text) else data
    except json.JSONDecodeError as error:
        problem = msg("table.json_broken", line=error.lineno, column=error.colno, at=error.pos + 1)
        raise _unreadable(problem, place) from error
    except (RecursionError, ValueError) as error:
        raise _unreadable(limit(error, text), place) from error
    if pairs.repeated:
        remark(msg("table.json_repeated_keys", names=tuple(pairs.repeated)))
    return data


class _Pairs:
    """Makes objects of their pairs, and remembers keys that stand in one object twice."""

    def __init__(self) -> None:
        self.repeated: dict[str, None] = {}

    def __call__(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) != len(pairs) and len(self.repeated) < NAMED:
            counts = Counter(key for key, _ in pairs)
            again = [_HALF.sub("\ufffd", key) for key, times in counts.items() if times > 1]
            self.repeated.update(dict.fromkeys(again[: NAMED - len(self.repeated)]))
        return made


def limit(error: Exception, text: str) -> Message:
    """What is no JSON for us although the parser's grammar lets it through."""
    if isinstance(error, _NoNumberError):
        return msg("table.json_no_number", **_find(text, "NI-"))
    if isinstance(error, RecursionError):
        return msg("table.json_deep", **_find(text, "[{"))
    if isinstance(error, _HugeNumberError):
        return msg("table.json_huge_number", **_position(text, text.find(str(error))))
    return msg("table.json_huge_number", **_find(text, "0123456789"))


def _unreadable(problem: Message, place: str) -> UnreadableError:
    where = f"{place}:{problem.params['line']}"
    return UnreadableError(problem, place=where, remedy=msg("table.json_remedy"))


def json_lines(content: bytes, place: str) -> list[bytes]:
    """Lines of a file of one value a line, so that a broken one breaks no other."""
    narrow = json.detect_encoding(content).startswith("utf-8")
    return (content if narrow else _decode(content, place).encode()).split(b"\n")


def flatten(item: dict[str, object]) -> dict[str, str]:
    """Nested objects as dotted names; a list of one stands for what it holds."""
    flat: dict[str, str] = {}
    _flatten(item, "", flat)
    return flat


def _flatten(item: dict[str, object], prefix: str, flat: dict[str, str]) -> None:
    for key, value in item.items():
        name = prefix + key
        while isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, dict) and value:
            _flatten(value, f"{name}.", flat)
        else:
            flat[_unused(name, flat)] = _exact_text(value)


def _exact_text(value: object) -> str:
    """A scalar as exact text; null and what holds nothing is the empty string, a list compact JSON."""
    if isinstance(value, str):
        return value
    if value is None or value in ({}, []):
        return ""
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, int):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _unused(name: str, flat: dict[str, str]) -> str:
    number, free = 1, name
    while free in flat:
        number += 1
        free = f"{name} ({number})"
    return free


def _float_text(value: float) -> str:
    text = repr(value)
    return format(Decimal(text), "f") if "e" in text else text


def _refuse(name: str) -> NoReturn:
    raise _NoNumberError(name)


def _float(text: str) -> float:
    value = float(text)
    if isinf(value):
        raise _HugeNumberError(text)
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        return _joined(value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_joined(key): _whole(item) for key, item in value.items()}
    return value


def _joined(text: str) -> str:
    if not _HALF.search(text):
        return text
    remark(msg("table.json_half_pairs"))
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _find(text: str, first: str) -> dict[str, int]:
    """Line, column and character of the first token that begins with one of `first`; for brackets: that is too deep."""
    depth = 0
    for token in _TOKENS.finditer(text):
        sign = token.group()[0]
        depth += (sign in "[{") - (sign in "]}")
        if sign in first and (first != "[{" or depth > DEEPEST):
            return _position(text, token.start())
    return _position(text, 0)


def _position(text: str, offset: int) -> dict[str, int]:
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return {"line": line, "column": column, "at": offset + 1}
