"""The verdict in words: how sure it is, the two questions, for and against, and what is missing."""

from collections.abc import Iterator

from reachcheck.formats.markup import Said
from reachcheck.formats.said.learned import learned
from reachcheck.formats.said.person import handle
from reachcheck.formats.words import Words
from reachcheck.message import Message, msg
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results
from reachcheck.results.verdict import Composition, Missing

MOST_MISSING = 5
"""Exports named on the first screen; the others stand where the report says what the files cannot tell."""
Coded = list[tuple[Message, str]]
"""Messages with the code of the finding that each comes from."""


def how_sure(results: Results, words: Words) -> str:
    """The confidence with its reason, as one sentence."""
    return words.say("report.confidence_because", reason=results.verdict.confidence_reason)


def why_sure(results: Results, words: Words) -> str:
    """The reason of the confidence, as a sentence."""
    return words.say("report.sentence", text=results.verdict.confidence_reason)


def against(results: Results) -> Coded:
    """What speaks against the count, with the finding that each point comes from."""
    codes = {f.code: f.observed for f in results.findings if f.status == "flagged" and f.plugin is None}
    return [(said, next((c for c, seen in codes.items() if seen == said), "")) for said in results.verdict.against]


def nothing_against(results: Results, words: Words) -> str:
    """What is said where nothing speaks against it: that nothing is flagged says something where a rule could look."""
    seen = {finding.status for finding in results.findings if finding.plugin is None}
    if "flagged" in seen:
        return words.say("report.nothing_more")
    return words.say("report.against_nothing") if "clear" in seen else words.say("report.nothing_shown")


def composition(results: Results, words: Words) -> str:
    """What was seen of them, and what a model says beside it where one was asked."""
    by_model = learned(results, words)
    return f"{_seen(results, words)} {by_model}" if by_model else _seen(results, words)


def _seen(results: Results, words: Words) -> str:
    """What the figures of followers say, then what a person's marks say, or that they would say more."""
    found = results.composition
    said = _by_figures(found, results, words)
    if found is not None and found.review is not None:
        marked = found.review
        looked = marked.nobody + marked.somebody + marked.unsure
        by_hand = words.say("report.composition.reviewed", looked=looked, low=marked.low, high=marked.high)
        return f"{said} {by_hand}"
    known = found is not None and found.status == "known"
    return f"{said} {words.say('report.composition.more')}" if known else said


def _by_figures(found: Composition | None, results: Results, words: Words) -> str:
    if found is None or found.status == "unknown" or found.low is None or found.high is None:
        untold = msg("report.composition.untold", noun=results.profile.noun)
        because = None if found is None or found.reason is None else msg("report.sentence", text=found.reason)
        return words.text(because or untold)
    noun, who = results.profile.noun, handle(results.profile, words)
    if found.low == 0:
        return words.say("report.composition.ordinary", noun=noun)
    return words.say("report.composition.known", low=found.low, noun=noun, who=who)


def conduct(results: Results, words: Words) -> str:
    """Whether something was done to the count."""
    found = results.conduct
    if found.level == "unknown":
        return words.say("report.conduct.unknown")
    if found.level == "none seen":
        return _nothing_seen(results, words)
    family_of = {finding.code: finding.family for finding in results.findings}
    seen = (family_of.get(code, code) for piece in found.pieces for code in piece.findings)
    families = tuple(dict.fromkeys(seen))
    if results.verdict.label == "inflated count" and found.level == "to look at":
        return words.say("report.conduct.with_figures", families=families)
    if found.level == "to look at":
        return words.say("report.conduct.to_look_at", families=families)
    explained = (words.name("innocent", piece.innocent_event) for piece in found.pieces)
    events = Said(words.say("report.semicolon").join(explained))
    return words.say("report.conduct.strong", k=len(found.pieces), families=families, events=events)


def _nothing_seen(results: Results, words: Words) -> str:
    sentences = [words.say("report.conduct.none_seen")]
    if results.conduct.could_look:
        sentences.append(words.say("report.conduct.could_look", codes=results.conduct.could_look))
    smallest = (each for each in results.measures if each.id == "smallest_visible_arrival")
    return " ".join((*sentences, *(said for each in smallest for said in _unseen(each, words))))


def _unseen(smallest: Measure, words: Words) -> Iterator[str]:
    """How few would go unseen, and from which count on that holds."""
    begun = next((note for note in smallest.notes if note.key == "note.begun_small"), None)
    for part in smallest.parts:
        if part.kind != "1d" or part.value is None:
            continue
        if begun is None:
            yield words.say("report.conduct.unseen", n=part.value)
        else:
            yield words.say("report.conduct.unseen_from", n=part.value, at_least=begun.params["at_least"])


def move(missing: Missing, results: Results, words: Words) -> str:
    """The end of real reach that an export could move, and how far at most; where both meet, there is no room."""
    reach = results.real_reach
    if reach is None or missing.moves is None or reach.low == reach.high:
        return words.say("report.moves.nothing")
    end = reach.low if missing.moves == "lower" else reach.high
    if missing.at_most is None:
        return words.say("report.moves.unknown", end=end)
    if missing.at_most < end:
        return words.say("report.moves.down", end=end, to=missing.at_most)
    return words.say("report.moves.up", end=end, to=missing.at_most)
