"""Under which circumstances whole profiles live: functions from a stream and a number of followers to a life.

The numbers are what seemed believable to somebody who had not read what they will be used on; how many like and comment
was then moved towards public data, by hand. None was fitted.
"""

from collections.abc import Mapping
from types import MappingProxyType

from reachcheck.simulate.whole.worlds import circles, platform, public, trade
from reachcheck.simulate.whole.worlds.everyday import everyday

_HONEST = {
    "everyday": everyday,
    "classmates": circles.classmates,
    "colleagues": circles.colleagues,
    "association": circles.association,
    "friends": circles.friends,
    "teacher": circles.teacher,
    "quiet": circles.quiet,
    "new in town": circles.newcomer_in_town,
    "broadcast": public.broadcast,
    "musician": public.musician,
    "shop": public.shop,
    "candidate": public.candidate,
    "giveaway": public.giveaway,
    "twice round": public.goes_round_twice,
    "bilingual": public.bilingual,
    "advertised": public.advertised,
    "guest": public.guest,
    "merged": platform.merged,
    "suggested": platform.suggested,
    "purged": platform.purged,
    "returning": platform.returning,
    "deserted": platform.deserted,
}
_BOUGHT = {
    "crude lot": trade.crude_lot,
    "dressed lot": trade.dressed_lot,
    "aged lot": trade.aged_lot,
    "several lots": trade.several_lots,
    "even drip": trade.even_drip,
    "uneven drip": trade.uneven_drip,
    "aged drip": trade.aged_drip,
    "likes only": trade.likes_only,
    "exchange ring": trade.exchange_ring,
}
HONEST: tuple[str, ...] = tuple(_HONEST)
"""Worlds in which nothing is bought or traded."""
BOUGHT: tuple[str, ...] = tuple(_BOUGHT)
"""Worlds in which something is."""
WORLDS: Mapping[str, trade.Live] = MappingProxyType(_HONEST | _BOUGHT)
"""All of them by name."""
