"""What one row of a table is, decided by its columns in a fixed order of tests.

Where the columns leave it open, the key of the JSON list decides, then a header that names people ("follower"), then
the words of the file name, which is noted; else the user is asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.message import Message, msg
from reachcheck.readers.aliases import roles_in
from reachcheck.readers.generic.fields import COUNTS, ROLES
from reachcheck.readers.generic.sheet import Sheet
from reachcheck.readers.values import dates

PERSON = ("handle", "account", "user_id", "profile_url", "name")
ACCOUNT = ("followers", "following", "follows", "posts")
ANSWERS = ("likes", "comments", "shares", "saves")
SHOWN = ("views", "clicks")
SEEN = ("reach", "impressions", "interactions")
AVERAGES = ("average_likes", "average_comments", "average_views")
FLOWS = ("gained", "lost", "net", "profile_visits")

_DIRECTIONS = {"follower": "followers", "followed": "following"}


@dataclass(frozen=True)
class Choice:
    """What one row is, and what there is to say about how that was found."""

    role: str
    notes: tuple[Message, ...] = ()


def decide(sheet: Sheet, asked: str | None) -> Choice:
    """The role of a table; `asked` always wins. Raises UnreadableError where nothing tells."""
    if asked is not None:
        if asked not in ROLES:
            problem = msg("generic.unknown_role", role=asked, roles=tuple(ROLES))
            raise UsageError(problem, place=sheet.place, remedy=msg("generic.no_role_remedy", roles=tuple(ROLES)))
        return Choice(asked)
    for test, roles in TESTS:
        if test(sheet):
            return Choice(roles[0]) if len(roles) == 1 else _settle(sheet, roles)
    problem = msg("generic.no_role", columns=tuple(sheet.table.header))
    raise UnreadableError(problem, place=sheet.place, remedy=msg("generic.no_role_remedy", roles=tuple(ROLES)))


def _settle(sheet: Sheet, roles: tuple[str, ...]) -> Choice:
    """Choose between roles that have the same columns."""
    for said in (roles_in(sheet.root), frozenset(_DIRECTIONS[peer] for peer in sheet.peers)):
        found = said.intersection(roles)
        if len(found) == 1:
            return Choice(min(found))
    file = PurePosixPath(sheet.place).name
    named = roles_in(PurePosixPath(file).stem).intersection(roles)
    if len(named) == 1:
        return Choice(min(named), (msg("generic.role_from_name", file=file, role=min(named)),))
    remedy = msg("generic.undecided_remedy", roles=roles)
    raise UnreadableError(msg("generic.undecided", columns=tuple(sheet.table.header)), place=sheet.place, remedy=remedy)


def _is_graph(sheet: Sheet) -> bool:
    """Both ends of a tie."""
    ends = sheet.peers == {"follower", "followed"} or (sheet.has("source") and sheet.has("target"))
    return ends and not sheet.has(*ANSWERS, *PERSON, "kind")


def _is_responses(sheet: Sheet) -> bool:
    """Somebody, and a post, a direction or a dated kind of response; no counts."""
    somebody = sheet.has(*PERSON) or bool(sheet.peers)
    what = sheet.has("post", "post_url", "direction") or (sheet.has("kind") and sheet.has("at", "date"))
    return somebody and what and not sheet.has(*COUNTS, "platform")


def _is_keyed_posts(sheet: Sheet) -> bool:
    """The id or address of a post, and its date or counts."""
    return sheet.has("post", "post_url") and sheet.has(*ANSWERS, *SHOWN, *SEEN, "published_at", "date")


def _is_dated_list(sheet: Sheet) -> bool:
    """Somebody, and since when they follow or are followed."""
    return _somebody(sheet) and sheet.has("followed_at")


def _is_profile(sheet: Sheet) -> bool:
    """Averages beside somebody or the counts of an account; or a platform beside somebody, or an account "as of"."""
    somebody, account = _somebody(sheet), sheet.has(*ACCOUNT)
    if sheet.has(*AVERAGES):
        return somebody or account
    dated, counted = sheet.has("date", "published_at"), sheet.has(*ANSWERS, *SHOWN, *SEEN, *FLOWS)
    if somebody:
        return sheet.has("platform") and (not counted or (account and not dated))
    return sheet.has("as_of", "platform") and account and not dated and not counted


def _is_events(sheet: Sheet) -> bool:
    """A date and what happened; no counts and nobody."""
    return sheet.has("date") and sheet.has("what") and not sheet.has(*COUNTS) and not _somebody(sheet)


def _is_daily(sheet: Sheet) -> bool:
    """A date, nothing that belongs to a post or a tie, and what only days have.

    That is arrivals, departures, visits or the level of followers, without likes and the like; or one row a day
    without a gap with such flows, or with impressions, reach or engagements alone (as LinkedIn has them).
    """
    if not sheet.has("date") or sheet.has("post", "post_url", "published_at", "followed_at"):
        return False
    flows, alone, answered = sheet.has(*FLOWS), not _somebody(sheet), sheet.has(*ANSWERS)
    if not answered and (flows or (alone and sheet.has("followers", "follows") and not sheet.has(*SHOWN))):
        return True
    seen_alone = sheet.has(*SEEN) and not answered and not sheet.has(*SHOWN)
    return alone and (flows or seen_alone) and _day_by_day(sheet)


def _is_posts(sheet: Sheet) -> bool:
    """Counts of posts, or a date of publication, unless they stand beside the counts of somebody's account."""
    if not sheet.has(*ANSWERS, *SHOWN, *SEEN, "published_at"):
        return False
    if not (_somebody(sheet) and sheet.has(*ACCOUNT)):
        return True
    return sheet.has("date", "published_at") and not sheet.has("following", "posts")


def _is_people(sheet: Sheet) -> bool:
    """Somebody and the counts of their account: ties with what is visible of each, or a sheet of profiles."""
    return _somebody(sheet) and sheet.has(*ACCOUNT)


def _somebody(sheet: Sheet) -> bool:
    return sheet.has(*PERSON, "id", "url") or bool(sheet.peers)


def _day_by_day(sheet: Sheet) -> bool:
    """Whether the only date column goes on by one day from row to row, in either direction."""
    column, *others = sheet.columns("date")
    days = dates(sheet.table.column(column), sheet.date_order).values.astype("datetime64[D]")
    if others or len(days) < 2 or np.isnat(days).any():
        return False
    return bool((np.diff(np.sort(days)).astype(np.int64) == 1).all())


TESTS: tuple[tuple[Callable[[Sheet], bool], tuple[str, ...]], ...] = (
    (_is_graph, ("graph",)),
    (_is_responses, ("responses",)),
    (_is_keyed_posts, ("posts",)),
    (_is_dated_list, ("followers", "following")),
    (_is_profile, ("profile",)),
    (_is_events, ("events",)),
    (_is_daily, ("daily",)),
    (_is_posts, ("posts",)),
    (_is_people, ("followers", "following", "profile", "daily")),
    (_somebody, ("followers", "following", "profile", "responses")),
)
"""In this order; the first that holds decides, and where it leaves several roles `_settle` chooses."""
