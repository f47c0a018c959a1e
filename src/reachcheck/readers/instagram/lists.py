"""Who follows, who is followed, and who no longer is: from the entries of an export to ties."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import numpy as np

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.enums import Direction
from reachcheck.readers.aliases import roles_in
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.instagram.opened import entries_of
from reachcheck.readers.kit.meta import Entry, profile_in, usable, user_name
from reachcheck.readers.kit.meta_made import made
from reachcheck.readers.kit.objects import account, repair, text_of, wrong_shape
from reachcheck.readers.kit.people import ended_ties, leave_out_nobody, ties
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json
from reachcheck.readers.values import dates

ROOTS: Mapping[str, str] = {
    "relationships_followers": "followers",
    "relationships_following": "following",
    "relationships_unfollowed_users": "unfollowed",
}
_DIRECTIONS = {"followers": Direction.IN, "following": Direction.OUT}
_OWN_NAME = re.compile(
    r"(?:recently_)?(?:(followers|following)|(unfollowed)_(?:profiles|accounts))(?:_\d+)?(?: ?\(\d+\))?\.(?:json|html)"
)
_NAMING = ("value", "href", "title")


def people(member: Member, options: ReadOptions) -> Made:
    """A list of followers, of those followed, or of those whom the owner unfollowed: who, and since or until when."""
    entries = entries_of(member, *ROOTS)
    rows = entries.rows
    role = ROOTS[entries.root] if entries.root else _role(member, options, rows)
    names = [_name(entry) for entry in entries.items]
    when = entries.times()
    leave_out_nobody(rows, names)
    if role == "unfollowed":
        draft, time = ended_ties(rows, names, when, Direction.OUT), "until"
        rows.leave_out_repeats(list(zip(names, when.astype(np.int64).tolist(), strict=True)))
    else:
        draft, time = (
            ties(names, when, _DIRECTIONS[role], exact=entries.exact, completeness=entries.completeness),
            "since",
        )
        rows.leave_out_repeats(names)
    columns = {**dict.fromkeys(_NAMING, "peer"), "timestamp": time}
    return made(entries, draft, columns=columns)


def old_lists(member: Member, _: ReadOptions) -> Made:
    """Both lists in one file, as until 2020: an object from user to date for each."""
    data = read_json(member.content, member.name)
    found = data if isinstance(data, dict) else {}
    lists = {role: found[role] for role in _DIRECTIONS if isinstance(found.get(role), dict)}
    if not lists:
        raise wrong_shape(member.name)
    pairs = [(role, repair(user), text_of(day)) for role, users in lists.items() for user, day in users.items()]
    rows = account(list(range(len(pairs))))
    since = dates([day for _, _, day in pairs]).values
    unread = [n for n in np.flatnonzero(np.isnat(since)).tolist() if pairs[n][2]]
    rows.warn(unread, lambda at: msg("row.date_unread", column=pairs[at][0], value=pairs[at][2]))
    names = [usable(user) for _, user, _ in pairs]
    leave_out_nobody(rows, names)
    rows.leave_out_repeats([(role, name) for (role, _, _), name in zip(pairs, names, strict=True)])
    places = {role: np.flatnonzero([role == each for each, _, _ in pairs]) for role in lists}
    drafts = tuple(ties(names, since, _DIRECTIONS[role], at=at) for role, at in places.items())
    others = tuple(repair(key) for key in found if key not in lists)
    return Made(rows=rows, drafts=drafts, columns=dict.fromkeys(lists, "peer, since"), unmatched=others, unit="index")


def _name(entry: Entry) -> str | None:
    """The first usable handle: what a label calls the user name, the value, the address, the title.

    Where there are labels, an address may be that of the person's own web page.
    """
    if entry.fields:
        links = (profile_in(found.href or found.value) for found in entry.fields)
        return user_name(entry) or next(filter(None, links), None)
    return next(filter(None, map(usable, (entry.value, entry.href, entry.title))), None)


def _role(member: Member, options: ReadOptions, rows: Rows) -> str:
    """Which list one without a root key is: as the user says, else by its name.

    Raises UnreadableError where neither tells.
    """
    file = PurePosixPath(member.path).name
    own = _OWN_NAME.fullmatch(file.lower())
    if own and own[2]:
        return own[2]
    if options.role in _DIRECTIONS:
        return options.role
    if own:
        return own[1]
    said = roles_in(PurePosixPath(file).stem).intersection(_DIRECTIONS)
    if len(said) != 1:
        problem, remedy = msg("instagram.which_list"), msg("instagram.which_list_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)
    rows.note(msg("instagram.list_from_name", file=file, role=min(said)))
    return min(said)
