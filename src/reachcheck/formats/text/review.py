"""The result of a review in words."""

from reachcheck.formats.text.lines import Line, plain
from reachcheck.formats.text.page import Page
from reachcheck.formats.words import Words
from reachcheck.results.review import Review


def render_review(found: Review, words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """How many were looked at, what it says of all, and how far a person can err."""
    page = Page(words, width, unicode)
    looked = found.nobody + found.somebody + found.unsure
    rows = page.heading(words.say("review.title").upper())
    rows += page.paragraph(
        words.say(
            "review.looked",
            n=found.listed,
            looked=looked,
            nobody=found.nobody,
            somebody=found.somebody,
            unsure=found.unsure,
        )
    )
    rows += page.paragraph(words.say("review.share", low=found.low, high=found.high))
    if found.unsure:
        rows += page.paragraph(words.say("review.open", least=found.least, most=found.most))
    else:
        rows += page.paragraph(words.say("review.value", value=found.least))
    rows += page.paragraph(words.say("review.errs"))
    return rows if unicode else plain(rows)
