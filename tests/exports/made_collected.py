"""What tools collect of public profiles: CrowdTangle's tables."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

FACEBOOK = (
    "{of},User Name,Facebook Id,Page Category,Page Admin Top Country,Page Description,Page Created,Likes at Posting,"
    "Followers at Posting,Post Created,Post Created Date,Post Created Time,Type,Total Interactions,Likes,Comments,"
    "Shares,Love,Wow,Haha,Sad,Angry,Care,Video Share Status,Is Video Owner?,Post Views,Total Views,"
    "Total Views For All Crossposts,Video Length,URL,Message,Link,Final Link,Image Text,Link Text,Description,"
    "Sponsor Id,Sponsor Name,Sponsor Category,Overperforming Score (weighted - Likes 1x Shares 1x)"
)
INSTAGRAM = (
    "Account,User Name,Followers at Posting,Post Created,Type,Total Interactions,Likes,Comments,Views,URL,Link,Photo,"
    "Title,Description,Image Text,Sponsor Id,Sponsor Name,Overperforming Score"
)


def facebook_post(page: str, number: int, at: str, followers: str, total: str, user: str | None = None) -> str:
    """One post of a page, of which half the interactions are likes."""
    likes = int(total.replace(",", "")) // 2
    return (
        f'{page},{page.lower() if user is None else user},10000{len(page)},NEWS_SITE,FR,"A page, of news",2012-01-01,'
        f'"{followers}","{followers}",{at},{at[:10]},{at[11:19]},Photo,"{total}",{likes},3,2,1,0,0,0,0,0,,-,0,0,0,,'
        f'https://www.facebook.com/10000{len(page)}/posts/{number},"Words, and\nmore words",,,,,,,,,-1.2'
    )


def instagram_post(account: str, number: int, at: str, followers: str, total: str, views: str = "0") -> str:
    """One post of an account."""
    likes = int(total.replace(",", "")) - 4
    return (
        f'{account.title()},{account},"{followers}",{at},Photo,"{total}",{likes},4,"{views}",'
        f"https://www.instagram.com/p/{account}{number}/,,,,Words,,,,1.1"
    )


def _table(name: str, header: str, rows: Sequence[str]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_text("\n".join(["\ufeff" + header, *rows, ""]), encoding="utf-8")
        return path

    return write


_PAGES = _table(
    "2021-06-01-09-15-26-EDT-search-csv-export.csv",
    FACEBOOK.format(of="Page Name"),
    [
        facebook_post("Gazette", 1, "2021-05-01 22:00:00 EDT", "12,345", "1,234"),
        facebook_post("Gazette", 2, "2021-05-03 08:00:00 EDT", "12,360", "98"),
        facebook_post("Courier", 3, "2021-01-03 08:00:00 EST", "N/A", "15", user=""),
    ],
)
_GROUP = _table(
    "posts of a group.csv",
    FACEBOOK.format(of="Group Name"),
    [facebook_post("Gardeners", n, f"2021-05-{n:02} 10:00:00 XYZ", f"5,0{n}0", str(40 + n)) for n in range(1, 4)],
)
_ACCOUNT = _table(
    "2024-01-14-09-15-26-NZDT-historical-csv-export.csv",
    INSTAGRAM,
    [instagram_post("ada", n, f"2024-01-{14 - n:02} 09:30:00", f"2,{140 - n}", str(90 + n), "1,005") for n in range(6)],
)
_INFLATED = _table(
    "2024-01-14-09-15-26-UTC-historical-csv-export.csv",
    INSTAGRAM,
    [
        instagram_post("loud", n, f"2023-{1 + n // 2:02}-{1 + 15 * (n % 2):02} 09:30:00 UTC", str(count), "60")
        for n, count in enumerate([*(2000 + 10 * n for n in range(14)), *(6200 + 10 * n for n in range(6))])
    ],
)

VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "crowdtangle-facebook-pages": _PAGES,
    "crowdtangle-facebook-group": _GROUP,
    "crowdtangle-instagram": _ACCOUNT,
    "crowdtangle-instagram-inflated": _INFLATED,
}
