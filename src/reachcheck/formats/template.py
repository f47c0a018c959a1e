"""The small template language of the locale files.

``{name}`` or ``{name:kind}``; ``{low..high:kind}`` is an interval; ``{n:plural|one|many}`` chooses by number, which
``#`` in a choice stands for; ``{noun:noun|n}`` is the audience noun for that number, ``{noun:dates}`` what the dates of
its ties are called; ``{^name}`` starts with a capital.
"""

import re
from dataclasses import dataclass
from functools import cache

_SLOT = re.compile(
    r"\{(?P<capital>\^?)(?P<name>\w+)(?:\.\.(?P<end>\w+))?(?::(?P<kind>\w+)(?P<choices>(?:\|[^|{}]*)*))?\}"
)


@dataclass(frozen=True)
class Slot:
    """A place in a template: which parameter goes there, and how it is written."""

    name: str
    end: str = ""
    kind: str = ""
    choices: tuple[str, ...] = ()
    capital: bool = False

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that this slot reads."""
        others = self.choices if self.kind == "noun" else ()
        return (self.name, *((self.end,) if self.end else ()), *others)


@cache
def parse(template: str) -> tuple[str | Slot, ...]:
    """Split a template into its fixed texts and its slots."""
    pieces: list[str | Slot] = []
    at = 0
    for found in _SLOT.finditer(template):
        pieces.append(template[at : found.start()])
        pieces.append(_slot(found))
        at = found.end()
    pieces.append(template[at:])
    return tuple(piece for piece in pieces if piece)


def parameters(template: str) -> frozenset[str]:
    """The names of all parameters that a template reads."""
    slots = (piece for piece in parse(template) if isinstance(piece, Slot))
    return frozenset(name for slot in slots for name in slot.parameters)


def _slot(found: re.Match[str]) -> Slot:
    return Slot(
        name=found["name"],
        end=found["end"] or "",
        kind=found["kind"] or "",
        choices=tuple((found["choices"] or "").split("|")[1:]),
        capital=bool(found["capital"]),
    )
