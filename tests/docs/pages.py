"""What the documentation holds that can be tested: code blocks, commands, links, headings."""

import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").rglob("*.md")))
EVERYTHING = (
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "data").rglob("*.md")),
)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, language: str) -> list[str]:
    """The contents of the code blocks of one language."""
    return [content for kind, content in BLOCK.findall(text_of(page)) if kind == language]


def commands(page: Path) -> list[tuple[str, ...]]:
    """The arguments of every `$ reachcheck ...` of a page's console blocks, comments left out."""
    lines = [line for content in blocks(page, "console") for line in content.splitlines()]
    asked = [line.removeprefix("$ reachcheck ") for line in lines if line.startswith("$ reachcheck ")]
    return [tuple(shlex.split(line, comments=True)) for line in asked]


def links(page: Path) -> list[str]:
    """Where the relative links of a page lead."""
    prose = BLOCK.sub("", text_of(page))
    return [to for to in LINK.findall(prose) if not re.match(r"[a-z]+:", to)]


def anchors(page: Path) -> set[str]:
    """The names under which the headings of a page can be linked."""
    titles = re.findall(r"^#+ (.+)$", BLOCK.sub("", text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
