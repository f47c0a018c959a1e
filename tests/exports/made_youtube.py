"""The downloads of YouTube Studio's advanced mode, and what Google Takeout holds of a YouTube account."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from exports_made import archive

VIDEOS = (
    "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Likes,Comments added,Shares,Subscribers,"
    "Impressions,Impressions click-through rate (%)\n"
    'Total,,,,"44,531",410.5,1200,84,40,87,"910,000",5.7\n'
    'dQw4w9WgXcQ,"Bread, part 1","Jul 13, 2023",613,"40,000",400.25,1180,80,38,90,"900,000",5.8\n'
    'a-b_c1D2e3F,Rye,"Jun 2, 2023",58,"4,531",10.25,20,4,2,-3,"10,000",3.1\n'
    "old00000000,Deleted,,,,,,,,0,,\n"
)
"""After the sum of all, a video that gained, a short one that lost, and one that is there no more."""
CHART = (
    "Date,Content,Video title,Video publish time,Views\n"
    '2023-07-13,dQw4w9WgXcQ,"Bread, part 1","Jul 13, 2023",1200\n'
    '2023-07-14,dQw4w9WgXcQ,"Bread, part 1","Jul 13, 2023",800\n'
)
TOTALS = "Date,Views\n2023-07-13,1300\n2023-07-14,950\n"
THIN = "\u202f"
FRENCH_VIDEOS = (
    "\ufeffContenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues engagées,Vues,J'aime,"
    "Commentaires ajoutés,Partages,Abonnés,Pourcentage moyen regardé (%)\n"
    f'Total,,,,"28{THIN}000","44{THIN}531","1{THIN}200",84,40,87,"62,3"\n'
    f'dQw4w9WgXcQ,Pain,28 sept. 2026,613,"25{THIN}000","40{THIN}000","1{THIN}180",80,38,90,"60,5"\n'
    f'a-b_c1D2e3F,Seigle,2 août 2026,58,"3{THIN}000","4{THIN}531",20,4,2,-3,"62,1"\n'
)
FRENCH_TOTALS = f'\ufeffDate,Abonnés\n2026-09-28,"1{THIN}204"\n2026-09-29,-3\n'
UC = ("UC" + "a" * 22, "UC" + "B_-4" * 5 + "cd", "UC" + "9" * 22)


def subscriptions(header: str) -> str:
    """The channels subscribed to; what they are called in is all that differs between languages."""
    titles = ("Ada bakes", '"Bo, Li"', "Élan")
    rows = (f"{key},http://www.youtube.com/channel/{key},{title}\n" for key, title in zip(UC, titles, strict=True))
    return f"{header}\n{''.join(rows)}\n"


COMMENTS = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\n"
    f'UgxA,{UC[0]},2023-09-19T17:42:53.434647+00:00,0,,dQw4w9WgXcQ,"{{""takeoutSegments"":[{{""text"":""mm""}}]}}"\n'
    f'UgxA.9iw,{UC[0]},2024-01-01T00:00:01+00:00,0,UgxA,dQw4w9WgXcQ,"{{""text"":""thanks""}}"\n\n'
)
NEW_COMMENTS = (
    "Comment ID,Channel ID,Comment create timestamp,Price,Parent comment ID,Post ID,Video ID,Comment text,"
    "Top-level comment ID\n"
    f'UgxB,{UC[0]},2026-02-11T19:04:00Z,0,,,dQw4w9WgXcQ,"{{""text"":""rye, please""}}",\n'
    f'UgxC,{UC[0]},2026-02-11T20:15:00Z,0,UgxB,Ugkxpost,,"{{""text"":""yes""}}",UgxB\n'
)
LEFT_ALONE = {
    "Takeout/YouTube and YouTube Music/history/watch-history.html": "<html>secret</html>",
    "Takeout/YouTube and YouTube Music/history/search-history.json": "[]",
    "Takeout/YouTube and YouTube Music/live chats/live chats.csv": "Live Chat ID,Channel ID\nx,y\n",
    "Takeout/YouTube and YouTube Music/playlists/Watch later-videos.csv": "Video ID,Added\nx,y\n",
    "Takeout/Mail/All mail.mbox": "From: x\n",
}


def _zip(name: str, files: Mapping[str, str], day: tuple[int, int, int]) -> Callable[[Path], Path]:
    return lambda folder: Path(archive(folder, name, files, day))


def _takeout(root: str, files: Mapping[str, str]) -> Callable[[Path], Path]:
    inside = {f"Takeout/{root}/{name}": content for name, content in files.items()}
    return _zip("takeout-20260212T101112Z-001.zip", {**inside, **LEFT_ALONE}, (2026, 2, 12))


def _season(gains: Mapping[int, int], shown: Mapping[int, int]) -> Callable[[Path], Path]:
    """A hundred days of a small channel: 3 or 4 came and one left, some 2,000 impressions, but for the days given."""
    first = date(2026, 5, 1)
    rows = ["Date,Views,Likes,Subscribers gained,Subscribers lost,Impressions", 'Total,"21,000",900,450,100,"200,000"']
    for n in range(100):
        seen = shown.get(n, 1_950 + 25 * (n % 5))
        rows.append(f"{first + timedelta(n)},{seen // 10},{seen // 200 - n % 2},{gains.get(n, 3 + n % 2)},1,{seen}")
    return _zip("days.zip", {"Table data.csv": "\n".join(rows) + "\n"}, (2026, 8, 10))


ENGLISH_ROOT, FRENCH_ROOT = "YouTube and YouTube Music", "YouTube et YouTube Music"
VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "youtube-studio-english": _zip(
        "Content 2023-07-01_2023-08-01 Lin bakes.zip",
        {"Table data.csv": VIDEOS, "Chart data.csv": CHART, "Totals.csv": TOTALS},
        (2023, 8, 2),
    ),
    "youtube-studio-french": _zip(
        "Contenu.zip",
        {"Informations relatives aux tableaux.csv": FRENCH_VIDEOS, "Totaux.csv": FRENCH_TOTALS},
        (2026, 9, 30),
    ),
    "youtube-takeout-english": _takeout(
        ENGLISH_ROOT,
        {
            "subscriptions/subscriptions.csv": subscriptions("Channel Id,Channel Url,Channel Title"),
            "comments/comments.csv": COMMENTS,
        },
    ),
    "youtube-takeout-2026": _takeout(ENGLISH_ROOT, {"comments/comments.csv": NEW_COMMENTS}),
    "youtube-takeout-french": _takeout(
        FRENCH_ROOT,
        {"abonnements/abonnements.csv": subscriptions("ID des chaînes,URL des chaînes,Titres des chaînes")},
    ),
    "youtube-takeout-dutch": _takeout(
        "YouTube en YouTube Music",
        {"abonnementen/abonnementen.csv": subscriptions("Kanaal-ID,Kanaal-URL,Kanaaltitel")},
    ),
    "youtube-genuine": _season({40: 400, 41: 300}, {39: 60_000, 40: 250_000, 41: 180_000}),
    "youtube-inflated": _season({40: 400, 41: 380, 70: 500}, {}),
}
"""In the first season so many came as were shown something; in the second nothing was shown more than before."""
