"""A second generator of whole profiles, by somebody who had read neither the rules nor the measures nor the method.

It is there for figures on which nothing was tuned: nothing may be tuned on its profiles either. It shares with the
first generator the shape of what it hands out, and no mechanism:

- people come by streams, each a random recruitment forest: some come by themselves, on days of the stream's own or
  after posts, and tell others, who tell others, with delays that fall as powers (`crowd`, `draws`);
- ties to the owner are handed down that forest, and whether somebody responds, talks or is followed back hangs on
  the tie (`crowd`, `readiness`, `follows`);
- accounts were opened in generations of adoption, by groups (`accounts`);
- everybody responds as a Poisson process of their own, thinned by presence, topic and novelty (`responses`);
- people leave, and some stop using the platform without leaving: they stay in the list and never respond.

`profile(world, seed, followers)` gives exactly so many followers on the last day, from 1 to 1,000,000, all of them in
the list. Responses are listed for the newest posts up to about 200,000 rows, as collectors stop somewhere; older posts
have counts without rows then, and `Told.unlisted` says how many. The owner follows at most 7,500 or so, as platforms
demand. A year ends on 2026-09-30. `Told` says what its label means.
"""

from reachcheck.simulate.whole.generate import profile
from reachcheck.simulate.whole.told import Told
from reachcheck.simulate.whole.worlds import BOUGHT, HONEST, WORLDS

__all__ = ["BOUGHT", "HONEST", "WORLDS", "Told", "profile"]
"""What benchmarks use."""
