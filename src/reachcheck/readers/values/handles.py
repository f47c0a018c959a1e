"""Handles, as people write them and as the addresses of profiles and posts name them."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

_ADDRESS = re.compile(
    r"(?:https?://)?(?P<sub>(?:[\w-]+\.)*)"
    r"(?P<site>instagram\.com|x\.com|twitter\.com|tiktok\.com|threads\.(?:net|com)|linkedin\.com|facebook\.com|fb\.com"
    r"|bsky\.app)/+(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?",
    re.IGNORECASE,
)
_SHORTENED = frozenset(("vm.", "vt."))
"""Hosts of TikTok whose addresses lead elsewhere, and name nobody."""


def handle(cell: str) -> str | None:
    """A handle in lower case without @, taken out of an address; None where it names nobody.

    The address of a post gives its author where it names one.
    """
    text = cell.strip()
    found = _ADDRESS.match(text)
    name = _named(found) if found else text
    name = name.strip().lstrip("@").strip().lower()
    return name if name.strip("-") and name != "n/a" else None


def _named(address: re.Match[str]) -> str:
    """Whom an address names, "" for nobody."""
    if address["sub"].lower() in _SHORTENED:
        return ""
    path = "/".join(step for step in (step.strip() for step in unquote(address["path"]).split("/")) if step)
    site = address["site"].lower().partition(".")[0]
    if in_query := _IN_QUERY.get(site):
        page, key = in_query
        if page.fullmatch(path):
            asked = key.search(address["query"] or "")
            return asked[1] if asked else ""
    found = _SITES[site].match(path)
    return found[found.lastindex or 0] if found else ""


def _site(before: str, pages: str) -> re.Pattern[str]:
    """What finds a name at the start of a path, behind words that stand `before` one; `pages` are nobody's name."""
    return re.compile(rf"(?:(?:{before})/)?(?!(?:{before}|{pages})(?:/|$))([^/]+)", re.IGNORECASE)


_X = _site("i/user", "i|intent|search|hashtag|home|explore|share|settings|messages|notifications|login")
_FACEBOOK = _site(
    "pg|p|people/[^/]+|pages(?:/[^/]+)*(?=/[^/]+$)|groups/[^/]+/user",
    r"pages|people|groups|reels?|watch|photos?|events?|shares?|stories|story|hashtag|marketplace|media|messages|search"
    r"|videos?|[a-z]+\.php",
)
_LINKEDIN = _site(
    "(?:(?:comm|mwlite)/)?(?:in|company|school|showcase|pub)",
    "posts|feed|pulse|jobs|groups|events|search|mynetwork|messaging|news|video|embed|sales|comm|mwlite",
)
_SITES: Mapping[str, re.Pattern[str]] = {
    "instagram": _site(
        "_u|stories(?!/highlights(?:/|$))", "stories|p|reels?|tv|s|share|explore|accounts|direct|popular"
    ),
    "x": _X,
    "twitter": _X,
    "tiktok": _site("share/user", "share|v|t|tag|music|video|embed|search|foryou|discover|explore|live"),
    "threads": _site("_u", "t|search|tag"),
    "linkedin": re.compile(rf"posts/([^/_]+)_|{_LINKEDIN.pattern}", re.IGNORECASE),
    "facebook": _FACEBOOK,
    "fb": _FACEBOOK,
    "bsky": _site("profile", "search|hashtag|starter-pack|feeds|lists|intent"),
}
"""What names somebody at each site; all that follows the name is of that person: posts, lists, tabs."""

_BY_X = (re.compile("intent/(?:user|follow)"), re.compile(r"(?:^|&)(?:user_id|screen_name)=(\w+)"))
_BY_FACEBOOK = (re.compile(r"(?:profile|permalink|story)\.php"), re.compile(r"(?:^|&)id=(\d+)"))
_IN_QUERY = {"x": _BY_X, "twitter": _BY_X, "facebook": _BY_FACEBOOK, "fb": _BY_FACEBOOK}
"""Pages that say in the query whom they are of."""
