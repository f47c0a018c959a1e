"""How invented profiles fared, as JSON."""

from reachcheck.formats.jsonable import Json, number
from reachcheck.results.fared import Fared, World


def fared(each: Fared) -> Json:
    """Which label or flag, who got it, and how many of them."""
    return {
        "who": each.who,
        "got": each.got,
        "sizes": {"from": number(each.start), "below": number(each.end)},
        "worlds": each.worlds,
        "n": each.n,
        "share": number(each.share),
        "least": _world(each.least),
        "most": _world(each.most),
    }


def _world(each: World) -> Json:
    shares = {name: number(getattr(each, name)) for name in ("share", "low", "high")}
    return {"world": each.world, "n": each.n, **shares}
