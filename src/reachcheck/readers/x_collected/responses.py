"""Who responded to whom among collected posts: each reply and repost is an act of its author's.

Where the other one is an author of the same file too, it is also a response that the other received.
"""

from collections.abc import Iterator, Sequence

from reachcheck.model.enums import Direction, KeyKind, Response
from reachcheck.model.tables import Posts
from reachcheck.readers.kit.acts import Act, acts
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.numbered import is_number, numbers_of


def responses(cells: Cells, posts: Draft) -> list[Draft]:
    """Responses given, by author, and responses received, by author; people go by their numbers."""
    assert isinstance(posts.rows, Posts)
    table = _Table(cells)
    given = [act for at in range(cells.size) for act in table.given(at)]
    times = posts.rows.published_at
    owners = {author: owner for author, owner in zip(table.author, posts.owners, strict=True) if author and owner}
    received = [(act, owners[act.peer]) for act in given if act.peer in owners and act.what != Response.MENTION]
    targets: list[str | None] = [None] * cells.size
    for act, owner in received:
        targets[act.at] = owner
    heard = [table.heard(act) for act, _ in received]
    return [
        *acts(given, times, Direction.OUT, KeyKind.ID),
        *acts(heard, times, Direction.IN, KeyKind.ID, owners=targets),
    ]


class _Table:
    """The columns that say who each post is by, and whom and what it answers, repeats or names."""

    def __init__(self, cells: Cells) -> None:
        self.author = _numbers(cells, "author")
        self.thread = _numbers(cells, "thread")
        self.answered = _numbers(cells, "answered")
        self.answered_user = _numbers(cells, "answered_user")
        self.repeated = _numbers(cells, "repeated")
        self.repeated_user = _numbers(cells, "repeated_user")
        self.named = cells.text("named")
        posts = _numbers(cells, "post")
        self.by = {post: author for post, author in zip(posts, self.author, strict=True) if post and author}

    def given(self, at: int) -> Iterator[Act]:
        """What a post is to others than its author; a repost is nothing else besides."""
        peers: dict[str | None, tuple[Response, str | None]] = {}
        repeated, answered = self.repeated[at], self.answered[at]
        if repeated:
            peers[self.repeated_user[at] or self.by.get(repeated)] = Response.REPOST, repeated
        else:
            for name in filter(is_number, (self.named[at] or "").split(" ")):
                peers[name] = Response.MENTION, None
            peers[self.answered_user[at] or self.by.get(answered or "")] = Response.REPLY, self.thread[at] or answered
        for peer, (what, post) in peers.items():
            if peer and peer != self.author[at]:
                yield Act(at, peer, what, post)

    def heard(self, act: Act) -> Act:
        """The same act seen from the other side: a reply is a comment to whom it answers."""
        what = Response.COMMENT if act.what == Response.REPLY else act.what
        return Act(act.at, self.author[act.at], what, act.post)


def _numbers(cells: Cells, name: str) -> Sequence[str | None]:
    return numbers_of(cells.raw(name)) if name in cells else [None] * cells.size
