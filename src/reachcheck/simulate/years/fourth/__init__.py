"""A fourth generator of honest years, made by somebody who had read neither the rules nor the other three.

It is there for one clean figure of how often honest people are flagged: nothing may be tuned on its years. Every world
is one way in which people come to somebody: by talk within communities, by a recommender that tries and then insists,
with guests, colleagues, pupils or concert-goers. Each module of `worlds` says what an export shows of its cause.

In all worlds strangers open the profile before they follow, so that visits rise with arrivals, but for three ways: a
button on the recommended post itself (`recommended` and half of `late figures`, where reach rises), cards of suggested
colleagues (`new job`, where visits rise all the same, with those who look), and lists that are followed whole
(`starter packs`, unseen).

All is invented: the mechanisms are ways in which accounts are known to grow, their numbers are what seemed believable.
"""

from reachcheck.simulate.years.fourth.generate import fourth
from reachcheck.simulate.years.fourth.worlds import UNSEEN, WORLDS

__all__ = ["UNSEEN", "WORLDS", "fourth"]
