"""What the reader of a growth figure has to know of the series behind it."""

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.measures.growth.days import LONGEST_PERIOD
from reachcheck.measures.growth.grown import Grown
from reachcheck.measures.growth.pace import changes_of_pace
from reachcheck.measures.growth.series import doubled
from reachcheck.message import Message, msg
from reachcheck.method import Growth


def notes(context: Context, grown: Grown, profile: int) -> tuple[Message, ...]:
    """Who is in the figures, how they were taken, what they were held against, and where the pace changed for good."""
    return (
        *_whom(context, grown, profile),
        *_how(context, grown, profile),
        *begun_small(grown, context.method.growth),
        *_against(grown),
        *changes_of_pace(grown.days),
    )


def begun_small(grown: Grown, method: Growth) -> tuple[Message, ...]:
    """How many days no step is looked for on, as too few followers are known before them."""
    left_out = ~grown.looked_at(method.least_level)
    if not left_out.any():
        return ()
    return (msg("note.begun_small", k=int(left_out.sum()), n=len(left_out), at_least=method.least_level),)


def _against(grown: Grown) -> tuple[Message, ...]:
    """What arrivals were held against, the most telling first; nothing where no attention is known."""
    kinds, listed = grown.kinds, ("events",) if grown.listed else ()
    found = [msg("note.held_against", kinds=(*kinds, *listed))] if kinds else []
    if covered := int(grown.named.sum()):
        found.append(msg("note.days_of_events", k=covered, n=len(grown.named)))
    return tuple(found)


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


def _how(context: Context, grown: Grown, profile: int) -> tuple[Message, ...]:
    days, listed = grown.days, grown.series.origin == "follow_dates"
    found = [msg("note.days_universal" if listed else "note.days_of_platform")]
    if several := 0 if listed else doubled(context.dossiers, profile, grown.series):
        found.append(msg("note.several_a_day", k=several))
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
