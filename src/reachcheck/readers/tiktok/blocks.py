"""TikTok's data export as text: each list a file of blocks, a date and a user name each, in the language of the app."""

import re
from pathlib import PurePosixPath

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.aliases import roles_in
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import ties
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import cells_of, made_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable
from reachcheck.readers.table.encoding import decode

NAMES: Names = {"followed_at": ("Date", "Datum"), "handle": ("Username", "Gebruikersnaam")}

LOOKED_AT = 20
"""So many blocks tell which labels there are."""

_ROLES = ("followers", "following")
_OWN = re.compile(r"(?:(followers?|volgers?)|following|volgend)(?: list)?(?:_\d+)?(?: ?\(\d+\))?", re.IGNORECASE)
_BEGINS = re.compile(
    rb"\s*(?:Date|Datum): ?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: UTC)?\s*\n(?:User ?name|Gebruikersnaam): ?[\w.]",
    re.IGNORECASE,
)
_LINE = re.compile(r"([^:\n]{1,40}): ?(.*)")


def is_blocks(member: Member) -> bool:
    """Whether a file begins with a date and a user name, one line each."""
    head = member.head.replace(b"\0", b"")
    return bool(_BEGINS.match(head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")))


def read_blocks(member: Member, options: ReadOptions) -> Made:
    """A list of followers or of those followed; raises UnreadableError where nothing tells which."""
    role = _role(member, options)
    cells = cells_of(_table(member), member.name, options, NAMES)
    return made_of(cells, ties.followers(cells) if role == "followers" else ties.following(cells))


def _role(member: Member, options: ReadOptions) -> str:
    """Which list it is: as the user says, else by its name, which is all that tells."""
    if options.role in _ROLES:
        return options.role
    stem = PurePosixPath(member.path).stem
    own = _OWN.fullmatch(stem)
    said = {_ROLES[0] if own[1] else _ROLES[1]} if own else roles_in(stem).intersection(_ROLES)
    if len(said) != 1:
        problem, remedy = msg("tiktok.which_list"), msg("tiktok.which_list_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)
    return min(said)


def _table(member: Member) -> RawTable:
    """One row a block, at the line where it begins; a label that comes again begins the next one."""
    text, guess = decode(member.content, member.name)
    blocks: list[tuple[int, dict[str, str]]] = []
    notes = [RowNote(-1, guess)] if guess else []
    fresh = True
    for number, line in enumerate(text.splitlines(), 1):
        field = _LINE.fullmatch(line.strip())
        if not field:
            fresh = True
            notes += [RowNote(number, msg("tiktok.odd_line"))] if line.strip() else []
            continue
        if fresh or field[1] in blocks[-1][1]:
            blocks.append((number, {}))
            fresh = False
        blocks[-1][1][field[1]] = field[2].strip()
    header = tuple(dict.fromkeys(label for _, block in blocks[:LOOKED_AT] for label in block))
    rows = [[block.get(label, "") for label in header] for _, block in blocks]
    return RawTable(header=header, rows=rows, lines=[number for number, _ in blocks], warnings=tuple(notes))
