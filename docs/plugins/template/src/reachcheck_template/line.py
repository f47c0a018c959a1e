"""A format: the whole report in one line."""

from reachcheck.formats.words import Words
from reachcheck.results.report import Results


def render(results: Results, words: Words) -> str:
    """Count, real reach and verdict; a format computes nothing."""
    reach, count = results.real_reach, results.profile.followers
    return (
        words.say(
            "line.report",
            count="?" if count is None else words.count(count),
            reach="?" if reach is None else words.range(reach.low, reach.high),
            verdict=words.name("verdict_label", results.verdict.label),
        )
        + "\n"
    )
