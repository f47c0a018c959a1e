"""What further exports could tell, in words."""

from reachcheck.formats.words import Words
from reachcheck.results.report import Results
from reachcheck.results.what_if import Unlocked, WhatIf


def moves(each: WhatIf, results: Results, words: Words) -> list[str]:
    """How far an export could move the ends of real reach, or that nobody can have it."""
    if each.withheld:
        return [words.say("what_if.withheld", platform=results.profile.platform or "")]
    reach, said = results.real_reach, []
    if reach is not None and each.lower is not None:
        said.append(words.say("report.moves.up", end=reach.low, to=each.lower))
    if reach is not None and each.upper is not None:
        said.append(words.say("report.moves.down", end=reach.high, to=each.upper))
    return said or [words.say("what_if.moves_nothing")]


def unlocks(unlocked: Unlocked, words: Words) -> str:
    """The measures and rules that it would make possible."""
    names = tuple(words.name("measure", name) for name in unlocked.measures)
    said = words.say("what_if.tells", names=names)
    if unlocked.beside:
        said = words.say("what_if.tells_with", exports=unlocked.beside, names=names)
    return f"{said} {words.say('what_if.rules', codes=unlocked.rules)}" if unlocked.rules else said
