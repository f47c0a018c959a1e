"""A reference population of one's own: made from marks, and read from its file."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from reachcheck.errors import SettingsError, UsageError
from reachcheck.facts.marked_lists import MarkedList, of_marks, parsed, written
from reachcheck.labels.sheet import Listed, marked
from reachcheck.measures.card import SIGNS, card, limits, shown
from reachcheck.message import msg
from reachcheck.method import Composition
from reachcheck.model.dossiers import Dossiers
from reachcheck.settings import Settings

LEAST = 50
"""Marks of somebody below which a list compares with nothing: their upper limits would be near 1."""


def reference(dossiers: Dossiers, found: Listed, marks: Mapping[str, str], name: str, method: Composition) -> str:
    """The file of a reference population: counts of signs by mark, no account. UsageError: too few marks or figures."""
    rows, nobody = marked(found, marks)
    known = card(dossiers, 0, method).known
    if not known:
        raise UsageError(msg("review.no_figures"), remedy=msg("review.figures_needed"))
    if (somebody := int((~nobody).sum())) < LEAST:
        raise UsageError(msg("review.few_marks", found=somebody, at_least=LEAST), remedy=msg("review.mark_more"))
    holds, told = shown(dossiers.edges.take(rows), method)
    which = [SIGNS.index(sign) for sign in known]
    whole = told[:, which].all(axis=1)
    cells = of_marks(known, holds[:, which][whole], nobody[whole])
    as_of = dossiers.people.as_of[0]
    year = 0 if np.isnat(as_of) else int(str(as_of)[:4])
    about = {"name": name, "source": "reachcheck review", "year": year, "licence": "", "signs": known}
    return written(about, limits(method), cells)


def load(path: str, method: Composition) -> MarkedList:
    """A reference population from its file; SettingsError where it is none, or was made with other signs."""
    try:
        found = parsed(tomllib.loads(Path(path).read_text("utf-8")))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise SettingsError(msg("review.no_reference"), place=path, remedy=msg("review.make_reference")) from error
    if dict(found.limits) != dict(limits(method)):
        raise SettingsError(msg("review.other_limits"), place=path, remedy=msg("review.make_reference"))
    return found


def compared_with(paths: Sequence[str], chosen: Settings) -> Settings:
    """The settings with marked lists of one's own beside those that ship; raises what `load` raises."""
    own = tuple(load(path, chosen.method.composition) for path in paths)
    return replace(chosen, references=(*chosen.references, *own))
