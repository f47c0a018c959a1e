"""The first screen: who, the two numbers, the verdict with its two questions, for and against, and the ends."""

from reachcheck.formats import drawn
from reachcheck.formats.markdown.blocks import (
    LEFT,
    RIGHT,
    bullets,
    entries,
    heading,
    labelled,
    paragraph,
    section,
    table,
)
from reachcheck.formats.markdown.inline import capital
from reachcheck.formats.said import accepted, bounds, person
from reachcheck.formats.said import verdict as said
from reachcheck.formats.said.tested import label_errs
from reachcheck.formats.words import Words
from reachcheck.results.report import Results

WIDTH = 60
"""Blocks of the bar."""


def header(results: Results, words: Words) -> list[str]:
    """Who is audited, in which window, and the day that the files speak of."""
    days = (person.window(results.profile, words), person.as_of(results.profile, words))
    return [heading(person.who(results.profile, words), 1), paragraph(" · ".join(filter(None, days)))]


def numbers(results: Results, words: Words) -> list[str]:
    """The count and real reach beside each other, and the bar that carries both."""
    profile, reach = results.profile, results.real_reach
    count = words.say("report.unknown") if profile.followers is None else words.count(profile.followers)
    head = (words.say("report.count"), words.say("report.real_reach"))
    if reach is None:
        return [table(head, [(f"**{count}**", words.say("report.no_real_reach"))], (RIGHT, LEFT))]
    both = table(head, [(f"**{count}**", f"**{words.range(reach.low, reach.high)}**")], (RIGHT, RIGHT))
    gloss = paragraph(capital(words.say("report.sentence", text=words.say("report.gloss", noun=profile.noun))))
    return [both, gloss, *([] if profile.followers is None else _bar(profile.followers, results, words))]


def _bar(count: float, results: Results, words: Words) -> list[str]:
    reach = results.real_reach
    if reach is None:
        return []
    names = (words.say("report.bar.at_least"), words.say("report.bar.at_most"), words.say("report.bar.rest"))
    key = ", ".join(f"{sign} {name}" for sign, name in zip(drawn.BLOCKS, names, strict=True))
    return [f"`{drawn.bar(count, reach.low, reach.high, WIDTH)}`", key]


def verdict(results: Results, words: Words) -> list[str]:
    """The label, how sure it is and why, the sentence, the two questions, and what stated events would change."""
    found = results.verdict
    questions = (
        (words.say("report.who_is_there"), said.composition(results, words)),
        (words.say("report.something_done"), said.conduct(results, words)),
    )
    return [
        heading(words.name("verdict_label", found.label)),
        paragraph(words.text(found.summary)),
        paragraph(said.how_sure(results, words)),
        paragraph(label_errs(results, words)),
        entries(questions, words),
        paragraph(accepted.accepted(results, words)),
    ]


def lists(results: Results, words: Words) -> list[str]:
    """For, against, missing."""
    for_ = [words.text(message) for message in results.verdict.for_] or [words.say("report.nothing_shown")]
    against = [_coded(words.text(message), code) for message, code in said.against(results)]
    return [
        heading(f"\\+ {capital(words.say('report.for'))}", 3),
        bullets(for_),
        heading(f"− {capital(words.say('report.against'))}", 3),
        bullets(against or [said.nothing_against(results, words)]),
        heading(f"? {capital(words.say('report.missing'))}", 3),
        bullets(_missing(results, words)),
    ]


def _coded(text: str, code: str) -> str:
    return f"{text} ({code})" if code else text


def _missing(results: Results, words: Words) -> list[str]:
    missing = results.verdict.missing
    if not missing:
        return [words.say("report.missing_nothing")]
    told = [
        labelled(words.name("export", m.export), said.move(m, results, words), words)
        for m in missing[: said.MOST_MISSING]
    ]
    more = len(missing) - said.MOST_MISSING
    return [*told, words.say("report.missing_more", n=more)] if more > 0 else told


def ends(results: Results, words: Words) -> list[str]:
    """Every bound with the kind of statement it is; those in bold set the ends."""
    reach = results.real_reach
    if reach is None or not reach.bounds:
        return []
    titles = (words.say("markdown.end"), words.say("report.value"), words.say("markdown.because"))
    head = [capital(title) for title in (*titles, words.say("report.kind_of_statement"))]
    rows = (_end(rung) for rung in bounds.rungs(results, words))
    title = words.say("report.why", low=reach.low, high=reach.high)
    return section(
        title, table(head, rows, (LEFT, RIGHT, LEFT, LEFT)), paragraph(bounds.without_readings(results, words))
    )


def _end(rung: bounds.Rung) -> tuple[str, ...]:
    bold = "**" if rung.used else ""
    because = f"{rung.text}. *{rung.reading}*" if rung.reading else rung.text
    return rung.at, f"{bold}{rung.value}{bold}", because, rung.kind_name
