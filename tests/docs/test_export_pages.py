"""Each guide to an export begins with what a newcomer wants to know, and every platform that is read has one."""

import re
from pathlib import Path

import pytest
from pages import ROOT, links, text_of

from reachcheck.facts.platforms import platforms

FOLDER = ROOT / "docs" / "exports"
PAGES = [page for page in sorted(FOLDER.glob("*.md")) if page.stem not in ("README", "own-table")]
SHORT = ("Three clicks", "How long", "What it answers", "What it never holds")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_guide_begins_in_short(page: Path) -> None:
    title, heading, short, *_ = text_of(page).split("\n\n")
    assert (title[:2], heading) == ("# ", "## In short")
    assert tuple(re.findall(r"^- \*\*(.+?)\.\*\* ", short, re.MULTILINE)) == SHORT


def test_every_platform_has_a_guide_and_the_list_leads_to_each() -> None:
    led = {link.partition("#")[0] for link in links(FOLDER / "README.md")}
    assert {page.name for page in PAGES} <= led
    written = " ".join(text_of(page) for page in PAGES).lower()
    assert [name for name in platforms() if name not in written] == []
