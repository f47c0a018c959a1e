"""What the person says to a finding or to the whole report, with labels."""

from reachcheck.formats.words import Words
from reachcheck.results.answer import Answer
from reachcheck.results.finding import Finding
from reachcheck.results.span import Span

LONGEST = 5_000
"""Characters of a line of a person's words; more than one cell of a sheet may hold."""
Entry = tuple[str, str]


def replied(finding: Finding, words: Words) -> list[Entry]:
    """The person's words on a finding, then what was tested again; or that there is no reply."""
    if not finding.reply:
        return [(words.say("reply.label"), words.say("reply.none"))]
    entries: list[Entry] = []
    for said in finding.reply:
        entries += answered(said, _about(said, finding, words), words)
        entries.append((words.say("reply.tested"), _outcome(said, words)))
    return entries


def _outcome(said: Answer, words: Words) -> str:
    if said.outcome == "explained":
        return words.say("reply.explained")
    if said.outcome == "not testable":
        return words.say("reply.not_testable")
    return words.say("reply.still_flagged" if said.outcome == "still flagged" else "reply.not_tested")


def _about(said: Answer, finding: Finding, words: Words) -> str:
    """The days that an answer is about, where the finding has others too, or the sheet asked about others."""
    span, asked = said.span, said.asked
    if span is not None and asked is not None and asked != span:
        days, before = days_about(span, finding, words), days_about(asked, finding, words)
        return words.say("reply.on_moved", days=days, before=before)
    return words.say("reply.on", days=days_about(span, finding, words)) if span and len(finding.days) > 1 else ""


def days_about(span: Span, finding: Finding, words: Words) -> str:
    """Days of a finding; that they are those on which accounts were created is said with them."""
    if finding.days_of == "accounts created":
        return words.say("reply.about_created", start=span.start, end=span.end)
    return words.say("reply.about", start=span.start, end=span.end)


def answered(said: Answer, about: str, words: Words) -> list[Entry]:
    """Words, events and links, each line under its label."""
    entries: list[Entry] = []
    if about:
        entries.append((words.say("reply.label"), about))
    quoted = [words.foreign(row, LONGEST) for row in said.words.splitlines() if row.strip()]
    if quoted:
        quoted[0] = words.say("reply.quote") + quoted[0]
        quoted[-1] = quoted[-1] + words.say("reply.unquote")
    entries += [("" if entries or at else words.say("reply.label"), row) for at, row in enumerate(quoted)]
    told = [words.say("reply.event", day=event.date, what=event.what) for event in said.events]
    told += [words.say("reply.undated", what=what) for what in said.undated]
    entries += [(words.say("reply.happened"), row) for row in told]
    return entries + [(words.say("reply.link"), words.foreign(link, LONGEST)) for link in said.links]


def unmatched(said: Answer, words: Words) -> str:
    """That an answer fits no finding of today."""
    code = said.code or ""
    if said.asked is None:
        return words.say("reply.unmatched", code=code, place=said.place)
    return words.say("reply.unmatched_days", code=code, start=said.asked.start, end=said.asked.end, place=said.place)
