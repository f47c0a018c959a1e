"""What an employer looks for, in words: what was asked, what was found, and what nobody can tell."""

from reachcheck.formats.said.measures import as_interval, as_size, as_value
from reachcheck.formats.words import Words
from reachcheck.results.measure import Measure
from reachcheck.results.need import Checked, Criterion, NeedResult, Texts

LONGEST = 250
PLAIN = frozenset({"no_interval.counted", "no_interval.described"})
"""Reasons for having no interval that take nothing from what was found."""
STATUSES = ("met", "not met", "unknown")


def heading(result: NeedResult, words: Words) -> str:
    """Its title, in the employer's words."""
    return words.say("need.heading", title=own(result.need.title, words))


def counts(result: NeedResult, words: Words) -> str:
    """How many criteria are met, not met and unknown, and the total."""
    met, missed, unknown = (sum(each.status == status for each in result.criteria) for status in STATUSES)
    return f"{words.say('need.counts', met=met, missed=missed, unknown=unknown)} {total(result, words)}"


def total(result: NeedResult, words: Words) -> str:
    """The share that is met, where a total was asked for, or that none is made."""
    if result.total is None:
        return words.say("need.no_total")
    low, high = result.total.low, result.total.high
    return words.say("need.total" if low == high else "need.total_between", low=low, high=high)


def criterion_title(each: Checked, words: Words) -> str:
    """The measure and the name that the employer gave the criterion."""
    criterion = each.criterion
    return words.say("need.criterion", measure=words.name("measure", criterion.measure), name=criterion.name)


def entries(each: Checked, words: Words) -> list[tuple[str, str]]:
    """What was asked and found, why it is unknown, what would tell, and what it is for; with labels."""
    rows = [(words.say("need.asked"), asked(each.criterion, each.found, words))]
    if each.found.known:
        rows.append((words.say("need.found"), found(each.found, words)))
    if each.reason is not None:
        rows.append((words.say("need.because"), words.text(each.reason)))
    if each.exports:
        rows.append((words.say("need.would_tell"), words.say("need.exports", exports=each.exports)))
    if each.withheld:
        rows.append((words.say("need.would_tell"), words.say("need.withheld", exports=each.withheld)))
    if each.if_accepted is not None and each.if_accepted != each.status:
        rows.append((words.say("need.accepted"), words.name("met", each.if_accepted)))
    return [*rows, (words.say("need.purpose"), own(each.criterion.purpose, words))]


def asked(criterion: Criterion, measure: Measure, words: Words) -> str:
    """The threshold, in the unit of the measure."""
    least, most = criterion.at_least, criterion.at_most
    limit = ""
    if least is not None:
        limit = words.say("need.at_least", limit=as_value(measure, least, words))
    elif most is not None:
        limit = words.say("need.at_most", limit=as_value(measure, most, words))
    if criterion.least_n is None:
        return limit
    return words.say("need.of_at_least", asked=limit, n=criterion.least_n)


def found(measure: Measure, words: Words) -> str:
    """The value with its interval, what it was counted over, and what limits it where it has no interval."""
    interval = as_interval(measure, words)
    said = interval if measure.value is None else as_value(measure, measure.value, words)
    if measure.value is not None and interval != "-":
        said = words.say("need.with_interval", value=said, interval=interval)
    if measure.n is not None and measure.n != measure.value:
        said = words.say("need.with_n", said=said, n=as_size(measure, words))
    if measure.no_interval is not None and measure.no_interval.key not in PLAIN:
        said = words.say("need.limited", said=said, why=measure.no_interval)
    return said


def own(texts: Texts, words: Words) -> str:
    """An employer's own words, in the language of the report where they wrote it."""
    text = texts.get(words.lang) or texts.get("") or next(iter(texts.values()))
    return words.foreign(text, LONGEST)
