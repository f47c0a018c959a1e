"""Numbers and shares as past insights show them, and which number is the size of the audience, which its change.

Arithmetic decides: those who came less those who left are the change, whatever its label says.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.readers.instagram.labels import figure_of_audience
from reachcheck.readers.kit.meta import Labelled
from reachcheck.readers.values import Numbers, numbers

_PART = re.compile(r"(.+):\s*(<?\s*[\d.,]+)", re.DOTALL)
_SHARE = re.compile(r"<?\s*[\d.,]+\s*%")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([.,\u00a0\u202f ])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What the numbers of followers are, NaN where the file does not tell; `said` is a remark on the size."""

    size: float = np.nan
    gained: float = np.nan
    lost: float = np.nan
    read: Mapping[str, str] = field(default_factory=dict)
    said: Message | None = None


def counts_of(fields: Sequence[Labelled]) -> Counts:
    """Tell the size of the audience from its change by what came and what left."""
    shown = {each.label: each.value for each in fields if figure_of_audience(each.label) and "%" not in each.value}
    named = {label: figure_of_audience(label) or "" for label in shown}
    values = dict(zip(shown, whole_numbers(list(shown.values())).values.tolist(), strict=True))
    flows = {kind: label for label, kind in named.items() if kind in ("gained", "lost") and values[label] >= 0}
    sizes = {label: values[label] for label, kind in named.items() if "size" in kind and not np.isnan(values[label])}
    gained, lost = (values[flows[kind]] if kind in flows else np.nan for kind in ("gained", "lost"))
    label, said = _size(sizes, gained - lost, named)
    read = {flows[kind]: kind for kind in flows} | ({label: "followers"} if label else {})
    return Counts(size=sizes.get(label or "", np.nan), gained=gained, lost=lost, read=read, said=said)


def _size(sizes: Mapping[str, float], change: float, named: Mapping[str, str]) -> tuple[str | None, Message | None]:
    """Which label is the size of the audience, and what must be said of it."""
    if not sizes:
        return None, None
    if np.isnan(change):
        alone = len(sizes) == 1 and [label for label, n in sizes.items() if named[label] == "size" and n >= 0]
        return (alone[0], msg("instagram.size_by_label", label=alone[0])) if alone else (None, _undecided(sizes))
    others = {n: label for label, n in sizes.items() if n != change}
    shown = len(others) < len(sizes)
    if not others and len(sizes) > 1:
        others = {n: label for label, n in sizes.items()}
    label = next(iter(others.values()), "")
    if len(others) == 1 and sizes[label] >= max(change, 0.0) and (shown or named[label] == "size"):
        return label, None
    return None, _undecided(sizes)


def _undecided(sizes: Mapping[str, float]) -> Message:
    return msg("instagram.size_undecided", labels=tuple(sizes))


def whole_numbers(cells: Sequence[str]) -> Numbers:
    """Counts as displayed ("102,497", "10.801", "2.3K", "--"): a mark before three figures groups thousands."""
    return numbers([_ungrouped(cell) for cell in cells])


def _ungrouped(cell: str) -> str:
    found = _GROUPED.fullmatch(cell.strip())
    return cell.replace(found[1], "") if found else cell


def shares_of(text: str) -> list[tuple[str, str]]:
    """The parts of "São Paulo: 12.3%, Washington, D.C.: 4%"; a single share has no part's name."""
    if _SHARE.fullmatch(text):
        return [("", text)]
    pieces = re.split(r"%\s*(?:,|$)", text)
    found = [_PART.fullmatch(piece.strip()) for piece in pieces[:-1]]
    if pieces[-1].strip() or not found or not all(found):
        return []
    return [(part[1].strip(), f"{part[2]}%") for part in found if part]
