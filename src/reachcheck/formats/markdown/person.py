"""What came of time and of people: growth, events, the reply, advice, an employer's need, further exports."""

from reachcheck.formats import drawn
from reachcheck.formats.markdown.blocks import bullets, entries, heading, labelled, paragraph, section
from reachcheck.formats.said import growth as grown
from reachcheck.formats.said import needs as needed
from reachcheck.formats.said import replies
from reachcheck.formats.said import what_if as further
from reachcheck.formats.said.advice import advice as advised
from reachcheck.formats.said.events import event
from reachcheck.formats.words import Words
from reachcheck.results.need import NeedResult
from reachcheck.results.report import Results

WIDTH = 60
"""Blocks of the line of growth."""
SHOWN = 20
"""Events that are shown; the JSON has them all."""


def growth(results: Results, words: Words) -> list[str]:
    """The followers over time, with the steps named."""
    figure = grown.grown(results)
    if figure is None:
        return []
    known = [(x, y) for x, y in zip(figure.x, figure.y, strict=True) if y is not None]
    start, end = grown.day(known[0][0]), grown.day(known[-1][0])
    return section(
        grown.title(figure, words),
        f"`{drawn.growth([y for _, y in known], WIDTH)}`",
        paragraph(words.say("report.growth_days", start=start, end=end)),
        entries(((letter, grown.step(mark, words)) for letter, mark in grown.steps(figure)), words),
        paragraph(" ".join(grown.power(results, words))),
    )


def events(results: Results, words: Words) -> list[str]:
    """Each event with its day and where it comes from."""
    told = [event(each, words) for each in results.events[:SHOWN]]
    more = len(results.events) - SHOWN
    told += [words.say("report.more_events", n=more)] if more > 0 else []
    return section(words.say("report.events"), bullets(told))


def reply(results: Results, words: Words) -> list[str]:
    """What is said of the whole report, and what fits no finding of today."""
    given = results.reply
    if given is None:
        return []
    blocks = [entries(replies.answered(said, "", words), words) for said in given.general]
    for said in given.unmatched:
        blocks += [paragraph(replies.unmatched(said, words)), entries(replies.answered(said, "", words), words)]
    return section(words.say("reply.title"), *blocks)


def advice(results: Results, words: Words) -> list[str]:
    """What the person can do; nothing in a report for somebody else."""
    told = bullets(labelled(code, text, words) if code else text for code, text in advised(results, words))
    return section(words.say("advice.title"), paragraph(words.say("advice.whose")), told) if told else []


def needs(results: Results, words: Words) -> list[str]:
    """What an employer looks for; nothing where no need was asked about."""
    return [block for found in results.needs for block in _need(found, words)]


def _need(found: NeedResult, words: Words) -> list[str]:
    blocks = [paragraph(words.say("need.whose")), paragraph(needed.counts(found, words))]
    for each in found.criteria:
        title = labelled(needed.criterion_title(each, words), words.name("met", each.status), words)
        blocks += [heading(title, 3), entries(needed.entries(each, words), words)]
    return section(needed.heading(found, words), *blocks)


def what_if(results: Results, words: Words) -> list[str]:
    """What further exports could tell; nothing where nobody asked."""
    if not results.what_if:
        return []
    blocks = [paragraph(words.say("what_if.could"))]
    for each in results.what_if:
        told = [*further.moves(each, results, words), *(further.unlocks(given, words) for given in each.unlocks)]
        blocks += [heading(words.say("what_if.export", export=each.export), 3), bullets(told)]
    return section(words.say("what_if.title"), *blocks)
