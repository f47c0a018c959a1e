"""Addresses of posts on X: whose post, and which."""

import re
from collections.abc import Iterable

LINK = re.compile(
    r"(?:https?://)?(?:www\.|mobile\.)?(?:x|twitter)\.com/(\w{1,50})/status(?:es)?/(\d{1,19})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
NOBODY = "i"
"""Stands in such an address where it names no author."""


def author_of(link: str) -> str | None:
    """The user name in an address, in lower case."""
    found = LINK.match(link)
    return found[1].lower() if found and found[1].lower() != NOBODY else None


def post_of(link: str) -> str | None:
    """The number of the post in an address."""
    found = LINK.match(link)
    return found[2] if found else None


def owner_of(links: Iterable[str]) -> str | None:
    """The one author of all these posts; None where they name none, or several."""
    names = {author_of(link) for link in links} - {None}
    return names.pop() if len(names) == 1 else None
