"""Four circles of people around a profile, and how people of each behave.

Near are those who know the owner, nearby those of the place or the trade, keen those who care about the subject
wherever they live, passing everybody else. The chances are assumptions of the usual size, not measurements.
"""

import numpy as np

NEAR, NEARBY, KEEN, PASSING = range(4)

VISIT = np.array([0.25, 0.08, 0.05, 0.02])
"""Of strangers who were shown a post, who goes to the profile."""
FOLLOW = np.array([0.50, 0.30, 0.25, 0.12])
"""Of strangers on the profile, who follows."""
LEAVE = np.array([0.00005, 0.00015, 0.0003, 0.0005])
"""Of followers, who leaves on a day without any reason that is modelled."""
RESPOND = np.array([0.14, 0.06, 0.05, 0.015])
"""Of followers who saw a post, who responds."""
RESPOND_STRANGE = 0.3
"""How readily strangers respond, relative to followers."""
HESITATE = np.array([0.2, 0.1, 0.02, 0.0])
"""Of strangers who were shown something and did not follow, who decides never to."""
GUESTS = np.array([0.0, 0.02, 0.08, 0.25])
"""Of those who follow after a post by chance, who will soon have enough of it."""
DISCOVER = np.array([0.01, 0.09, 0.35, 0.55])
"""To whom the platform recommends."""

PASSED_ON = np.array(
    [
        [0.45, 0.35, 0.10, 0.10],
        [0.08, 0.55, 0.17, 0.20],
        [0.01, 0.09, 0.60, 0.30],
        [0.01, 0.04, 0.15, 0.80],
    ]
)
"""Among whom somebody of each circle passes a post on: mostly among their own, a little outwards."""
