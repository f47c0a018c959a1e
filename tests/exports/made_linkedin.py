"""LinkedIn's data export, its creator analytics and the figures of company pages, as they look and have looked."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from exports_made import archive, workbook
from legacy_made import legacy

Sheets = dict[str, list[list[Any]]]

NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing.'
    ' You will only see email addresses for connections who have allowed it, ""as set"" there."\n\n'
)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
IN = "https://www.linkedin.com/in/"
UPDATE = "https://www.linkedin.com/feed/update/urn%3Ali%3A"
LEFT_ALONE = {
    "messages.csv": "CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,Ada,Lin,2026-02-01 10:00:00 UTC,hello\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary\nlin@example.org,Yes,Yes\n",
    "Profile.csv": "First Name,Last Name,Headline\nLin,Ma,Baker\n",
    "Logins.csv": "Login Date,IP Address,User Agent\n2026-02-01,192.0.2.1,x\n",
    "Company Follows.csv": "Organization,Followed On\nAcme,Tue Mar 19 10:11:12 UTC 2024\n",
    "Recommendations_Given.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Ada,Byron,Acme,CEO,Fine,"07/21/24, 12:11 PM",VISIBLE\n',
}
CONNECTIONS = (
    f"Ada,Byron,{IN}ada-byron,ada@example.org,Acme,CEO,08 Feb 2026\n"
    f"Élise,Dupont,{IN}%C3%A9lise-dupont,,Boulangerie,,08 Feb 2026\n"
    ",,,,,,03 Feb 2026\n"
    f'Bo,"Li, PhD",{IN}bo-li,,"Li, Ltd",Analyst,21 Jan 2026\n'
    f"Cy,Ng,{IN}cy-ng,,,,30 Oct 2009\n"
)
COMPLETE = {
    "Connections.csv": NOTES + HEADER + CONNECTIONS,
    "Member_Follows.csv": "Date,Status,FullName\r\n2026-01-30 09:15:00,Active,Grace Hopper\r\n"
    "2024-05-01 22:00:00,Active,Ada Byron\r\n2023-05-01 22:00:00,Inactive,Di Wu\r\n",
    "Shares.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\r\n"
    f'2026-02-05 07:30:11,{UPDATE}share%3A7001,"First line""\n""""\n""Second, longer",,,MEMBER_NETWORK\r\n'
    f"2026-01-29 07:31:02,{UPDATE}ugcPost%3A7000,,https://example.org/bread,,PUBLIC\r\n",
    "Reactions.csv": f"Date,Type,Link\r\n2026-02-06 08:00:00,LIKE,{UPDATE}activity%3A6001\r\n"
    f"2026-02-06 08:00:05,EMPATHY,{UPDATE}activity%3A6002\r\n2026-02-06 08:00:05,EMPATHY,{UPDATE}activity%3A6002\r\n",
    "Comments_12345.csv": f'Date,Link,Message\r\n2026-02-06 08:01:00,{UPDATE}activity%3A6001,"So true,\nAda"\r\n',
    "Votes.csv": f"Date,Link,OptionText\r\n2026-01-10 12:00:00,{UPDATE}activity%3A5001,Rye\r\n",
    "InstantReposts.csv": f"Date,Link\r\n2026-01-11 12:00:00,{UPDATE}activity%3A5002\r\n",
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    f'Lin Ma,Ada Byron,"2/7/26, 2:37 PM",,OUTGOING,{IN}lin-ma,{IN}ada-byron\n'
    f'Eve Moss,Lin Ma,"1/2/26, 9:01 AM","Hello, Lin",INCOMING,{IN}eve-moss,{IN}lin-ma\n',
    "Endorsement_Received_Info.csv": "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
    "Endorser Public Url,Endorsement Status\n"
    "2026/02/01 15:47:58 UTC,Baking,Bo,Li,www.linkedin.com/in/bo-li,ACCEPTED\n"
    "2026/02/01 15:48:02 UTC,Rye,Bo,Li,www.linkedin.com/in/bo-li,ACCEPTED\n"
    "2025/06/05 08:00:00 UTC,Baking,Cy,Ng,www.linkedin.com/in/cy-ng,ACCEPTED\n",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Ada,Byron,Acme,CEO,"She bakes, and how.","07/08/24, 12:11 PM",VISIBLE\n',
    **LEFT_ALONE,
}
OLD_SHARES = (
    "Date\tShare Title\tShare Description\tShare Link\tShare Commentary\tShared URL\tMedia URL\tType\tVisibility\r\n"
    "2018-03-04 10:00:00\tÉté\t\thttps://www.linkedin.com/updates?topic=6001\tça va\t\t\tARTICLE\tMEMBER_NETWORK\r\n"
)


