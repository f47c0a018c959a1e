"""From the tables of newsletter exports to rows: subscribers by a hash of their address, posts, figures of posts."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b

from reachcheck.message import msg
from reachcheck.model.enums import Completeness, Scope
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders, ties
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.mended import changed, read_mended
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import made_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable

SUBSTACK: Names = {"id": ("email",), "followed_at": ("created_at",), "mail_off": ("email_disabled",)}
BEEHIIV: Names = {"id": ("Email",), "followed_at": ("Created At",), "status": ("Status",)}
POSTS: Names = {
    "post": ("post_id",),
    "published_at": ("post_date",),
    "published": ("is_published",),
    "type": ("type",),
}
STATS: Names = {
    "post": ("post_id",),
    "published_at": ("post_date",),
    **{name: (name,) for name in ("likes", "comments", "shares", "views", "clicks")},
}
_ABSENT = "_-"
"""What Substack writes where a figure does not apply."""


def substack_subscribers(member: Member, options: ReadOptions) -> Made:
    """One row a subscriber, whether they pay or not; how many get no mail is remarked on."""
    cells = _subscribers(member, options, SUBSTACK)
    off = int(((cells.flag("mail_off") == 1) & cells.rows.keep).sum())
    if off:
        cells.rows.note(msg("newsletters.mail_off", count=off))
    return made_of(cells, ties.followers(cells))


def beehiiv_subscribers(member: Member, options: ReadOptions) -> Made:
    """One row a subscriber; those who no longer are, or not yet, stand in the same list and are left out."""
    cells = _subscribers(member, options, BEEHIIV)
    status = cells.text("status")
    ended = [n for n, word in enumerate(status) if word and word.casefold() != "active"]
    cells.rows.leave_out(ended, lambda at: msg("newsletters.not_active", status=status[at] or ""))
    return made_of(cells, ties.followers(cells))


def posts(member: Member, options: ReadOptions) -> Made:
    """One row a published post; drafts and pages such as "About" are none. There are no figures."""
    cells = read_mended(member, options, POSTS, _posts, "published_at")
    published, kinds = cells.flag("published").tolist(), cells.text("type")
    drafts = [n for n, flag in enumerate(published) if flag == 0]
    cells.rows.leave_out(drafts, lambda _: msg("newsletters.draft"))
    pages = [n for n, kind in enumerate(kinds) if kind and kind.casefold() == "page"]
    cells.rows.leave_out(pages, lambda _: msg("newsletters.page"))
    return made_of(cells, builders.posts(cells, completeness=Completeness.UNKNOWN))


def stats(member: Member, options: ReadOptions) -> Made:
    """One row a post with what it drew since it was published."""
    cells = read_mended(member, options, STATS, _posts, "published_at")
    return made_of(cells, builders.posts(cells, completeness=Completeness.UNKNOWN, scope=Scope.LIFETIME))


def _subscribers(member: Member, options: ReadOptions, names: Names) -> Cells:
    """The columns of a list in which nobody's address stands any more; rows without one are left out."""
    strange: list[int] = []

    def mend(table: RawTable, columns: Mapping[str, str]) -> RawTable:
        addresses = table.column(columns["id"])
        strange.extend(n for n, cell in enumerate(addresses) if cell and "@" not in cell)
        return changed(table, columns["id"], _hash)

    cells = read_mended(member, options, names, mend, "id")
    cells.rows.leave_out(strange, lambda _: msg("newsletters.no_address"))
    return cells


def _hash(address: str) -> str:
    return blake2b(address.strip().lower().encode(), digest_size=8).hexdigest() if address else ""


def _posts(table: RawTable, columns: Mapping[str, str]) -> RawTable:
    """Ids without the words that follow them in one file and not in the other; figures that do not apply as empty."""
    table = changed(table, columns.get("post"), lambda cell: cell.partition(".")[0])
    return replace(table, rows=[["" if cell == _ABSENT else cell for cell in row] for row in table.rows])
