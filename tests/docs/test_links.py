"""Pages lead where they say, in lines that fit, without words that judge people."""

import re
from pathlib import Path

import pytest
from pages import EVERYTHING, PAGES, ROOT, anchors, links, text_of

JUDGING = re.compile(r"\b(fakes?|faked|bots?|frauds?|fraudulent|suspicious|cheat(?:s|ed|ing)?|liars?)\b", re.IGNORECASE)


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", EVERYTHING, ids=name)
def test_relative_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", [page for page in PAGES if page.parent.name != "exports"], ids=name)
def test_lines_fit(page: Path) -> None:
    assert not [line for line in text_of(page).splitlines() if len(line) > 120]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_word_judges(page: Path) -> None:
    assert not JUDGING.findall(text_of(page))
