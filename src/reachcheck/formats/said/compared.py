"""Two results side by side, in words: rows of label, first, second and difference, then what became of whom."""

from dataclasses import dataclass

from reachcheck.formats.markup import Said
from reachcheck.formats.said import person
from reachcheck.formats.said.measures import RATES, as_interval, as_value
from reachcheck.formats.words import Words
from reachcheck.message import Message
from reachcheck.results.comparison import Between, Change, Comparison, Difference
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results

SHOWN = 5
"""Names of followers that are shown; the JSON has them all."""


@dataclass(frozen=True)
class Row:
    """A line of the comparison; the difference is empty where there is none to give."""

    label: str
    first: str
    second: str
    difference: str = ""


def who(results: Results, words: Words) -> str:
    """Whose results they are, and of which days."""
    return f"{person.who(results.profile, words)}, {person.window(results.profile, words)}"


def title(found: Comparison, words: Words) -> str:
    """Whether these are two profiles or one."""
    if found.same_files:
        return words.say("compare.same_files")
    return words.say("compare.one_profile") if found.one_profile else words.say("compare.two_profiles")


def head(found: Comparison, words: Words) -> list[Row]:
    """The two numbers, the labels and what is flagged."""
    both = (found.first, found.second)
    counts, reaches = [_count(each, words) for each in both], [_reach(each, words) for each in both]
    labels = [words.name("verdict_label", each.verdict.label) for each in both]
    sure = [words.name("confidence", each.verdict.confidence) for each in both]
    flagged = [_flagged(each, words) for each in both]
    return [
        Row(words.say("report.count"), counts[0], counts[1], _of_counts(found, words)),
        Row(words.say("report.real_reach"), reaches[0], reaches[1], _of_reach(found.real_reach, words)),
        *_without_readings(found, words),
        Row(words.say("compare.verdict"), *labels),
        Row(words.say("compare.confidence"), *sure),
        Row(words.say("compare.flagged"), *flagged),
    ]


def _count(results: Results, words: Words) -> str:
    count = results.profile.followers
    return words.say("report.unknown") if count is None else words.count(count)


def _of_counts(found: Comparison, words: Words) -> str:
    counts = (found.first.profile.followers, found.second.profile.followers)
    return "" if counts[0] is None or counts[1] is None else words.signed(counts[1] - counts[0], fine=True)


def _reach(results: Results, words: Words) -> str:
    reach = results.real_reach
    return words.say("report.unknown") if reach is None else words.range(reach.low, reach.high)


def _without_readings(found: Comparison, words: Words) -> list[Row]:
    """What both would be if no reading set an end, where one does."""
    if found.without_readings is None:
        return []
    first, second = (_ends(each, words) for each in (found.first, found.second))
    return [Row(words.say("compare.without_readings"), first, second, _of_reach(found.without_readings, words))]


def _ends(results: Results, words: Words) -> str:
    reach = results.real_reach
    without = None if reach is None else reach.without_readings
    return _reach(results, words) if without is None else words.range(*without)


def _of_reach(reach: Between | None, words: Words) -> str:
    if reach is None:
        return ""
    low, high = (_said(words.signed(end, fine=True)) for end in (reach.low, reach.high))
    return low if low == high else words.say("compare.range", low=low, high=high)


def _flagged(results: Results, words: Words) -> str:
    codes = [words.ours(finding.code) for finding in results.findings if finding.status == "flagged"]
    return words.join(codes) or words.say("compare.nothing")


def measures(found: Comparison, words: Words) -> dict[str, list[Row]]:
    """By family, every measure that one of the two knows."""
    rows: dict[str, list[Row]] = {}
    for each in found.differences:
        if each.first.known or each.second.known:
            told = (_value(each.first, words), _value(each.second, words), difference(each, words))
            rows.setdefault(each.first.family, []).append(Row(words.name("measure", each.first.id), *told))
    return rows


def _value(measure: Measure, words: Words) -> str:
    if not measure.known:
        return words.say("report.unknown")
    return as_interval(measure, words) if measure.value is None else as_value(measure, measure.value, words)


def difference(each: Difference, words: Words) -> str:
    """By how much the second differs, and between which limits; nothing where that cannot be said."""
    if each.how is None:
        return ""
    limits = _limits(each, words)
    if each.value is None:
        return limits
    value = _number(each.value, each.first, words)
    if each.first.unit == "share":
        value = words.say("compare.points", n=_said(value), size=abs(each.value * 100))
    if each.low == each.high == each.value:
        return value
    return words.say("compare.within", value=_said(value), limits=_said(limits)) if limits else value


def _limits(each: Difference, words: Words) -> str:
    low, high = (None if end is None else _said(_number(end, each.first, words)) for end in (each.low, each.high))
    if low is not None and high is not None:
        return words.say("compare.range", low=low, high=high)
    if low is not None:
        return words.say("compare.least", low=low)
    return "" if high is None else words.say("compare.most", high=high)


def _number(value: float, measure: Measure, words: Words) -> str:
    if measure.unit == "share":
        return words.signed(value * 100, fine=measure.id in RATES)
    return words.signed(value, fine=True)


def without(found: Comparison, words: Words) -> list[str]:
    """Why some measures have no difference, each reason once with the measures that one of the two knows."""
    reasons: dict[str, list[str]] = {}
    for each in found.differences:
        if each.reason is not None and (each.first.known or each.second.known):
            reasons.setdefault(_of_which(each, each.reason, words), []).append(words.name("measure", each.first.id))
    told = ((_said(reason), tuple(map(_said, names))) for reason, names in reasons.items())
    return [words.say("compare.without", reason=reason, names=names) for reason, names in told]


def _of_which(each: Difference, reason: Message, words: Words) -> str:
    """A reason with the side that it is of, where it is of one."""
    if each.first.known and each.second.known:
        return words.text(reason)
    return words.say("report.title_and", title="B" if each.first.known else "A", text=reason)


def notes(found: Comparison, words: Words) -> list[str]:
    """How the intervals were made, and what this is not."""
    made = words.say("compare.one_made") if found.one_profile else words.say("compare.two_made")
    return [f"{made} {words.say('compare.no_limits')}", words.say("compare.no_ranking")]


def followers(found: Comparison, words: Words) -> list[str]:
    """Who came and went between two days of one profile, or why nobody can tell."""
    turned = found.turnover
    if turned is None:
        return []
    if turned.reason is not None:
        return [words.say("report.sentence", text=turned.reason)]
    counts = {"came": len(turned.came), "went": len(turned.went), "stayed": turned.stayed}
    told = [words.say("compare.turnover", **counts)]
    if turned.came:
        told.append(words.say("compare.came", names=_said(_named(turned.came, words))))
    if turned.went:
        told.append(words.say("compare.went", names=_said(_named(turned.went, words))))
    return [*told, words.say("compare.renamed")] if turned.came and turned.went else told


def _named(names: tuple[str, ...], words: Words) -> str:
    shown = words.join(words.foreign(each) for each in names[:SHOWN])
    more = len(names) - SHOWN
    return words.say("report.and_more", shown=_said(shown), n=more) if more > 0 else shown


def changes(found: Comparison, words: Words) -> list[tuple[str, str]]:
    """What became of what was flagged: the code, then the title and what became of it."""
    return [(words.ours(each.first.code), _became(each, words)) for each in found.changes]


def _became(each: Change, words: Words) -> str:
    flagged = each.first if each.first.status == "flagged" else each.second
    return words.say("report.title_and", title=flagged.title, text=_said(words.name("became", each.became)))


def _said(text: str) -> Said:
    return Said(text)
