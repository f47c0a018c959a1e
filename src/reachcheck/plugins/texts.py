"""The texts of plug-ins: files of the same form as ours, English at least."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import ModuleType

from reachcheck.errors import UsageError
from reachcheck.formats.locales import LANGUAGES, flat
from reachcheck.formats.locales import load as locale
from reachcheck.message import msg
from reachcheck.plugins.guarded import blaming, place
from reachcheck.results.plugin import Plugin

Texts = Mapping[str, Mapping[str, str]]
"""By language, and within it by key."""
FIRST = "en"
"""The language that every text has; of another what is missing is said in it."""


def no_texts() -> Texts:
    """No text in any language."""
    return {lang: {} for lang in LANGUAGES}


def texts_of(brought: object, plugin: Plugin, before: Texts) -> Texts:
    """The texts so far and those that lie in a plug-in's package as ``en.toml`` and ``fr.toml``.

    Raises UsageError where the package or its English file is missing or broken, or a key is somebody else's.
    """
    if not isinstance(brought, ModuleType):
        raise UsageError(
            msg("plugin.wrong_kind", name=plugin.name, kind="texts"), place=place(plugin), remedy=msg("plugin.without")
        )
    own = {lang: _read(brought, lang, plugin) for lang in LANGUAGES}
    keys = {key for texts in own.values() for key in texts}
    if taken := sorted(keys & (before[FIRST].keys() | locale(FIRST).texts.keys())):
        raise UsageError(msg("plugin.taken", name=taken[0]), place=place(plugin), remedy=msg("plugin.rename"))
    return {lang: {**before[lang], **own[FIRST], **own[lang]} for lang in LANGUAGES}


def _read(package: ModuleType, lang: str, plugin: Plugin) -> dict[str, str]:
    with blaming(plugin, loading=True):
        path = files(package) / f"{lang}.toml"
        if lang != FIRST and not path.is_file():
            return {}
        found = dict(flat(tomllib.loads(path.read_text(encoding="utf-8"))))
        if not all(isinstance(text, str) for text in found.values()):
            raise TypeError("texts are text")
        return found
