"""Archives that others sent: what lies among private files is never opened, and no list taken for the owner's."""

import json
from pathlib import Path

import pytest
from archives_made import packed, write, zipped

from reachcheck import pipeline
from reachcheck.readers.source import open_source

SENT = "your_instagram_activity/messages/inbox/someone_1/files/1.zip"


def sent(handle: str) -> bytes:
    """A whole list of followers, as somebody may send one in a message."""
    return packed({"connections/followers_and_following/followers_1.json": followers(handle)})


def followers(handle: str) -> bytes:
    said = {"href": f"https://www.instagram.com/{handle}", "value": handle, "timestamp": 1_770_000_000}
    return json.dumps([{"string_list_data": [said]}]).encode()


@pytest.mark.parametrize("name", [SENT, SENT.replace("1.zip", "1.ZIP"), "messages.zip", "data/direct_messages/a.zip"])
@pytest.mark.parametrize("folder", [False, True])
def test_an_archive_among_private_files_is_never_opened(tmp_path: Path, name: str, *, folder: bool) -> None:
    files = {"connections/followers_and_following/followers_1.json": followers("ann"), name: sent("stranger")}
    given = str(write(tmp_path / "mine", files)) if folder else zipped(tmp_path, files)
    inspected = pipeline.inspect([given])
    assert [record.rows_read for record in inspected.sources] == [1]
    assert [path.partition(name)[1:] for path in inspected.unopened] == [(name, "")]


def test_an_archive_within_an_archive_is_as_private_as_its_place(tmp_path: Path) -> None:
    inner = packed({"messages/a.zip": sent("stranger"), "followers_1.json": followers("ann")})
    files = {"part-1.zip": inner}
    assert [member.path for member in open_source(zipped(tmp_path, files)).members] == [
        "part-1.zip/followers_1.json",
        "part-1.zip/messages/a.zip",
    ]
