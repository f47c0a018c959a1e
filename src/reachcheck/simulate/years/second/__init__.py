"""Honest profiles by mechanisms of their own, to test with what nothing was tuned on.

People come because attention falls on a profile: a slowly wandering number of strangers is shown it, posts are come
upon over days, some posts go far, others mention it, groups join together, promotion is paid for. Of those shown
it some look, of those who look some follow, with chances that differ between profiles, causes and weeks. Everybody who
comes may bring others later (a self-exciting process with a long memory). They leave by hazards that fall with the age
of the tie, and platforms clean up on days that all profiles have in common.

Everything here is invented: the form of the mechanisms rests on the literature that is named where they are, their
numbers on what seemed believable to those who wrote them. Nothing was measured and nothing was fitted.
"""

from reachcheck.simulate.years.second.made import second
from reachcheck.simulate.years.second.worlds import WORLDS, World

__all__ = ["WORLDS", "World", "second"]
