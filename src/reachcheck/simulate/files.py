"""Writes an invented profile as a folder of CSVs: the same profile, the same bytes."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from reachcheck.simulate.invented import Invented, Rows

COLUMNS: dict[str, tuple[str, ...]] = {
    "profile": ("handle", "platform", "followers", "following", "posts", "created_at", "as_of"),
    "posts": ("post", "published_at", "likes", "comments", "shares", "reach", "followers"),
    "daily": ("date", "followers", "gained", "lost", "reach"),
    "followers": ("handle", "followed_at", "created_at", "followers", "following", "posts"),
    "following": ("handle", "followed_at"),
    "responses": ("post", "who", "kind", "at", "direction"),
}
"""Each export and its columns, in order. `profile` is always there."""

EXPORTS: tuple[str, ...] = tuple(name for name in COLUMNS if name != "profile")
"""The exports that a person may not have."""


def render(name: str, rows: Rows, columns: Mapping[str, tuple[str, ...]] = COLUMNS) -> bytes:
    """One export as the bytes of its file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns[name])
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def write(invented: Invented, folder: Path, without: str | None = None) -> None:
    """Write each export to `folder`/`name`.csv, except the one that is left out."""
    if without is not None and without not in EXPORTS:
        raise ValueError(f"no such export: {without}")
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in invented.tables.items():
        if name != without:
            (folder / f"{name}.csv").write_bytes(render(name, rows))
