"""What one row of a table is, decided by its columns in a fixed order of tests.

Where the columns leave it open, the key of the JSON list decides, then a header that names people ("follower"), then
the words of the file name, which is noted; else the user is asked. A wrong role would be a wrong accusation.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.message import Message, msg
from reachcheck.readers.aliases import roles_in
from reachcheck.readers.generic import signs
from reachcheck.readers.generic.fields import COUNTS, EVIDENCE, ROLES
from reachcheck.readers.generic.matching import fits
from reachcheck.readers.generic.sheet import Sheet, names_columns

PERSON = ("handle", "account", "creator", "user_id", "profile_url", "name", "candidate")
ACCOUNT = ("followers", "following", "follows", "posts")
ANSWERS = ("likes", "comments", "shares", "saves")
SHOWN = ("views", "clicks")
SEEN = ("reach", "impressions", "interactions")
COUNTED = (*ANSWERS, *SHOWN, *SEEN)
AVERAGES = ("average_likes", "average_comments", "average_views")
FLOWS = ("gained", "lost", "net", "profile_visits", "new_posts")
KEYS = ("post", "post_url")
DATE = ("date", "week")
LISTS = ("followers", "following")
ADDRESSES = ("handle", "account", "user_id", "profile_url")
"""What names somebody on a platform: no remark of a recruiter on a person stands beside it."""

_DIRECTIONS = {"follower": "followers", "followed": "following"}


@dataclass(frozen=True)
class Choice:
    """What one row is, and what there is to say about how that was found."""

    role: str
    notes: tuple[Message, ...] = ()


def decide(sheet: Sheet, asked: str | None) -> Choice:
    """The role of a table; `asked` always wins. Raises UnreadableError where nothing tells."""
    if asked is not None:
        return Choice(_asked(sheet, asked))
    for test, roles in TESTS:
        if test(sheet):
            return Choice(roles[0]) if len(roles) == 1 else _settle(sheet, roles, USUAL.get(test))
    raise UnreadableError(_unclear(sheet), place=sheet.place, remedy=msg("generic.no_role_remedy", roles=tuple(ROLES)))


def _unclear(sheet: Sheet) -> Message:
    """What to say of a table of which nothing tells what it is: its first line is shown only if it names columns.

    Any file may come here, a stranger's letter too.
    """
    table = sheet.table
    if names_columns(table, json=sheet.decimal is not None):
        return msg("generic.no_role", columns=tuple(table.header))
    return msg("generic.no_role_unnamed", rows=table.rows_read + len(table.above))


def _asked(sheet: Sheet, asked: str) -> str:
    """The role that the user says, by its name or by a word for it in another language."""
    meant = {asked} & ROLES.keys() or roles_in(asked)
    if len(meant) == 1:
        return min(meant)
    problem = msg("generic.unknown_role", role=asked, roles=tuple(ROLES))
    raise UsageError(problem, place=sheet.place, remedy=msg("generic.no_role_remedy", roles=tuple(ROLES)))


def _settle(sheet: Sheet, roles: tuple[str, ...], usual: str | None) -> Choice:
    """Choose between roles that have the same columns; without any word for one of them it is the usual."""
    for said in (roles_in(sheet.root), _said_by_header(sheet)):
        found = said.intersection(roles)
        if len(found) == 1:
            return Choice(min(found))
    file = PurePosixPath(sheet.place).name
    named = roles_in(PurePosixPath(file).stem).intersection(roles)
    if len(named) == 1:
        role = min(named)
        return Choice(role, () if role == usual else (msg("generic.role_from_name", file=file, role=role),))
    if usual is not None and not named:
        return Choice(usual)
    remedy = msg("generic.undecided_remedy", roles=tuple(role for role in roles if fits(sheet, role)))
    raise UnreadableError(msg("generic.undecided", columns=tuple(sheet.table.header)), place=sheet.place, remedy=remedy)


def _said_by_header(sheet: Sheet) -> frozenset[str]:
    """Whom a column names, if not just somebody: followers, the followed, or those who are looked at."""
    if sheet.has("candidate", "creator"):
        return frozenset(("profile",))
    return frozenset(_DIRECTIONS[peer] for peer in sheet.peers)


def _is_graph(sheet: Sheet) -> bool:
    """Both ends of a tie; "from" and "to" above dates are the ends of a period."""
    ends = sheet.peers == {"follower", "followed"} or (sheet.has("source") and sheet.has("target"))
    return ends and not sheet.has(*ANSWERS, *PERSON, "kind") and not signs.is_period(sheet)


def _is_responses(sheet: Sheet) -> bool:
    """Somebody, and what they did: a comment's words, a direction, or a known kind of response to a post or by date."""
    if not _somebody(sheet) or sheet.has("platform", *(COUNTS - set(ANSWERS))):
        return False
    if sheet.has("comment") and (sheet.has(*KEYS, "at") or (sheet.has(*DATE) and sheet.has(*ADDRESSES))):
        return True
    done = signs.is_direction(sheet) or (sheet.has(*KEYS, "at", *DATE) and signs.is_kind(sheet))
    return (done or signs.is_answered(sheet)) and not sheet.has(*ANSWERS)


