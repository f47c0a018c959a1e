"""Circumstances in which honest profiles live."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class World:
    """Mean numbers of things that happen in a year, and how attention turns into followers."""

    viral: float = 0.4
    """Posts that go far beyond the usual."""
    press: float = 0.3
    giveaway: float = 0.25
    ads: float = 0.3
    purge: float = 0.2
    """Days on which the platform closes accounts."""
    joined: float = 0.1
    """Groups who join together: a class, a team after an onboarding."""
    converts: float = 1.0
    """How well press and giveaways turn attention into followers, against the usual."""
    seen: float = 1.0
    """Share of the attention by press that the platform counts as accounts reached."""
    silent: float = 0.0
    """Broadcasts that bring people who never answer and that no export shows."""
    imported: float = 0.0
    """Lists of another account of the same person that are moved over in one day."""
    noise: tuple[float, float] = (1.5, 10.0)
    """Shape of the gamma noise of days, drawn between both: the higher the smoother."""
    drift: float = 1.0
    """How fast conversion wanders."""
    activity: float = 1.0
    """How often is posted, against the usual."""
    rounded: float = 0.0
    """Share of profiles whose platform shows three digits of a count."""
    gaps: float = 0.0
    """Share of days without a row, in stretches and alone."""
    suggested: float = 0.0
    """Stretches of weeks in which the platform suggests the account to strangers, who follow without a visit."""


EVERYDAY = World()

WORLDS: dict[str, World] = {
    "everyday": EVERYDAY,
    "generous press": replace(EVERYDAY, converts=2.0),
    "press unseen in reach": replace(EVERYDAY, seen=0.0),
    "smooth days": replace(EVERYDAY, noise=(6.0, 40.0)),
    "drifting conversion": replace(EVERYDAY, drift=2.0),
    "busy year": replace(EVERYDAY, viral=1.5, press=1.0, giveaway=0.8, ads=1.0, joined=0.4),
    "dormant": replace(EVERYDAY, activity=0.08, viral=0.05, press=0.1, giveaway=0.0, ads=0.02),
    "gaps and rounding": replace(EVERYDAY, rounded=0.5, gaps=0.06),
    "suggested": replace(EVERYDAY, suggested=0.7),
    "campus": replace(EVERYDAY, joined=4.0, activity=0.7),
    "nobody saw it": replace(EVERYDAY, silent=0.3, imported=0.1),
}
"""`nobody saw it` holds what no export can tell from a purchase: its rate is printed, and no threshold can lower it."""