def _complete(folder: Path) -> Path:
    return Path(archive(folder, "Complete_LinkedInDataExport_02-09-2026.zip", COMPLETE))


def _of_2018(folder: Path) -> Path:
    connections = (
        "First Name,Last Name,Email Address,Company,Position,Connected On\n"
        'Ada,Byron,ada@example.org,Acme,CEO,"4/11/18, 9:41 AM"\nBo,Li,,,,"4/30/17, 9:00 PM"\n'
    )
    files = {"Connections.csv": connections, "Shares.csv": OLD_SHARES.encode("utf-16")}
    return Path(archive(folder, "Basic_LinkedInDataExport_04-12-2018.zip", files, day=(2018, 4, 12)))


def _text(name: str, content: str, encoding: str = "utf-8") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content.encode(encoding))
        return path

    return write


def _book(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


def _post(number: int) -> str:
    return f"https://www.linkedin.com/feed/update/urn:li:share:{number}"


ENGLISH: Sheets = {
    "DISCOVERY": [["Overall Performance", "8/20/2025 - 9/1/2025"], ["Impressions", "1,224"], ["Members reached", "45"]],
    "ENGAGEMENT": [
        ["Date", "Impressions", "Engagements"],
        ["8/30/2025", "12", "0"],
        ["8/31/2025", "1,200", "-28"],
        ["9/1/2025", "12", "3"],
    ],
    "TOP POSTS": [
        ["Maximum of 50 posts available to include in this list"],
        [],
        ["Post URL", "Post Publish Date", "Engagements", None, "Post URL", "Post Publish Date", "Impressions"],
        [_post(1), "8/30/2025", "146", None, _post(2), "8/31/2025", "5,000"],
        [_post(2), "8/31/2025", "9", None, _post(1), "8/30/2025", "999"],
        [None, None, None, None, _post(3), "8/29/2025", "7"],
    ],
    "FOLLOWERS": [
        ["Total followers on 9/1/2025:", "782"],
        [],
        ["Date", "New followers"],
        ["8/30/2025", "3"],
        ["8/31/2025", "0"],
        ["9/1/2025", "5"],
    ],
    "DEMOGRAPHICS": [
        ["Top Demographics", "Value", "Percentage"],
        ["Job titles", "Data Analyst", "12%"],
        ["Companies", "Acme", "< 1%"],
    ],
}
FRENCH: Sheets = {
    "DÉCOUVERTE": [
        ["Performances générales", "20/08/2025 - 01/09/2025"],
        ["Impressions", "1\u202f224"],
        ["Membres touchés", "45"],
    ],
    "ENGAGEMENT": [
        ["Date", "Impressions", "Interactions"],
        ["30/08/2025", "12", "0"],
        ["31/08/2025", "1\u202f200", "-28"],
        ["01/09/2025", "12", "3"],
    ],
    "MEILLEURS POSTS": [
        ["50 posts au maximum peuvent figurer dans cette liste"],
        [],
        [
            "URL du post",
            "Date de publication",
            "Interactions",
            None,
            "URL du post",
            "Date de publication",
            "Impressions",
        ],
        [_post(1), "30/08/2025", "146", None, None, None, None],
    ],
    "ABONNÉS": [
        ["Nombre total d’abonnés le 01/09/2025 :", "1 782"],
        [],
        ["Date", "Nouveaux abonnés"],
        ["30/08/2025", "3"],
        ["31/08/2025", "0"],
        ["01/09/2025", "5"],
    ],
    "DONNÉES DÉMOGRAPHIQUES": [
        ["Principales données démographiques", "Valeur", "Pourcentage"],
        ["Intitulés de poste", "Analyste", "12 %"],
        ["Entreprises", "Acme", "moins de 1 %"],
    ],
}
_PORTUGUESE_AUDIENCE = [
    ["Principais dados demográficos", "Valor", "Porcentagem"],
    ["Cargos", "Analista", "2%"],
    ["Empresas", "Acme", "menos de 1%"],
]
PORTUGUESE: Sheets = {
    "Descoberta": [
        ["Desempenho geral", "20/08/2025 - 01/09/2025"],
        ["Impressões", "1.224"],
        ["Usuários alcançados", "45"],
    ],
    "Engajamento": [
        ["Data", "Impressões", "Engajamentos"],
        ["30/08/2025", "12", "0"],
        ["31/08/2025", "1.200", "-28"],
        ["01/09/2025", "12", "3"],
    ],
    "Publicações mais em alta": [
        ["Máximo de 50 publicações"],
        [],
        ["URL", "Data da publicação", "Engajamentos", None, "URL", "Data da publicação", "Impressões"],
        [_post(1), "30/08/2025", "146", None, _post(1), "30/08/2025", "1.999"],
    ],
    "Seguidores": [
        ["Total de seguidores em 01/09/2025:", "10.782"],
        [],
        ["Data", "Novos seguidores"],
        ["30/08/2025", "3"],
        ["31/08/2025", "0"],
        ["01/09/2025", "5"],
    ],
    "Dados demográficos do público": _PORTUGUESE_AUDIENCE,
    "Dados demográficos do conteúdo": _PORTUGUESE_AUDIENCE,
}
OLD: Sheets = {
    "DISCOVERY": [["Overall Performance", "8/7/2023 - 8/5/2024"], ["Impressions", 1224], ["Members reached", 45]],
    "ENGAGEMENT": [["Date", "Impressions", "Engagements"], ["8/4/2024", 1200, 14], ["8/5/2024", 12, 0]],
    "TOP POSTS": [
        ["Maximum of 50 posts available to include in this list"],
        [],
        ["Post URL", "Post publish date", "Engagements", None, "Post URL", "Post publish date", "Impressions"],
        [_post(1), "7/30/2024", 146, None, _post(1), "7/30/2024", 5000],
    ],
    "FOLLOWERS": [
        ["Total followers on 8/5/2024:", 782],
        [],
        ["Date", "New followers"],
        ["8/4/2024", 3],
        ["8/5/2024", 1],
    ],
    "DEMOGRAPHICS": [
        ["Top Demographics", "Value", "Percentage"],
        ["Job titles", "Data Analyst", 0.127],
        ["Companies", "Acme", "< 1%"],
    ],
}

PAGE_FOLLOWERS: Sheets = {
    "New followers": [
        ["Date", "Sponsored followers", "Organic followers", "Auto-invited followers", "Total followers"],
        ["08/30/2025", 0, 3, 1, 4],
        ["08/31/2025", 12, 2, 0, 14],
        ["09/01/2025", 0, 5, 0, 5],
    ],
    "Location": [["Location", "Total followers"], ["Lyon, France", 320], ["Ghent, Belgium", 12]],
}
PAGE_CONTENT: Sheets = {
    "Metrics": [
        ["This data reflects the time period selected; figures of the last two days may change."],
        [
            "Date", "Impressions (organic)", "Impressions (sponsored)", "Impressions (total)",
            "Unique impressions (organic)", "Clicks (total)", "Reactions (organic)", "Reactions (total)",
            "Comments (total)", "Reposts (total)", "Engagement rate (total)",
        ],
        ["08/30/2025", 90, 0, 90, 60, 4, 3, 3, 1, 0, 0.088],
        ["08/31/2025", 40, 500, 540, 31, 9, -1, 2, 0, 1, 0.022],
    ],
    "All posts": [
        ["Figures of each post since it was published"],
        [
            "Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date", "Impressions",
            "Views", "Clicks", "Click through rate (CTR)", "Likes", "Comments", "Reposts", "Follows", "Engagement rate",
        ],
        ["Bread", _post(11), "Organic", "", "Lin Ma", "08/30/2025", 90, "", 4, 0.044, 3, 1, 0, "", 0.088],
        ["Rye", _post(12), "Sponsored", "Autumn", "Lin Ma", "08/31/2025", 540, 31, 9, 0.016, 2, 0, 1, 12, 0.022],
    ],
}  # fmt: skip
PAGE_VISITORS: Sheets = {
    "Visitor metrics": [
        ["Date", "Overview page views (total)", "Total page views (total)", "Total unique visitors (total)"],
        ["08/30/2025", 7, 9, 5],
        ["08/31/2025", 3, 3, 2],
    ],
    "Industry": [["Industry", "Total views"], ["Food", 12]],
}


def _year(gains: Mapping[int, int], impressions: Mapping[int, int], posts: Sequence[int], total: int) -> bytes:
    """A workbook of 100 days: 2 or 3 new followers a day and some 200 impressions, but for the days given."""
    first = date(2025, 5, 25)
    days = [f"{day.month}/{day.day}/{day.year}" for day in (first + timedelta(n) for n in range(100))]
    seen = [impressions.get(n, 180 + 10 * (n % 7)) for n in range(100)]
    top = [[_post(n), days[n], str(20 + n % 5), None, _post(n), days[n], str(seen[n])] for n in posts]
    return workbook(
        {
            "DISCOVERY": [["Overall Performance", f"{days[0]} - {days[-1]}"], ["Impressions", str(sum(seen))]],
            "ENGAGEMENT": [
                ["Date", "Impressions", "Engagements"],
                *([day, f"{n:,}", str(n // 25)] for day, n in zip(days, seen, strict=True)),
            ],
            "TOP POSTS": [*ENGLISH["TOP POSTS"][:3], *top],
            "FOLLOWERS": [
                [f"Total followers on {days[-1]}:", f"{total:,}"],
                [],
                ["Date", "New followers"],
                *([day, str(gains.get(n, 2 + n % 2))] for n, day in enumerate(days)),
            ],
            "DEMOGRAPHICS": ENGLISH["DEMOGRAPHICS"],
        }
    )


def _overlapping(folder: Path) -> Path:
    """Two workbooks, of which the older has the last day of August while it was not over."""
    older = {
        "ENGAGEMENT": [["Date", "Impressions", "Engagements"], ["8/30/2025", "12", "0"], ["8/31/2025", "700", "2"]],
        "FOLLOWERS": [["Total followers on 8/31/2025:", "777"], [], ["Date", "New followers"], ["8/30/2025", "3"]],
    }
    for name, sheets in (("2025-08-30_2025-08-31", older), ("2025-08-20_2025-09-01", ENGLISH)):
        (folder / f"AggregateAnalytics_Lin Ma_{name}.xlsx").write_bytes(workbook(sheets))
    return folder


AGGREGATE = "AggregateAnalytics_Lin Ma_2025-08-20_2025-09-01.xlsx"
VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "linkedin-complete-2026": _complete,
    "linkedin-connections-2020": _text(
        "Connections.csv",
        "First Name,Last Name,Email Address,Company,Position,Connected On\n"
        "Ada,Byron,ada@example.org,Acme,CEO,08 Feb 2020\n,,,,,03 Feb 2020\nBo,Li,,,,21 Jan 2020\n",
    ),
    "linkedin-2018": _of_2018,
    "linkedin-connections-saved-again": _text(
        "Connections (1).csv",
        "FirstName,LastName,Company,ConnectedOn\nAda,Byron,Acme,12-Apr-22\nBo,Li,,30-oct-09\nCy,Ng,,31-Feb-21\n",
    ),
    "linkedin-connections-semicolons": _text(
        "connections.csv",
        "\ufeffFirst Name;Last Name;URL;Email Address;Company;Position;Connected On\r\n"
        f"Zoé;Blanc;{IN}zo%C3%A9-blanc;;Café, bar;;12/04/2022\r\nBo;Li;;;;;30/10/2009\r\n",
    ),
    "linkedin-analytics-2026-en": _book(AGGREGATE, workbook(ENGLISH)),
    "linkedin-analytics-2026-fr": _book(AGGREGATE, workbook(FRENCH)),
    "linkedin-analytics-2026-pt": _book(AGGREGATE, workbook(PORTUGUESE)),
    "linkedin-analytics-overlapping": _overlapping,
    "linkedin-analytics-2024": _book("Content_2023-08-07_2024-08-05_LinMa.xlsx", workbook(OLD)),
    "linkedin-page-followers-xls": _book("acme_followers_1756771200000.xls", legacy(PAGE_FOLLOWERS)),
    "linkedin-page-content-xls": _book("acme_content_1756771200000.xls", legacy(PAGE_CONTENT)),
    "linkedin-page-visitors-xlsx": _book("acme_visitors_1756771200000 (1).xlsx", workbook(PAGE_VISITORS)),
    "linkedin-genuine": _book(AGGREGATE, _year({40: 160, 41: 120}, {40: 21000, 41: 15000}, (5, 20, 40, 60, 80), 900)),
    "linkedin-inflated": _book(AGGREGATE, _year({40: 260, 41: 240, 71: 300}, {}, (5, 20, 60, 80), 1400)),
}
"""The Portuguese workbook has the six sheets of newer files; the last two differ in what came with a step."""
