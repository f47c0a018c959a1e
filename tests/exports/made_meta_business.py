"""The tables that Meta Business Suite exports, as they look and have looked, in the languages they were seen in."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

Row = Mapping[str, object]

POSTS = "Aug-01-2025_Oct-29-2025_1122334455667788.csv"
START = datetime(2025, 8, 1, 17, 30)


def titles(text: str) -> list[str]:
    """The columns of a header without quotes."""
    return text.split(",")


INSTAGRAM = titles(
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
    "Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"
)
SUM = "Reactions, comments and shares"
FACEBOOK = [
    *titles("Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Caption type,Permalink"),
    *titles("Is crosspost,Is share,Post type,Languages,Custom labels,Funded content status,Data comment,Date"),
    *("Views", "Reach", SUM, "Reactions", "Comments", "Shares", "Total clicks", "Photo views", "Other clicks"),
    *titles("Link Clicks,Negative feedback from users: Hide all,Seconds viewed,Average Seconds viewed"),
    *titles("Estimated earnings (USD),Ad CPM (USD),Ad impressions"),
]


def content(header: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A table of posts: UTF-8 with a mark, cells quoted where they must be, captions of several lines as they are."""
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def figure(name: str, days: Mapping[str, object]) -> bytes:
    """One figure by day."""
    rows = "".join(f'"{day}T00:00:00","{value}"\r\n' for day, value in days.items())
    return f'sep=,\r\n"{name}"\r\n"Date","Primary"\r\n{rows}'.encode("utf-16")


def reel(number: int, **more: object) -> dict[str, object]:
    """A reel of an Instagram account, two days after the one before."""
    at = START + timedelta(days=2 * number)
    return {
        "Post ID": f"1805{number:014d}",
        "Account ID": "17841400000000001",
        "Account username": "lin.bakes",
        "Account name": "Lin, the baker",
        "Description": f'Loaf {number}\n"Rye", again\n\n#bread',
        "Duration (sec)": 31,
        "Publish time": f"{at:%m/%d/%Y %H:%M}",
        "Permalink": f"https://www.instagram.com/reel/C{number:010d}/",
        "Post type": "IG reel",
        "Date": "Lifetime",
        **more,
    }


def shared(number: int, **more: object) -> dict[str, object]:
    """A post of a Facebook Page."""
    at = START + timedelta(days=3 * number)
    return {
        "Post ID": f"1220{number:013d}",
        "Page ID": "100000000000001",
        "Page name": "Café Lumière, Lyon",
        "Title": "Été",
        "Duration (sec)": 0,
        "Publish time": f"{at:%m/%d/%Y %H:%M}",
        "Permalink": f"https://www.facebook.com/100000000000001/posts/{number}",
        "Is crosspost": 0,
        "Is share": 0,
        "Post type": "Photos",
        "Date": "Lifetime",
        **more,
    }


def _instagram(folder: Path) -> Path:
    rows = [
        reel(3, Views=4210, Reach=3015, Likes=240, Shares=12, Follows=3, Comments=18, Saves=9),
        reel(2, Views=3377, Reach=2540, Likes=190, Shares=7, Follows=0, Comments=11, Saves=4),
        reel(1, Reach=810, Likes=0, **{"Post type": "IG story", "Description": "", "Duration (sec)": 0}),
        reel(0, Likes=201, **{"Post ID": "1.80E+16"}),
    ]
    return _written(folder, {POSTS: content(INSTAGRAM, rows)})


def _by_day(folder: Path) -> Path:
    rows = [
        reel(1, Views=900, Likes=80, Comments=5),
        reel(1, Views=700, Likes=60, Comments=4, Date="08/03/2025"),
        reel(0, Views=800, Likes=70, Comments=6),
    ]
    return _written(folder, {"lin posts (1).csv": content(INSTAGRAM, rows)})


def _impressions(folder: Path) -> Path:
    header = [*INSTAGRAM[:11], "Impressions", "Reach", "Shares", "Follows", "Likes", "Comments", "Saves"]
    rows = [
        reel(n, Impressions=900 + n, Reach=700 + n, Shares=1, Follows=0, Likes=60 + n, Comments=5, Saves=2)
        for n in range(3)
    ]
    return _written(folder, {"May-01-2024_May-31-2024_998877.csv": content(header, rows)})


def _portuguese(folder: Path) -> Path:
    header = titles(
        "Identificação da publicação,Descrição,Horário de publicação,Link permanente,Tipo de publicação,"
        "Visualizações,Alcance,Curtidas,Compartilhamentos,Comentários,Salvamentos"
    )
    made = [reel(n, Views=500 + n, Reach=400, Likes=50, Shares=2, Comments=4, Saves=1) for n in range(3)]
    english = titles("Post ID,Description,Publish time,Permalink,Post type,Views,Reach,Likes,Shares,Comments,Saves")
    rows = [{name: row[each] for name, each in zip(header, english, strict=True)} for row in made]
    return _written(folder, {"instagram.csv": content(header, rows)})


