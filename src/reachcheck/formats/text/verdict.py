"""The verdict with its two questions, what speaks for and against, and what is missing."""

from collections.abc import Sequence

from reachcheck.formats.text.learned import learned
from reachcheck.formats.text.lines import BLANK, Line, Span, columns, labelled, line, remarked, sides
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import Message, msg
from reachcheck.results.report import Results
from reachcheck.results.verdict import Composition, Missing, Verdict

MOST_MISSING = 5
"""Exports named on the first screen; the others stand where the report says what the files cannot tell."""


def verdict(results: Results, page: Page) -> list[Line]:
    """The label, how sure it is and why, the sentence, and the two questions."""
    said, words = results.verdict, page.words
    label = words.name("verdict_label", said.label).upper()
    sure = words.say("report.confidence", level=words.name("confidence", said.confidence))
    return [
        BLANK,
        *sides(Span(label, "flag" if said.label == "inflated count" else "strong"), Span(sure), page.width),
        *page.paragraph(said.summary),
        *[Line(tuple(Span(s.text, "dim") for s in row.spans)) for row in page.paragraph(_why_sure(said))],
        BLANK,
        *_questions(results, page),
    ]


def _why_sure(said: Verdict) -> Message:
    return msg("report.sentence", text=said.confidence_reason)


def _questions(results: Results, page: Page) -> list[Line]:
    titles = (page.words.say("report.who_is_there"), page.words.say("report.something_done"))
    gap = max(columns(title) for title in titles) + 3
    answers = (_composition(results, page), _conduct(results, page))
    return [
        row
        for title, answer in zip(titles, answers, strict=True)
        for row in labelled(title, answer, page.width, indent=INDENT, gap=gap)
    ]


def _composition(results: Results, page: Page) -> str:
    """What was seen of them, and what a model says beside it where one was asked."""
    by_model = learned(results, page.words)
    return f"{_seen(results, page)} {by_model}" if by_model else _seen(results, page)


def _seen(results: Results, page: Page) -> str:
    """What the figures of followers say, then what a person's marks say, or that they would say more."""
    found = results.composition
    said = _by_figures(found, results, page)
    if found is not None and found.review is not None:
        marked = found.review
        looked = marked.nobody + marked.somebody + marked.unsure
        by_hand = page.words.say("report.composition.reviewed", looked=looked, low=marked.low, high=marked.high)
        return f"{said} {by_hand}"
    known = found is not None and found.status == "known"
    return f"{said} {page.words.say('report.composition.more')}" if known else said


def _by_figures(found: Composition | None, results: Results, page: Page) -> str:
    if found is None or found.status == "unknown" or found.low is None or found.high is None:
        untold = msg("report.composition.untold", noun=results.profile.noun)
        because = None if found is None or found.reason is None else msg("report.sentence", text=found.reason)
        return page.words.text(because or untold)
    noun, who = results.profile.noun, page.handle(results.profile)
    if found.low == 0:
        return page.words.say("report.composition.ordinary", noun=noun)
    return page.words.say("report.composition.known", low=found.low, noun=noun, who=who)


def _conduct(results: Results, page: Page) -> str:
    conduct = results.conduct
    if conduct.level == "unknown":
        return page.words.say("report.conduct.unknown")
    if conduct.level == "none seen":
        return _nothing_seen(results, page)
    family_of = {finding.code: finding.family for finding in results.findings}
    seen = (family_of.get(code, code) for piece in conduct.pieces for code in piece.findings)
    families = tuple(dict.fromkeys(seen))
    if results.verdict.label == "inflated count" and conduct.level == "to look at":
        return page.words.say("report.conduct.with_figures", families=families)
    if conduct.level == "to look at":
        return page.words.say("report.conduct.to_look_at", families=families)
    events = tuple(piece.innocent_event for piece in conduct.pieces)
    return page.words.say("report.conduct.strong", k=len(conduct.pieces), families=families, events=events)


def _nothing_seen(results: Results, page: Page) -> str:
    words = page.words
    sentences = [words.say("report.conduct.none_seen")]
    if results.conduct.could_look:
        sentences.append(words.say("report.conduct.could_look", codes=results.conduct.could_look))
    smallest = [
        p.value for m in results.measures if m.id == "smallest_visible_arrival" for p in m.parts if p.kind == "1d"
    ]
    if smallest and smallest[0] is not None:
        sentences.append(words.say("report.conduct.unseen", n=smallest[0]))
    return " ".join(sentences)


def lists(results: Results, page: Page) -> list[Line]:
    """For, against, missing."""
    words, said = page.words, results.verdict
    codes = {f.code: f.observed for f in results.findings if f.status == "flagged"}
    nothing = msg("report.nothing_more") if codes else msg("report.against_nothing")
    for_ = [(message, "") for message in said.for_]
    against = [(message, next((c for c, seen in codes.items() if seen == message), "")) for message in said.against]
    return [
        BLANK,
        *_list("+", words.say("report.for"), for_, msg("report.for_nothing"), page),
        *_list("-", words.say("report.against"), against, nothing, page),
        *_missing(results, page),
    ]


def _list(mark: str, title: str, said: Sequence[tuple[Message, str]], nothing: Message, page: Page) -> list[Line]:
    """A titled list; each entry with the code of the finding that it comes from."""
    rows = [line(f" {mark} {title.upper()}", "strong")]
    if not said:
        return rows + page.paragraph(nothing)
    for message, code in said:
        rows += remarked(page.words.text(message), code, page.width, INDENT)
    return rows


def _missing(results: Results, page: Page) -> list[Line]:
    rows = [line(f" ? {page.words.say('report.missing').upper()}", "strong")]
    if not results.verdict.missing:
        return rows + page.paragraph(msg("report.missing_nothing"))
    more = len(results.verdict.missing) - MOST_MISSING
    for missing in results.verdict.missing[:MOST_MISSING]:
        name = " " * INDENT + page.words.name("export", missing.export)
        rows += sides(Span(name), Span(_move(missing, results, page), "dim"), page.width)
    return rows + (page.paragraph(msg("report.missing_more", n=more)) if more > 0 else [])


def _move(missing: Missing, results: Results, page: Page) -> str:
    reach = results.real_reach
    if reach is None or missing.moves is None:
        return page.words.say("report.moves.nothing")
    end = reach.low if missing.moves == "lower" else reach.high
    if missing.at_most is None:
        return page.words.say("report.moves.unknown", end=end)
    if missing.at_most < end:
        return page.words.say("report.moves.down", end=end, to=missing.at_most)
    return page.words.say("report.moves.up", end=end, to=missing.at_most)
