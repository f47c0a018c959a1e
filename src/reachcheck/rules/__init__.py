"""From measures to findings: one small class a code; rules see results, never tables."""

from reachcheck.rules.registry import RULES

__all__ = ["RULES"]
