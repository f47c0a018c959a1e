"""Two results side by side as one HTML file, made like the report of one."""

from dataclasses import dataclass

from markupsafe import Markup

from reachcheck.formats.html.pictures import reaches_picture
from reachcheck.formats.html.writing import written
from reachcheck.formats.words import Words
from reachcheck.results.comparison import Comparison
from reachcheck.results.report import Results


@dataclass(frozen=True)
class Side:
    """One of the two: the letter by which the page speaks of it, and words for its own audience."""

    name: str
    results: Results
    words: Words


def render_comparison(found: Comparison, words: Words) -> str:
    """The page of a comparison."""
    given = (("A", found.first), ("B", found.second))
    sides = [Side(name, results, words.speaking_of(results.profile.noun)) for name, results in given]
    speaking = sides[0].words
    bars = Markup(reaches_picture(given, speaking))
    return written("comparison.html", speaking, found=found, sides=sides, bars=bars)
