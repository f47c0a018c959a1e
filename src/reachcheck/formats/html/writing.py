"""Pages from templates: everything escaped, nothing loaded, and the one style named by its hash in the policy."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import ModuleType

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from reachcheck.formats.said import (
    accepted,
    advice,
    bounds,
    compared,
    events,
    findings,
    glossary,
    handed,
    measures,
    needs,
    person,
    replies,
    sources,
    tested,
    verdict,
    what_if,
)
from reachcheck.formats.words import Words

TEMPLATES = "templates"
_TOLD = (
    accepted, advice, bounds, compared, events, findings, glossary, handed, measures,
    needs, person, replies, sources, tested, verdict, what_if,
)  # fmt: skip
SAID: Mapping[str, ModuleType] = {module.__name__.rpartition(".")[2]: module for module in _TOLD}
"""What is said, by the name under which the templates call it."""


def written(template: str, words: Words, **given: object) -> str:
    """The page that a template makes of what it is given; `words` are those that it speaks in."""
    style = _style()
    return (
        _templates()
        .get_template(template)
        .render(words=words, say=words.say, style=Markup(style), policy=_policy(style), **SAID, **given)
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
