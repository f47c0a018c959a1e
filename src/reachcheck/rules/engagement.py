"""Rules about the likes of posts; they never feed conduct.

Likes say nothing of who follows. A post far off is what a post that goes round looks like, and likes that hardly differ
are what a circle of faithful people gives.
"""

from dataclasses import replace

from reachcheck.message import Message, msg
from reachcheck.method import Method
from reachcheck.results.finding import FindingPart, Span
from reachcheck.results.measure import Part
from reachcheck.rules.base import Measures, Rule, Seen, unknown

MOST_POSTS = 6
CHANCE = 1.0
"""The spread of likes over that of chance, where chance is all there is."""


def _posts(parts: tuple[Part, ...]) -> tuple[Message, ...]:
    """Each post with what the posts around it drew."""
    return tuple(
        msg("post.observed", likes=p.value or 0.0, day=p.start, low=p.low or 0.0, high=p.high or 0.0)
        for p in parts[:MOST_POSTS]
        if p.start is not None
    )


def _why(parts: tuple[Part, ...]) -> Message:
    """What else rose, of the post of which most did: the most favourable one is told of all."""
    notes = [part.note for part in parts if part.note is not None]
    return max(notes, key=_ratio, default=msg("post.no_context"))


def _observed(parts: tuple[Part, ...]) -> Message:
    return msg("eng301.observed", posts=_posts(parts), why=_why(parts))


def _ratio(note: Message) -> float:
    ratio = note.params.get("ratio", 0.0)
    return ratio if isinstance(ratio, float) else 0.0


class PostFarOff(Rule):
    """A post drew many times the likes of those around it, and nothing else that is known of it rose with them."""

    code, family, feeds_conduct = "ENG301", "engagement", False

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag likes that rose alone; where nothing else is known of the post, it is unknown."""
        posts = measures["posts_far_off"]
        if not posts.known:
            return unknown(posts)
        alone, blind, carried = (
            tuple(p for p in posts.parts if p.kind == kind) for kind in ("alone", "no_context", "carried")
        )
        if alone:
            return self._flagged(alone, method)
        if blind:
            return Seen(status="unknown", observed=msg("eng301.no_context", posts=_posts(blind)), parts=blind)
        if carried:
            said = msg("eng301.carried", posts=_posts(carried), why=_why(carried))
            return Seen(status="clear", observed=said, parts=carried)
        return Seen(status="clear", observed=msg("eng301.clear", n=posts.n or 0.0))

    def _flagged(self, parts: tuple[Part, ...], method: Method) -> Seen:
        return Seen(
            status="flagged",
            observed=_observed(parts),
            expected=msg("eng301.expected", times=method.engagement.far_off),
            strength=max(part.strength or 0.0 for part in parts),
            parts=parts,
        )

    def alone(self, part: Part, days: Span) -> FindingPart:
        """One post."""
        return replace(super().alone(part, days), observed=_observed((part,)))


class LikesTooEven(Rule):
    """Likes differ from post to post by less than chance alone would make them differ.

    Few posts may do so by chance: the interval too has to lie below what chance gives.
    """

    code, family, feeds_conduct = "ENG302", "engagement", False

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag a spread below the method's share of that of chance."""
        even, limit = measures["likes_evenness"], method.engagement.even
        if even.value is None:
            return unknown(even)
        flagged = even.value < limit and even.high is not None and even.high < CHANCE
        return Seen(
            status="flagged" if flagged else "clear",
            observed=self._observed(even.parts, even.value, even.n or 0.0),
            expected=msg("eng302.expected", limit=limit) if flagged else None,
            strength=even.value if flagged else None,
            parts=even.parts if flagged else (),
        )

    def _observed(self, parts: tuple[Part, ...], spread: float, n: float) -> Message:
        if not parts:
            return msg("eng302.clear", n=n, spread=spread)
        low, high = parts[0].low or 0.0, parts[0].high or 0.0
        return msg("eng302.observed", n=n, low=low, high=high, spread=spread)
