"""The site leads to every page, and no page leads out of the folder that it is made of."""

import re
from pathlib import Path

import pytest
from pages import ROOT, links, text_of

DOCS = ROOT / "docs"
CONFIG = text_of(ROOT / "mkdocs.yml")
NAV = re.findall(r"^ +- [^:]+: (\S+\.md)$", CONFIG, re.MULTILINE)
SITE = sorted(DOCS.rglob("*.md"))


def name(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


def test_every_page_is_in_the_navigation_once() -> None:
    assert sorted(NAV) == sorted(name(page) for page in SITE)


@pytest.mark.parametrize("page", SITE, ids=name)
def test_links_stay_within_the_site(page: Path) -> None:
    targets = [(page.parent / link.partition("#")[0]).resolve() for link in links(page) if not link.startswith("#")]
    assert not [str(each) for each in targets if not each.is_relative_to(DOCS)]


def test_the_generator_is_named_where_it_is_installed_from() -> None:
    assert re.search(r"^\[dependency-groups\]\ndocs = \[\"zensical", text_of(ROOT / "pyproject.toml"), re.MULTILINE)
