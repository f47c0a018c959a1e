"""Rules about the audience."""

from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.results.measure import Part
from reachcheck.rules.base import Measures, Rule, Seen, unknown


class BlockCreatedTogether(Rule):
    """Of those who followed together, far more than elsewhere have accounts created in the same weeks."""

    code, family, feeds_conduct = "AUD201", "audience", True

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag blocks that stand out in number, share and strength."""
        block = measures["creation_block"]
        if not block.known:
            return unknown(block)
        flagged = tuple(part for part in block.parts if self._stands_out(part, method))
        if not flagged:
            return Seen(status="clear", observed=msg("aud201.clear"))
        return self._seen(flagged, method)

    def _stands_out(self, part: Part, method: Method) -> bool:
        limits = method.audience
        above = (part.value or 0.0) - (part.high or 0.0)
        share = above / part.people if part.people else 0.0
        strength = part.strength or 0.0
        return above >= limits.block_least and share >= limits.block_share and strength >= limits.block_strength

    def _seen(self, parts: tuple[Part, ...], method: Method) -> Seen:
        worst = max(parts, key=lambda part: part.strength or 0.0)
        assert worst.start is not None and worst.end is not None
        return Seen(
            status="flagged",
            observed=msg(
                "aud201.observed",
                k=worst.value or 0.0,
                n=worst.people or 0.0,
                start=worst.start,
                end=worst.end,
                blocks=len(parts),
            ),
            expected=msg("aud201.expected", low=worst.low or 0.0, high=worst.high or 0.0, weeks=method.audience.weeks),
            strength=worst.strength,
            parts=parts,
            followers_n=sum(part.value or 0.0 for part in parts),
        )
