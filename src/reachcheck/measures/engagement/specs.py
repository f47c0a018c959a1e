"""The measures of engagement that need nothing but posts, the count and stated averages."""

from reachcheck.measures.base import Need, Spec
from reachcheck.measures.engagement.evenness import likes_evenness
from reachcheck.measures.engagement.far_off import posts_far_off
from reachcheck.measures.engagement.rates import (
    by_followers,
    by_impressions,
    by_reach,
    comments_per_like,
    responses_per_post,
)
from reachcheck.measures.engagement.reached import reach_per_follower
from reachcheck.measures.engagement.spread import concentration, h_index, stated_average_rate, typical_likes

POSTS = Need(export="posts", table="posts")
LIKES = Need(export="posts_likes", table="posts", columns=("likes",))


SPECS = (
    Spec(
        id="engagement_rate_by_followers",
        family="engagement",
        unit="share",
        denominator="followers",
        needs=(POSTS,),
        compute=by_followers,
    ),
    Spec(
        id="engagement_rate_by_reach",
        family="engagement",
        unit="share",
        denominator="accounts_reached",
        needs=(POSTS, Need(export="posts_reach", table="posts", columns=("reach",))),
        compute=by_reach,
    ),
    Spec(
        id="engagement_rate_by_impressions",
        family="engagement",
        unit="share",
        denominator="impressions",
        needs=(POSTS, Need(export="posts_impressions", table="posts", columns=("impressions",))),
        compute=by_impressions,
        asks=False,
    ),
    Spec(
        id="responses_per_post",
        family="engagement",
        unit="per_post",
        denominator="posts",
        needs=(POSTS,),
        compute=responses_per_post,
    ),
    Spec(
        id="comments_per_like",
        family="engagement",
        unit="ratio",
        denominator="likes",
        needs=(LIKES, Need(export="posts_comments", table="posts", columns=("comments",))),
        compute=comments_per_like,
    ),
    Spec(
        id="engagement_concentration",
        family="engagement",
        unit="ratio",
        denominator="posts",
        needs=(POSTS,),
        compute=concentration,
    ),
    Spec(id="post_h_index", family="engagement", unit="count", denominator="posts", needs=(POSTS,), compute=h_index),
    Spec(
        id="typical_likes",
        family="engagement",
        unit="per_post",
        denominator="posts",
        needs=(LIKES,),
        compute=typical_likes,
        moves="lower",
    ),
    Spec(
        id="stated_average_rate",
        family="engagement",
        unit="share",
        denominator="followers",
        needs=(Need(export="profile_averages", table="profile", columns=("average_likes", "followers")),),
        compute=stated_average_rate,
        asks=False,
    ),
    Spec(
        id="reach_per_follower",
        family="engagement",
        unit="ratio",
        denominator="followers",
        needs=(),
        compute=reach_per_follower,
        asks=False,
    ),
    Spec(
        id="posts_far_off",
        family="engagement",
        unit="count",
        denominator="posts",
        needs=(LIKES,),
        compute=posts_far_off,
        asks=False,
    ),
    Spec(
        id="likes_evenness",
        family="engagement",
        unit="ratio",
        denominator="chance",
        needs=(LIKES,),
        compute=likes_evenness,
        asks=False,
    ),
)
