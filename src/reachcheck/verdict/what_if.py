"""What further exports could tell: measures, the end of real reach they could move, and rules that could then look."""

from collections.abc import Collection, Iterable, Mapping

from reachcheck.results.measure import Measure
from reachcheck.results.verdict import RealReach
from reachcheck.results.what_if import Unlocked, WhatIf
from reachcheck.verdict.exports import obtainable, out_of_reach, tells

Moves = Mapping[str, str | None]
Rules = Mapping[str, Collection[str]]
"""Of each rule that could not look, the unknown measures that it read."""


def what_if(
    measures: Mapping[str, Measure], rules: Rules, moves: Moves, reach: RealReach | None, withheld: Collection[str]
) -> tuple[WhatIf, ...]:
    """Every export that an unknown measure lacks; those that move an end first, those given to nobody last."""
    unknown = [measure for measure in measures.values() if not measure.known]
    wanted = dict.fromkeys(export for measure in unknown for export in obtainable(measure, withheld))
    found = [_asked_for(export, unknown, measures, rules, moves, reach, withheld) for export in wanted]
    found.sort(key=lambda each: each.lower is None and each.upper is None)
    given_to_nobody = dict.fromkeys(export for measure in unknown for export in out_of_reach(measure, withheld))
    return (*found, *(_withheld(export, unknown, withheld) for export in given_to_nobody))


def with_measures(measures: Iterable[Measure], export: str, withheld: Collection[str]) -> tuple[str, ...]:
    """The measures that an export could make known, alone or with others."""
    return tuple(m.id for m in measures if not m.known and export in obtainable(m, withheld))


def _asked_for(
    export: str,
    unknown: list[Measure],
    measures: Mapping[str, Measure],
    rules: Rules,
    moves: Moves,
    reach: RealReach | None,
    withheld: Collection[str],
) -> WhatIf:
    mine = [measure for measure in unknown if export in obtainable(measure, withheld)]
    sides = {moves.get(measure.id) for measure in mine}
    room = reach if reach is not None and reach.low < reach.high else None
    groups: dict[tuple[str, ...], list[str]] = {}
    for measure in mine:
        others = () if measure.either else tuple(other for other in measure.lacks if other != export)
        groups.setdefault(others, []).append(measure.id)
    return WhatIf(
        export=export,
        unlocks=tuple(
            Unlocked(beside=beside, measures=tuple(names), rules=_looking(export, beside, measures, rules))
            for beside, names in sorted(groups.items(), key=lambda group: len(group[0]))
        ),
        lower=room.high if room is not None and "lower" in sides else None,
        upper=room.low if room is not None and "upper" in sides else None,
    )


def _looking(export: str, beside: tuple[str, ...], measures: Mapping[str, Measure], rules: Rules) -> tuple[str, ...]:
    """Rules all of whose unknown measures these exports could make known, and fewer of them could not."""
    sets = [{export, *beside}, set(beside), *({export, *beside} - {other} for other in beside)]
    enough = [
        {code for code, names in rules.items() if names and all(tells(measures[name], held) for name in names)}
        for held in sets
    ]
    return tuple(code for code in rules if code in enough[0] and not any(code in fewer for fewer in enough[1:]))


def _withheld(export: str, unknown: list[Measure], withheld: Collection[str]) -> WhatIf:
    mine = tuple(measure.id for measure in unknown if export in out_of_reach(measure, withheld))
    return WhatIf(export=export, unlocks=(Unlocked(beside=(), measures=mine, rules=()),), withheld=True)
