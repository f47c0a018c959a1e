"""Past insights inside Instagram's information export, by language; an audience that grew, and one with a step."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from exports_made import archive, as_json
from made_instagram import ACTIVITY, DAY, LISTS, MIDNIGHT, NAME, bare, post, tie

INSIGHTS = "logged_information/past_instagram_insights"


def texts(values: Mapping[str, str], **more: object) -> dict[str, Any]:
    """A map of display strings under labels."""
    return {
        "title": "",
        "string_map_data": {k: {"href": "", "value": v, "timestamp": 0} for k, v in values.items()},
        **more,
    }


def counted(number: int, at: int, thumbnail: str, time: str, values: Mapping[str, str]) -> dict[str, Any]:
    """The insights of one post, whose thumbnail lies in another folder than the post."""
    found = texts(values, media_map_data={thumbnail: post(number, at, "other")})
    found["string_map_data"][time] = {"href": "", "value": "", "timestamp": at}
    return found


FRENCH = {
    "Période": "May 29 - Aug 26",
    "Followers": "102,497",
    "Nombre de followers": "+10.5% vs Feb 28 - May 28",
    "Followers en plus": "19,055",
    "Followers en moins": "9,260",
    "Total des followers": "9,795",
    "Pourcentage de followers en fonction du pays": "France: 61.2%, Côte d’Ivoire: 4.1%, Belgique: 3%",
    "Pourcentage de followers en fonction de la ville": "Paris: 9.4%, Washington, D.C.: 0.3%",
    "Pourcentage de followers en fonction de l'âge pour tous les genres": "13-17: 2.1%, 18-24: 31%, 65+: 0.4%",
    "Pourcentage du total des followers hommes": "38.8%",
    "Pourcentage du total des de followers femmes": "61.1%",
    "Activité des followers : lundi": "63.3K",
}
FRENCH_REACH = {
    "Période": "May 29 - Aug 26",
    "Comptes touchés": "3359140",
    "Nombre de comptes touchés": "+59.4% vs Feb 28 - May 28",
    "Followers": "1%",
    "Non-followers": "99%",
    "Impressions": "15,570,962",
}
FRENCH_ACTS = {
    "Période": "May 29 - Aug 26",
    "Interactions avec le contenu": "412,001",
    "Comptes ayant interagi par type de followers": "Followers: 5.6%, Non-followers: 94.4%",
}
ENGLISH = {
    "Date Range": "Sep 1 - Nov 29",
    "Followers": "2,293",
    "Followers Delta": "+2.6% vs Jun 3 - Aug 31",
    "Follows": "120",
    "Unfollows": "62",
    "Overall followers": "58",
    "Follower Percentage by Country": "Jamaica: 74.9%, United States: 11.8%",
    "Total Follower Percentage for Men": "40%",
    "Total Follower Percentage for Women": "59.9%",
    "Monday Follower Activity": "1,484",
}
PORTUGUESE = {
    "Intervalo de datas": "Sep 1 - Nov 29",
    "Seguidores": "1,152",
    "Variação de seguidores": "-4.8% vs Jun 3 - Aug 31",
    "Seguiu": "14",
    "Deixou de seguir": "73",
    "Total de seguidores": "-59",
    "Porcentagem de seguidores por cidade": "São Paulo: 12.3%, Rio de Janeiro: 4%",
}
SPANISH = {
    "Intervalo de fechas": "Sep 1 - Nov 29",
    "Seguidores": "--",
    "Diferencia de seguidores": "12",
    "Empezaron a seguirte": "30",
    "Dejaron de seguirte": "18",
    "Porcentaje de seguidores por país": "España: 80.1%, México: 9%",
}
GERMAN = {
    "Zeitraum": "1. Sept. - 29. Nov.",
    "Follower": "10.801",
    "Delta von Followern": "-1,9% im Vergleich zu 10. Apr. - 8. Juli",
    "Neue Follower": "264",
    "Verlorene Follower": "471",
    "Prozentualer Anteil der Follower nach Land": "Deutschland: 84,5%, Österreich: 4,4%",
}
POSTS: Mapping[str, tuple[str, str, tuple[dict[str, str], ...]]] = {
    "fr": (
        "Miniature du contenu multimédia",
        "Horodatage de création",
        (
            {"Comptes touchés": "12,345", "Mentions J’aime": "980", "Commentaires": "45", "Enregistrements": "--"},
            {"Comptes touchés": "2.1K", "Mentions J’aime": "150", "Commentaires": "3", "Partages": "10"},
        ),
    ),
    "en": (
        "Media Thumbnail",
        "Creation Timestamp",
        (
            {"Accounts reached": "1,234", "Impressions": "2,001", "Likes": "98", "Comments": "4", "Follows": "2"},
            {"Accounts reached": "1,100", "Impressions": "900", "Likes": "70", "Saves": "--", "Website taps": "1"},
        ),
    ),
    "pt": (
        "Miniatura de mídia",
        "Registro de data e hora de criação",
        (
            {"Contas alcançadas": "1,234", "Curtidas": "98", "Comentários": "4", "Salvamentos": "7"},
            {"Contas alcançadas": "700", "Curtidas": "61", "Compartilhamentos": "0", "Visitas ao perfil": "9"},
        ),
    ),
    "es": (
        "Miniatura",
        "Fecha de creación",
        (
            {"Cuentas alcanzadas": "1,234", "Me gusta": "98", "Comentarios": "4", "Guardados": "7"},
            {"Cuentas alcanzadas": "700", "Me gusta": "61", "Compartidos": "3"},
        ),
    ),
    "de": (
        "Medien-Miniaturbild",
        "Zeitstempel der Erstellung",
        (
            {"Erreichte Konten": "12.345", "„Gefällt mir“-Angaben": "980", "Kommentare": "45", "Gespeichert": "120"},
            {"Erreichte Konten": "2100", "„Gefällt mir“-Angaben": "150", "Kommentare": "3", "Neue Follower": "2"},
        ),
    ),
}
AUDIENCES = {"fr": FRENCH, "en": ENGLISH, "pt": PORTUGUESE, "es": SPANISH, "de": GERMAN}


def _insights(language: str, folder: Path) -> Path:
    thumbnail, time, counts = POSTS[language]
    day = MIDNIGHT - (107 if language == "fr" else 7) * DAY
    posts = [counted(n, day - n * DAY, thumbnail, time, values) for n, values in enumerate(counts, 1)]
    files = {
        f"{INSIGHTS}/posts.json": as_json({"organic_insights_posts": posts}),
        f"{INSIGHTS}/audience_insights.json": as_json({"organic_insights_audience": [texts(AUDIENCES[language])]}),
        f"{ACTIVITY}/media/posts_1.json": as_json([{"media": [post(1, day - DAY)]}, {"media": [post(9, day)]}]),
    }
    if language == "fr":
        files |= {
            f"{INSIGHTS}/profiles_reached.json": as_json({"organic_insights_reach": [texts(FRENCH_REACH)]}),
            f"{INSIGHTS}/content_interactions.json": as_json({"organic_insights_interactions": [texts(FRENCH_ACTS)]}),
        }
    if language == "en":
        reel = counted(
            5,
            day - 9 * DAY,
            thumbnail,
            "Upload Timestamp",
            {"Instagram Plays": "55,000", "Instagram Likes": "3,100", "Instagram Comments": "120", "Duration": "0:31"},
        )
        files[f"{INSIGHTS}/reels.json"] = as_json({"organic_insights_reels": [reel]})
    name = "instagram-lin-2025-08-27-AbCdEfGh.zip" if language == "fr" else NAME
    return Path(archive(folder, name, files))


def _account(arrivals: list[int], returned: int, folder: Path) -> Path:
    """A list in which so many came on each day up to the export, and as many posts as there are fortnights."""
    people = [f"p{n:03d}" for n in range(sum(arrivals))]
    days = [MIDNIGHT - n * DAY - DAY // 2 for n, came in enumerate(arrivals) for _ in range(came)]
    followers = [tie(name, at - n) for n, (name, at) in enumerate(zip(people, days, strict=True))]
    posts = [
        counted(
            n,
            MIDNIGHT - (4 * n + 2) * DAY,
            "Media Thumbnail",
            "Creation Timestamp",
            {"Accounts reached": str(300 + 7 * (n % 5)), "Likes": str(30 + n % 7), "Comments": str(3 + n % 4)},
        )
        for n in range(len(arrivals) // 4)
    ]
    values = {"Date Range": "Sep 2 - Nov 30", "Followers": str(len(people)), "Follows": "60", "Unfollows": "11"}
    files = {
        f"{LISTS}/followers_1.json": as_json(followers),
        f"{LISTS}/following.json": as_json(
            {"relationships_following": [bare(name, MIDNIGHT - n) for n, name in enumerate(people[:returned])]}
        ),
        f"{INSIGHTS}/posts.json": as_json({"organic_insights_posts": posts}),
        f"{INSIGHTS}/audience_insights.json": as_json({"organic_insights_audience": [texts(values)]}),
    }
    return Path(archive(folder, NAME, files))


STEADY = [1, 0, 1, 2, 0, 1, 1, 0, 2, 1] * 6
STEP = [1, 0, 1, 1, 0, 1, 1, 0, 1, 1] * 9
STEP[12] = 90

VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    **{f"instagram-insights-{language}": partial(_insights, language) for language in POSTS},
    "instagram-genuine": partial(_account, STEADY, 25),
    "instagram-inflated": partial(_account, STEP, 3),
}
