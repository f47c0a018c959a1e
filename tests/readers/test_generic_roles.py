"""What one row of a table is, in five languages, and what is said where the columns leave it open."""

import json

import numpy as np
import pytest
from generic_tables import notes, read, rows

from reachcheck.errors import UnreadableError, UsageError
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
    assert (row.what.decode(), row.stated.tolist()) == (["On the radio"], [0])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_graph(lang: str) -> None:
    row = rows(read(f"{GRAPHS[lang]}\n007,1\n1,007\n"))
    assert isinstance(row, Graph)
    assert (row.from_.decode(), row.to.decode()) == (["007", "1"], ["1", "007"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("follower,followed\n1,2\n", Graph),
        ("follower,following\nann,bob\n", Graph),
        ("followed user,followers,following\nann,20,30\n", Edges),
        ("followed user,followers,following\n111,20,30\n", Edges),
        ("date,followers\n2024-01-01,5\n", Daily),
        ("Datum;Follower\n2024-01-01;5\n", Daily),
        ("date,follows\n2024-01-01,5\n", Daily),
        ("date,impressions,engagements\n2024-01-01,5,1\n2024-01-02,6,1\n", Daily),
        ("date,impressions,engagements\n2024-01-02,5,1\n2024-01-01,6,1\n", Daily),
        ("date,impressions,engagements\n2024-01-01,5,1\n2024-01-03,6,1\n", Posts),
        ("date,impressions,engagements\n2024-01-01,5,1\n2024-01-01,6,1\n", Posts),
        ("date,impressions,engagements\n2024-01-01,5,1\n", Posts),
        ("date,impressions,engagements\n2024-01-01,5,1\n,6,1\n", Posts),
        ("date,impressions,likes,new follows\n2024-01-01,5,1,0\n2024-01-02,6,1,0\n", Daily),
        ("date,impressions,likes,new follows\n2024-01-01,5,1,0\n2024-01-04,6,1,0\n", Posts),
        ("date,likes,comments,reach\n2024-01-01,5,1,9\n2024-01-02,6,1,9\n", Posts),
        ("date,likes,comments,followers\n2024-01-01,5,1,9\n2024-01-02,6,1,9\n", Posts),
        ("date,views,followers\n2024-01-01,5,9\n2024-01-03,5,9\n", Posts),
        ("published at,text\n2024-01-01,hello\n", Posts),
        ("post,date\np1,2024-01-01\n", Posts),
        ("likes,comments\n1,2\n", Posts),
        ("author,date,likes,followers\nann,2024-01-01,5,900\n", Posts),
        ("as of,followers,following,posts\n2024-01-01,9,8,7\n", Profile),
        ("average likes,followers\n6,900\n", Profile),
        ("handle,average likes\nann,6\n", Profile),
        ("handle,platform\nann,x\n", Profile),
        ("handle,platform,followers,likes\nann,x,9,900\n", Profile),
        ("channel,week,subscribers gained,views\nann,2024-01-01,5,900\n", Daily),
        ("who,action,date\nann,like,2024-01-01\n", Interactions),
        ("author,comment,post\nann,nice,p1\n", Interactions),
        ("followers,date d’abonnement\nann,2024-01-01\n", Edges),
        ("Follower\nann\nbob\n", Edges),
        ("Abonnements\nann\nbob\n", Edges),
    ],
)
def test_what_the_columns_and_days_prove(text: str, kind: type) -> None:
    assert type(rows(read(text))) is kind


@pytest.mark.parametrize(
    ("name", "kind", "direction"),
    [
        ("followers.csv", Edges, Direction.IN),
        ("Mes abonnés (2).csv", Edges, Direction.IN),
        ("x/seguindo.csv", Edges, Direction.OUT),
        ("candidates.csv", Profile, None),
        ("profils.csv", Profile, None),
    ],
)
def test_a_file_name_decides_between_equal_columns_and_it_is_said(name: str, kind: type, direction: int | None) -> None:
    reading = read("handle,followers,following,posts\nann,1,2,3\n", name)
    row = rows(reading)
    assert type(row) is kind
    assert direction is None or row.direction.tolist() == [direction]
    assert notes(reading.record.warnings) == [(-1, "generic.role_from_name")]


def test_a_daily_sheet_of_several_people_may_be_known_by_its_name() -> None:
    assert type(rows(read("handle,date,followers\nann,2024-01-01,5\nann,2024-01-02,6\n", "daily.csv"))) is Daily
    assert type(rows(read("name,date\nann,2024-01-01\n", "responses.csv"))) is Interactions


@pytest.mark.parametrize("name", ["table.csv", "followers_following.csv", "x/followers/1.csv"])
def test_nothing_is_decided_without_a_word(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read("handle,followers,following,posts\nann,1,2,3\n", name)
    assert caught.value.problem.key == "generic.undecided"
    assert caught.value.place == name
    assert caught.value.remedy is not None
    assert caught.value.remedy.params["roles"] == ("followers", "following", "profile", "daily")


def test_the_user_always_wins() -> None:
    text = "handle,followed at,followers\nann,2024-01-01,5\n"
    assert type(rows(read(text, "followers.csv", role="profile"))) is Profile
    row = rows(read(text, "followers.csv", role="following"))
    assert row.direction.tolist() == [Direction.OUT]
    assert read(text, "x.csv", role="following").record.warnings == ()


def test_a_role_that_does_not_exist() -> None:
    with pytest.raises(UsageError) as caught:
        read("handle\nann\n", role="fans")
    assert caught.value.problem.params["role"] == "fans"


def test_no_role_at_all() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("colour,size\nred,1\n")
    assert caught.value.problem.key == "generic.no_role"
    assert caught.value.problem.params["columns"] == ("colour", "size")
    assert caught.value.remedy is not None


@pytest.mark.parametrize(
    ("role", "names"),
    [("daily", ("date",)), ("graph", ("source",)), ("events", ("date",)), ("followers", ("handle",))],
)
def test_a_role_without_its_columns(role: str, names: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableError) as caught:
        read("colour,size\nred,1\n", role=role)
    assert caught.value.problem.key == "generic.needs"
    assert caught.value.problem.params["names"][: len(names)] == names  # type: ignore[index]


def test_the_key_of_a_json_list_comes_before_header_and_file_name() -> None:
    people = [{"follower": "ann"}, {"follower": "bob"}]
    reading = read(json.dumps({"following": people}), "followers.json")
    assert rows(reading).direction.tolist() == [Direction.OUT] * 2
    assert reading.record.warnings == ()
