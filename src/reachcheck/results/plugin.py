"""A plug-in: something from another package that a run was allowed to load."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["reader", "rule", "format", "texts"]

CODE = r"[A-Z]{2,12}-[0-9]{1,4}"
"""How a plug-in's rule is called: the dash tells it from every code of ours, those to come too."""


@dataclass(frozen=True, kw_only=True)
class Plugin:
    """What it is and whose: `name` is its entry point's, `package` the distribution that brought it."""

    kind: Kind
    name: str
    package: str
    version: str
