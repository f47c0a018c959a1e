"""What the source says and what the locale files hold, found without running either."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import reachcheck
from reachcheck.formats import tabled
from reachcheck.formats.said.glossary import TERMS

SOURCE = Path(reachcheck.__file__).parent
RULE_CODES = (
    "DAT001", "DAT002", "DAT003", "GRO101", "GRO104", "AUD201", "AUD202", "AUD203", "ENG301", "ENG302",
    "REC401", "COM502", "CON601",
)  # fmt: skip
RULE_TEXTS = ("title", "flagged", "clear", "looks_at", "needs", "errs", "source")

FAMILIES: dict[str, tuple[str, ...]] = {
    "verdict_label": ("genuine_community", "mixed", "inflated_count", "not_assessable"),
    "conduct_level": ("none_seen", "to_look_at", "strong", "unknown"),
    "confidence": ("high", "medium", "low"),
    "status": ("flagged", "clear", "unknown"),
    "advice": (
        "DAT001", "DAT002", "DAT003", "GRO101", "AUD201", "AUD202", "AUD203", "ENG301", "ENG302", "REC401", "COM502",
        "CON601",
    ),
    "met": ("met", "not_met", "unknown"),
    "kind": ("fact", "estimate", "reading"),
    "family": ("data", "growth", "audience", "engagement", "reciprocity", "community", "constancy"),
    "export": (
        "profile", "posts", "posts_likes", "posts_comments", "posts_all",
        "posts_reach", "posts_impressions", "posts_dated", "daily", "followers", "followers_dated",
        "followers_created", "followers_figures", "following", "following_dated", "responses", "graph", "owner_answers",
        "profile_averages",
    ),
    "noun": tuple(f"{n}.{f}" for n in ("followers", "friends", "connections", "subscribers")
                  for f in ("one", "many", "dates")),
    "table_name": ("profile", "edges", "posts", "interactions", "daily", "graph", "breakdown", "events"),
    "direction": tuple(f"{table}.{way}" for table in ("edges", "interactions") for way in ("in", "out", "mutual")),
    "completeness": ("all", "window", "top", "unknown"),
    "order": ("newest_first", "oldest_first"),
    "founded_on": ("visits", "named", "reach", "posts"),
    "attention": ("visits", "reach", "posts", "events"),
    "mark": ("unexplained", "explained", "named", "unclear", "no_context"),
    "purge": (
        "spam_accounts", "locked_accounts", "inactive_accounts", "suspended_many", "follows_by_services", "miscounted",
    ),
    "part": ("likes", "comments", "shares", "saves", "clicks", "views", "reach", "impressions"),
    "sign": ("one_sided", "very_one_sided", "few_posts", "few_followers", "follows_many", "no_picture"),
    "plugin_kind": ("reader", "rule", "format", "texts"),
    "input": ("followers", "following", "posts", "ratio", "has_picture"),
    **{f"glossary.{ident}": ("word", "means") for ident in TERMS},
    "sheet": tabled.ALL,
    "became": (
        "stayed", "other_days", "went", "out_of_sight", "not_looked_at", "came", "into_sight", "looked_at",
    ),
    "column": ("candidate", *(f"{name}.{c.name}" for name in tabled.ALL for c in tabled.columns_of(name)[1:])),
    "column_type": ("text", "number", "date", "flag"),
    "column_unit": ("people", "of_the_measure"),
    **{f"rule.{code}": RULE_TEXTS for code in RULE_CODES},
}  # fmt: skip
"""Keys that are put together from an id: every id has a text, and every text an id."""

OPEN_FAMILIES = frozenset({"measure", "denominator", "innocent", "platform", "reader", "as_of_origin", "guide_file",
                           "guide_request", "published_population", "published_numerator", "scenario"})  # fmt: skip
"""Families whose ids come from the registries; their own tests compare them."""


@cache
def messages() -> tuple[tuple[str, frozenset[str] | None, str], ...]:
    """Key, names of parameters (None where they are handed on as a whole) and place of every message in the source."""
    return tuple(_messages())


def _messages() -> Iterator[tuple[str, frozenset[str] | None, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in ("msg", "say") and node.args:
                names = frozenset(k.arg for k in node.keywords if k.arg)
                spread = any(k.arg is None for k in node.keywords)
                for key in _literals(node.args[0]):
                    yield key, None if spread else names, f"{path.relative_to(SOURCE)}:{node.lineno}"
    for path in sorted(SOURCE.rglob("templates/*.html")):
        for said in re.finditer(r"\bsay\(\s*'([^']+)'", path.read_text(encoding="utf-8")):
            yield said[1], None, str(path.relative_to(SOURCE))


def dynamic() -> list[str]:
    """Places where a message gets a key that is no literal."""
    return [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called(node) in ("msg", "say") and node.args and not _literals(node.args[0])
    ]


def closed() -> frozenset[str]:
    """All keys of the closed families."""
    return frozenset(f"{family}.{ident}" for family, ids in FAMILIES.items() for ident in ids)


def is_open(key: str) -> bool:
    return key.partition(".")[0] in OPEN_FAMILIES


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []
