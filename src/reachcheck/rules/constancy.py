"""Rules about constancy; they never feed conduct."""

from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.rules.base import Measures, Rule, Seen, unknown


class LongSilence(Rule):
    """A long stretch without a post."""

    code, family, feeds_conduct = "CON601", "constancy", False

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag a silence longer than the method's limit."""
        silence, limit = measures["longest_silence_days"], method.constancy.long_silence_days
        if silence.value is None:
            return unknown(silence)
        long = silence.value > limit
        return Seen(
            status="flagged" if long else "clear",
            observed=msg("con601.observed", days=silence.value),
            expected=msg("con601.expected", days=limit) if long else None,
            strength=silence.value if long else None,
            parts=silence.parts if long else (),
        )
