"""What was learned from marks, in words: beside the composition of a list, and when it is made."""

from collections.abc import Iterator

from reachcheck.formats.text.lines import Line, plain
from reachcheck.formats.text.page import Page
from reachcheck.formats.words import Words
from reachcheck.results.learned import Fitting, Learned
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


def render_fitting(found: Fitting, words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """What a model was learned from, and how it errs."""
    page = Page(words, width, unicode)
    nobody, somebody = found.nobody, found.somebody
    said = [words.say("learned.from", nobody=nobody.marked, somebody=somebody.marked, inputs=found.inputs)]
    if found.unsure or found.without_figures:
        said.append(words.say("learned.left_out", unsure=found.unsure, without=found.without_figures))
    said += [
        words.say("learned.unseen"),
        words.say("learned.area", area=found.area, low=found.area_low, high=found.area_high),
        words.say("learned.missed", wrong=nobody.wrong, low=nobody.low, high=nobody.high, undecided=nobody.undecided),
        words.say(
            "learned.accused", wrong=somebody.wrong, low=somebody.low, high=somebody.high, undecided=somebody.undecided
        ),
        words.say("learned.disagree"),
        words.say("learned.yours"),
        words.say("learned.name", name=found.name[:SHORT]),
    ]
    rows = page.heading(words.say("learned.title").upper())
    for sentence in said:
        rows += page.paragraph(sentence)
    return rows if unicode else plain(rows)
