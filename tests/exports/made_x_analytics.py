"""The tables of X's analytics: of today, until 2024, and as they look in other languages or after a spreadsheet."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from exports_made import archive
from made_x import START, account, born, follow, manifest, script, tweet

OVERVIEW = (
    "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,"
    "Create Post,Video views,Media views"
)
OVERVIEW_PT = (
    "Data,Impressões,Curtidas,Engajamentos,Itens salvos,Compartilhamentos,Novos seguidores,Deixar de seguir,Respostas,"
    "Reposts,Visitas ao perfil,Criar post,Visualizações de vídeo,Visualizações de mídia"
)
OVERVIEW_FR = (
    "Date,Impressions,J'aime,Engagements,Signets,Partages,Nouveaux abonnés,Désabonnements,Réponses,Republications,"
    "Visites du profil,Créer un post,Vues de vidéos,Vues de médias"
)
"""Nobody has seen the French names yet; these stand for any that are not known."""
CONTENT = (
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,"
    "Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks"
)
CONTENT_PT = (
    "ID,Data,Texto do post,Postar link,Impressões,Curtidas,Engajamentos,Itens salvos,Compartilhamentos,"
    "Novos seguidores,Respostas,Reposts,Visitas ao perfil,Expansões de detalhes,Cliques de URL,Cliques de hashtag,"
    "Cliques de link permanente"
)
CONTENT_KO = (
    "게시물 ID,날짜,게시물 텍스트,게시물 링크,노출,마음에 들어요,참여,북마크,공유,새 팔로우,답글,재게시,프로필 방문,"
    "상세,URL,해시태그,링크"
)
DAYS = (
    (412, 9, 31, 1, 0, 2, 0, 3, 1, 14, 1, 0, 0),
    (1030, 22, 80, 4, 1, 5, 1, 6, 2, 33, 2, 12, 40),
    (388, 4, 17, 0, 0, 0, 2, 1, 0, 9, 0, 0, 3),
)
"""The newest day first: impressions, likes, engagements, bookmarks, shares, follows, unfollows, replies, reposts..."""
POSTS = (
    ("A day at the fair, and what I took home", 1200, 31, 96, 5, 1, 3, 4, 6, 20, 30, 12, 0, 4),
    ("@ada_l yes, gladly", 90, 1, 4, 0, 0, 0, 1, 0, 2, 1, 0, 0, 0),
    ("Slides, as promised:\nhttps://example.org", 640, 12, 70, 9, 2, 1, 2, 3, 11, 20, 25, 1, 0),
)
ACTIVITY = "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement rate,retweets,replies,{likes}"
CLICKS = (
    "user profile clicks,url clicks,hashtag clicks,detail expands,permalink clicks,{media}app opens,app installs,"
    "follows,email tweet,dial phone,{views}"
)
ACTIVITY_PT = (
    "id do Tweet,link permanente do Tweet,texto do Tweet,horário,impressões,engajamentos,taxa de engajamento,retweets,"
    "respostas,favoritos,cliques no perfil do usuário:,cliques no URL,cliques em hashtags:,expansões de detalhes:,"
    "cliques no link permanente,aberturas de aplicativos,instalações de aplicativo:,seguiram,Tweet enviado por e-mail,"
    "número de telefone discado,visualizações da mídia,engajamentos com mídia"
)


def _day(n: int) -> datetime:
    return datetime(2025, 12, 31, tzinfo=UTC) - timedelta(days=n)


def _overview(
    folder: Path, header: str = OVERVIEW, name: str = "account_overview_analytics.csv", form: str = ""
) -> Path:
    days = [f'"{_day(n).strftime(form or "%a, %b %d, %Y")}",{",".join(map(str, row))}' for n, row in enumerate(DAYS)]
    return _written(folder, name, [header, *days])


def _content_rows() -> list[list[str]]:
    rows = []
    for n, (text, *counts) in enumerate(POSTS):
        post = born(2025, 12, 20 - n)
        rows.append(
            [
                post,
                _day(11 + n).strftime("%a, %b %d, %Y"),
                text,
                f"https://x.com/Lin_K/status/{post}",
                *map(str, counts),
            ]
        )
    return rows


def _csv(row: Sequence[str], mark: str = ",") -> str:
    return mark.join(f'"{cell}"' if set(cell) & set(f'{mark}\n"') else cell for cell in row)


def _content(folder: Path, header: str = CONTENT) -> Path:
    name = "account_analytics_content_2025-10-01_2025-12-31.csv"
    return _written(folder, name, [header, *(_csv(row) for row in _content_rows())])


def _respread(folder: Path) -> Path:
    """Opened in a French spreadsheet and saved: semicolons, dates anew, numbers of posts rounded."""
    lines = [CONTENT.replace(",", ";")]
    for n, row in enumerate(_content_rows()):
        rounded = f"{float(row[0]):.5E}".replace(".", ",")
        lines.append(_csv([rounded, _day(11 + n).strftime("%d/%m/%Y"), *row[2:]], ";"))
    return _written(folder, "contenu.csv", lines)


def _activity(folder: Path, *, old: bool = False) -> Path:
    """40 columns: the same figures a second time for what was advertised, "-" where nothing was."""
    clicks = CLICKS.format(
        media="embedded media clicks," if old else "", views="video views" if old else "media views,media engagements"
    )
    head = ACTIVITY.format(likes="favorites" if old else "likes")
    organic = f"{head},{clicks}".split(",")[4:]
    header = ",".join([*head.split(",")[:4], *organic, *(f"promoted {name}" for name in organic)])
    return _written(
        folder, "tweet_activity_metrics_Lin_K_20220312_20220409_en.csv", ["\ufeff" + header, *_activity_rows()]
    )


def _activity_pt(folder: Path) -> Path:
    organic = ACTIVITY_PT.split(",")[4:]
    header = ",".join([ACTIVITY_PT, *(f"{name} promovido(a)(s)" for name in organic)])
    return _written(folder, "tweet_activity_metrics_Lin_K_20220312_20220409_pt.csv", [header, *_activity_rows()])


def _activity_rows() -> list[str]:
    rows = []
    for n, (text, shown, likes, engaged) in enumerate((("Hello again", 1530, 21, 64), ("@ada_l thank you", 44, 1, 3))):
        post = born(2022, 4, 2 - n)
        figures = [shown, engaged, round(engaged / shown, 6), 3 - n, 2, likes, 10, 4, 0, 9, 0, 0, 0, 1, 0, 0, 5, 5]
        cells = [
            post,
            f"https://twitter.com/Lin_K/status/{post}",
            text,
            f"2022-04-0{2 - n} 12:00 +0000",
            *map(str, figures),
        ]
        rows.append(",".join(f'"{cell}"' for cell in (*cells, *["-"] * 18)))
    return rows


def _daily_activity(folder: Path) -> Path:
    counts = "impressions,engagements,engagement rate,retweets,replies,likes," + CLICKS.format(
        media="", views="media views,media engagements"
    )
    header = f"Date,Tweets published,{counts}"
    rows = [
        "2022-04-01,2,1574.0,67.0,0.0425,4.0,4.0,22.0,11.0,4.0,0.0,9.0,0.0,0,0,1,0,0,5,5",
        "2022-04-02,0,210.0,3.0,0.0143,0.0,0.0,1.0,2.0,0.0,0.0,0.0,0.0,0,0,0,0,0,0,0",
    ]
    return _written(folder, "daily_tweet_activity_metrics_Lin_K_20220401_20220403_en.csv", [header, *rows])


def _video(folder: Path) -> Path:
    lines = [
        "Video overview,,,,,",
        "Date,Views,Watch Time (ms),Completion Rate,Average Watch Time (ms),Estimated Revenue",
        '"Wed, Dec 31, 2025",120,480000,0.31,4000,0',
        '"Tue, Dec 30, 2025",0,0,0,0,0',
        "",
        "Videos,,,,,",
        "Uploaded on,Video ID,Video title,Views,Duration,Video Link",
        '"Mon, Dec 29, 2025",1999,The fair,120,34000,https://x.com/Lin_K/status/2005',
    ]
    return _written(folder, "video_overview_analytics.csv", lines)


def inflated(folder: Path) -> Path:
    """A year of small and steady days, but for two with hundreds of new followers while nothing was seen."""
    seen = [300 + (n * 37) % 90 for n in range(365)]
    _year(folder, [(shown, 3, n % 3 + (640 if n in (100, 101) else 0)) for n, shown in enumerate(seen)])
    return _grown(folder, 1900, 21)


def genuine(folder: Path) -> Path:
    """A year of days in which new followers come when posts are seen."""
    seen = [{30: 9000, 31: 2500}.get(n % 60, 300 + (n * 37) % 90) for n in range(365)]
    _year(folder, [(shown, shown // 60, shown // 220) for shown in seen])
    return _grown(folder, 900, 180)


def _year(folder: Path, days: Sequence[tuple[int, int, int]]) -> None:
    """The overview of a year: times shown, likes and new followers of each day, the newest first."""
    rows = [
        f'"{_day(n).strftime("%a, %b %d, %Y")}",{shown},{likes},{2 * likes + 3},1,0,{gained},{n % 2},1,0,12,{n % 2},0,0'
        for n, (shown, likes, gained) in enumerate(days)
    ]
    _written(folder, "account_overview_analytics.csv", [OVERVIEW, *rows])


def _grown(folder: Path, followers: int, likes: int) -> Path:
    """An archive of the same days: so many followers, of whom every third is followed, and a post every other day."""
    ids = [born(2016 + n % 9, 1 + n % 12, 1 + n % 28, n) for n in range(followers)]
    rows = [
        tweet(START - timedelta(days=2 * n), f"Post {n}", likes + likes * (n * 37 % 11) // 10, 2 + n % 3)
        for n in range(40)
    ]
    files = {
        "data/account.js": account(),
        "data/follower.js": script("follower", follow("follower", ids)),
        "data/following.js": script("following", follow("following", ids[::3])),
        "data/tweets.js": script("tweets", [{"tweet": row} for row in rows]),
        "data/manifest.js": manifest({"tweets": {"tweets.js": 40}, "follower": {"follower.js": followers}}),
    }
    archive(folder, "twitter-2026-01-05-0f1e2d3c.zip", files, (2026, 1, 5))
    return folder


def _written(folder: Path, name: str, lines: Sequence[str]) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "x-overview-2025": _overview,
    "x-overview-copy": lambda folder: _overview(folder, name="account_overview_analytics (1).csv"),
    "x-overview-pt": lambda folder: _overview(folder, OVERVIEW_PT),
    "x-overview-unseen-names": lambda folder: _overview(folder, OVERVIEW_FR, form="%Y-%m-%d"),
    "x-content-2025": _content,
    "x-content-pt": lambda folder: _content(folder, CONTENT_PT),
    "x-content-unseen-names": lambda folder: _content(folder, CONTENT_KO),
    "x-content-spreadsheet": _respread,
    "x-activity-2022": _activity,
    "x-activity-2015": lambda folder: _activity(folder, old=True),
    "x-activity-pt": _activity_pt,
    "x-activity-daily": _daily_activity,
    "x-video-overview": _video,
}
