"""Packages that bring plug-ins, put on the path as an installer would leave them."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "docs" / "plugins" / "template"

TEXTS = """
[innocent]
acme_pause = "somebody was away"
[rule.ACME-1]
title = "t"
flagged = "Flagged by acme"
clear = "Clear by acme"
looks_at = "l"
needs = "n"
errs = "e"
source = "s"
[acme]
seen = "acme saw {n:count}"
"""
RULE = """
from dataclasses import replace
from reachcheck.message import msg
from reachcheck.rules.base import Rule, Seen

class Acme(Rule):
    code, family, feeds_conduct = "ACME-1", "growth", True
    innocent = ("acme_pause",)

    def see(self, measures, method):
        return Seen(status="flagged", observed=msg("acme.seen", n=3), strength=9.0)

RULE = Acme()
"""
GROUPS = {
    "reachcheck.rules": {"acme": "acme_plugin.code:RULE"},
    "reachcheck.texts": {"acme": "acme_plugin"},
}


def put(folder: Path, package: str, version: str, groups: Mapping[str, Mapping[str, str]]) -> None:
    """The metadata of an installed package with its entry points."""
    info = folder / f"{package.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n", encoding="utf-8")
    lines = [f"[{group}]\n" + "".join(f"{n} = {at}\n" for n, at in each.items()) for group, each in groups.items()]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")


def on_path(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    for folder in folders:
        monkeypatch.syspath_prepend(str(folder))


def forget(*names: str) -> None:
    """Forget modules, so that the next test imports its own."""
    for name in [each for each in sys.modules if each.partition(".")[0] in names]:
        del sys.modules[name]
