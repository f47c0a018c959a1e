r"""Physical lines with their ends; ``\n``, ``\r`` and ``\r\n`` all end a line, nothing else does."""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice


class Lines:
    """Gives out lines one by one or many at once, numbered from 1, and takes them back; holds only those in use."""

    def __init__(self, source: Iterable[str]) -> None:
        self._source = iter(source)
        self._back: list[str] = []
        """Lines that were given back, the next one last."""
        self.number = 0
        """How many lines are out."""

    @classmethod
    def of(cls, text: str) -> "Lines":
        """The lines of a text."""
        return cls(split_lines(text))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._source)
        self.number += 1
        return line

    def take(self, most: int) -> list[str]:
        """The next lines, as many as there are up to `most`."""
        taken = self._back[: -most - 1 : -1]
        del self._back[len(self._back) - len(taken) :]
        taken += islice(self._source, most - len(taken))
        self.number += len(taken)
        return taken

    def give_back(self, lines: Sequence[str]) -> None:
        """Put back the lines that were given out last."""
        self._back.extend(reversed(lines))
        self.number -= len(lines)


def split_lines(text: str) -> list[str]:
    """All lines of a text at once."""
    return list(io.StringIO(text, newline=""))
