"""A third generator of honest years, made by somebody who knew neither the rules nor the other two.

Around each profile live people in four circles. They become aware of it by posts that are passed on, by the platform's
recommendations, by looking it up, and by what happens outside; some visit, some of them follow, and some go again.
"""

from reachcheck.simulate.years.third.generate import third
from reachcheck.simulate.years.third.kinds import World
from reachcheck.simulate.years.third.worlds import WORLDS

__all__ = ["WORLDS", "World", "third"]
