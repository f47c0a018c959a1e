"""What a column, a word in a cell or a file name means: exact look-ups in `facts/columns.toml`, never a guess."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from reachcheck import facts

LONGEST = 200
"""A longer text is the name of no column."""
LOOKED_UP = 1 << 16
"""So many cells are remembered: each dialect and each try at a header asks of the same ones."""
_COMBINING = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKET = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]*)[)\]]\s*")
_SEPARATED = re.compile(r"[\s_.\-()]+")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def normal(name: str) -> str:
    """A name with case, accents, punctuation, underscores, camelCase and spaces evened out."""
    split = _CAMEL.sub(" ", unicodedata.normalize("NFC", name)).replace("%", " percent ").casefold()
    if not split.isascii():
        split = _COMBINING.sub("", unicodedata.normalize("NFKD", split.replace("œ", "oe"))).casefold()
    return " ".join(_WORD.findall(split))


ACCOUNTS = ("handle",)
"""What a column called by nothing but a platform holds: accounts there, if it holds words."""


def known(name: str) -> bool:
    """Whether a cell is the name of a column that any role has a meaning for."""
    return len(name) <= LONGEST and _is_known(name)


@lru_cache(maxsize=LOOKED_UP)
def _is_known(name: str) -> bool:
    index = _meanings()
    return any(form in index for form in _forms(name))


def meanings(name: str) -> frozenset[str]:
    """All meanings of a column's name, whatever the role; none where it is not in the list."""
    return _meanings_of(name) if len(name) <= LONGEST else frozenset()


@lru_cache(maxsize=4096)
def _meanings_of(name: str) -> frozenset[str]:
    index = _meanings()
    found = next((index[form] for form in _forms(name) if form in index), frozenset[str]())
    return found or frozenset(ACCOUNTS if is_platform(name) else ())


def is_platform(name: str) -> bool:
    """Whether a column is called by nothing but a platform, by a word that means nothing else."""
    return word("platforms", name) is not None and normal(name) not in _listed("words")


def platform_in(name: str) -> str | None:
    """The platform that a column's name speaks of, beside what it means."""
    if len(name) > LONGEST:
        return None
    return next((found for form in _plain(name) for found, _ in _platforms_of(form)), word("platforms", name))


def word(table: str, text: str) -> str | None:
    """The entry of a word table (`kinds`, `directions`, `platforms`) that a cell stands for."""
    return _words(table).get(normal(text))


def roles_in(text: str) -> frozenset[str]:
    """The roles that a file name or a key of a JSON list speaks of; a longer phrase hides a shorter inside it."""
    return frozenset(_words("roles")[phrase] for phrase in _role_phrases(text))


def whose(text: str) -> str | None:
    """The words of a file's name beside its role, as they stand; None where it has no role of one person's files.

    Dates and numbers of parts say nothing of whose it is.
    """
    roles = [phrase for phrase in _role_phrases(text) if phrase not in _listed("nobodys")]
    if not roles:
        return None
    silent = {word for phrase in roles for word in phrase.split()} | _listed("fillers")
    words = [word for word in _SEPARATED.split(unicodedata.normalize("NFC", text).lower()) if word]
    return " ".join(
        word for word in words if not all(part in silent or part.isdecimal() for part in normal(word).split())
    )


def _role_phrases(text: str) -> list[str]:
    padded, found = f" {normal(text).replace(' ', '  ')} ", []
    for phrase in sorted(_words("roles"), key=len, reverse=True):
        spaced = f" {phrase.replace(' ', '  ')} "
        if spaced in padded:
            padded = padded.replace(spaced, "")
            found.append(phrase)
    return found


def _forms(name: str) -> Iterator[str]:
    """The name itself, then without what says nothing about its meaning: a bracket, an article, a platform."""
    for form in _plain(name):
        yield form
    for form in _plain(name):
        yield from (rest for _, rest in _platforms_of(form))


def _plain(name: str) -> Iterator[str]:
    yield normal(name)
    bracket = _BRACKET.fullmatch(name)
    bare = normal(name)
    if bracket and (bracket.group(2).strip().isdecimal() or normal(bracket.group(2)) in _listed("brackets")):
        bare = normal(bracket.group(1))
        yield bare
    first, _, rest = bare.partition(" ")
    if first in _listed("articles"):
        yield rest


def _platforms_of(form: str) -> Iterator[tuple[str, str]]:
    """The platform that stands before or after a name, and the name without it: "instagram followers"."""
    words = form.split()
    for split in range(1, len(words)):
        first, last = words[:split], words[split:]
        before, after = (_words("platforms").get(" ".join(part)) for part in (first, last))
        if before:
            yield before, " ".join(last)
        if after:
            yield after, " ".join(first[:-1] if len(first) > 1 and first[-1] in _listed("links") else first)


@cache
def _meanings() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for meaning, entry in facts.load("columns")["names"].items():
        for form in _spellings(entry):
            found.setdefault(form, set()).add(meaning)
    return {form: frozenset(each) for form, each in found.items()}


@cache
def _words(table: str) -> Mapping[str, str]:
    entries = facts.load("columns")[table].items()
    return {form: key for key, entry in entries for form in _spellings(entry)}


@cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(_spellings(facts.load("columns")[table]))


def _spellings(entry: Mapping[str, Iterable[str]] | Iterable[str]) -> Iterator[str]:
    """Every form of an entry, with German umlauts spelt out too."""
    lists = entry if isinstance(entry, Mapping) else {"": entry}
    for language, names in lists.items():
        for name in names:
            yield normal(name)
            if language in ("de", ""):
                yield normal(name.translate(_SPELT_OUT))
