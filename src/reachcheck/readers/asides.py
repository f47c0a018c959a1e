"""What is noticed deep inside a file that no reader asks about, and is said with the file all the same.

A key that stands twice in one JSON object is seen by the parser alone; without this, each reader would have to hand
such remarks upwards. Whoever reads a member listens; where nobody listens, nothing is kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from reachcheck.message import Message

MOST = 20
"""Remarks that are kept of one file."""

_HEARD: ContextVar[list[Message] | None] = ContextVar("heard", default=None)


@contextmanager
def listening() -> Iterator[list[Message]]:
    """The remarks made until the end of the block, each once, as a list that grows."""
    heard: list[Message] = []
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)


def remark(what: Message) -> None:
    """Say something of the file that is being read."""
    heard = _HEARD.get()
    if heard is not None and len(heard) < MOST and what not in heard:
        heard.append(what)
