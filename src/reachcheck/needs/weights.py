"""How much each criterion weighs in a total; there is none unless somebody asks."""

import math
from collections.abc import Mapping, Sequence

from reachcheck.errors import UsageError
from reachcheck.message import Message, msg
from reachcheck.results.need import Need

FROM_FILE = "file"
Weights = Mapping[str, float]


def weights(given: str, needs: Sequence[Need]) -> tuple[Weights, ...]:
    """For each need what its criteria weigh, from `name=2,...` or, for `file`, from its own file; unsaid is 1.

    Raises UsageError for a name that no need has, for what is no weight, and where all weights of a need are 0.
    """
    if not needs:
        raise UsageError(msg("need.weights_alone"), remedy=msg("need.weights_example"))
    said = None if given.strip() == FROM_FILE else _said(given, needs)
    found = tuple(_of(need, said) for need in needs)
    for need, each in zip(needs, found, strict=True):
        if not sum(each.values()) > 0:
            raise UsageError(msg("need.weights_zero"), place=need.name, remedy=msg("need.weights_example"))
    return found


def _of(need: Need, said: Weights | None) -> Weights:
    if said is not None:
        return {criterion.name: said.get(criterion.name, 1.0) for criterion in need.criteria}
    if all(criterion.weight is None for criterion in need.criteria):
        raise UsageError(msg("need.weights_none"), place=need.name, remedy=msg("need.weights_example"))
    return {c.name: 1.0 if c.weight is None else c.weight for c in need.criteria}


def _said(given: str, needs: Sequence[Need]) -> Weights:
    names = tuple(dict.fromkeys(criterion.name for need in needs for criterion in need.criteria))
    found: dict[str, float] = {}
    for each in given.split(","):
        name, equals, number = (text.strip() for text in each.partition("="))
        if not equals or name in found:
            raise _wrong(msg("need.weights_shape", given=each.strip()))
        if name not in names:
            raise UsageError(msg("need.weights_name", given=name), remedy=msg("need.weights_names", known=names))
        found[name] = _weight(number)
    return found


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not 0 <= weight <= MOST:
        raise _wrong(msg("need.weights_shape", given=text))
    return weight


MOST = 1e6


def _wrong(problem: Message) -> UsageError:
    return UsageError(problem, remedy=msg("need.weights_example"))
