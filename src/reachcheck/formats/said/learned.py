"""What a model that was learned from marks says of a list, in words."""

from collections.abc import Iterator

from reachcheck.formats.words import Words
from reachcheck.results.learned import Learned
from reachcheck.results.report import Results

SHORT = 12
"""So many digits of a model's hash stand in a text."""


def learned(results: Results, words: Words) -> str:
    """What a model says of the list, or why it says nothing; empty where none was asked."""
    found = None if results.composition is None else results.composition.learned
    return "" if found is None else " ".join(_said(found, results.profile.platform, words))


def _said(found: Learned, platform: str | None, words: Words) -> Iterator[str]:
    if found.n is None:
        yield words.say("learned.silent", reason=found.reason or "?")
        return
    marks = found.marked_nobody + found.marked_somebody
    yield words.say("learned.counted", name=found.name[:SHORT], marks=marks, nobody=found.nobody or 0, n=found.n)
    if found.undecided:
        yield words.say("learned.undecided", undecided=found.undecided)
    if found.reason is not None:
        yield words.say("learned.no_share", reason=found.reason)
    elif found.low == 0 and found.high == 1:
        yield words.say("learned.nothing")
    else:
        yield words.say("learned.share", low=found.low or 0.0, high=found.high or 0.0)
    if found.platform and platform and found.platform != platform:
        yield words.say("learned.elsewhere", platform=found.platform)
    yield words.say("learned.aside")
