"""What the person says: beside each finding after its innocent explanations, and of the whole report."""

from reachcheck.formats.text.lines import BLANK, Line, labelled
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.answer import Answer
from reachcheck.results.finding import Finding
from reachcheck.results.report import Results

GAP = 11
LONGEST = 5_000
"""Characters of a line of a person's words; more than one cell of a sheet may hold."""
Entry = tuple[str, str]


def replied(finding: Finding, page: Page) -> list[Entry]:
    """The person's words on a finding, then what was tested again; or that there is no reply."""
    words = page.words
    if not finding.reply:
        return [(words.say("reply.label"), words.say("reply.none"))]
    entries: list[Entry] = []
    for said in finding.reply:
        entries += _answer(said, _about(said, finding, page), page)
        entries.append((words.say("reply.tested"), _outcome(said, page)))
    return entries


def _outcome(said: Answer, page: Page) -> str:
    if said.outcome == "explained":
        return page.words.say("reply.explained")
    if said.outcome == "not testable":
        return page.words.say("reply.not_testable")
    return page.words.say("reply.still_flagged" if said.outcome == "still flagged" else "reply.not_tested")


def _about(said: Answer, finding: Finding, page: Page) -> str:
    """The days that an answer is about, where the finding has others too, or the sheet asked about others."""
    span, asked = said.span, said.asked
    if span is not None and asked is not None and asked != span:
        return page.words.say(
            "reply.on_moved", start=span.start, end=span.end, asked_start=asked.start, asked_end=asked.end
        )
    return page.words.say("reply.on", start=span.start, end=span.end) if span and len(finding.days) > 1 else ""


def _answer(said: Answer, about: str, page: Page) -> list[Entry]:
    """Words, events and links, each line under its label."""
    words = page.words
    entries: list[Entry] = []
    if about:
        entries.append((words.say("reply.label"), about))
    quoted = [page.foreign(row, LONGEST) for row in said.words.splitlines() if row.strip()]
    if quoted:
        quoted[0] = words.say("reply.quote") + quoted[0]
        quoted[-1] = quoted[-1] + words.say("reply.unquote")
    entries += [("" if entries or at else words.say("reply.label"), row) for at, row in enumerate(quoted)]
    told = [words.say("reply.event", day=event.date, what=event.what) for event in said.events]
    told += [words.say("reply.undated", what=what) for what in said.undated]
    entries += [(words.say("reply.happened"), row) for row in told]
    return entries + [(words.say("reply.link"), page.foreign(link, LONGEST)) for link in said.links]


def reply(results: Results, page: Page) -> list[Line]:
    """What is said of the whole report, and what fits no finding of today."""
    given = results.reply
    if given is None or not (given.general or given.unmatched):
        return []
    rows = page.heading(page.words.say("reply.title").upper())
    for said in given.general:
        rows += _laid_out(_answer(said, "", page), page)
    for said in given.unmatched:
        rows += [BLANK, *page.paragraph(_unmatched(said, page)), *_laid_out(_answer(said, "", page), page)]
    return rows


def _unmatched(said: Answer, page: Page) -> str:
    code = said.code or ""
    if said.asked is None:
        return page.words.say("reply.unmatched", code=code, place=said.place)
    return page.words.say(
        "reply.unmatched_days", code=code, start=said.asked.start, end=said.asked.end, place=said.place
    )


def _laid_out(entries: list[Entry], page: Page) -> list[Line]:
    return [row for label, text in entries for row in labelled(label, text, page.width, indent=INDENT, gap=GAP)]
