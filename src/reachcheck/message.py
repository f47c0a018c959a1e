"""A sentence before it has a language: a key with its parameters.

Everything to the left of the formats speaks in messages; `formats/words.py` alone turns them into text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias, Union

Param: TypeAlias = Union[str, int, float, date, "Message", tuple["Message", ...], tuple[str, ...]]


@dataclass(frozen=True)
class Message:
    """A key of the locale files and the values that its text asks for."""

    key: str
    params: Mapping[str, "Param"] = field(default_factory=dict)


def msg(key: str, **params: "Param") -> Message:
    """Make a message; the literal key lets a test find every key in use."""
    return Message(key, params)
