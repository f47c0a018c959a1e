"""The second verdict in words: what it would be if the events that the person states are accepted."""

from reachcheck.formats.markup import Said
from reachcheck.formats.words import Words
from reachcheck.results.reply import Accepted
from reachcheck.results.report import Results


def accepted(results: Results, words: Words) -> str:
    """Nothing where nothing was stated."""
    if results.accepted is not None:
        return " ".join(_sentences(results.accepted, results, words))
    return "" if results.reply is None else words.say("reply.one_verdict")


def _all_replied(results: Results) -> bool:
    """Whether every event that is stated comes from the reply, and none from a table beside it."""
    if results.reply is None:
        return False
    answers = (*results.reply.general, *results.reply.unmatched, *(a for f in results.findings for a in f.reply))
    told = {(event.date, event.what) for answer in answers for event in answer.events}
    return all((event.date, event.what) in told for event in results.events if event.stated)


def _sentences(told: Accepted, results: Results, words: Words) -> list[str]:
    said = told.verdict
    label, level = Said(words.name("verdict_label", said.label).upper()), words.name("confidence", said.confidence)
    events_alone = not _all_replied(results)
    rows = [words.say("reply.accepted_events" if events_alone else "reply.accepted", label=label, level=level)]
    flagged = any(finding.status == "flagged" for finding in results.findings)
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
