"""What further exports could tell, one by one, where somebody asked."""

from reachcheck.formats.text.lines import BLANK, Line, Span, paragraph, sides
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import msg
from reachcheck.results.report import Results
from reachcheck.results.what_if import Unlocked, WhatIf


def what_if(results: Results, page: Page) -> list[Line]:
    """Nothing where nobody asked."""
    if not results.what_if:
        return []
    rows = [*page.heading(page.words.say("what_if.title").upper()), *page.paragraph(msg("what_if.could"))]
    for each in results.what_if:
        rows += [BLANK, *_title(each, results, page)]
        for unlocked in each.unlocks:
            rows += _unlocked(unlocked, page)
    return rows


def _title(each: WhatIf, results: Results, page: Page) -> list[Line]:
    words = page.words
    name = Span(" " * INDENT + words.say("what_if.export", export=each.export), "strong")
    if each.withheld:
        return sides(
            name, Span(words.say("what_if.withheld", platform=results.profile.platform or ""), "dim"), page.width
        )
    reach, moves = results.real_reach, []
    if reach is not None and each.lower is not None:
        moves.append(words.say("report.moves.up", end=reach.low, to=each.lower))
    if reach is not None and each.upper is not None:
        moves.append(words.say("report.moves.down", end=reach.high, to=each.upper))
    first, *rest = moves or [words.say("what_if.moves_nothing")]
    rows = sides(name, Span(first, "dim"), page.width)
    return rows + [row for move in rest for row in sides(Span(" " * INDENT), Span(move, "dim"), page.width)]


def _unlocked(unlocked: Unlocked, page: Page) -> list[Line]:
    words = page.words
    names = tuple(words.name("measure", name) for name in unlocked.measures)
    said = words.say("what_if.tells", names=names)
    if unlocked.beside:
        said = words.say("what_if.tells_with", exports=unlocked.beside, names=names)
    if unlocked.rules:
        said = f"{said} {words.say('what_if.rules', codes=unlocked.rules)}"
    return paragraph(said, page.width, INDENT + 2, hang=2)
