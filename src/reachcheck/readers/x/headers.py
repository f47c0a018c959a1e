"""What X's analytics calls its columns, in the languages that were seen, and in which order they stand in any."""

from dataclasses import dataclass

from reachcheck.readers.kit.sniff import Names


@dataclass(frozen=True)
class Header:
    """The columns of one table: by name, those that must be there, and all in their order ("" is left alone)."""

    names: Names
    needed: tuple[str, ...]
    places: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Names of columns that are not read, but show where another table begins."""


OVERVIEW = Header(
    names={
        "date": ("Date", "Data"),
        "impressions": ("Impressions", "Impressões"),
        "likes": ("Likes", "Curtidas"),
        "engagements": ("Engagements", "Engajamentos"),
        "gained": ("New follows", "Novos seguidores"),
        "lost": ("Unfollows", "Deixar de seguir"),
        "comments": ("Replies", "Respostas"),
        "shares": ("Reposts",),
        "profile_visits": ("Profile visits", "Visitas ao perfil"),
        "posts": ("Create Post", "Criar post"),
    },
    needed=("date", "impressions", "gained", "lost"),
    places=(
        *("date", "impressions", "likes", "engagements", "", "", "gained", "lost", "comments", "shares"),
        *("profile_visits", "posts", "", ""),
    ),
)
"""Fourteen columns; bookmarks, shares outside of X, and views of videos and media are left alone."""

CONTENT = Header(
    names={
        "post": ("Post id",),
        "published_at": ("Date", "Data"),
        "text": ("Post text", "Texto do post"),
        "link": ("Post Link", "Postar link"),
        "impressions": ("Impressions", "Impressões"),
        "likes": ("Likes", "Curtidas"),
        "interactions": ("Engagements", "Engajamentos"),
        "saves": ("Bookmarks", "Itens salvos"),
        "follows": ("New follows", "Novos seguidores"),
        "comments": ("Replies", "Respostas"),
        "shares": ("Reposts",),
        "profile_visits": ("Profile visits", "Visitas ao perfil"),
        "clicks": ("URL Clicks", "Cliques de URL"),
    },
    needed=("post", "published_at", "link", "impressions"),
    places=(
        *("post", "published_at", "text", "link", "impressions", "likes", "interactions", "saves", "", "follows"),
        *("comments", "shares", "profile_visits", "", "clicks", "", ""),
    ),
)

_COUNTS: Names = {
    "impressions": ("impressions", "impressões"),
    "likes": ("likes", "favorites", "favoritos", "curtidas"),
    "comments": ("replies", "respostas"),
    "shares": ("retweets",),
    "profile_visits": ("user profile clicks", "cliques no perfil do usuário"),
}
ACTIVITY = Header(
    names={
        **_COUNTS,
        "post": ("Tweet id", "id do Tweet"),
        "link": ("Tweet permalink", "link permanente do Tweet"),
        "text": ("Tweet text", "texto do Tweet"),
        "published_at": ("time", "horário"),
        "interactions": ("engagements", "engajamentos"),
        "clicks": ("url clicks", "cliques no URL"),
        "follows": ("follows", "seguiram"),
    },
    needed=("post", "link", "published_at", "impressions"),
    places=(
        *("post", "link", "text", "published_at", "impressions", "interactions", "", "shares", "comments", "likes"),
        *("profile_visits", "clicks"),
        *("",) * 28,
    ),
)
"""Until 2024; what advertising brought stands in columns of its own, which are left alone."""

DAILY_ACTIVITY = Header(
    names={**_COUNTS, "date": ("Date",), "posts": ("Tweets published",), "engagements": ("engagements",)},
    needed=("date", "posts", "impressions"),
)

VIDEO = Header(
    names={
        "date": ("Date",),
        "views": ("Views",),
    },
    needed=("date", "views"),
    beside=("Uploaded on", "Video ID", "Video title", "Video Link"),
)
