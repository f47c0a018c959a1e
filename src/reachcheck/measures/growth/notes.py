"""What the reader of a growth figure has to know of the series behind it."""

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.measures.growth.days import LONGEST_PERIOD
from reachcheck.measures.growth.grown import Grown
from reachcheck.message import Message, msg


def notes(context: Context, grown: Grown, profile: int) -> tuple[Message, ...]:
    """Who is in the figures, how often they were taken, what is missing, and what was rounded."""
    return (*_whom(context, grown, profile), *_how(grown), *_against(grown))


def _against(grown: Grown) -> tuple[Message, ...]:
    """What arrivals were held against, the most telling first; nothing where no attention is known."""
    kinds = dict.fromkeys(each.kind for each in grown.attention if not np.isnan(each.by_day).all())
    listed = ("events",) if grown.listed else ()
    return (msg("note.held_against", kinds=(*kinds, *listed)),) if kinds else ()


def _whom(context: Context, grown: Grown, profile: int) -> tuple[Message, ...]:
    growth = grown.series
    if growth.origin == "follow_dates":
        return (msg("note.survivors_only"),)
    if growth.origin != "arrivals":
        return ()
    total, count = float(np.nansum(growth.gain)), context.done["followers_count"].value[profile]
    if np.all(np.isnan(growth.level)) and total > count:
        return (msg("note.gross_gains"), msg("note.level_lost", gained=total, n=float(count)))
    return (msg("note.gross_gains"),)


def _how(grown: Grown) -> tuple[Message, ...]:
    days, found = grown.days, []
    if days.cadence > 1:
        found.append(msg("note.cadence", days=days.cadence))
    missing = int(np.isnan(days.gain).sum())
    if missing:
        found.append(msg("note.missing_days", k=missing, n=len(days)))
    spread = grown.series.days
    bridged = int(((spread > days.cadence) & (spread <= LONGEST_PERIOD)).sum())
    if bridged and grown.series.origin == "levels":
        found.append(msg("note.bridged", k=bridged, most=LONGEST_PERIOD))
    if (coarsest := int(grown.grain.max(initial=1))) > 1:
        found.append(msg("note.rounded", k=int((grown.grain > 1).sum()), n=len(days), step=coarsest))
    return tuple(found)
