"""Clean tables to pollute: a header and rows of text, all of one width."""

import random
from dataclasses import dataclass

HEADER = ("Day", "Hour", "Pieces", "Article", "Price", "Family", "Details", "Address", "Remarks")
DATA_ROWS = 83
"""With the header 84 rows; 9 columns. Why: see `pollute`."""
FAMILIES = ("Lamps", "Paper", "Tools", "Garden", "Toys", "Books", "Kitchen", "Café")
DETAILS = ("round", "dark blue", "folds flat", "made of oak", "for children", "washable", "second choice", "with lid")
INCHES_EVERY = 12
"""Every twelfth row has a measure in inches, hence a quote within its details: six rows of the 83."""
SEED = 20230816

Row = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table as text, header apart. A table without a single row of cells has header ()."""

    header: Row
    rows: tuple[Row, ...]

    @property
    def lines(self) -> tuple[Row, ...]:
        """Header and rows, in the order of the file."""
        return (self.header, *self.rows) if self.header else self.rows


def _row(number: int, rng: random.Random) -> Row:
    family = ", ".join(rng.sample(FAMILIES, 2))
    details = rng.sample(DETAILS, 3)
    if number % INCHES_EVERY == INCHES_EVERY - 1:
        details[1] = '15" wide'
    return (
        f"{1 + number % 28:02}/{1 + number // 28:02}/2021",
        f"{rng.randint(8, 19)}:{rng.randint(0, 59):02}",
        str(rng.randint(1, 400)),
        f"A{1000 + 7 * number}",
        f"${rng.randint(1, 90)}.{rng.randint(10, 99)}",
        family,
        ", ".join(details),
        f"http://shop.example/{1000 + 7 * number}",
        "",
    )


def source() -> Table:
    """The one table that is scored: 83 rows of 9 cells; two columns need quotes, the last one is empty."""
    rng = random.Random(SEED)
    return Table(HEADER, tuple(_row(number, rng) for number in range(DATA_ROWS)))
