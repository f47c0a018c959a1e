"""Instagram's information export, as it has looked over the years."""

from collections.abc import Callable, Mapping
from pathlib import Path

from exports_made import archive, as_json

MIDNIGHT = 1_764_547_200
"""2025-12-01 00:00:00 UTC."""


def tie(handle: str, at: int) -> dict[str, object]:
    """One row of a list, as until 2025."""
    entry = {"href": f"https://www.instagram.com/{handle}", "value": handle, "timestamp": at}
    return {"title": "", "media_list_data": [], "string_list_data": [entry]}


def _current(folder: Path) -> Path:
    lists = "connections/followers_and_following"
    followers = [tie(name, MIDNIGHT - 3600 * n) for n, name in enumerate(("ada", "grace", "élan"))]
    following = {"relationships_following": [tie("ada", MIDNIGHT)]}
    files = {f"{lists}/followers_1.json": as_json(followers), f"{lists}/following.json": as_json(following)}
    return Path(archive(folder, "instagram-lin-2025-12-01-AbCdEfGh.zip", files))


VARIANTS: Mapping[str, Callable[[Path], Path]] = {"instagram-json-2023": _current}
