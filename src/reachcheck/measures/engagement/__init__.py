"""Engagement: what each post drew, and over what."""

from reachcheck.measures.engagement.responses import PostResponses, post_responses
from reachcheck.measures.engagement.specs import SPECS

__all__ = ["SPECS", "PostResponses", "post_responses"]