def _is_answer_or_post(sheet: Sheet) -> bool:
    """Somebody and a post that comes once: who wrote it, or who answered it."""
    return _somebody(sheet) and sheet.has(*KEYS) and not sheet.has(*COUNTS, "platform", *EVIDENCE, "published_at")


def _is_keyed_posts(sheet: Sheet) -> bool:
    """The id or address of a post, and its counts, or its date or words beside somebody."""
    if not sheet.has(*KEYS):
        return False
    return sheet.has(*COUNTED) or (_somebody(sheet) and sheet.has(*EVIDENCE, "published_at", *DATE))


def _is_published(sheet: Sheet) -> bool:
    """The id or address of a post, and its date or words; in a file of comments it may be of anybody."""
    return sheet.has(*KEYS) and sheet.has(*EVIDENCE, "published_at", *DATE)


def _is_dated_list(sheet: Sheet) -> bool:
    """Somebody, and since when they follow or are followed."""
    return _somebody(sheet) and sheet.has("followed_at")


def _is_list_of_dates(sheet: Sheet) -> bool:
    """Since when, and nothing of whom."""
    return sheet.has("followed_at") and not sheet.has(*COUNTS)


def _is_profile(sheet: Sheet) -> bool:
    """Averages beside somebody or the counts of an account; or an account "as of", or on a platform."""
    somebody, account = _somebody(sheet), sheet.has(*ACCOUNT)
    if sheet.has(*AVERAGES):
        return somebody or account
    dated, counted = sheet.has(*DATE, "published_at"), sheet.has(*COUNTED, *FLOWS)
    return not somebody and sheet.has("as_of", "platform") and account and not dated and not counted


def _is_on_a_platform(sheet: Sheet) -> bool:
    """Somebody and a platform, without what posts or days have."""
    dated, counted = sheet.has(*DATE, "published_at"), sheet.has(*COUNTED, *FLOWS)
    return _somebody(sheet) and sheet.has("platform") and (not counted or (sheet.has(*ACCOUNT) and not dated))


def _is_events(sheet: Sheet) -> bool:
    """A date and what happened; no counts and nobody."""
    return sheet.has("date") and sheet.has("what") and not sheet.has(*COUNTS) and not _somebody(sheet)


def _is_daily(sheet: Sheet) -> bool:
    """A date, nothing that belongs to a post or a tie, and what only days have.

    That is arrivals, departures or visits, or an account's level of followers, posts or followed, without likes and
    the like; any counts of a week; or one row a day without a gap with such flows, or with impressions, reach or
    engagements alone (as LinkedIn has them).
    """
    if not sheet.has(*DATE) or sheet.has(*KEYS, "published_at", "followed_at"):
        return False
    flows, alone = sheet.has(*FLOWS), not _somebody(sheet)
    answered, shown = sheet.has(*ANSWERS), sheet.has(*SHOWN)
    if not sheet.has(*COUNTED) and (flows or (alone and sheet.has(*ACCOUNT))):
        return True
    if signs.is_written(sheet):
        return False
    if not answered and (flows or (alone and sheet.has("followers", "follows") and not shown)):
        return True
    if alone and (sheet.has("posts", "following") or (not sheet.has("date") and sheet.has(*COUNTS))):
        return True
    seen_alone = sheet.has(*SEEN) and not answered and not shown
    return alone and (flows or seen_alone) and signs.goes_on_by_days(sheet)


