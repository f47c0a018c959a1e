"""The measures as tables, what ordinary accounts show, and what these files cannot tell."""

from collections.abc import Sequence

from reachcheck.formats.markdown.blocks import LEFT, RIGHT, bullets, heading, paragraph, section, table
from reachcheck.formats.markdown.inline import capital
from reachcheck.formats.said import measures as said
from reachcheck.formats.words import Words
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results


def measures(results: Results, words: Words) -> list[str]:
    """Value, interval and n of each measure that is known, family by family."""
    blocks = []
    for family, found in said.by_family(results).items():
        blocks += [heading(words.name("family", family), 3), _table(found, words)]
    reasons = bullets(said.without_interval(results, words))
    return section(words.say("report.measures"), *blocks, reasons)


def _table(found: Sequence[Measure], words: Words) -> str:
    say = words.say
    titles = (say("markdown.measure"), say("report.value"), say("report.interval"))
    head = (*map(capital, titles), say("report.n"))
    return table(head, (_row(measure, words) for measure in found), (LEFT, RIGHT, RIGHT, RIGHT))


def _row(measure: Measure, words: Words) -> tuple[str, ...]:
    value = "" if measure.value is None else said.as_value(measure, measure.value, words)
    return said.name(measure, words), value, said.as_interval(measure, words), said.as_size(measure, words)


def context(results: Results, words: Words) -> list[str]:
    """Published figures of other accounts: context, and nothing else."""
    told = bullets(said.reference(each, words) for each in results.references)
    return section(words.say("report.context"), paragraph(words.say("report.context_only")), told) if told else []


def untold(results: Results, words: Words) -> list[str]:
    """What these files cannot tell."""
    return section(words.say("report.untold"), bullets(said.untold(results, words)))
