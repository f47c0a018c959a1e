"""The shipped JSON schemas."""

from importlib.resources import files

NAMES = ("report", "batch", "inspect", "compare")


def text(name: str) -> str:
    """The schema of that name, as it is shipped; raises KeyError for another name."""
    if name not in NAMES:
        raise KeyError(name)
    return (files("reachcheck") / "formats" / "schema" / f"{name}-1.json").read_text(encoding="utf-8")
