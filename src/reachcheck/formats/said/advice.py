"""What the person can do, in words."""

from reachcheck.formats.words import Words
from reachcheck.results.report import Results


def advice(results: Results, words: Words) -> list[tuple[str, str]]:
    """With the code it is tied to, if to one; none to a finding that would not be flagged with what was stated."""
    cleared = results.accepted.cleared if results.accepted is not None else ()
    given = [each for each in results.advice if each.code not in cleared]
    return [(each.code if each.code.isupper() else "", words.text(each.text)) for each in given]
