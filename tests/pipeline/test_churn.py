"""Two Instagram exports of one account, from the files to the finding."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

import reachcheck
from reachcheck.results.report import Results

DAY = 86400
START = 1_700_000_000
OLDER, NEWER = "instagram-ada-2026-03-31-abc", "instagram-ada-2026-09-30-def"


def entries(ties: Mapping[str, int]) -> list[dict[str, object]]:
    """Who, and on which day after the start."""
    address = "https://www.instagram.com"
    return [
        {"string_list_data": [{"href": f"{address}/{name}", "value": name, "timestamp": START + DAY * day}]}
        for name, day in ties.items()
    ]


def export(
    folder: Path, followers: Mapping[str, int], following: Mapping[str, int], left: Mapping[str, int] | None = None
) -> None:
    lists = folder / "connections" / "followers_and_following"
    lists.mkdir(parents=True)
    (lists / "followers_1.json").write_text(json.dumps(entries(followers)))
    (lists / "following.json").write_text(json.dumps({"relationships_following": entries(following)}))
    if left:
        name = "recently_unfollowed_accounts.json"
        (lists / name).write_text(json.dumps({"relationships_unfollowed_users": entries(left)}))


def friends() -> dict[str, int]:
    return {f"friend{i}": 2 * i for i in range(200)}


def followed(days: Iterable[int]) -> dict[str, int]:
    return {f"other{day}x{i}": day for day in days for i in range(40)}


def two(folder: Path, followers: Mapping[str, int], older: Mapping[str, int], gone: set[str]) -> Results:
    """The same followers in both; of those followed some are gone in the newer, and listed as unfollowed there."""
    export(folder / OLDER, followers, older)
    newer = {name: day for name, day in older.items() if name not in gone}
    export(folder / NEWER, followers, newer, left=dict.fromkeys(list(gone)[:5], 900))
    return reachcheck.analyze(folder)


def status(results: Results) -> str:
    return next(finding.status for finding in results.findings if finding.code == "REC401")


def test_a_circle_that_stays_is_clear(tmp_path: Path) -> None:
    results = two(tmp_path, friends(), {name: day + 1 for name, day in friends().items()}, set())
    assert status(results) == "clear"
    assert (results.measure("unfollowed_since").value, results.measure("unfollowed_since").n) == (0.0, 200.0)


def test_contacts_imported_once_and_tidied_up_are_clear(tmp_path: Path) -> None:
    mass = {f"contact{i}": 500 for i in range(150)}
    results = two(tmp_path, friends(), {**friends(), **mass}, set(mass))
    assert results.measure("unfollowed_by_owner").k == 150
    assert results.measure("followed_then_left").value == 1.0
    assert status(results) == "clear"


def test_rounds_of_weeks_are_flagged_and_one_export_cannot_tell(tmp_path: Path) -> None:
    rounds = followed(range(450, 470, 5))
    gone = set(list(rounds)[:150])
    results = two(tmp_path, friends(), {**friends(), **rounds}, gone)
    share = results.measure("followed_then_left")
    assert (share.k, share.n) == (150.0, 160.0)
    assert status(results) == "flagged"
    assert results.verdict.label == "mixed"
    alone = reachcheck.analyze(tmp_path / OLDER)
    assert status(alone) == "unknown"


def test_who_is_listed_as_unfollowed_too_is_counted_once(tmp_path: Path) -> None:
    older = friends()
    gone = set(list(older)[1::4])
    share = two(tmp_path, friends(), older, gone).measure("unfollowed_by_owner")
    assert (share.k, share.n, share.value) == (50.0, 200.0, 0.25)
    low, high = (np.round(end or 0.0, 3) for end in (share.low, share.high))
    assert (low, high) == (0.195, 0.314)
