"""What a model was learned from, and how it errs, when it is made."""

from reachcheck.formats.said.learned import SHORT
from reachcheck.formats.text.lines import Line, plain
from reachcheck.formats.text.page import Page
from reachcheck.formats.words import Words
from reachcheck.results.learned import Fitting


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
