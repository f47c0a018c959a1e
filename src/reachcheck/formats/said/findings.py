"""What is told of a finding: the rows behind it, how it counts, and how often its rule errs."""

from reachcheck.formats.said.replies import replied
from reachcheck.formats.words import Words
from reachcheck.message import Param
from reachcheck.results.finding import ErrorRate, Finding, FindingStatus
from reachcheck.results.report import Results
from reachcheck.results.verdict import Piece

STATUSES: tuple[FindingStatus, ...] = ("flagged", "clear", "unknown")
SHOWN = 3
"""Evidence rows on a card; the JSON has them all."""
NEARLY_ALL = 0.95
"""Share of the profiles in which a rule could look, from which it is not told."""
SHOWN_DETAILS = 6
"""The same of what is told beside it."""
OF_GROUPS = frozenset({"AUD201", "AUD202", "AUD203"})
"""Rules whose evidence is where each group of followers begins and ends, as all its rows would be too many."""


def by_status(results: Results) -> dict[FindingStatus, list[Finding]]:
    """Flagged first, then clear, then unknown."""
    return {status: [f for f in results.findings if f.status == status] for status in STATUSES}


def counts(results: Results, words: Words) -> str:
    """How many are flagged, clear and unknown."""
    return words.say("report.findings_count", **{status: len(found) for status, found in by_status(results).items()})


def entries(finding: Finding, results: Results, words: Words) -> list[tuple[str, str]]:
    """All that is told of what is flagged, with labels: innocent explanations, then the person's words, then ours."""
    told: list[tuple[str, str]] = []
    if finding.observed is not None:
        told.append((words.say("report.observed"), words.text(finding.observed)))
    if finding.expected is not None:
        told.append((words.say("report.expected"), words.text(finding.expected)))
    if finding.evidence:
        told.append((words.say("report.evidence"), evidence(finding, words)))
    told += [(words.say("report.detail"), detail) for detail in details(finding, words)]
    if finding.innocent:
        innocent = words.say("report.semicolon").join(words.text(said) for said in finding.innocent)
        told.append((words.say("report.innocent"), innocent))
    told += replied(finding, words)
    if finding.status == "flagged":
        told.append((words.say("report.errs"), errs(finding.error_rate, words)))
    as_piece = weight(finding, results, words)
    return [*told, (words.say("report.weight"), as_piece)] if as_piece else told


def short(finding: Finding, words: Words) -> str:
    """Its title and what was observed."""
    if finding.observed is None:
        return words.text(finding.title)
    return words.say("report.title_and", title=finding.title, text=finding.observed)


def details(finding: Finding, words: Words) -> list[str]:
    """What is told beside it, and how much more there is."""
    told = [words.text(said) for said in finding.details[:SHOWN_DETAILS]]
    more = len(finding.details) - SHOWN_DETAILS
    return [*told, words.say("report.more_details", n=more)] if more > 0 else told


def weight(finding: Finding, results: Results, words: Words) -> str:
    """As which piece of evidence it counts, or that it counts as none."""
    if finding.plugin is not None:
        return words.say("report.of_plugin", package=finding.plugin)
    if not finding.feeds_conduct:
        return words.say("report.not_conduct")
    pieces = [piece for piece in results.conduct.pieces if piece.innocent_event == finding.piece]
    return counted(finding, pieces[0], words) if pieces else ""


def counted(finding: Finding, piece: Piece, words: Words) -> str:
    """With which other findings it is one piece of evidence, and which innocent event would explain them all."""
    others = tuple(code for code in piece.findings if code != finding.code)
    event = words.name("innocent", piece.innocent_event)
    if others:
        return words.say("report.counted_with", others=others, event=event)
    return words.say("report.counted_alone", event=event)


def errs(rate: ErrorRate | None, words: Words) -> str:
    """How often a rule flags honest years, or whole honest profiles, or that nobody measured it for such files."""
    if rate is None:
        return words.say("report.error_unmeasured")
    scenario = words.name("scenario", rate.world.partition(": ")[2])
    worst: dict[str, Param] = {
        "low": rate.low, "high": rate.high, "worlds": rate.worlds, "n": rate.n, "scenario": scenario,
    }  # fmt: skip
    if rate.overall is not None:
        told = [words.say("report.error_profiles", overall=rate.overall, **worst)]
    else:
        told = [words.say("report.error_rate", share=rate.share, **worst)]
    if rate.looked is not None and rate.looked < NEARLY_ALL:
        told.append(words.say("report.error_looked", looked=rate.looked))
    if rate.unseen is not None:
        told.append(words.say("report.error_unseen", unseen=rate.unseen))
    if rate.profiles is not None:
        told.append(errs(rate.profiles, words))
    return words.say("report.semicolon").join(told)


def evidence(finding: Finding, words: Words) -> str:
    """The first rows that it rests on, how many more there are, and of groups that these are their ends."""
    places = finding.evidence
    shown = words.join(words.foreign(place, 80) for place in places[:SHOWN])
    if len(places) > SHOWN:
        shown = words.say("report.and_more", shown=shown, n=len(places) - SHOWN)
    return words.say("report.ends_of_groups", places=shown) if finding.code in OF_GROUPS else shown
