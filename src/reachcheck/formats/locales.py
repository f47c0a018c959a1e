"""Loading the locale files: nested tables become dotted keys, and French gets its spaces and apostrophes."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from reachcheck.formats.typeset import Typeset

LANGUAGES = ("en", "fr")
"""The first is spoken where none is asked for."""
_NARROW = "\u202f"


@dataclass(frozen=True)
class Locale:
    """All texts of one language, by key, and how it is set in type."""

    lang: str
    texts: Mapping[str, str]
    typeset: Typeset


@cache
def load(lang: str) -> Locale:
    """The locale of a language; raises KeyError for one that is not there."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    path = files("reachcheck") / "locale" / f"{lang}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = tables.pop("type")
    texts = typeset(dict(flat(tables)), lang)
    return Locale(lang, texts, Typeset(**{**rules, "months": tuple(rules["months"])}))


def typeset(texts: Mapping[str, str], lang: str) -> Mapping[str, str]:
    """Texts as their language writes them."""
    return {key: _french(text) for key, text in texts.items()} if lang == "fr" else texts


def flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Nested tables as dotted keys with their texts."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _french(text: str) -> str:
    """Typographic apostrophe, and narrow no-break spaces where French has them."""
    text = text.replace("'", "’").replace("« ", f"«{_NARROW}").replace(" »", f"{_NARROW}»")
    return re.sub(r" ([;:!?%])", rf"{_NARROW}\1", text)
