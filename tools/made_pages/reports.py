"""The essay's pair as two reports that link to each other, as the command would write them."""

from collections.abc import Iterator
from pathlib import Path

from reachcheck.formats import html
from reachcheck.formats.words import Words
from reachcheck.pipeline import analyze_one, read

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
PAIR = {"nathan-3000": "circle-594", "circle-594": "nathan-3000"}


def pages() -> Iterator[tuple[str, str]]:
    """Path and text of each; a recruiter's, so that no advice stands in it."""
    for name, other in PAIR.items():
        results = analyze_one(read([str(SAMPLES / name)]), mode="recruiter")
        yield f"reports/{name}.html", html.render(results, Words("en", strict=True), html.Link(f"{other}.html", other))
