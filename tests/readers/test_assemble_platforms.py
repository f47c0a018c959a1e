"""Which platform is read where files are of several, and that the others are named and never mixed in."""

import json
from pathlib import Path

import pytest
from exports_made import archive

from reachcheck import pipeline
from reachcheck.errors import UsageError
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.private import is_private

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,L,,,,,08 Feb 2026\n"
FOLLOWERS = json.dumps(
    [{"string_list_data": [{"href": "https://www.instagram.com/ada", "value": "ada", "timestamp": 1_770_000_000}]}]
)


def both(folder: Path) -> list[str]:
    """An Instagram list and a LinkedIn list in one folder."""
    (folder / "followers_1.json").write_text(FOLLOWERS)
    (folder / "Connections.csv").write_text(CONNECTIONS)
    return [str(folder)]


def test_files_of_two_platforms_are_never_mixed(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.read(both(tmp_path))
    assert caught.value.problem.params["names"] == ("linkedin", "instagram")
    assert caught.value.remedy and caught.value.remedy.key == "assemble.platforms_remedy"


@pytest.mark.parametrize(("name", "noun"), [("instagram", "followers"), ("linkedin", "connections")])
def test_the_platform_asked_for_is_read_and_the_other_named(tmp_path: Path, name: str, noun: str) -> None:
    inspected = pipeline.inspect(both(tmp_path), ReadOptions(platform=name))
    assert [source.platform for source in inspected.sources] == [name]
    assert len(inspected.ignored) == 1
    assert [note.what.key for note in inspected.sources[0].warnings] == ["assemble.set_aside"]
    dossiers = pipeline.read(both(tmp_path), ReadOptions(platform=name))
    assert dossiers.people.noun.decode() == [noun]


def test_a_platform_that_is_not_there_is_an_error_that_names_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.read(both(tmp_path), ReadOptions(platform="tiktok"))
    assert caught.value.problem.params["names"] == ("linkedin", "instagram")


def test_tables_without_a_platform_belong_to_the_one_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "followers.csv"
    path.write_text("handle\nada\n")
    assert len(pipeline.read([str(path)], ReadOptions(platform="x")).edges) == 1


@pytest.mark.parametrize(
    "path",
    [
        "messages.csv",
        "your_activity/messages/inbox/ada_1/message_1.json",
        "data/direct-messages.js",
        "data/ip-audit.js",
        "ip_logs.csv",
        "security_and_login_information/login_and_account_creation/login_activity.json",
        "data/device-token.js",
        "Ad_Targeting.csv",
        "data/ad-impressions.js",
        "ads_information/ads_and_topics/ads_viewed.json",
        "Email Addresses.csv",
        "PhoneNumbers and phone.csv",
        "Contacts.csv",
        "Search Queries.csv",
    ],
)
def test_private_files_are_known_by_their_names(path: str) -> None:
    assert is_private(path)


@pytest.mark.parametrize(
    "path",
    [
        "followers.csv",
        "posts_2026.csv",
        "followers_and_following/followers_1.json",
        "daily.csv",
        "adrian/posts.csv",
        "leads.csv",
        "ipswich.csv",
        "research.csv",
    ],
)
def test_files_with_figures_are_not_private(path: str) -> None:
    assert not is_private(path)


def test_private_files_are_never_opened_and_inspect_says_so(tmp_path: Path) -> None:
    messages = "handle,followers\nada,5\n"
    path = archive(tmp_path, "export.zip", {"messages.csv": messages, "followers.csv": "handle\nada\n"})
    inspected = pipeline.inspect([path])
    assert inspected.unopened == ("export.zip/messages.csv",)
    assert [source.file for source in inspected.sources] == ["export.zip/followers.csv"]


def test_what_linkedin_writes_of_the_owner_is_not_opened_beside_its_lists(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(CONNECTIONS)
    (tmp_path / "Profile.csv").write_text("First Name,Last Name,Address,Birth Date\nLin,K,1 Road,1 Jan\n")
    assert pipeline.inspect([str(tmp_path)]).unopened == ("Profile.csv",)


def test_a_profile_that_somebody_made_beside_an_export_is_read(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(CONNECTIONS)
    (tmp_path / "profile.csv").write_text("platform,followers\nlinkedin,500\n")
    assert len(pipeline.read([str(tmp_path)]).profile) == 1
