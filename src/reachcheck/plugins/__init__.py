"""Readers, rules and formats from other packages; nothing is loaded unless somebody allows it."""

from reachcheck.plugins.guarded import Format
from reachcheck.plugins.load import Plugins, load

__all__ = ["Format", "Plugins", "load"]
