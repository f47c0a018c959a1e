"""Community: who responds, who comes back, who gets an answer, and how many more there must be.

Only responders who stand in the follower list say something about followers; without a list the numbers are of
responders, and the measure says so.
"""

from reachcheck.measures.base import Need, Spec
from reachcheck.measures.community.answers import comments_answered_share
from reachcheck.measures.community.circles import effective_audience, posts_answered_without_ten, top_ten_response_share
from reachcheck.measures.community.lockstep import circle_response_share
from reachcheck.measures.community.population import responsive_population
from reachcheck.measures.community.responders import distinct_responders, repeat_responder_rate
from reachcheck.measures.community.returning import monthly_return_rate
from reachcheck.measures.community.silent import silent_followers_share
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
        id="circle_response_share",
        family="community",
        unit="share",
        denominator="responses",
        needs=(ON_POSTS,),
        compute=circle_response_share,
        asks=False,
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
    Spec(
        id="effective_audience",
        family="community",
        unit="people",
        denominator="none",
        needs=(RESPONSES,),
        compute=effective_audience,
        asks=False,
    ),
    Spec(
        id="posts_answered_without_ten",
        family="community",
        unit="share",
        denominator="answered_posts",
        needs=(ON_POSTS,),
        compute=posts_answered_without_ten,
        asks=False,
    ),
    Spec(
        id="monthly_return_rate",
        family="community",
        unit="share",
        denominator="responders_of_a_month",
        needs=(RESPONSES,),
        compute=monthly_return_rate,
        asks=False,
    ),
    Spec(
        id="silent_followers_share",
        family="community",
        unit="share",
        denominator="listed_followers",
        needs=(RESPONSES, LISTED),
        compute=silent_followers_share,
        asks=False,
    ),
)
