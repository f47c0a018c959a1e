"""How much each kind of pollution weighs: how many of 3,712 surveyed files from open-data portals had it.

The description gives thirteen of the weights and their total, 4,450.1. The other 580 are shared out here among the
kinds it names no figure for (GUESSED). A kind with several systematic repeats shares its weight evenly over them.
"""

GIVEN: dict[str, float] = {
    "line ends LF": 1691.0,
    "delimiter semicolon": 834.0,
    "no header": 470.0,
    "preamble": 282.0,
    "no final line end": 184.0,
    "delimiter comma and space": 101.0,
    "two tables, second narrower": 62.7,
    "two tables, second as wide": 62.7,
    "two tables, second wider": 62.7,
    "two header rows": 47.0,
    "three header rows": 47.0,
    "empty file": 15.0,
    "quote apostrophe": 11.0,
}
GUESSED: dict[str, float] = {
    "extra delimiter in a row": 375.0,
    "missing delimiter in a row": 100.0,
    "stray quote in a cell": 40.0,
    "unpolluted": 35.0,
    "one row of data": 5.0,
    "header only": 5.0,
    "two final line ends": 10.0,
    "delimiter tab": 3.0,
    "escape backslash": 3.0,
    "line ends CR": 1.0,
    "delimiter space": 1.0,
    "row delimited by spaces": 1.0,
    "quotes not escaped": 1.0,
}
WEIGHTS = GIVEN | GUESSED
TOTAL = 4450.1
