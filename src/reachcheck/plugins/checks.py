"""What a plug-in has to be, and the names that it must leave alone."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import cast

from reachcheck.errors import UsageError
from reachcheck.formats.locales import load as locale
from reachcheck.formats.render import FORMATS
from reachcheck.message import msg
from reachcheck.plugins.guarded import Format, place
from reachcheck.plugins.texts import FIRST, Texts
from reachcheck.readers.base import Reader
from reachcheck.readers.recognise import READERS
from reachcheck.results.plugin import CODE, Plugin
from reachcheck.rules.base import Rule

RULE_TEXTS = ("title", "flagged", "clear", "looks_at", "needs", "errs", "source")
ELSEWHERE = ("parquet", "jsonl", "html")
"""Names of formats of ours that are not those of one text about one profile."""
_READS = ("wants", "claims", "read")


def reader(brought: object, plugin: Plugin, others: Sequence[Reader]) -> Reader:
    """It as a reader; raises UsageError where it is none or has the name of another."""
    named = isinstance(getattr(brought, "name", None), str) and isinstance(getattr(brought, "platform", None), str)
    if not named or isinstance(brought, type) or not all(callable(getattr(brought, each, None)) for each in _READS):
        raise wrong_kind(plugin)
    found = cast("Reader", brought)
    free(found.name, [each.name for each in (*READERS, *others)], plugin)
    return found


def rule(brought: object, plugin: Plugin, others: Sequence[Rule], texts: Texts) -> Rule:
    """It as a rule of a family of ours, complete and with a code of its own; raises UsageError where it is not."""
    if not isinstance(brought, Rule):
        raise wrong_kind(plugin)
    if not re.fullmatch(CODE, brought.code):
        remedy = msg("plugin.code_remedy", example="ACME-101")
        raise UsageError(msg("plugin.code", code=str(brought.code)), place=place(plugin), remedy=remedy)
    if f"family.{brought.family}" not in locale(FIRST).texts:
        raise wrong_kind(plugin)
    free(brought.code, [each.code for each in others], plugin)
    _complete(brought, plugin, texts[FIRST])
    return brought


def format_(brought: object, plugin: Plugin, others: Collection[str]) -> Format:
    """It as a format; raises UsageError where it is none or has the name of another."""
    if not callable(brought) or isinstance(brought, type):
        raise wrong_kind(plugin)
    free(plugin.name, (*FORMATS, *ELSEWHERE, *others), plugin)
    return cast("Format", brought)


def wrong_kind(plugin: Plugin) -> UsageError:
    """It is not what its group of entry points says."""
    return UsageError(
        msg("plugin.wrong_kind", name=plugin.name, kind=plugin.kind), place=place(plugin), remedy=msg("plugin.without")
    )


def free(name: str, taken: Collection[str], plugin: Plugin) -> None:
    """Raise UsageError where a name belongs to somebody else."""
    if name in taken:
        raise UsageError(msg("plugin.taken", name=name), place=place(plugin), remedy=msg("plugin.rename"))


def _complete(found: Rule, plugin: Plugin, own: Mapping[str, str]) -> None:
    """Raise UsageError where a rule could not be explained, or a flag of it would stand without an innocent reading."""
    if not found.innocent:
        problem = msg("plugin.no_innocent", code=found.code)
        raise UsageError(problem, place=place(plugin), remedy=msg("plugin.add_innocent"))
    ours = locale(FIRST).texts
    wanted = [f"rule.{found.code}.{each}" for each in RULE_TEXTS] + [f"innocent.{event}" for event in found.innocent]
    if lacking := tuple(key for key in wanted if key not in own and key not in ours):
        problem = msg("plugin.no_texts", name=found.code, keys=lacking)
        raise UsageError(problem, place=place(plugin), remedy=msg("plugin.add_texts"))
