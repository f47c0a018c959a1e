"""Whatever stands in a file of the right shape: it is read with every row accounted for, or refused with a remedy."""

import json

import pytest
from exports_made import checked, member
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reachcheck.errors import UnreadableError
from reachcheck.readers.base import Reader, ReadOptions
from reachcheck.readers.instagram import READER as INSTAGRAM
from reachcheck.readers.kit import books, sniff
from reachcheck.readers.linkedin import READER as LINKEDIN
from reachcheck.readers.linkedin import shapes as linkedin_shapes
from reachcheck.readers.linkedin import workbook as linkedin_workbook
from reachcheck.readers.table.workbook import Sheet
from reachcheck.readers.tiktok import READER as TIKTOK
from reachcheck.readers.youtube import READER as YOUTUBE

WORDS = st.sampled_from(["ada", "", " ", "é", "=1+1", "https://www.instagram.com/_u/bo", "\u202e", "\0", "12", "-"])
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS, st.text(max_size=5))
KEYS = st.sampled_from(
    ["string_list_data", "href", "value", "timestamp", "title", "media", "uri", "creation_timestamp"]
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
ROOTS = ["relationships_followers", "relationships_following", "ig_reels_media", "profile_user"]
CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "Date",
            "Organic followers",
            "Total followers",
            "8/30/2025",
            "31/8/2025",
            "0",
            "1,200",
            "-28",
            "< 1%",
            "2%",
            "Total followers on 8/30/2025",
            "08 Feb 2026",
        ]
    ),
    st.sampled_from(["https://www.linkedin.com/feed/update/urn:li:share:1", "https://www.linkedin.com/in/ada", "Ada"]),
    st.text(max_size=6),
)
LINKEDIN_HEADERS = [
    "First Name,Last Name,URL,Connected On",
    "Date,Status,FullName",
    "Date,ShareLink",
    "Date,Type,Link",
    "Date,Link,https://www.linkedin.com/",
    "From,To,Sent At,Direction",
    "Endorsement Date,Endorser First Name,Endorser Last Name,Endorser Public Url",
    "Date,Sponsored followers,Organic followers,Total followers",
    "Post link,Created date,Impressions,Likes",
]
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


def outcome(reader: Reader, name: str, content: bytes) -> None:
    found = member(name, content)
    reader.claims(found)
    try:
        checked(reader.read(found, ReadOptions()))
    except UnreadableError as error:
        assert error.place.startswith(name)
        assert error.problem.key


@CALM
@given(root=st.sampled_from(ROOTS), rows=st.lists(VALUES, max_size=5) | VALUES)
def test_any_json_under_a_root_of_instagram(root: str, rows: object) -> None:
    outcome(INSTAGRAM, "a.json", json.dumps({root: rows}).encode())


@CALM
@given(rows=st.lists(VALUES, max_size=5), users=st.dictionaries(WORDS, VALUES, max_size=3))
def test_any_json_in_the_other_forms_of_instagram(rows: list[object], users: dict[str, object]) -> None:
    first = {"string_list_data": [{"href": "https://www.instagram.com/a"}], "media": [{"uri": "x"}]}
    outcome(INSTAGRAM, "followers_1.json", json.dumps([first, *rows]).encode())
    post = {"media": [{"uri": "x", "creation_timestamp": 1}]}
    outcome(INSTAGRAM, "posts_1.json", json.dumps([post, *rows]).encode())
    old = {"followers": {"a": "2019-01-01", **users}, "following": users}
    outcome(INSTAGRAM, "connections.json", json.dumps(old).encode())


@CALM
@given(
    header=st.sampled_from(LINKEDIN_HEADERS),
    rows=st.lists(st.lists(CELLS, max_size=5).map(",".join), max_size=6),
)
def test_any_cells_under_a_header_of_linkedin(header: str, rows: list[str]) -> None:
    content = "\n".join([header, *rows]).encode("utf-8", "surrogatepass")
    outcome(LINKEDIN, "a.csv", content)


