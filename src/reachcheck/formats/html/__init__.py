"""The report as one HTML file: no script, nothing loaded, the same in a mail preview, on a phone and on paper."""

from dataclasses import dataclass

from markupsafe import Markup

from reachcheck.formats.html.pictures import pictures, reach_picture, rungs_picture
from reachcheck.formats.html.writing import written
from reachcheck.formats.words import Words
from reachcheck.results.report import Results


@dataclass(frozen=True)
class Link:
    """Another report to read beside this one: where it lies, and what it is called."""

    href: str
    name: str


def render(results: Results, words: Words, beside: Link | None = None) -> str:
    """The page of one profile."""
    speaking = words.speaking_of(results.profile.noun)
    return written(
        "report.html",
        speaking,
        results=results,
        bar=Markup(reach_picture(results, speaking)),
        ladder=Markup(rungs_picture(results, speaking)),
        pictures=pictures(results, speaking),
        beside=beside,
    )


def picture_alone(results: Results, ident: str, words: Words) -> str:
    """One picture as a page of its own, or why there is none; ValueError for a name that none has."""
    speaking = words.speaking_of(results.profile.noun)
    known = {picture.ident: picture for picture in pictures(results, speaking)}
    if ident not in known:
        raise ValueError(f"{ident!r} is none of {tuple(known)}")
    return written("alone.html", speaking, picture=known[ident])
