"""Columns: numpy arrays in which "missing" is built in and never 0.

Numbers are float64 with NaN, times datetime64[s] with NaT (UTC), text int32 codes into a tuple of names with -1,
enums and flags int8 with -1.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Times: TypeAlias = NDArray[np.datetime64]
Codes: TypeAlias = NDArray[np.int32]
Enums: TypeAlias = NDArray[np.int8]
Bools: TypeAlias = NDArray[np.bool_]
Index: TypeAlias = NDArray[np.int64]
Ints: TypeAlias = NDArray[np.signedinteger[Any]]

MISSING = -1
NAT = np.datetime64("NaT", "s")


@dataclass(frozen=True, eq=False)
class Text:
    """A text column: `codes` (-1 is missing) point into `names`."""

    codes: Codes
    names: tuple[str, ...]

    @classmethod
    def of(cls, values: Iterable[str | None]) -> Self:
        """Encode values in order of first appearance; None and the empty string are missing."""
        places: dict[str, int] = {}
        codes = [places.setdefault(v, len(places)) if v else MISSING for v in values]
        return cls(np.array(codes, dtype=np.int32), tuple(places))

    @classmethod
    def join(cls, parts: Sequence["Text"]) -> Self:
        """Put columns one after the other under one list of names."""
        places: dict[str, int] = {}
        codes = [part.recode(places) for part in parts]
        return cls(np.concatenate(codes) if codes else np.empty(0, np.int32), tuple(places))

    def recode(self, places: dict[str, int]) -> Codes:
        """Codes of this column in a shared dictionary of names, which grows as needed."""
        table = np.array([places.setdefault(name, len(places)) for name in self.names] + [MISSING], dtype=np.int32)
        return table[self.codes]

    def take(self, index: NDArray[Any]) -> "Text":
        """The rows at `index`, with the names kept."""
        return Text(self.codes[index], self.names)

    def decode(self) -> list[str | None]:
        """The values as Python strings, None where missing."""
        return [self.names[code] if code >= 0 else None for code in self.codes.tolist()]

    def __len__(self) -> int:
        return len(self.codes)


def number() -> Any:
    """A nullable count or quantity (float64, NaN is missing)."""
    return field(metadata={"missing": np.float64(np.nan)})


def moment() -> Any:
    """A time in UTC, to the second (datetime64[s], NaT is missing)."""
    return field(metadata={"missing": NAT})


def code() -> Any:
    """A position in another table or a row number (int32, -1 is missing)."""
    return field(metadata={"missing": np.int32(MISSING)})


def choice() -> Any:
    """A member of an enum, or a yes/no flag (int8, -1 is missing)."""
    return field(metadata={"missing": np.int8(MISSING)})


def text() -> Any:
    """A text column (`Text`, code -1 is missing)."""
    return field(metadata={"missing": None})
