"""The second verdict: what it would be if the events that the person states are accepted."""

from reachcheck.formats.text.lines import BLANK, Line
from reachcheck.formats.text.page import Page
from reachcheck.results.reply import Accepted
from reachcheck.results.report import Results


def accepted(results: Results, page: Page) -> list[Line]:
    """Nothing where nothing was stated; the files' own verdict stands before it."""
    if results.accepted is None:
        return []
    flagged = any(finding.status == "flagged" for finding in results.findings)
    return [BLANK, *page.paragraph(" ".join(_sentences(results.accepted, flagged, page)))]


def _sentences(told: Accepted, flagged: bool, page: Page) -> list[str]:
    words, said = page.words, told.verdict
    label = words.name("verdict_label", said.label).upper()
    rows = [words.say("reply.accepted", label=label, level=words.name("confidence", said.confidence))]
    if told.real_reach is not None:
        rows.append(words.say("reply.accepted_reach", low=told.real_reach.low, high=told.real_reach.high))
    if told.cleared:
        rows.append(words.say("reply.accepted_cleared", codes=told.cleared))
    if told.eased:
        rows.append(words.say("reply.accepted_eased", codes=told.eased))
    if told.raised:
        rows.append(words.say("reply.accepted_raised", codes=told.raised))
    if flagged and not (told.cleared or told.eased or told.raised):
        rows.append(words.say("reply.accepted_same"))
    return [*rows, words.say("reply.files_alone")]