@CALM
@given(
    sheets=st.lists(
        st.tuples(CELLS, st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=6)), min_size=1, max_size=4
    )
)
def test_any_cells_in_a_workbook_of_linkedin(
    sheets: list[tuple[str, list[list[str]]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = tuple(Sheet(name, rows) for name, rows in sheets)
    for module in (linkedin_workbook, books, sniff, linkedin_shapes):
        monkeypatch.setattr(module, "sheets_of", lambda member: found)
    outcome(LINKEDIN, "a.xlsx", b"PK\x03\x04")


TIKTOK_KEYS = st.sampled_from(["Date", "UserName", "Likes", "WhoCanView", "link", "userName", "followerCount", "x"])
TIKTOK_ENTRIES = st.recursive(
    SCALARS | st.sampled_from(["2025-08-30 10:11:12", "Friends"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TIKTOK_KEYS, inner, max_size=4),
    max_leaves=10,
)
TIKTOK_LISTS = [
    ("Follower", "FansList"),
    ("Following", "Following"),
    ("Posts", "VideoList"),
    ("Profile Info", "ProfileMap"),
    ("Like List", "ItemFavoriteList"),
]


@CALM
@given(place=st.sampled_from(TIKTOK_LISTS), rows=st.lists(TIKTOK_ENTRIES, max_size=5) | TIKTOK_ENTRIES)
def test_any_json_under_a_section_of_tiktok(place: tuple[str, str], rows: object) -> None:
    data = {"Your Activity": {place[0]: {place[1]: rows}}, "More": {"x": {"FansList": rows}}}
    outcome(TIKTOK, "user_data.json", json.dumps(data).encode())


TIKTOK_HEADERS = [
    "Date,Followers,Difference in followers from previous day",
    "Date,Video Views,Profile Views,Likes,Comments,Shares",
    "Date,Total Viewers,Returning Viewers",
    "Date,Hour,Active followers",
    "Top territories,Distribution",
    "Video link,Post time,Total views",
]
TIKTOK_CELLS = st.one_of(
    st.sampled_from(["9 August", "31 December", "1 janvier", "18 tháng Sáu", "undefined", "0", "-2", "1,900", "0.59"]),
    st.sampled_from(["https://www.tiktok.com/@a/video/7301444403200000000", "29 February", ""]),
    st.text(max_size=6),
)


@CALM
@given(header=st.sampled_from(TIKTOK_HEADERS), rows=st.lists(st.lists(TIKTOK_CELLS, max_size=6), max_size=6))
def test_any_cells_under_a_header_of_tiktok_studio(header: str, rows: list[list[str]]) -> None:
    content = "\n".join([header, *map(",".join, rows)]).encode("utf-8", "surrogatepass")
    outcome(TIKTOK, "Overview_2025-08-28_1787841428_a.zip/a.csv", content)


@CALM
@given(
    lines=st.lists(
        st.sampled_from(["Date: 2023-08-23 06:18:18 UTC", "Username: a", "", ":", "x: y"]) | st.text(max_size=6)
    )
)
def test_any_lines_of_a_list_of_tiktok_as_text(lines: list[str]) -> None:
    first = "Date: 2023-08-23 06:18:18 UTC\nUsername: ada\n"
    outcome(TIKTOK, "Follower.txt", (first + "\n".join(lines)).encode("utf-8", "surrogatepass"))


YOUTUBE_HEADERS = [
    "Content,Video title,Video publish time,Views,Subscribers",
    "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Vues,Abonnés",
    "Date,Views,Subscribers gained\nTotal,1,1",
    "Comment ID,Channel ID,Comment Create Timestamp,Video ID",
    "Date,Content,Video publish time,Views",
    "UCaaaaaaaaaaaaaaaaaaaaaa,http://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa,x",
]
YOUTUBE_CELLS = st.one_of(
    st.sampled_from(["Total", "dQw4w9WgXcQ", "Jul 13 2023", "28 sept. 2026", "1\u202f204", "-3", "UC" + "b" * 22, ""]),
    st.text(max_size=6),
)


@CALM
@given(header=st.sampled_from(YOUTUBE_HEADERS), rows=st.lists(st.lists(YOUTUBE_CELLS, max_size=6), max_size=6))
def test_any_cells_under_a_header_of_youtube(header: str, rows: list[list[str]]) -> None:
    content = "\n".join([header, *map(",".join, rows)]).encode("utf-8", "surrogatepass")
    outcome(YOUTUBE, "a.csv", content)
