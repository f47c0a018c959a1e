"""The verdict with its two questions, what speaks for and against, and what is missing."""

from collections.abc import Sequence

from reachcheck.formats.said.tested import label_errs
from reachcheck.formats.said.verdict import (
    MOST_MISSING,
    Coded,
    against,
    composition,
    conduct,
    move,
    nothing_against,
    why_sure,
)
from reachcheck.formats.text.lines import BLANK, Line, Span, columns, labelled, line, remarked, sides
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import msg
from reachcheck.results.report import Results


def verdict(results: Results, page: Page) -> list[Line]:
    """The label, how sure it is and why, the sentence, and the two questions."""
    said, words = results.verdict, page.words
    label = words.name("verdict_label", said.label).upper()
    sure = words.say("report.confidence", level=words.name("confidence", said.confidence))
    return [
        BLANK,
        *sides(Span(label, "flag" if said.label == "inflated count" else "strong"), Span(sure), page.width),
        *page.paragraph(said.summary),
        *_dim(page.paragraph(why_sure(results, words))),
        *(_dim(page.paragraph(tested)) if (tested := label_errs(results, words)) else ()),
        BLANK,
        *_questions(results, page),
    ]


def _dim(rows: Sequence[Line]) -> list[Line]:
    return [Line(tuple(Span(span.text, "dim") for span in row.spans)) for row in rows]


def _questions(results: Results, page: Page) -> list[Line]:
    titles = (page.words.say("report.who_is_there"), page.words.say("report.something_done"))
    gap = max(columns(title) for title in titles) + 3
    answers = (composition(results, page.words), conduct(results, page.words))
    return [
        row
        for title, answer in zip(titles, answers, strict=True)
        for row in labelled(title, answer, page.width, indent=INDENT, gap=gap)
    ]


def lists(results: Results, page: Page) -> list[Line]:
    """For, against, missing."""
    words = page.words
    for_ = [(message, "") for message in results.verdict.for_]
    return [
        BLANK,
        *_list("+", words.say("report.for"), for_, words.say("report.nothing_shown"), page),
        *_list("-", words.say("report.against"), against(results), nothing_against(results, words), page),
        *_missing(results, page),
    ]


def _list(mark: str, title: str, said: Coded, nothing: str, page: Page) -> list[Line]:
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
        rows += sides(Span(name), Span(move(missing, results, page.words), "dim"), page.width)
    return rows + (page.paragraph(msg("report.missing_more", n=more)) if more > 0 else [])
