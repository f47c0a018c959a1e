"""What past insights call their figures, in the languages in which exports were seen."""

from collections.abc import Mapping

from reachcheck.readers.aliases import meanings, normal

_POST: Mapping[str, tuple[str, ...]] = {
    "reach": ("Accounts reached", "Comptes touchés", "Contas alcançadas", "Cuentas alcanzadas", "Erreichte Konten"),
    "impressions": ("Impressions", "Impressões", "Impresiones", "Impressionen"),
    "views": ("Plays", "Instagram Plays"),
    "likes": ("Likes", "Instagram Likes", "Mentions J'aime", "Curtidas", "Me gusta", "„Gefällt mir“-Angaben"),
    "comments": ("Comments", "Instagram Comments", "Commentaires", "Comentários", "Comentarios", "Kommentare"),
    "shares": ("Shares", "Instagram Shares", "Partages", "Compartilhamentos", "Geteilt"),
    "saves": ("Saves", "Instagram Saves", "Enregistrements", "Salvamentos", "Guardados", "Gespeichert"),
    "profile_visits": (
        "Profile visits",
        "Visites du profil",
        "Visitas ao perfil",
        "Visitas al perfil",
        "Profilaufrufe",
    ),
    "follows": ("Follows", "Neue Follower"),
}
_AUDIENCE: Mapping[str, tuple[str, ...]] = {
    "gained": ("Follows", "Followers en plus", "Seguiu", "Empezaron a seguirte", "Neue Follower"),
    "lost": ("Unfollows", "Followers en moins", "Deixou de seguir", "Dejaron de seguirte", "Verlorene Follower"),
    "size": ("Followers", "Follower", "Seguidores"),
    "size_or_change": (
        "Overall followers",
        "Total followers",
        "Total des followers",
        "Total de seguidores",
        "Saldo geral",
        "Diferencia de seguidores",
    ),
}
"""One and the same label is the size of the audience in one language and its change in another."""


def _turned(names: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return {normal(each): canonical for canonical, spellings in names.items() for each in spellings}


_COUNTS, _FIGURES = _turned(_POST), _turned(_AUDIENCE)


def count_of_post(label: str) -> str | None:
    """The canonical name of a count of a post; None for a label that is none."""
    known = _COUNTS.get(normal(label))
    also = meanings(label).intersection(_POST)
    return known or (min(also) if len(also) == 1 else None)


def figure_of_audience(label: str) -> str | None:
    """What a number of followers may be: `gained`, `lost`, `size` or `size_or_change`; None for another label."""
    return _FIGURES.get(normal(label))
