"""What an employer looks for: each criterion with what was asked, what was found, and what nobody can tell."""

from reachcheck.formats.text.lines import BLANK, Line, labelled, remarked
from reachcheck.formats.text.measures import as_interval, as_size, as_value
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import msg
from reachcheck.results.measure import Measure
from reachcheck.results.need import Checked, Criterion, NeedResult, Texts
from reachcheck.results.report import Results

GAP = 13
LONGEST = 250
MARKS = {"met": "+", "not met": "-", "unknown": "?"}
PLAIN = frozenset({"no_interval.counted", "no_interval.described"})
"""Reasons for having no interval that take nothing from what was found."""


def needs(results: Results, page: Page) -> list[Line]:
    """Nothing where no need was asked about."""
    return [row for found in results.needs for row in _need(found, page)]


def _need(found: NeedResult, page: Page) -> list[Line]:
    words = page.words
    rows = page.heading(words.say("need.heading", title=own(found.need.title, page)).upper())
    rows += page.paragraph(msg("need.whose"))
    counts = {status: sum(each.status == status for each in found.criteria) for status in MARKS}
    said = words.say("need.counts", met=counts["met"], missed=counts["not met"], unknown=counts["unknown"])
    rows += page.paragraph(f"{said} {_total(found, page)}")
    return rows + [row for each in found.criteria for row in _criterion(each, page)]


def _total(found: NeedResult, page: Page) -> str:
    if found.total is None:
        return page.words.say("need.no_total")
    low, high = found.total.low, found.total.high
    return page.words.say("need.total" if low == high else "need.total_between", low=low, high=high)


def _criterion(each: Checked, page: Page) -> list[Line]:
    words, criterion = page.words, each.criterion
    title = words.say("need.criterion", measure=words.name("measure", criterion.measure), name=criterion.name)
    rows = [BLANK, *remarked(title, _status(each.status, page), page.width, INDENT, lead=f" {MARKS[each.status]} ")]
    entries = [(words.say("need.asked"), _asked(criterion, each.found, page))]
    if each.found.known:
        entries.append((words.say("need.found"), _found(each.found, page)))
    if each.reason is not None:
        entries.append((words.say("need.because"), words.text(each.reason)))
    if each.exports:
        entries.append((words.say("need.would_tell"), words.say("need.exports", exports=each.exports)))
    if each.withheld:
        entries.append((words.say("need.would_tell"), words.say("need.withheld", exports=each.withheld)))
    if each.if_accepted is not None and each.if_accepted != each.status:
        entries.append((words.say("need.accepted"), _status(each.if_accepted, page)))
    entries.append((words.say("need.purpose"), own(criterion.purpose, page)))
    return rows + [row for label, text in entries for row in labelled(label, text, page.width, indent=INDENT, gap=GAP)]


def _status(status: str, page: Page) -> str:
    return page.words.name("met", status)


def _asked(criterion: Criterion, found: Measure, page: Page) -> str:
    least, most = criterion.at_least, criterion.at_most
    asked = ""
    if least is not None:
        asked = page.words.say("need.at_least", limit=as_value(found, least, page))
    elif most is not None:
        asked = page.words.say("need.at_most", limit=as_value(found, most, page))
    if criterion.least_n is None:
        return asked
    return page.words.say("need.of_at_least", asked=asked, n=criterion.least_n)


def _found(found: Measure, page: Page) -> str:
    """The value with its interval, what it was counted over, and what limits it where it has no interval."""
    interval = as_interval(found, page)
    said = interval if found.value is None else as_value(found, found.value, page)
    if found.value is not None and interval != "-":
        said = page.words.say("need.with_interval", value=said, interval=interval)
    if found.n is not None and found.n != found.value:
        said = page.words.say("need.with_n", said=said, n=as_size(found, page))
    if found.no_interval is not None and found.no_interval.key not in PLAIN:
        said = page.words.say("need.limited", said=said, why=found.no_interval)
    return said


def own(texts: Texts, page: Page) -> str:
    """An employer's own words, in the language of the report where they wrote it."""
    text = texts.get(page.words.lang) or texts.get("") or next(iter(texts.values()))
    return page.foreign(text, LONGEST)
