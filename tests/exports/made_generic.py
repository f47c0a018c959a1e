"""Tables that people and tools make: by hand, saved again by a spreadsheet, in five languages, one for each role."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from exports_made import workbook

Write = Callable[[Path], Path]


def _text(folder: Path, *, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def _lines(name: str, *lines: str, encoding: str = "utf-8", end: str = "\n") -> Write:
    return partial(_text, name=name, text="".join(line + end for line in lines), encoding=encoding)


def _book(folder: Path, *, name: str, sheets: Mapping[str, list[list[object]]]) -> Path:
    path = folder / name
    path.write_bytes(workbook(sheets))
    return path


def _folder(folder: Path, *, files: Mapping[str, str], encoding: str) -> Path:
    root = folder / "anna"
    root.mkdir()
    for name, text in files.items():
        _text(root, name=name, text=text, encoding=encoding)
    return root


LISTS = {"followers": ["ann", "Bob", "null"], "following": [{"username": "bob"}], "owner": "me"}
BOOK: Mapping[str, list[list[object]]] = {
    "À lire": [["Fait à la main, avril 2026"]],
    "Candidats": [
        ["Sélection", None, None, None],
        [None, None, None, None],
        ["Candidat", "Instagram", "Abonnés", "Moyenne de j’aime"],
        ["Anne", "@anne.d", 1234, 48.5],
        ["Bob", "bob_p", "12,5 k", 310],
    ],
    "Brouillon": [["Candidat", "Abonnés"], ["Zoé", 3]],
}
PERSON = {
    "abonnes.csv": "Pseudo;Abonné le\nléa;03/01/2026\nmax;14/01/2026\n",
    "suivis.csv": "Pseudo\nléa\nzoé\n",
    "publications.csv": "Lien;Date de publication;J'aime\nhttps://a.example/1;15/01/2026;34\n",
}
TABLES: Mapping[str, Write] = {
    "table-followers-fr": _lines(
        "abonnés.csv",
        "Pseudo;Abonné le;Compte créé le;Nombre d’abonnés;Privé",
        "@Léa.B;03/04/2026;14/02/2019;1\u202f234;non",
        "max_75;28/03/2026;01/01/2020;12,5 k;oui",
        "007;27/03/2026;;--;non",
        "null;26/03/2026;02/02/2021;N/A;",
        "NA;25/03/2026;02/02/2021;undefined;oui",
        encoding="utf-8-sig",
        end="\r\n",
    ),
    "table-followers-one-column": _lines(
        "followers.txt",
        "@ann",
        "@bob",
        "@null",
        "@inf",
        "@007",
        "@none",
    ),
    "table-followers-urls": _lines(
        "Abonnenten.csv",
        "Profil-Link;Folgt seit",
        "https://www.instagram.com/ann/;3. Apr. 2026",
        "https://tiktok.com/@bob;4. Mai 2026",
    ),
    "table-followers-ids": _lines(
        "followers.csv",
        "User ID,Followed at",
        "178123456789012345,2026-01-02",
        ",2026-01-03",
        "178123456789012346,2026-01-04",
        "1.78E+17,2026-01-05",
    ),
    "table-follow-dates": _lines(
        "abonnes.csv",
        "Abonné le",
        "14 janv. 2026",
        "13 janv. 2026",
        "13 janv. 2026",
        encoding="utf-8-sig",
    ),
    "table-following-pt": _lines(
        "seguindo.csv",
        "Usuário;Seguido desde",
        "@ana;31/12/2025",
        "@joão;30/12/2025",
        encoding="utf-16",
    ),
    "table-candidates-fr": _lines(
        "candidats.csv",
        "Candidats retenus ;;;;;",
        "Lyon, 3 avr. 2026;;;;;",
        ";;;;;",
        "Candidat;Compte Instagram;Abonnés;Publications;Moyenne de j’aime;Taux d’engagement",
        "Anne Durand;@anne.d;1\u00a0234;56;48,5;3,9 %",
        "Bob Petit;https://www.instagram.com/Bob_P/?hl=fr;12,5 k;1\u00a0002;310;2,5 %",
        "Cléo;cleo;2,3 M;--;N/A;0,1 %",
        "Total;;2\u00a0313\u00a0734;;;",
        encoding="utf-8-sig",
        end="\r\n",
    ),
    "table-candidates-en": _lines(
        "shortlist.csv",
        "Influencer,Platform,Followers,Avg. likes,Email",
        "ann,IG,12.3K,410,a@example.org",
        "bob,TikTok,1.2M,9K,",
        "ann,IG,12.3K,410,",
    ),
    "table-candidates-es": _lines(
        "candidatos.csv",
        "Candidata;Usuario;Seguidores;Promedio de me gusta",
        "Ana;@ana;2,3 mil;120",
        "Eva;@eva;10.500;300",
        "Promedio;;6.400;210",
    ),
    "table-posts-fr": _lines(
        "publications.csv",
        "Lien;Date de publication;J’aime;Commentaires;Enregistrements;Couverture;Visites du profil;Abonnements",
        "https://a.example/p/1;13/04/2026;1 234;12;3;5 600;40;7",
        "https://a.example/p/2;03/04/2026;98;;--;900;2;0",
        "https://a.example/p/3;02/04/2026;;4;1;800;1;0",
        "Total;;1 332;16;4;7 300;43;7",
        encoding="utf-8-sig",
        end="\r\n",
    ),
    "table-posts-de": _lines(
        "Beiträge.csv",
        "Beitrags-ID;Veröffentlicht am;Gefällt mir;Kommentare;Geteilt;Aufrufe",
        "1;15.01.2026 18:30;1.234;12;3;10.500",
        "2;16.01.2026 09:00;987;8;1;9.000",
        encoding="cp1252",
    ),
    "table-posts-other-order": _lines(
        "content.csv",
        "Likes,Caption,Reach,Date,Permalink,Likes rate",
        '5,"one, two",90,2026-01-15,https://a.example/1,5%',
        '6,"two\nlines",95,2026-01-17,https://a.example/2,6%',
    ),
    "table-posts-of-two": _lines(
        "posts.csv",
        "Author,Post,Date,Likes",
        "@Ann,p1,2026-01-15,5",
        "bob,p2,2026-01-15,7",
        "ann,p3,2026-01-17,6",
    ),
    "table-posts-second-table": _lines(
        "posts.csv",
        "Report",
        "made by hand",
        "",
        "Post ID,Date,Likes",
        "p1,2026-01-15,5",
        "p2,2026-01-17,6",
        "",
        "Country,Followers",
        "FR,10",
        "DE,4",
    ),
    "table-daily-net-es": _lines(
        "diario.csv",
        "Fecha;Seguidores netos;Alcance;Visitas al perfil",
        "12/01/2026;5;1.200;3",
        "13/01/2026;-4;900;2",
        "14/01/2026;--;1.100;1",
    ),
    "table-daily-changes": _lines(
        "daily.csv",
        "DATE,FOLLOWERS,FOLLOWING",
        "2026-01-01,+4,0",
        "2026-01-02,-2,1",
        "2026-01-03,+1,0",
    ),
    "table-daily-total-row": _lines(
        "jours.csv",
        "Date;Abonnés gagnés;Abonnés perdus",
        "Total;9;3",
        "13/01/2026;4;1",
        "14/01/2026;5;2",
    ),
    "table-daily-running-total": _lines(
        "daily.csv",
        "Date,Subscribers,Video Views",
        "2026-01-01,500,90000",
        "2026-01-02,501,90150",
        "2026-01-03,502,90300",
        "2026-01-04,503,90450",
        "2026-01-05,504,90600",
        "2026-01-06,505,90750",
        "2026-01-07,506,90900",
        "2026-01-08,507,91050",
    ),
    "table-weeks-de": _lines(
        "wöchentlich.csv",
        "Woche ab;Neue Follower;Impressionen",
        "05.01.2026;12;3.400",
        "12.01.2026;15;2.900",
        "19.01.2026;9;3.100",
    ),
    "table-responses-en": _lines(
        "comments.csv",
        "Username,Comment,Post URL,Date,Likes",
        'ann,"nice, really",https://a.example/1,2026-01-15 10:00,3',
        "bob,thanks,https://a.example/1,2026-01-15 11:00,0",
    ),
    "table-responses-pt": _lines(
        "respostas.csv",
        "Quem;Publicação;Tipo;Quando;Sentido",
        "ana;p1;Curtida;15/01/2026;recebido",
        "ana;p1;Comentário;15/01/2026;enviado",
    ),
    "table-network": _lines(
        "réseau.csv",
        "Source;Target",
        "null;ann",
        "ann;007",
        "007;ann",
    ),
    "table-events-fr": _lines(
        "événements.csv",
        "Date;Événement",
        "14 janv. 2026;Passage à la radio",
        "3 févr. 2026;Salon",
    ),
    "table-reddit-posts": _lines(
        "posts.csv",
        "id,permalink,date,ip,subreddit,gildings,title,url,body",
        'abc,https://www.reddit.com/r/x/comments/abc/,2026-01-15 10:00:00 UTC,,x,0,Hello,,"a text"',
        "abd,https://www.reddit.com/r/x/comments/abd/,2026-01-14 10:00:00 UTC,,x,0,Hello again,,",
    ),
}

VARIANTS: Mapping[str, Write] = {
    **TABLES,
    "table-two-lists": partial(_text, name="lists.json", text=json.dumps(LISTS)),
    "table-workbook-fr": partial(_book, name="candidats.xlsx", sheets=BOOK),
    "table-folder-fr": partial(_folder, files=PERSON, encoding="cp1252"),
}
