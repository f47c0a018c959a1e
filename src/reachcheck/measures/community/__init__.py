"""Community: who responds, who comes back, who gets an answer, and how many more there must be.

Only responders who stand in the follower list say something about followers; without a list the numbers are of
responders, and the measure says so.
"""

from reachcheck.measures.base import Need, Spec
from reachcheck.measures.community.answers import comments_answered_share
from reachcheck.measures.community.circles import top_ten_response_share
from reachcheck.measures.community.population import responsive_population
from reachcheck.measures.community.responders import distinct_responders, repeat_responder_rate
from reachcheck.model.enums import Direction

RESPONSES = Need(export="responses", table="interactions", columns=("peer",), direction=Direction.IN)
LISTED = Need(export="followers", table="edges", columns=("peer",), direction=Direction.IN)
ANSWERS = Need(export="owner_answers", table="interactions", columns=("peer", "post"), direction=Direction.OUT)
ON_POSTS = Need(export="responses", table="interactions", columns=("peer", "post"), direction=Direction.IN)
SPECS = (
    Spec(
        id="distinct_responders",
        family="community",
        unit="people",
        denominator="none",
        needs=(RESPONSES,),
        compute=distinct_responders,
        moves="lower",
    ),
    Spec(
        id="repeat_responder_rate",
        family="community",
        unit="share",
        denominator="responders",
        needs=(ON_POSTS,),
        compute=repeat_responder_rate,
    ),
    Spec(
        id="responsive_population",
        family="community",
        unit="people",
        denominator="listed_followers",
        needs=(ON_POSTS, LISTED),
        compute=responsive_population,
        moves="lower",
    ),
    Spec(
        id="comments_answered_share",
        family="community",
        unit="share",
        denominator="comments",
        needs=(ON_POSTS, ANSWERS),
        compute=comments_answered_share,
    ),
    Spec(
        id="top_ten_response_share",
        family="community",
        unit="share",
        denominator="responses",
        needs=(RESPONSES,),
        compute=top_ten_response_share,
    ),
)
