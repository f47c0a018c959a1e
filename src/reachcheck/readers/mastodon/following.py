"""The list of accounts followed: newest first, without any date; until 2017 without a header."""

from collections.abc import Callable
from dataclasses import replace

from reachcheck.model.enums import Completeness
from reachcheck.readers.aliases import normal
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import ties
from reachcheck.readers.kit.opening import open_table
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import cells_of, knows, made_of
from reachcheck.readers.source import Member

NAMES: Names = {"handle": ("Account address",), "boosts": ("Show boosts",)}
_OTHERS = frozenset(map(normal, ("Notify on new posts", "Languages")))


def following(member: Member, options: ReadOptions) -> Made:
    """One row an account followed."""
    return _read(member, options, NAMES, lambda cell: knows(NAMES)(cell) or normal(cell) in _OTHERS)


def headerless(member: Member, options: ReadOptions) -> Made:
    """One line an account followed, and nothing else."""
    return _read(member, options, {"handle": ("column 1",)}, lambda _: False)


def _read(member: Member, options: ReadOptions, names: Names, known: Callable[[str], bool]) -> Made:
    table, _ = open_table(member, known)
    cells = cells_of(table, member.name, options, names)
    drafts = [replace(draft, completeness=Completeness.ALL) for draft in ties.following(cells)]
    return made_of(cells, drafts)
