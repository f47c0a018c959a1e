"""Strict JSON, with the place of whatever breaks it, and its values as exact text."""

import json
import re
from decimal import Decimal
from typing import NoReturn

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg

DEEPEST = 200
"""Nesting that a place is named for; the parser's own limit is what refuses."""

_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"|NaN|-?Infinity|\d{4000,}|[\[\]{}]', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _NoNumberError(ValueError):
    """NaN or an infinity, which JSON does not have."""


def read_json(content: bytes, place: str) -> object:
    """Parse a whole file; raises UnreadableError naming line and column where it is not JSON."""
    return _parse(_decode(content, place), place)


def _decode(content: bytes, place: str) -> str:
    """Text of a JSON file: UTF-8, UTF-16 or UTF-32, with or without a mark."""
    encoding = json.detect_encoding(content)
    try:
        return content.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        line, column = content.count(b"\n", 0, error.start) + 1, error.start - content.rfind(b"\n", 0, error.start)
        problem = msg("table.json_encoding", encoding=encoding, line=line, column=column)
        raise _unreadable(problem, place) from error


def _parse(text: str, place: str) -> object:
    """Parse text; a lone half of a character pair, which no file could hold again, becomes U+FFFD."""
    try:
        data: object = json.loads(text, parse_constant=_refuse)
        return _whole(data) if _SURROGATE.search(text) else data
    except json.JSONDecodeError as error:
        problem = msg("table.json_broken", line=error.lineno, column=error.colno)
        raise _unreadable(problem, place) from error
    except (RecursionError, ValueError) as error:
        raise _unreadable(limit(error, text), place) from error


def limit(error: Exception, text: str) -> Message:
    """What is no JSON for us although the parser's grammar lets it through."""
    if isinstance(error, _NoNumberError):
        line, column = _find(text, "NI-")
        return msg("table.json_no_number", line=line, column=column)
    if isinstance(error, RecursionError):
        line, column = _find(text, "[{")
        return msg("table.json_deep", line=line, column=column)
    line, column = _find(text, "0123456789")
    return msg("table.json_huge_number", line=line, column=column)


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


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def _find(text: str, first: str) -> tuple[int, int]:
    """Line and column of the first token that begins with one of `first` (for brackets: that is too deep)."""
    depth = 0
    for token in _TOKENS.finditer(text):
        sign = token.group()[0]
        depth += (sign in "[{") - (sign in "]}")
        if sign in first and (first != "[{" or depth > DEEPEST):
            return _position(text, token.start())
    return _position(text, 0)


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
