"""Lists of one thing a line below a title, such as handles below "Account name": no mark in a line divides it."""

from collections.abc import Callable

from reachcheck.model.sources import RowNote
from reachcheck.readers.table import RawTable
from reachcheck.readers.table.encoding import decode
from reachcheck.readers.table.lines import split_lines

DELIMITERS = ",;\t|"


def is_titled(text: str, knows: Callable[[str], bool], most: int) -> bool:
    """Whether the first line is the name of one column, and hardly any of the first lines below it is divided."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][: most + 1]
    if not lines or set(lines[0]) & set(DELIMITERS) or not knows(_bare(lines[0])):
        return False
    return not any(2 * sum(mark in line for line in lines[1:]) >= max(1, len(lines) - 1) for mark in DELIMITERS)


def read_titled(content: bytes, place: str) -> RawTable:
    """A table of one column, whose name is the first line; blank lines are no rows."""
    text, guess = decode(content, place)
    lines = [(number, _bare(line)) for number, line in enumerate(split_lines(text), 1) if line.strip()]
    (above, title), *rows = lines
    return RawTable(
        header=(title,),
        rows=[[cell] for _, cell in rows],
        lines=[number for number, _ in rows],
        warnings=(RowNote(-1, guess),) if guess else (),
        above=(above,),
    )


def _bare(line: str) -> str:
    """A line without white space and the quotes around it."""
    cell = line.strip("\ufeff \t\r\n\xa0")
    return cell[1:-1].replace('""', '"').strip() if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
