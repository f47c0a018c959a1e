"""Posts that a tool collected: whether they can stand for all posts of their authors."""

from dataclasses import replace

from reachcheck.model.enums import Completeness
from reachcheck.readers.kit.drafts import Draft


def excerpt(posts: Draft, *, chosen: bool = False) -> Draft:
    """Posts that a search chose, or that are of several accounts, are an excerpt; of others nothing is known.

    A table of many accounts may hold all posts of each or those on one subject, and does not say which.
    """
    several = len({owner for owner in posts.owners if owner}) > 1
    return replace(posts, completeness=Completeness.TOP if chosen or several else Completeness.UNKNOWN)
