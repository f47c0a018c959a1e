"""Each role of a table in five languages."""

import numpy as np
import pytest
from generic_tables import read, rows

from reachcheck.model.enums import Completeness, Direction, KeyKind, Kind, Metric, Order, Response, SinceKind, TableName
from reachcheck.model.tables import Daily, Edges, Events, Graph, Interactions, Posts, Profile

PROFILES = {
    "en": "Handle,Platform,Followers,Following,Posts,Avg likes,Avg comments,Avg views,Account created,As of",
    "fr": "Pseudo,Réseau,Abonnés,Abonnements,Publications,J’aime par publication,Commentaires par publication,"
    "Vues moyennes,Date de création,Relevé le",
    "es": "Usuario,Red social,Seguidores,Seguidos,Publicaciones,Promedio de me gusta,Media de comentarios,"
    "Promedio de vistas,Fecha de creación,Fecha de consulta",
    "pt": "Usuário,Rede social,Seguidores,Seguindo,Publicações,Média de curtidas,Média de comentários,"
    "Média de visualizações,Criado em,Consultado em",
    "de": "Benutzername,Plattform,Follower,Gefolgt,Beiträge,Ø Likes,Ø Kommentare,Ø Aufrufe,Erstellt am,Stand",
}
POSTS = {
    "en": "Post ID,Publish time,Likes,Comments,Shares,Saves,Views,Reach,Impressions,Total clicks,Engagements,"
    "Followers at posting,Is reply,Is repost",
    "fr": "Identifiant de la publication,Date de publication,Mentions J’aime,Commentaires,Partages,Enregistrements,"
    "Vues,Couverture,Impressions,Clics,Total des interactions,Abonnés au moment de la publication,Est une réponse,"
    "Est un partage",
    "es": "ID de la publicación,Fecha de publicación,Me gusta,Comentarios,Veces compartido,Guardados,"
    "Visualizaciones,Alcance,Impresiones,Clics,Interacciones,Seguidores al publicar,Es respuesta,Es un repost",
    "pt": "Identificação da publicação,Horário de publicação,Curtidas,Comentários,Compartilhamentos,Salvamentos,"
    "Visualizações,Alcance,Impressões,Cliques,Interações,Seguidores na publicação,É resposta,É repost",
    "de": "Beitrags-ID,Veröffentlicht am,Gefällt mir,Kommentare,Geteilt,Gespeichert,Aufrufe,Reichweite,"
    "Impressionen,Klicks,Interaktionen,Follower beim Posten,Ist Antwort,Ist Repost",
}
DAYS = {
    "en": "Date,Followers,New followers,Unfollows,Impressions,Reach,Profile visits,Engagements",
    "fr": "Date,Abonnés,Nouveaux abonnés,Désabonnements,Impressions,Comptes touchés,Visites du profil,"
    "Total des interactions",
    "es": "Fecha,Seguidores,Nuevos seguidores,Seguidores perdidos,Impresiones,Cuentas alcanzadas,"
    "Visitas al perfil,Interacciones",
    "pt": "Data,Seguidores,Novos seguidores,Deixaram de seguir,Impressões,Contas alcançadas,Visitas ao perfil,"
    "Interações",
    "de": "Datum,Follower,Neue Follower,Verlorene Follower,Impressionen,Reichweite,Profilbesuche,Interaktionen",
}
LISTS = {
    "en": ("Follower,Followed at,Created,Followers,Following,Posts,Has picture,Bio length,Private,Verified", "yes"),
    "fr": (
        "Abonné,Abonné le,Créé le,Nombre d’abonnés,Nombre d’abonnements,Publications,A une photo,"
        "Longueur de la bio,Privé,Vérifié",
        "oui",
    ),
    "es": (
        "Seguidor,Sigue desde,Creado el,Número de seguidores,Número de seguidos,Publicaciones,Tiene foto,"
        "Longitud de la bio,Privado,Verificado",
        "sí",
    ),
    "pt": (
        "Seguidor,Segue desde,Criado em,Número de seguidores,Número de seguidos,Publicações,Tem foto,"
        "Tamanho da bio,Privado,Verificado",
        "sim",
    ),
    "de": (
        "Follower,Folgt seit,Erstellt am,Followerzahl,Anzahl gefolgt,Beiträge,Hat Foto,Länge der Bio,Privat,"
        "Verifiziert",
        "ja",
    ),
}
FOLLOWED = {
    "en": "Followed account",
    "fr": "Compte suivi",
    "es": "Cuenta seguida",
    "pt": "Conta seguida",
    "de": "Gefolgtes Konto",
}
RESPONSES = {
    "en": ("Who,Post,Type,When,Direction", "comment", "received", "given"),
    "fr": ("Qui,Publication,Type,Quand,Sens", "Commentaire", "reçu", "donné"),
    "es": ("Quién,Publicación,Tipo,Cuándo,Sentido", "Comentario", "recibido", "enviado"),
    "pt": ("Quem,Publicação,Tipo,Quando,Sentido", "Comentário", "recebido", "enviado"),
    "de": ("Wer,Beitrag,Art,Wann,Richtung", "Kommentar", "erhalten", "gesendet"),
}
EVENTS = {
    "en": "Date,Event", "fr": "Date,Événement", "es": "Fecha,Evento", "pt": "Data,Acontecimento",
    "de": "Datum,Ereignis",
}  # fmt: skip
GRAPHS = {
    "en": "Source,Target",
    "fr": "Origine,Cible",
    "es": "Origen,Destino",
    "pt": "Origem,Destino",
    "de": "Von,Nach",
}
LANGUAGES = tuple(PROFILES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_profile(lang: str) -> None:
    text = f"{PROFILES[lang]}\n@Ann,Instagram,1200,300,45,60.5,4,900,2019-02-01,2024-05-01\n"
    reading = read(text)
    (fragment,) = reading.fragments
    row = fragment.rows
    assert isinstance(row, Profile)
    assert (fragment.handle, fragment.owners, reading.record.platform) == ("ann", None, "instagram")
    assert row.row.tolist() == [2]
    counts = (row.followers, row.following, row.posts, row.average_likes, row.average_comments, row.average_views)
    assert [count[0] for count in counts] == [1200, 300, 45, 60.5, 4, 900]
    assert row.created_at[0] == np.datetime64("2019-02-01")
    assert row.as_of[0] == np.datetime64("2024-05-01")
    assert reading.record.unmatched == ()
    assert reading.record.warnings == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_posts(lang: str) -> None:
    text = (
        f"{POSTS[lang]}\n17841400000000001,2024-05-02 10:00,10,2,1,3,400,350,500,7,16,1200,0,1\n"
        "17841400000000002,2024-05-01,,,,,,,,,,,,\n"
    )
    reading = read(text)
    row = rows(reading)
    assert isinstance(row, Posts)
    assert row.key.decode() == ["17841400000000001", "17841400000000002"]
    names = ("likes", "comments", "shares", "saves", "views", "reach", "impressions", "clicks", "interactions")
    assert [getattr(row, name)[0] for name in (*names, "followers_at_post")] == [
        10,
        2,
        1,
        3,
        400,
        350,
        500,
        7,
        16,
        1200,
    ]
    assert all(np.isnan(getattr(row, name)[1]) for name in names)
    assert row.is_reply.tolist() == [0, -1]
    assert row.is_repost.tolist() == [1, -1]
    assert row.published_at[0] == np.datetime64("2024-05-02T10:00")
    coverage = reading.fragments[0].coverage
    assert coverage is not None
    assert coverage.table.tolist() == [TableName.POSTS]
    assert coverage.completeness.tolist() == [Completeness.WINDOW]
    assert coverage.order.tolist() == [Order.NEWEST_FIRST]
    assert (coverage.start[0], coverage.end[0]) == (np.datetime64("2024-05-01"), np.datetime64("2024-05-02T10:00"))
    assert reading.record.unmatched == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_daily(lang: str) -> None:
    reading = read(f"{DAYS[lang]}\n2024-05-01,1200,10,3,500,350,20,60\n2024-05-02,1207,,,,,,\n")
    row = rows(reading)
    assert isinstance(row, Daily)
    assert row.row.tolist() == [2] * 7 + [3]
    assert row.metric.tolist() == [
        Metric.FOLLOWERS, Metric.GAINED, Metric.LOST, Metric.IMPRESSIONS, Metric.REACH, Metric.PROFILE_VISITS,
        Metric.ENGAGEMENTS, Metric.FOLLOWERS,
    ]  # fmt: skip
    assert row.kind.tolist() == [Kind.GAUGE, *[Kind.FLOW_GROSS] * 6, Kind.GAUGE]
    assert row.value.tolist() == [1200, 10, 3, 500, 350, 20, 60, 1207]
    coverage = reading.fragments[0].coverage
    assert coverage is not None
    assert coverage.order.tolist() == [Order.OLDEST_FIRST]
    assert coverage.completeness.tolist() == [Completeness.WINDOW]
    assert reading.record.unmatched == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_followers(lang: str) -> None:
    header, yes = LISTS[lang]
    reading = read(f"{header}\n@Bob,2024-05-02,2020-01-01,10,20,30,{yes},55,{yes},{yes}\ncleo,,,,,,,,,\n")
    row = rows(reading)
    assert isinstance(row, Edges)
    assert row.peer.decode() == ["bob", "cleo"]
    assert row.direction.tolist() == [Direction.IN] * 2
    assert row.key_kind.tolist() == [KeyKind.HANDLE] * 2
    assert row.since_kind.tolist() == [SinceKind.DAY, SinceKind.NONE]
    assert row.rank.tolist() == [0, 1]
    assert [getattr(row, name)[0] for name in ("followers", "following", "posts", "bio_length")] == [10, 20, 30, 55]
    assert [getattr(row, name).tolist() for name in ("has_picture", "private", "verified")] == [[1, -1]] * 3
    assert row.created_at[0] == np.datetime64("2020-01-01")
    coverage = reading.fragments[0].coverage
    assert coverage is not None
    assert coverage.direction.tolist() == [Direction.IN]
    assert coverage.completeness.tolist() == [Completeness.UNKNOWN]
    assert (reading.record.unmatched, reading.record.warnings) == ((), ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_following(lang: str) -> None:
    row = rows(read(f"{FOLLOWED[lang]},{DAYS[lang].split(',')[0]}\nbob,2024-05-01 10:00:00\n"))
    assert isinstance(row, Edges)
    assert row.direction.tolist() == [Direction.OUT]
    assert row.since_kind.tolist() == [SinceKind.EXACT]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_responses(lang: str) -> None:
    header, comment, received, given = RESPONSES[lang]
    text = f"{header}\nann,p1,{comment},2024-05-01,{received}\nbob,p2,poke,2024-05-02,{given}\ncleo,p1,,,\n"
    reading = read(text)
    came, went = (fragment.rows for fragment in reading.fragments)
    assert isinstance(came, Interactions)
    assert isinstance(went, Interactions)
    assert came.direction.tolist() == [Direction.IN, Direction.IN]
    assert went.direction.tolist() == [Direction.OUT]
    assert (came.peer.decode(), came.post.decode(), came.row.tolist()) == (["ann", "cleo"], ["p1", "p1"], [2, 4])
    assert came.what.tolist() == [Response.COMMENT, -1]
    assert went.what.tolist() == [Response.OTHER]
    directions = [fragment.coverage.direction.tolist() for fragment in reading.fragments if fragment.coverage]
    assert directions == [[Direction.IN], [Direction.OUT]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_events(lang: str) -> None:
    row = rows(read(f"{EVENTS[lang]}\n2024-05-01,On the radio\n"))
    assert isinstance(row, Events)
    assert (row.what.decode(), row.stated.tolist()) == (["On the radio"], [1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_graph(lang: str) -> None:
    row = rows(read(f"{GRAPHS[lang]}\n007,1\n1,007\n"))
    assert isinstance(row, Graph)
    assert (row.from_.decode(), row.to.decode()) == (["007", "1"], ["1", "007"])
