"""Shipped facts as data: `columns.toml` is what people and tools call their columns."""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

SHOWN = (
    "engagement_rates.csv",
    "x_account_ids.csv",
    "error_rates.toml",
    "purges.toml",
    "marked_srf2017.toml",
    "verdict_rates.toml",
)
"""The facts that a report may show or date something by."""


@cache
def digest() -> str:
    """Which version of the facts that reports show this is."""
    shipped = (files(__name__) / name for name in SHOWN)
    return hashlib.sha256(b"".join(file.read_bytes() for file in shipped)).hexdigest()[:8]


@cache
def load(name: str) -> dict[str, Any]:
    """The facts of that name, as they stand in their file."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
