"""What a `--map` that cannot be followed was probably meant to say."""

from collections.abc import Sequence
from difflib import get_close_matches

from reachcheck.message import Message, msg
from reachcheck.readers.aliases import meanings
from reachcheck.readers.generic.fields import CANONICAL, ROLES


def meant(name: str, column: str, header: Sequence[str]) -> Message:
    """What to write instead: the two sides the other way round, a name in another language, or a near spelling."""
    if column in CANONICAL and name in header:
        name, column = column, name
    known = name if name in CANONICAL else _translated(name) or _near(name, CANONICAL)
    there = column if column in header else _near(column, header)
    if known and there:
        return msg("columns.map_meant", name=known, column=there)
    return msg("columns.map_remedy")


def _translated(name: str) -> str | None:
    fields = (field for role in ROLES.values() for field in role)
    return next((field.name for field in fields if meanings(name) & {field.meanings[0]}), None)


def _near(word: str, words: Sequence[str]) -> str | None:
    return next(iter(get_close_matches(word, words, n=1)), None)
