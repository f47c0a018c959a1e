"""A need from its file: TOML that an employer wrote, checked line by line before anything is compared with it.

name = "our-need"
title = "What we look for"            # or { en = "...", fr = "..." }

[[criteria]]
name = "conversation"
measure = "comments_answered_share"   # or real_reach
at_least = 0.3                        # or at_most
purpose = "what it is for"            # or { en = "...", fr = "..." }
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from reachcheck.errors import SettingsError, UsageError
from reachcheck.measures.registry import MEASURES
from reachcheck.message import Message, msg
from reachcheck.results.need import Criterion, Need, Texts
from reachcheck.verdict.needs import REAL_REACH

SHIPPED = ("internal-community", "notoriety")
MOST_BYTES = 100_000
MOST_CRITERIA = 20
LONGEST = 200
"""Characters of a title or a purpose."""
MOST = 1e12
"""The largest threshold, weight or n: above it nothing on earth is counted."""
LANGUAGES = ("en", "fr")
UNITS: Mapping[str, str] = {REAL_REACH: "people", **{spec.id: spec.unit for spec in MEASURES}}
_NAME = re.compile(r"\w[\w-]{0,39}")
_NEED = ("name", "title", "criteria")
_CRITERION = ("name", "measure", "at_least", "at_most", "least_n", "weight", "purpose")


def load(given: str) -> Need:
    """The need of that name which ships, else that of the file; raises UsageError where there is neither.

    Raises SettingsError with the place for a file that is no need.
    """
    if given in SHIPPED:
        return parsed((files("reachcheck.needs") / f"{given}.toml").read_text(encoding="utf-8"), given)
    try:
        with Path(given).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UsageError(msg("need.absent"), place=given, remedy=msg("need.absent_remedy", known=SHIPPED)) from error
    if len(data) > MOST_BYTES:
        raise _error(msg("need.too_large", most=MOST_BYTES // 1000), given)
    try:
        return parsed(data.decode("utf-8-sig"), given)
    except UnicodeDecodeError as error:
        raise _error(msg("need.no_text"), given) from error


def load_all(given: Sequence[str]) -> tuple[Need, ...]:
    """The needs that were asked about, in order; raises what `load` raises, and UsageError where two have one name."""
    found = tuple(load(each) for each in given)
    names = [need.name for need in found]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError(msg("need.same_name", name=twice), remedy=msg("need.rename"))
    return found


def parsed(text: str, place: str) -> Need:
    """A need from the text of its file; raises SettingsError with the place within it."""
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _error(msg("need.no_toml"), place) from error
    _known(found, _NEED, place)
    entries = found.get("criteria")
    if not isinstance(entries, list) or not 1 <= len(entries) <= MOST_CRITERIA:
        raise _error(msg("need.criteria", most=MOST_CRITERIA), place)
    criteria = tuple(_criterion(entry, f"{place}: criteria[{i}]") for i, entry in enumerate(entries, start=1))
    names = [criterion.name for criterion in criteria]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise _error(msg("need.twice", name=twice), place)
    return Need(name=_name(found, place), title=_texts(found, "title", place), criteria=criteria)


def _criterion(entry: object, place: str) -> Criterion:
    if not isinstance(entry, dict):
        raise _error(msg("need.criteria", most=MOST_CRITERIA), place)
    _known(entry, _CRITERION, place)
    measure = entry.get("measure")
    if not isinstance(measure, str) or measure not in UNITS:
        raise _error(msg("need.no_measure"), f"{place}.measure", msg("need.measures", known=tuple(sorted(UNITS))))
    if ("at_least" in entry) == ("at_most" in entry):
        raise _error(msg("need.one_limit"), place)
    return Criterion(
        name=_name(entry, place),
        measure=measure,
        at_least=_limit(entry, "at_least", measure, place),
        at_most=_limit(entry, "at_most", measure, place),
        least_n=_number(entry, "least_n", place, least=0.0),
        weight=_number(entry, "weight", place, least=0.0),
        purpose=_texts(entry, "purpose", place),
    )


def _limit(entry: Mapping[str, Any], key: str, measure: str, place: str) -> float | None:
    """A threshold in the measure's own unit; shares are from 0 to 1, which 30 for 30 % is not."""
    limit = _number(entry, key, place)
    if limit is not None and UNITS[measure] == "share" and not 0 <= limit <= 1:
        raise _error(msg("need.share"), f"{place}.{key}")
    return limit


def _number(entry: Mapping[str, Any], key: str, place: str, least: float = -MOST) -> float | None:
    if key not in entry:
        return None
    value = entry[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= MOST:
        raise _error(msg("need.number"), f"{place}.{key}")
    return float(value)


def _name(entry: Mapping[str, Any], place: str) -> str:
    name = entry.get("name")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise _error(msg("need.name"), f"{place}.name")
    return name


def _texts(entry: Mapping[str, Any], key: str, place: str) -> Texts:
    """A text by language; one that is of no language in particular under the empty name."""
    given = entry.get(key)
    texts = {"": given} if isinstance(given, str) else given
    if not isinstance(texts, dict) or not texts or set(texts) - {"", *LANGUAGES}:
        raise _error(msg("need.text", most=LONGEST), f"{place}.{key}")
    if not all(isinstance(text, str) and 0 < len(text.strip()) <= LONGEST for text in texts.values()):
        raise _error(msg("need.text", most=LONGEST), f"{place}.{key}")
    return texts


def _known(entry: Mapping[str, Any], keys: tuple[str, ...], place: str) -> None:
    if strange := sorted(set(entry) - set(keys)):
        raise _error(msg("need.key", name=strange[0]), place, msg("need.keys", known=keys))


def _error(problem: Message, place: str, remedy: Message | None = None) -> SettingsError:
    return SettingsError(problem, place=place, remedy=remedy or msg("need.remedy"))
