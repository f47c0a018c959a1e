"""The first generator: attention that converts at a drifting rate, and named things that happen to honest accounts.

Everything here is invented. Shapes follow what is widely reported of accounts (weeks and seasons, bursts after posts
that decay in days, a few posts that carry most of the attention, departures at a small hazard); no number was fitted
to anybody's data. Rules are calibrated on these worlds, so that rates measured here are those of the calibration.
"""

from reachcheck.simulate.years.first.generate import first
from reachcheck.simulate.years.first.worlds import WORLDS, World

__all__ = ["WORLDS", "World", "first"]