def _is_day_or_post(sheet: Sheet) -> bool:
    """Dates in a grid, and counts that days have as well as posts; or views beside the level of followers."""
    if not sheet.has("date") or sheet.has(*KEYS, "published_at", "followers_at_post") or signs.is_written(sheet):
        return False
    level = not _somebody(sheet) and sheet.has("followers") and sheet.has(*SHOWN) and not sheet.has(*ANSWERS)
    return sheet.has(*COUNTED) and (level or signs.is_grid(sheet))


def _is_written_by(sheet: Sheet) -> bool:
    """Somebody, words and a date: who published them, answered with them, or is described by them."""
    return _somebody(sheet) and sheet.has("text") and sheet.has(*DATE) and not sheet.has(*COUNTS, "published_at")


def _is_totals(sheet: Sheet) -> bool:
    """Several people, once each, and counts that nothing says to be of a post."""
    if not _somebody(sheet) or sheet.has(*DATE, "published_at", *EVIDENCE, *ACCOUNT):
        return False
    return sheet.has(*COUNTED) and len(sheet.table.rows) > 1 and not signs.comes_again(sheet)


def _is_posts(sheet: Sheet) -> bool:
    """Counts of posts, or a date of publication, unless they stand beside the counts of somebody's account."""
    if not sheet.has(*COUNTED, "published_at") and not (sheet.has(*DATE) and signs.is_written(sheet)):
        return False
    if not (_somebody(sheet) and sheet.has(*ACCOUNT)):
        return True
    return sheet.has("published_at") or (sheet.has(*DATE) and not sheet.has("following", "posts"))


def _is_tracked(sheet: Sheet) -> bool:
    """Accounts of which one stands in several rows, with its counts and dates."""
    return _is_people(sheet) and sheet.has(*DATE) and not sheet.has(*COUNTED) and signs.comes_again(sheet)


def _is_people(sheet: Sheet) -> bool:
    """Somebody and the counts of their account: ties with what is visible of each, or a sheet of profiles."""
    return _somebody(sheet) and sheet.has(*ACCOUNT)


def _somebody(sheet: Sheet) -> bool:
    if sheet.has(*PERSON) or sheet.peers:
        return True
    return sheet.has("id", "url") and not sheet.has(*KEYS, *COUNTED, "published_at")


TESTS: tuple[tuple[Callable[[Sheet], bool], tuple[str, ...]], ...] = (
    (_is_graph, ("graph",)),
    (_is_responses, ("responses",)),
    (_is_answer_or_post, ("responses", "posts")),
    (_is_keyed_posts, ("posts",)),
    (_is_published, ("posts", "responses")),
    (_is_dated_list, (*LISTS, "profile")),
    (_is_list_of_dates, LISTS),
    (_is_profile, ("profile",)),
    (_is_on_a_platform, ("profile", *LISTS)),
    (_is_events, ("events",)),
    (_is_daily, ("daily",)),
    (_is_day_or_post, ("posts", "daily")),
    (_is_written_by, ("posts", "responses", *LISTS)),
    (_is_totals, ("posts", "profile", "responses")),
    (_is_posts, ("posts",)),
    (_is_tracked, ("daily",)),
    (_is_people, (*LISTS, "profile", "daily")),
    (_somebody, (*LISTS, "profile", "responses", "posts")),
)
"""In this order; the first that holds decides, and where it leaves several roles `_settle` chooses."""

USUAL: Mapping[Callable[[Sheet], bool], str] = {_is_published: "posts", _is_on_a_platform: "profile"}
"""What it is without any word for one of several roles; for the others the user is asked."""
