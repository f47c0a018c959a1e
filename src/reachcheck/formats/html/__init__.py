"""The report as one HTML file: no script, nothing loaded, the same in a mail preview, on a phone and on paper."""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import ModuleType

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from reachcheck.formats.html.pictures import pictures, reach_picture, rungs_picture
from reachcheck.formats.said import accepted, advice, bounds, events, findings, glossary, measures, needs, person

from reachcheck.formats.said import replies, sources, tested, verdict, what_if  # isort: skip
from reachcheck.formats.words import Words
from reachcheck.results.report import Results

TEMPLATES = "templates"
SAID: dict[str, ModuleType] = {
    "accepted": accepted,
    "advice": advice,
    "bounds": bounds,
    "events": events,
    "findings": findings,
    "glossary": glossary,
    "measures": measures,
    "needs": needs,
    "person": person,
    "replies": replies,
    "sources": sources,
    "tested": tested,
    "verdict": verdict,
    "what_if": what_if,
}
"""What is said, by the name under which the templates call it."""


@dataclass(frozen=True)
class Link:
    """Another report to read beside this one: where it lies, and what it is called."""

    href: str
    name: str


def render(results: Results, words: Words, beside: Link | None = None) -> str:
    """The page of one profile."""
    speaking, style = words.speaking_of(results.profile.noun), _style()
    return (
        _templates()
        .get_template("report.html")
        .render(
            results=results,
            words=speaking,
            say=speaking.say,
            style=Markup(style),
            policy=_policy(style),
            bar=Markup(reach_picture(results, speaking)),
            ladder=Markup(rungs_picture(results, speaking)),
            pictures=pictures(results, speaking),
            beside=beside,
            **SAID,
        )
    )


def picture_alone(results: Results, ident: str, words: Words) -> str:
    """One picture as a page of its own, or why there is none; ValueError for a name that none has."""
    speaking, style = words.speaking_of(results.profile.noun), _style()
    known = {picture.ident: picture for picture in pictures(results, speaking)}
    if ident not in known:
        raise ValueError(f"{ident!r} is none of {tuple(known)}")
    template = _templates().get_template("alone.html")
    return template.render(
        picture=known[ident], words=speaking, say=speaking.say, style=Markup(style), policy=_policy(style)
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _source(name: str) -> str:
    return (files(__package__) / TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _style() -> str:
    return _source("style.css").strip()


def _policy(style: str) -> str:
    """Nothing may load and nothing may run; the one style is named by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
