"""The table of one figure by day: its name stands in a line of its own above the two columns.

"Instagram follows" counts who came on the day, whoever left; Meta gives the total of followers nowhere.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.readers.aliases import normal
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.opening import open_table
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import titles
from reachcheck.readers.kit.tabled import cells_of, made_of
from reachcheck.readers.source import Member

METRICS = {
    "follows": "gained",
    "reach": "reach",
    "views": "views",
    "visits": "profile_visits",
    "profile visits": "profile_visits",
    "interactions": "engagements",
    "content interactions": "engagements",
}
"""What a figure counts, by its name without that of the network."""
HEADER = frozenset(("date", "primary"))
NOUN = "followers"

_NETWORK = re.compile(r"(?:(instagram|facebook) )?(.*)", re.DOTALL)


def counts(name: str) -> str | None:
    """The canonical column of what a figure of this name counts; None where it has no place here."""
    return METRICS.get(_parted(name)[1])


def is_metric(network: str) -> Callable[[Member], bool]:
    """A test whether a file is a table of one figure by day whose name begins with this network's ("": with none)."""

    def shown(member: Member) -> bool:
        rows = titles(member)[:5]
        top = next((n for n, row in enumerate(rows) if row == HEADER), 0)
        return top > 0 and len(rows[top - 1]) == 1 and _parted(next(iter(rows[top - 1])))[0] == network

    return shown


def metric(member: Member, options: ReadOptions) -> Made:
    """One row a day; raises UnreadableError for a figure that has no place here."""
    table, _ = open_table(member, lambda cell: normal(cell) in HEADER)
    name = table.preamble[-1] if table.preamble else ""
    canonical = counts(name)
    if canonical is None:
        problem, remedy = msg("meta_business.other_metric", metric=name), msg("meta_business.other_metric_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)
    cells = cells_of(table, member.name, options, {"date": ("Date",), canonical: ("Primary",)})
    return replace(made_of(cells, builders.daily(cells)), noun=NOUN)


def _parted(name: str) -> tuple[str, str]:
    """The network that a figure's name begins with, and the rest."""
    found = _NETWORK.fullmatch(normal(name))
    return (found[1] or "", found[2]) if found else ("", "")
