"""Follower lists whose members people have marked: what a list is compared with to say how many have nobody behind.

Kept are no accounts, only how many of either mark show each combination of the signs of the card.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from reachcheck.model.columns import Bools, Index

FILES = ("marked_srf2017.toml",)


@dataclass(frozen=True, kw_only=True, eq=False)
class MarkedList:
    """One reference population.

    `bits` has shape (cells, signs) with the signs named in `signs`; `hollow` and `others` say how many of either mark
    are in each cell. `limits` are those of the card that the signs were made with.
    """

    name: str
    source: str
    year: int
    licence: str
    signs: tuple[str, ...]
    limits: Mapping[str, float]
    bits: Bools
    hollow: Index
    others: Index

    @property
    def digest(self) -> str:
        """Which list this is: others of the same name may hold other marks."""
        cells = b"".join(column.tobytes() for column in (self.bits, self.hollow, self.others))
        return hashlib.sha256("\n".join((self.name, *self.signs, "")).encode() + cells).hexdigest()


@cache
def shipped() -> tuple[MarkedList, ...]:
    """The reference populations that come with reachcheck."""
    folder = files("reachcheck.facts")
    return tuple(parsed(tomllib.loads((folder / name).read_text("utf-8"))) for name in FILES)


def parsed(table: Mapping[str, Any]) -> MarkedList:
    """A reference population from its file. Raises KeyError, TypeError or ValueError where it is not one."""
    signs = tuple(str(sign) for sign in table["signs"])
    cells: Sequence[tuple[str, int, int]] = [(str(bits), int(k), int(n)) for bits, k, n in table["cells"]]
    if not cells or any(len(bits) != len(signs) or set(bits) - {"0", "1"} for bits, _, _ in cells):
        raise ValueError("a cell has another number of signs")
    if any(min(hollow, others) < 0 for _, hollow, others in cells):
        raise ValueError("a cell has less than nobody")
    made = MarkedList(
        name=str(table["name"]),
        source=str(table["source"]),
        year=int(table["year"]),
        licence=str(table["licence"]),
        signs=signs,
        limits={str(name): float(limit) for name, limit in table["limits"].items()},
        bits=np.array([[bit == "1" for bit in bits] for bits, _, _ in cells], dtype=np.bool_),
        hollow=np.array([hollow for _, hollow, _ in cells], dtype=np.int64),
        others=np.array([others for _, _, others in cells], dtype=np.int64),
    )
    if not made.others.sum():
        raise ValueError("nobody is marked as somebody")
    return made


def of_marks(signs: Sequence[str], bits: Bools, hollow: Bools) -> tuple[tuple[str, int, int], ...]:
    """Cells of a reference population: combinations of signs, how many marked members have nobody behind, and others.

    `bits` has shape (members, signs), `hollow` (members,).
    """
    keys = ["".join("1" if bit else "0" for bit in row) for row in bits.tolist()]
    marked = list(zip(keys, hollow.tolist(), strict=True))
    return tuple((key, marked.count((key, True)), marked.count((key, False))) for key in sorted(set(keys)))


def written(about: Mapping[str, object], limits: Mapping[str, float], cells: Sequence[tuple[str, int, int]]) -> str:
    """The file of a reference population, as `parsed` reads it; `about` has all that is text or a number in it."""
    rows = "".join(f'    ["{bits}", {hollow}, {others}],\n' for bits, hollow, others in cells)
    said = "".join(f"{name} = {_quoted(value)}\n" for name, value in about.items())
    bounds = "".join(f"{name} = {value}\n" for name, value in limits.items())
    return f"{said}cells = [\n{rows}]\n\n[limits]\n{bounds}"


def _quoted(value: object) -> str:
    """A text, number or list of texts; JSON writes those as TOML does."""
    return json.dumps(value, ensure_ascii=False)
