"""TikTok's data export as JSON and as text, and the downloads of TikTok Studio, in the languages that were seen."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from exports_made import archive, workbook

MADE = 1_756_771_200
"""2025-09-02 00:00:00 UTC."""
VIDEO = "https://www.tiktokv.com/share/video/"
Rows = Sequence[Sequence[str]]


def people(names: Sequence[str], day: int, key: str = "UserName") -> list[dict[str, str]]:
    """A list of people, newest first."""
    return [{"Date": f"2025-08-{day - n:02} 10:11:12", key: name} for n, name in enumerate(names)]


def post(day: str, likes: str | None, seen_by: str | None = "Public") -> dict[str, Any]:
    """An own video; its address is one of a file that changes with every export."""
    link = f"https://v16m.tiktokcdn.com/{day[-2:]}?signature=x"
    return {"Date": f"{day} 18:00:01", "Link": link, "Likes": likes, "WhoCanView": seen_by, "Title": "bread"}


OF_2025 = {
    "Ads and data": {"Ad Interests": {"AdInterestCategories": "bread"}},
    "Comment": {"Comments": {"CommentsList": [{"date": "2025-08-03 07:00:00", "comment": "so good", "url": "N/A"}]}},
    "Direct Message": {"Direct Messages": {"ChatHistory": {"Chat History with ada:": [{"Content": "hi"}]}}},
    "Post": {
        "Posts": {
            "VideoList": [
                post("2025-08-30", "12"),
                post("2025-08-20", "7", "Friends"),
                post("2025-08-11", None, None),
                post("2025-08-02", "1041"),
            ]
        },
        "Recently Deleted Posts": {"PostList": None},
    },
    "Profile And Settings": {
        "Profile Info": {
            "ProfileMap": {
                "userName": "Lin.Bakes", "displayName": "Lin", "bioDescription": "bread", "birthDate": "01-Jan-1990",
                "emailAddress": "lin@example.org", "followerCount": 5, "followingCount": 2, "likesReceived": "1060",
            }
        },
        "Follower": {"FansList": people(["ada", "Grace_99", "ada", "N/A", "bo.li"], 30)},
        "Following": {"Following": people(["ada"], 12)},
    },
    "Your Activity": {
        "Like List": {
            "ItemFavoriteList": [
                {"date": "2025-08-04 07:00:00", "link": f"{VIDEO}7534567890123456789/"},
                {"date": "2025-08-04 07:00:00", "link": f"{VIDEO}7534567890123456789/"},
            ]
        },
        "Favorite Videos": {"FavoriteVideoList": [{"Date": "2025-08-01 07:00:00", "Link": f"{VIDEO}753000000001/"}]},
        "Share History": {"ShareHistoryList": [{"Date": "2025-08-01 08:00:00", "Link": f"{VIDEO}753000000001/"}]},
        "Watch History": {"VideoList": [{"Date": "2025-08-01 06:00:00", "Link": f"{VIDEO}7530000000000000002/"}]},
        "Searches": {"SearchList": [{"Date": "2025-08-01 06:00:00", "SearchTerm": "rye"}]},
        "Login History": {"LoginHistoryList": [{"Date": "2025-08-01 06:00:00", "IP": "192.0.2.1"}]},
    },
}  # fmt: skip
OF_2024 = {
    "Profile": {
        "Profile Information": {"ProfileMap": {"userName": "linbakes", "followerCount": 2, "likesReceived": "7"}}
    },
    "Your Activity": {
        "Follower": {"FansList": people(["ada", "bo.li"], 30)},
        "Following": {"Following": None},
        "Hashtag": {"HashtagList": None},
        "Like List": {"ItemFavoriteList": [{"Date": "2025-08-04 07:00:00", "Link": f"{VIDEO}7534567890123456789/"}]},
    },
    "Video": {"Videos": {"VideoList": [post("2025-08-30", "12")]}},
}
OF_2020 = {
    "Activity": {
        "Follower List": {"FansList": people(["ada", "bo.li"], 30)},
        "Following List": {"Following": people(["bo.li"], 12)},
        "Like List": {"ItemFavoriteList": None},
        "Video Browsing History": {"VideoList": [{"Date": "2020-08-01 06:00:00", "VideoLink": f"{VIDEO}1/"}]},
    },
    "Comment": {"Comments": {"CommentsList": None}},
    "Profile": {"Profile Information": {"ProfileMap": {"userName": "linbakes", "likesReceived": "7"}}},
    "Video": {"Videos": {"VideoList": [{"Date": "2020-07-01 06:00:00", "VideoLink": "https://x", "Likes": "3"}]}},
}


def _json(name: str, file: str, data: object) -> Callable[[Path], Path]:
    return lambda folder: Path(archive(folder, name, {file: json.dumps(data, ensure_ascii=False)}, (1980, 1, 1)))


def blocks(names: Sequence[str], day: str = "Date", who: str = "Username", end: str = "\n") -> str:
    """A list as text: a block a person, with an empty line between blocks."""
    lines = [f"{day}: 2023-08-{23 - n:02} 06:18:18 UTC{end}{who}: {name}{end}" for n, name in enumerate(names)]
    return end.join(lines)


def _english_text(folder: Path) -> Path:
    files = {
        "TikTok/Profile and Settings/Follower.txt": blocks(["ada", "Grace_99"], end="\r\n"),
        "TikTok/Profile and Settings/Following.txt": blocks(["ada"], end="\r\n"),
        "TikTok/Profile and Settings/Profile Info.txt": "Username: linbakes\r\nEmail: lin@example.org\r\n",
        "TikTok/Your Activity/Searches.txt": "Date: 2023-01-01 00:00:00 UTC\r\nSearch Term: rye\r\n",
        "TikTok/Direct Messages/Direct Messages.txt": ">>> Chat History with ada:\r\nhi\r\n",
    }
    return Path(archive(folder, f"TikTok_Data_{MADE}.zip", files, (1980, 1, 1)))


def _dutch_text(folder: Path) -> Path:
    files = {
        "Profiel/Volger.txt": blocks(["ada", "bo.li"], "Datum", "Gebruikersnaam").encode("utf-16"),
        "Profiel/Volgend.txt": blocks(["bo.li"], "Datum", "Gebruikersnaam"),
    }
    return Path(archive(folder, f"TikTok_Data_{MADE} (1).zip", files, (1980, 1, 1)))


def table(header: Sequence[str], rows: Rows) -> str:
    """A table as TikTok Studio writes it: with a mark of the encoding, all cells in quotes."""
    return "\ufeff" + "\n".join(",".join(f'"{cell}"' for cell in row) for row in (header, *rows)) + "\n"


OVERVIEW = ("Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares")
HISTORY = ("Date", "Followers", "Difference in followers from previous day")
ACTIVITY = ("Date", "Hour", "Active followers")
VIEWERS = ("Date", "Total Viewers", "New Viewers", "Returning Viewers")
CONTENT = (
    "Time", "Video title", "Video link", "Post time", "Total likes", "Total comments", "Total shares", "Total views",
)  # fmt: skip


def differences(followers: Sequence[int]) -> list[str]:
    """The column that says it is the difference from the day before, and is that to the day after."""
    steps = [str(after - before) for before, after in pairwise(followers)]
    return [*steps, "0"]


def _tables(
    days: Sequence[str], today: str, posts: Sequence[tuple[str, str]]
) -> dict[str, dict[str, tuple[Sequence[str], Rows]]]:
    """The four downloads of six days, of which the last is not there yet."""
    followers = (100, 110, 108, 140, 141, 0)
    figures = (("90", "4", "9", "1", "0"), ("200", "9", "30", "3", "2"), ("80", "1", "-1", "-2", "0"))
    figures = (
        *figures,
        ("900", "60", "95", "9", "12"),
        ("310", "11", "20", "1", "1"),
        ("undefined", "0", "0", "0", "0"),
    )
    levels = [*map(str, followers[:5]), "undefined"]
    seen = (("70", "60", "10"), ("150", "90", "60"), ("66", "40", "26"), ("700", "600", "100"), ("250", "200", "50"))
    links = [f"https://www.tiktok.com/@lin.bakes/video/{key}" for key, _ in posts]
    return {
        "Overview": {"Overview": (OVERVIEW, [(day, *row) for day, row in zip(days, figures, strict=True)])},
        "Followers": {
            "FollowerHistory": (HISTORY, list(zip(days, levels, [*differences(followers[:5]), "0"], strict=True))),
            "FollowerActivity": (ACTIVITY, [(days[4], str(hour), str(40 + hour)) for hour in range(3)]),
            "FollowerGender": (("Gender", "Distribution"), [("Female", "0.59"), ("Male", "0.4"), ("Other", "0.01")]),
            "FollowerTopTerritories": (("Top territories", "Distribution"), [("BE", "0.612"), ("FR", "0.2")]),
        },
        "Viewers": {
            "Viewers": (VIEWERS, [(day, *row) for day, row in zip(days, (*seen, ("undefined", "0", "0")), strict=True)])
        },
        "Content": {
            "Content": (
                CONTENT,
                [
                    (today, "bread #rye", link, day, "95", "9", "12", "1,900")
                    for link, (_, day) in zip(links, posts, strict=True)
                ],
            )
        },
    }  # fmt: skip


def _studio(
    days: Sequence[str], first: str, made: int, today: str, posts: Sequence[tuple[str, str]], *, books: bool = False
) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        for download, tables in _tables(days, today, posts).items():
            files: dict[str, bytes | str] = {}
            for name, (header, rows) in tables.items():
                files[f"{name}.xlsx" if books else f"{name}.csv"] = (
                    workbook({name: [header, *rows]}) if books else table(header, rows)
                )
            archive(folder, f"{download}_{first}_{made}_lin.bakes.zip", files, (1980, 1, 1))
        return folder

    return write


NEW_YEAR = 1_767_312_000
"""2026-01-02 00:00:00 UTC."""
OLD_VIDEO, NEW_VIDEO = str(1_700_000_000 << 32), str(1_766_000_000 << 32)
"""Ids of videos that were made on 14 November 2023 and on 17 December 2025."""
ENGLISH = [f"December {n}" for n in range(28, 32)] + ["January 1", "January 2"]
FRENCH = [f"{n} août" for n in range(28, 32)] + ["1 septembre", "2 septembre"]
VIETNAMESE = ["28 tháng Tám", "29 tháng Tám", "30 tháng Tám", "31 tháng Tám", "1 tháng Chín", "2 tháng Chín"]


def _season(gains: Mapping[int, int], views: Mapping[int, int]) -> Callable[[Path], Path]:
    """Ninety days of a small account: 2 or 3 new followers and some 500 views a day, but for the days given."""
    first = date(2025, 6, 3)
    days = [(first + timedelta(n)).strftime("%B ") + str((first + timedelta(n)).day) for n in range(90)]
    followers = [1000]
    for n in range(1, 90):
        followers.append(followers[-1] + gains.get(n, 2 + n % 2))
    seen = [views.get(n, 480 + 10 * (n % 5)) for n in range(90)]
    by_day = list(zip(days, seen, strict=True))
    tables = {
        "Overview": (OVERVIEW, [(day, str(n), str(n // 50), str(n // 10), "3", "2") for day, n in by_day]),
        "FollowerHistory": (HISTORY, list(zip(days, map(str, followers), differences(followers), strict=True))),
        "Viewers": (VIEWERS, [(day, str(n * 4 // 5), str(n // 2), str(n // 4)) for day, n in by_day]),
    }

    def write(folder: Path) -> Path:
        names = {"Overview": "Overview", "FollowerHistory": "Followers", "Viewers": "Viewers"}
        for name, download in names.items():
            archive(
                folder,
                f"{download}_2025-06-03_{MADE}_lin.bakes.zip",
                {f"{name}.csv": table(*tables[name])},
                (1980, 1, 1),
            )
        return folder

    return write


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "tiktok-json-2025": _json(f"TikTok_Data_{MADE}.zip", "user_data_tiktok.json", OF_2025),
    "tiktok-json-2024": _json(f"TikTok_Data_{MADE} (1).zip", "TikTok/user_data_tiktok (1).json", OF_2024),
    "tiktok-json-2020": _json("mine.zip", "user_data.json", OF_2020),
    "tiktok-txt-english": _english_text,
    "tiktok-txt-dutch": _dutch_text,
    "tiktok-studio-english": _studio(
        ENGLISH,
        "2025-12-28",
        NEW_YEAR,
        "January 2",
        [(NEW_VIDEO, "December 17"), (OLD_VIDEO, "November 14"), ("1", "May 3")],
    ),
    "tiktok-studio-french": _studio(FRENCH, "2025-08-28", MADE, "2 septembre", [("7534567890123456789", "4 août")]),
    "tiktok-studio-vietnamese": _studio(VIETNAMESE, "2025-08-28", MADE, "2 tháng Chín", [("1", "4 tháng Tám")]),
    "tiktok-studio-workbooks": _studio(FRENCH, "2025-08-28", MADE, "2 septembre", [("1", "4 août")], books=True),
    "tiktok-genuine": _season({40: 300, 41: 200}, {39: 30000, 40: 90000, 41: 60000}),
    "tiktok-inflated": _season({40: 300, 41: 280, 70: 400}, {}),
}
"""In the first season so many people came as watched; in the second nobody more watched than before."""
