"""An event: what happened, and when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Event:
    """What happened on a day: stated by the person, or found in a file beside the figures."""

    date: date
    what: str
    stated: bool
