"""The numbers that X gives to accounts and posts, always read as text."""

from collections.abc import Sequence

from reachcheck.readers.kit.picked import Object, cell
from reachcheck.readers.kit.snowflakes import LONGEST


def number_of(item: Object, key: str) -> str:
    """A number under a key, as text before as a number (which some programs round); "" where it is none."""
    text = cell(item.get(f"{key}_str"))
    if not is_number(text):
        text = cell(item.get(key))
    return text if is_number(text) else ""


def is_number(text: str) -> bool:
    """Whether this can be the number of an account or a post; -1 and 0 stand for none."""
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST and text.strip("0") != ""


def numbers_of(cells: Sequence[str]) -> list[str | None]:
    """A column of such numbers; anything else names nothing."""
    return [text if is_number(text) else None for text in cells]
