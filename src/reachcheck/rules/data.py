"""Rules about the data: sources that contradict each other, lists that are cut."""

from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.rules.base import Measures, Rule, Seen, unknown


class SourcesContradict(Rule):
    """Two sources state the same count differently."""

    code, family, feeds_conduct = "DAT001", "data", False

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag statements further apart than the method allows."""
        agreement = measures["count_agreement"]
        if not agreement.known:
            return unknown(agreement)
        if not agreement.parts:
            return Seen(status="clear", observed=msg("dat001.clear"))
        worst = max(agreement.parts, key=lambda part: abs((part.value or 0.0) - (part.low or 0.0)))
        return Seen(
            status="flagged",
            observed=msg("dat001.observed", one=worst.low or 0.0, other=worst.value or 0.0),
            expected=msg("dat001.expected", share=method.data.disagreement_share),
            strength=agreement.value,
            parts=agreement.parts,
        )


class ListCutShort(Rule):
    """The list holds fewer followers than the count."""

    code, family, feeds_conduct = "DAT002", "data", False

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag a list that lacks more of the count than the method allows."""
        complete = measures["list_completeness"]
        if complete.value is None:
            return unknown(complete)
        observed = msg("dat002.observed", listed=complete.k or 0.0, n=complete.n or 0.0)
        gap = 1.0 - complete.value > method.data.list_gap_share
        expected = msg("dat002.expected", share=method.data.list_gap_share) if gap else None
        strength = 1.0 - complete.value if gap else None
        return Seen(status="flagged" if gap else "clear", observed=observed, expected=expected, strength=strength)


class EndsCross(Rule):
    """The strongest "at least" of real reach lies above the tightest "at most"."""

    code, family, feeds_conduct = "DAT003", "data", False

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag any gap: noise does not make one."""
        gap = measures["reach_gap"]
        if gap.value is None:
            return unknown(gap)
        if not gap.value:
            return Seen(status="clear", observed=msg("dat003.clear"))
        return Seen(
            status="flagged",
            observed=msg("dat003.observed", n=gap.value),
            expected=msg("dat003.expected"),
            strength=gap.value,
            followers_n=gap.value,
        )
