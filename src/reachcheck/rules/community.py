"""Rules about the community; they never feed conduct."""

from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.rules.base import Measures, Rule, Seen, unknown


class SmallCircle(Rule):
    """Ten people give most of the responses of a larger number of responders."""

    code, family, feeds_conduct = "COM502", "community", False

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag a concentration above the method's limit, where there are enough responders to speak of one."""
        share, limits = measures["top_ten_response_share"], method.community
        if share.value is None:
            return unknown(share)
        if (share.n or 0.0) < limits.small_circle_least:
            few = msg("unknown.few_responders", found=share.n or 0.0, at_least=limits.small_circle_least)
            return Seen(status="unknown", observed=few)
        narrow = share.value > limits.small_circle_share
        return Seen(
            status="flagged" if narrow else "clear",
            observed=msg("com502.observed", share=share.value, n=share.n or 0.0),
            expected=msg("com502.expected", share=limits.small_circle_share) if narrow else None,
            strength=share.value if narrow else None,
        )
