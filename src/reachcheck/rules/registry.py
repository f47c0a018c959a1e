"""All rules, in the order in which they are checked and reported."""

from reachcheck.method import Method
from reachcheck.results.finding import Finding
from reachcheck.rules.audience import BlockCreatedTogether, BlockInTheMap, NewcomersInTheMap
from reachcheck.rules.base import Measures, Rule
from reachcheck.rules.community import SmallCircle
from reachcheck.rules.constancy import LongSilence
from reachcheck.rules.data import EndsCross, ListCutShort, SourcesContradict
from reachcheck.rules.engagement import LikesTooEven, PostFarOff
from reachcheck.rules.growth import ExplainedSteps, UnexplainedSteps
from reachcheck.rules.reciprocity import FollowsTakenBack

RULES: tuple[Rule, ...] = (
    SourcesContradict(),
    ListCutShort(),
    EndsCross(),
    UnexplainedSteps(),
    ExplainedSteps(),
    BlockCreatedTogether(),
    BlockInTheMap(),
    NewcomersInTheMap(),
    PostFarOff(),
    LikesTooEven(),
    FollowsTakenBack(),
    SmallCircle(),
    LongSilence(),
)


def check_all(measures: Measures, method: Method) -> tuple[Finding, ...]:
    """What every rule says of these measures."""
    return tuple(rule.check(measures, method) for rule in RULES)
