"""The few blocks that a Markdown page is made of; each is empty where there is nothing to show."""

from collections.abc import Iterable, Sequence

from reachcheck.formats.markdown.inline import capital, started
from reachcheck.formats.markup import Said
from reachcheck.formats.words import Words

LEFT, RIGHT = "---", "---:"
Entry = tuple[str, str]
"""A label and what stands beside it; without a label it belongs to the entry before."""


def page(blocks: Iterable[str]) -> str:
    """Blocks under each other."""
    return "\n\n".join(filter(None, blocks)) + "\n"


def heading(text: str, level: int = 2) -> str:
    """A title."""
    return f"{'#' * level} {capital(text)}"


def paragraph(text: str) -> str:
    """Sentences."""
    return started(text)


def bullets(texts: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {started(text)}" for text in texts)


def entries(given: Iterable[Entry], words: Words) -> str:
    """A list of labels with their texts; what has no label of its own stands under the label before it."""
    return "\n".join(
        f"- {labelled(f'**{label}**', text, words)}" if label else f"  - {started(text)}" for label, text in given
    )


def labelled(label: str, text: str, words: Words) -> str:
    """A label and its text, with a colon as the language writes it; none after a question."""
    if label.rstrip("*").endswith("?"):
        return f"{label} {text}"
    return words.say("report.title_and", title=Said(label), text=Said(text))


def section(title: str, *blocks: str) -> list[str]:
    """A title with what stands under it; nothing where nothing does."""
    return [heading(title), *blocks] if any(blocks) else []


def table(head: Sequence[str], rows: Iterable[Sequence[str]], marks: Sequence[str]) -> str:
    """A table, or nothing where it would have no row."""
    lines = [_row(row) for row in rows]
    return "\n".join([_row(head), _row(marks), *lines]) if lines else ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
