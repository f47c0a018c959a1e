"""Two results side by side, as tables."""

from collections.abc import Sequence

from reachcheck.formats.markdown.blocks import LEFT, RIGHT, bullets, entries, heading, page, paragraph, section, table
from reachcheck.formats.markdown.inline import Markdown, capital
from reachcheck.formats.said import compared as said
from reachcheck.formats.said.compared import Row
from reachcheck.formats.words import Words
from reachcheck.results.comparison import Comparison


def render_comparison(found: Comparison, words: Words) -> str:
    """The comparison, in the order of the terminal."""
    words = words.speaking_of(found.first.profile.noun).written_in(Markdown())
    sides = (("A", said.who(found.first, words)), ("B", said.who(found.second, words)))
    blocks = [heading(said.title(found, words), 1), entries(sides, words), _grid(said.head(found, words), words)]
    blocks += _changes(found, words)
    blocks += section(words.say("compare.followers"), *map(paragraph, said.followers(found, words)))
    families = said.measures(found, words)
    measured = [block for name, rows in families.items() for block in (_family(name, words), _grid(rows, words))]
    blocks += section(words.say("report.measures"), *measured, bullets(said.without(found, words)))
    return page([*blocks, *map(paragraph, said.notes(found, words))])


def _family(name: str, words: Words) -> str:
    return heading(words.name("family", name), 3)


def _changes(found: Comparison, words: Words) -> list[str]:
    if not found.one_profile:
        return []
    told = entries(said.changes(found, words), words)
    return section(words.say("compare.changes"), told or paragraph(words.say("compare.no_changes")))


def _grid(rows: Sequence[Row], words: Words) -> str:
    cells = ((row.label, row.first, row.second, row.difference) for row in rows)
    return table(("", "A", "B", capital(words.say("compare.less"))), cells, (LEFT, RIGHT, RIGHT, RIGHT))
