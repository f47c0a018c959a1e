"""A rule: weeks without a post."""

from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.rules.base import Measures, Rule, Seen, unknown

HALF = 0.5


class WeeksWithoutAPost(Rule):
    """Fewer than half of the weeks have a post. Its texts stand under its code in `texts/en.toml`."""

    code, family, feeds_conduct = "WEEKS-101", "constancy", False
    innocent = ("pause", "other_place")

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag less than half; unknown for the reason of the measure."""
        weeks = measures["weeks_with_a_post"]
        if weeks.value is None:
            return unknown(weeks)
        few = weeks.value < HALF
        return Seen(
            status="flagged" if few else "clear",
            observed=msg("weeks101.observed", k=weeks.k or 0.0, n=weeks.n or 0.0),
            expected=msg("weeks101.expected", share=HALF) if few else None,
            strength=weeks.value if few else None,
        )


RULE = WeeksWithoutAPost()
