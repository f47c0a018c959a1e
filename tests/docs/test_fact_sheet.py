"""The two pages for whoever has to answer for a decision say what the tables of accuracy say."""

import re

from pages import ROOT, text_of

SHEET = text_of(ROOT / "docs" / "fact-sheet.md")
WORLD = re.compile(r"^\| (?:first|second) \| ([\w -]+) \| [\d.]+ / [^|]+ \| [\d.]+ / ([\d.]+) / ", re.MULTILINE)
HONEST = text_of(ROOT / "docs" / "accuracy.md").partition("The same with something bought")[0]
MIXED = [(name, float(share)) for name, share in WORLD.findall(HONEST)]
"""Of honest profiles of 300 to 3,000 followers, how many in a hundred are called mixed."""
JOINED = ("school", "firm", "new class")
NAMED_ALONE = ("broadcast and school", "silent school")


def test_the_rows_on_mixed_are_those_of_the_table() -> None:
    seldom = [share for _, share in MIXED if share <= 2]
    joined = [share for name, share in MIXED if name in JOINED]
    silent = [share for name, share in MIXED if share > 2 and name not in (*JOINED, *NAMED_ALONE)]
    assert len(MIXED) == 36
    assert f"is called mixed, in {len(seldom)} of the 36 worlds | 0 to {max(seldom):g} % |" in SHEET
    assert f"together and came | {min(joined):.0f} to {max(joined):.0f} % |" in SHEET
    assert f"reads in silence | {min(silent):.0f} to {max(silent):.0f} %;" in SHEET