def _facebook(folder: Path) -> Path:
    rows = [
        shared(1, Views=812, Reach=640, Reactions=31, Comments=6, Shares=2, **{SUM: 39, "Total clicks": 17}),
        shared(0, Views=503, Reach=410, Reactions=22, **{SUM: 22, "Total clicks": 4, "Is share": 1}),
    ]
    return _written(folder, {POSTS: content(FACEBOOK, rows)})


def _french(folder: Path) -> Path:
    header = titles(
        "Identifiant de la publication,ID de la Page,Nom de la page,Heure de publication,Permalien,"
        "Type de publication,Vues,Couverture,Réactions"
    )
    english = titles("Post ID,Page ID,Page name,Publish time,Permalink,Post type,Views,Reach,Reactions")
    made = [shared(n, Views=300 + n, Reach=250, Reactions=20) for n in range(3)]
    rows = [{name: row[each] for name, each in zip(header, english, strict=True)} for row in made]
    return _written(folder, {"contenu facebook.csv": content(header, rows)})


def _figures(folder: Path) -> Path:
    follows = {"2025-08-01": 12, "2025-08-02": 9, "2025-08-04": 31}
    files = {
        "Follows.csv": figure("Instagram follows", follows),
        "Views.csv": figure("Views", {"2025-08-01": 5210, "2025-08-02": 0, "2025-08-03": 4111}),
        "Reach (1).csv": figure("Reach", {"2025-08-01": 2210}),
        "Visits.csv": figure("Instagram profile visits", {"2025-08-01": 88}),
        "Interactions.csv": figure("Content interactions", {"2025-08-01": 140}),
        "Link clicks.csv": figure("Link clicks", {"2025-08-01": 3}),
        "Audience.csv": audience(follows),
    }
    return _written(folder / "Meta", files)


def audience(follows: Mapping[str, object]) -> bytes:
    """How an audience divides, with who came by day below."""
    blocks = [
        '"Age & gender"\r\n"","Women","Men"\r\n"18-24","8.1%","6.4%"\r\n"25-34","31%","14.2%"\r\n"65+","--","0.3%"\r\n',
        '"Top cities"\r\n"Lyon, France","Paris, France"\r\n"41.5","12.25"\r\n',
        '"Top countries"\r\n"France","Belgique"\r\n"88.1","3"\r\n',
        '"Top pages"\r\n"Bread weekly","Le Progrès"\r\n"0.91","0.7"\r\n',
        figure("Follows", follows).decode("utf-16").removeprefix("sep=,\r\n"),
    ]
    return ("sep=,\r\n" + "\r\n".join(blocks)).encode("utf-16")


def _of_facebook(folder: Path) -> Path:
    return _written(folder, {"Follows.csv": figure("Facebook follows", {"2025-08-01": 1, "2025-08-02": 2})})


def _genuine(folder: Path) -> Path:
    """A baker whose posts draw comments and follows as they draw views, more of some and less of others."""
    liked = (183, 240, 121, 305, 166, 98, 274, 212, 150, 331, 189, 142, 226, 117, 262)
    rows = [
        reel(
            2 * n,
            Views=15 * m + 7 * n,
            Reach=11 * m,
            Likes=m,
            Shares=m // 19,
            Follows=m // 60,
            Comments=m // 13,
            Saves=m // 9,
        )
        for n, m in enumerate(liked)
    ]
    days = {_day(n): 3 + (7 * n) % 5 + (6 if n % 9 == 4 else 0) for n in range(60)}
    return _written(folder, {POSTS: content(INSTAGRAM, rows), "Follows.csv": figure("Instagram follows", days)})


def _inflated(folder: Path) -> Path:
    """An account to which thousands come on one day on which no post is published, and that draws few afterwards."""
    rows = [
        reel(2 * n, Views=120 + n, Reach=100 + n, Likes=11 + n % 3, Shares=0, Follows=0, Comments=n % 2, Saves=0)
        for n in range(15)
    ]
    days = {_day(n): 2 + n % 3 + (4_000 if n == 43 else 0) for n in range(60)}
    return _written(folder, {POSTS: content(INSTAGRAM, rows), "Follows.csv": figure("Instagram follows", days)})


def _day(number: int) -> str:
    return str(date(2025, 8, 1) + timedelta(days=number))


def _written(folder: Path, files: Mapping[str, bytes]) -> Path:
    """What a user would point at: the folder, or the file where it is the only one."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder if len(files) > 1 else folder / next(iter(files))


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "meta-instagram": _instagram,
    "meta-instagram-by-day": _by_day,
    "meta-instagram-impressions": _impressions,
    "meta-instagram-pt": _portuguese,
    "meta-instagram-figures": _figures,
    "meta-instagram-genuine": _genuine,
    "meta-instagram-inflated": _inflated,
    "meta-facebook": _facebook,
    "meta-facebook-fr": _french,
    "meta-facebook-follows": _of_facebook,
}
