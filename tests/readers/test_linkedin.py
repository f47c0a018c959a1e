from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exports_made import (
    archive,
    checked,
    days,
    fragment,
    member,
    opened_entries,
    plain,
    raw_workbook,
    told,
    warned,
    workbook,
)

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, KeyKind, Kind, Metric, Order, Scope, SinceKind
from reachcheck.model.tables import Breakdown, Daily, Edges, Posts, Profile
from reachcheck.readers import guard
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.linkedin import READER as LINKEDIN
from reachcheck.readers.recognise import recognise
from reachcheck.readers.source import open_source
from reachcheck.readers.table import workbook as under_test

READER = LINKEDIN
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some addresses are missing, ""as set"".","x"\n\n'
)


def read(name: str, content: bytes | str, options: ReadOptions | None = None, **more: Any) -> Reading:
    found = member(name, content, **more)
    assert READER.claims(found)
    return checked(READER.read(found, options or ReadOptions()))


# ---------------------------------------------------------------- connections


def test_connections_are_mutual_and_known_to_the_day() -> None:
    rows = "Ada,Byron,https://www.linkedin.com/in/Ada-B%C3%A9/?trk=x,a@b.c,Acme,CEO,08 Feb 2026\n"
    rows += "Zoé,Blanc,,,,,1 Jan 2026\n"
    reading = read("Connections.csv", NOTES + HEADER + rows)
    found = reading.fragments[0]
    edges = found.rows
    assert isinstance(edges, Edges)
    assert edges.peer.decode() == ["https://www.linkedin.com/in/ada-bé", "Zoé Blanc"]
    assert edges.key_kind.tolist() == [KeyKind.URL, KeyKind.NAME]
    assert edges.direction.tolist() == [Direction.MUTUAL] * 2
    assert days(edges.since) == ["2026-02-08", "2026-01-01"]
    assert edges.since_kind.tolist() == [SinceKind.DAY] * 2
    assert edges.rank.tolist() == [0, 1]
    assert edges.row.tolist() == [5, 6]
    assert (found.noun, found.mutual, found.handle) == ("connections", True, None)
    assert found.coverage is not None
    assert found.coverage.completeness.tolist() == [Completeness.ALL]
    assert found.coverage.order.tolist() == [Order.NEWEST_FIRST]
    assert found.coverage.direction.tolist() == [Direction.MUTUAL]


def test_neither_addresses_nor_employers_are_kept() -> None:
    reading = read("Connections.csv", HEADER + "Ada,Byron,,a@b.c,Acme,CEO,08 Feb 2026\n")
    assert set(reading.record.columns) == {"First Name", "Last Name", "URL", "Connected On"}
    assert reading.record.unmatched == ("Email Address", "Company", "Position")
    assert "a@b.c" not in repr(reading)


def test_members_who_hide_are_counted_by_their_date() -> None:
    rows = "Ada,Byron,,,,,08 Feb 2026\n,,,,,,08 Feb 2026\n,,,,,,08 Feb 2026\n,,,,,,\n"
    reading = read("Connections.csv", HEADER + rows)
    edges = fragment(reading, Edges).rows
    assert edges.peer.decode() == ["Ada Byron", None, None]
    assert edges.key_kind.tolist() == [KeyKind.NAME, -1, -1]
    assert told(reading.record) == [("Connections.csv:5", "linkedin.no_connection")]
    notes = [note for note in reading.record.warnings if note.what.key == "linkedin.hidden_members"]
    assert [(note.row, note.what.params["count"]) for note in notes] == [(-1, 2)]


def test_somebody_named_stays_without_a_date_that_can_be_read() -> None:
    rows = "Ada,Byron,,,,,31 Feb 2026\n,,,,,,soon\nCy,Ng,,,,,\nDi,Wu,,,,,05 Feb 2026\n"
    reading = read("Connections.csv", HEADER + rows)
    edges = fragment(reading, Edges).rows
    assert told(reading.record) == [("Connections.csv:3", "linkedin.no_connection")]
    assert warned(reading.record) == [("Connections.csv:2", "row.date_unread")]
    assert edges.peer.decode() == ["Ada Byron", "Cy Ng", "Di Wu"]
    assert days(edges.since) == ["NaT", "NaT", "2026-02-05"]
    assert edges.since_kind.tolist() == [SinceKind.NONE, SinceKind.NONE, SinceKind.DAY]


def test_names_that_look_like_words_for_missing_are_names() -> None:
    rows = "Na,Null,,,,,08 Feb 2026\nNone,,,,,,07 Feb 2026\n"
    assert fragment(read("Connections.csv", HEADER + rows), Edges).rows.peer.decode() == ["Na Null", "None"]


def test_the_same_address_is_one_person_and_the_same_name_may_be_two() -> None:
    ada = "Ada,Byron,https://linkedin.com/in/ada,,,,08 Feb 2026\n"
    rows = ada + ada.replace("08", "07") + "Bo,Li,,,A,,06 Feb 2026\nBo,Li,,,B,,06 Feb 2026\nBo,Li,,,B,,06 Feb 2026\n"
    reading = read("Connections.csv", HEADER + rows)
    assert told(reading.record) == [("Connections.csv:3", "row.repeated"), ("Connections.csv:6", "row.repeated")]
    assert reading.record.rows_kept == 3


@pytest.mark.parametrize(
    ("content", "since"),
    [
        ("FirstName,LastName,Company,ConnectedOn\nAda,Byron,Acme,12-Apr-22\nBo,Li,,30-oct-09\n", "2022-04-12"),
        ("First Name;Last Name;Connected On\nAda;Byron;12 Apr 2022\nBo;Li;30 Oct 2009\n", "2022-04-12"),
        ('First Name,Last Name,Connected On\nAda,Byron,"4/11/18, 9:41 AM"\nBo,Li,"4/30/17, 9:00 PM"\n', "2018-04-11"),
        ("\ufeffLast Name,First Name,Connected On\r\nByron,Ada,12 avr. 2022\r\nLi,Bo,30 oct. 2009\r\n", "2022-04-12"),
    ],
)
def test_copies_that_people_saved_again_are_read(content: str, since: str) -> None:
    reading = read("Connections.csv", content)
    edges = fragment(reading, Edges).rows
    assert edges.peer.decode() == ["Ada Byron", "Bo Li"]
    assert days(edges.since)[0] == since
    coverage = reading.fragments[0].coverage
    assert coverage is not None
    assert coverage.completeness.tolist() == [Completeness.UNKNOWN]


def test_only_the_columns_of_the_export_itself_promise_every_connection() -> None:
    header = "First Name;Last Name;Email Address;Company;Position;Connected On\n"
    for content in (header, header.replace(";", ","), HEADER):
        coverage = read("Connections.csv", content).fragments[0].coverage
        assert coverage is not None
        assert coverage.completeness.tolist() == [Completeness.ALL]


def test_dates_with_a_clock_of_twelve_hours_have_the_month_first() -> None:
    content = 'First Name,Last Name,Connected On\nAda,Byron,"4/5/18, 9:41 AM"\n'
    reading = read("Connections.csv", content)
    assert days(fragment(reading, Edges).rows.since) == ["2018-04-05"]
    assert [note.what.key for note in reading.record.warnings] == ["linkedin.month_first"]
    found = read("Connections.csv", content, ReadOptions(date_order="dmy"))
    assert days(fragment(found, Edges).rows.since) == ["2018-05-04"]


def test_a_day_that_could_be_a_month_is_asked_about() -> None:
    content = "First Name,Last Name,Connected On\nAda,Byron,04/05/2022\n"
    with pytest.raises(UnreadableError) as caught:
        read("Connections.csv", content)
    assert caught.value.problem.key == "columns.day_order"
    assert caught.value.remedy is not None
    found = read("Connections.csv", content, ReadOptions(date_order="dmy"))
    assert days(fragment(found, Edges).rows.since) == ["2022-05-04"]


def test_connections_without_any_date_column_are_read_no_further_than_that() -> None:
    assert not READER.claims(member("Connections.csv", "First Name,Last Name\nAda,Byron\n"))


def test_an_empty_list_is_a_list() -> None:
    reading = read("Connections.csv", NOTES + HEADER)
    assert reading.record.rows_read == 0
    assert len(reading.fragments[0].rows) == 0


def test_only_addresses_on_linkedin_name_anybody() -> None:
    rows = "Ada,Byron,https://example.org/ada,,,,08 Feb 2026\nBo,Li,linkedin.com/,,,,07 Feb 2026\n"
    assert fragment(read("Connections.csv", HEADER + rows), Edges).rows.peer.decode() == ["Ada Byron", "Bo Li"]


# ---------------------------------------------------------------- members followed, own posts


def test_members_followed_are_known_by_name() -> None:
    rows = "2026-02-03 10:11:12,Active,Ada Byron\n2026-01-02 00:00:00,Inactive,Bo Li\n,Active,Cy Ng\n"
    rows += "2025-01-02 00:00:00,Active,\nnever,Active,Di Wu\n2026-02-03 10:11:12,Active,Ada Byron\n"
    reading = read("Member_Follows.csv", "Date,Status,FullName\r\n" + rows)
    found = reading.fragments[0]
    edges = fragment(reading, Edges).rows
    assert edges.peer.decode() == ["Ada Byron", "Cy Ng", "Di Wu"]
    assert edges.direction.tolist() == [Direction.OUT] * 3
    assert edges.key_kind.tolist() == [KeyKind.NAME] * 3
    assert edges.since_kind.tolist() == [SinceKind.EXACT, SinceKind.NONE, SinceKind.NONE]
    assert str(edges.since[0]) == "2026-02-03T10:11:12"
    assert (found.noun, found.mutual) == (None, False)
    assert told(reading.record) == [
        ("Member_Follows.csv:3", "linkedin.not_active"),
        ("Member_Follows.csv:5", "row.missing"),
        ("Member_Follows.csv:7", "row.repeated"),
    ]
    assert warned(reading.record) == [("Member_Follows.csv:6", "row.date_unread")]


def test_two_members_followed_may_have_one_name() -> None:
    rows = "2026-02-03 10:11:12,Active,Bo Li\n2025-02-03 10:11:12,Active,Bo Li\n"
    reading = read("Member_Follows.csv", "Date,Status,FullName\n" + rows)
    assert fragment(reading, Edges).rows.peer.decode() == ["Bo Li", "Bo Li"]


def test_common_column_names_are_not_taken_for_members_followed() -> None:
    assert not READER.claims(member("x.csv", "Date,Status,Full Name,Role\n2026-02-03,hired,Ada,CEO\n"))


def test_own_posts_have_times_and_no_counts() -> None:
    header = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\r\n"
    rows = '2026-02-03 10:11:12,https://l.in/1,"One\n""Two""",,,MEMBER\r\n'
    rows += "2026-01-03 10:11:12,https://l.in/2,,,,MEMBER\r\n2026-01-03 10:11:12,https://l.in/2,,,,MEMBER\r\n"
    rows += "2026-01-02 10:11:12,,no link,,,MEMBER\r\n,,nothing,,,MEMBER\r\nsome day,https://l.in/3,,,,MEMBER\r\n"
    reading = read("Shares.csv", header + rows)
    posts = fragment(reading, Posts).rows
    assert posts.key.decode() == ["https://l.in/1", "https://l.in/2", None, "https://l.in/3"]
    assert str(posts.published_at[0]) == "2026-02-03T10:11:12"
    assert plain(posts.likes) == [None] * 4
    assert told(reading.record) == [("Shares.csv:5", "row.repeated"), ("Shares.csv:7", "linkedin.no_link")]
    assert warned(reading.record) == [("Shares.csv:8", "row.date_unread")]
    assert reading.fragments[0].noun is None


def test_posts_of_2018_come_in_wide_characters_and_tabs() -> None:
    header = (
        "Date\tShare Title\tShare Description\tShare Link\tShare Commentary\tShared URL\tMedia URL\tType\tVisibility"
    )
    row = "2018-03-04 10:00:00\tÉté\t\thttps://l.in/9\tça\t\t\tARTICLE\tMEMBER"
    for encoding in ("utf-16", "utf-16-be"):
        reading = read("Shares.csv", f"{header}\r\n{row}\r\n".encode(encoding))
        assert fragment(reading, Posts).rows.key.decode() == ["https://l.in/9"]


# ---------------------------------------------------------------- what is taken, and what is left


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Connections.csv", True),
        ("Basic_LinkedInDataExport_02-03-2026/Connections (1).csv", True),
        ("LinkedIn connections.csv", True),
        ("connections_ada.csv", True),
        ("Member_Follows.csv", True),
        ("x/Shares.csv", True),
        ("AggregateAnalytics_Ada_2025-01-01_2026-01-01.xlsx", True),
        ("Content_2023-08-07_2024-08-05_Ada.xlsx", True),
        ("Reactions.csv", True),
        ("Comments_12345 (1).csv", True),
        ("Complete/Votes.csv", True),
        ("InstantReposts.csv", True),
        ("Invitations.csv", True),
        ("Endorsement_Received_Info.csv", True),
        ("Recommendations_Received.csv", True),
        ("messages.csv", False),
        ("guide_messages.csv", False),
        ("learning_coach_messages.csv", False),
        ("Whatsapp Phone Numbers.csv", False),
        ("PhoneNumbers.csv", False),
        ("Logins.csv", False),
        ("Security Challenges.csv", False),
        ("Registration.csv", False),
        ("SearchQueries.csv", False),
        ("Receipts_v2.csv", False),
        ("Ad_Targeting.csv", False),
        ("Ads Clicked.csv", False),
        ("LAN Ads Engagement.csv", False),
        ("Inferences_about_you.csv", False),
        ("Private_identity_asset.csv", False),
        ("Jobs/Job Applications.csv", False),
        ("Endorsement_Given_Info.csv", False),
        ("Recommendations_Given.csv", False),
        ("Saved_Items.csv", False),
        ("Positions.csv", False),
        ("Profile.csv", False),
        ("Email Addresses.csv", False),
        ("ImportedContacts.csv", False),
        ("Company Follows.csv", False),
        ("disconnections.csv", False),
        ("Connections.csv.txt", False),
        ("budget.xlsx", False),
    ],
)
def test_only_names_on_the_list_may_be_opened(name: str, wanted: bool) -> None:
    assert READER.wants(name) is wanted


def test_of_an_export_only_the_lists_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "Connections.csv": NOTES + HEADER + "Ada,Byron,,,,,08 Feb 2026\n",
        "Profile.csv": "First Name,Last Name\nMe,Myself\n",
        "messages.csv": "FROM,TO,CONTENT\na,b,secret\n",
        "Email Addresses.csv": "Email Address\na@b.c\n",
        "Member_Follows.csv": "Date,Status,FullName\n2026-02-03 10:11:12,Active,Bo Li\n",
    }
    path = archive(tmp_path, "Basic_LinkedInDataExport_02-04-2026.zip", files)
    opened = opened_entries(monkeypatch)
    found = recognise(open_source(path))
    readings = [checked(reader.read(one, ReadOptions())) for reader, one in found.taken]
    assert set(opened) == {"Connections.csv", "Member_Follows.csv"}
    assert [reading.exported_at for reading in readings] == ["2026-02-04"] * 2
    assert (len(found.ignored), len(found.unopened)) == (0, 3)
    dossiers = assemble(readings)
    assert dossiers.people.noun.decode() == ["connections"]
    assert dossiers.people.platform.decode() == ["linkedin"]
    assert sorted(dossiers.edges.direction.tolist()) == [Direction.OUT, Direction.MUTUAL]


@pytest.mark.parametrize(
    ("name", "dated", "exported_at"),
    [
        ("Complete_LinkedInDataExport_12-31-2025.zip (1).zip/Connections.csv", date(2026, 1, 1), "2025-12-31"),
        ("Basic_LinkedInDataExport_31-12-2025.zip/Connections.csv", date(2026, 1, 1), "2026-01-01"),
        ("mine.zip/Connections.csv", date(2026, 1, 1), "2026-01-01"),
        ("Connections.csv", None, None),
    ],
)
def test_the_archive_says_when_it_was_made(name: str, dated: date | None, exported_at: str | None) -> None:
    row = "Ada,Byron,,,,,08 Feb 2026\n"
    assert read(name, HEADER + row, path="Connections.csv", dated=dated).exported_at == exported_at


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"\x89PNG\r\n", b"name,followers\nada,1\n", b"[]"])
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not READER.claims(member("Connections.csv", content))


def test_a_list_without_the_columns_that_it_needs_is_refused_with_a_remedy() -> None:
    content = 'First Name,Last Name,URL\nAda,Byron,x\n"First Name","Connected On"\n'
    with pytest.raises(UnreadableError) as caught:
        read("Connections.csv", content)
    assert caught.value.problem.key == "tabled.lacks"
    assert caught.value.problem.params["columns"] == ("Connected On",)
    assert caught.value.place == "Connections.csv"
    assert caught.value.remedy is not None


# ---------------------------------------------------------------- creator analytics


def post(number: int) -> str:
    return f"https://www.linkedin.com/feed/update/urn:li:share:{number}"


ENGLISH: dict[str, list[list[Any]]] = {
    "DISCOVERY": [["Overall Performance", "8/20/2025 - 9/1/2025"], ["Impressions", "123"], ["Members reached", "45"]],
    "ENGAGEMENT": [
        ["Date", "Impressions", "Engagements"],
        ["8/31/2025", "1,200", "-28"],
        ["8/30/2025", "12", "0"],
        ["9/1/2025", "1,034,567", ""],
    ],
    "TOP POSTS": [
        ["Maximum of 50 posts available to include in this list"],
        [],
        ["Post URL", "Post Publish Date", "Engagements", None, "Post URL", "Post Publish Date", "Impressions"],
        [post(1), "8/30/2025", "146", None, post(2), "8/31/2025", "5,000"],
        [post(2), "8/31/2025", "9", None, post(1), "8/30/2025", "999"],
        [None, None, None, None, post(3), "", ""],
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
        ["Companies", "Wipro", "< 1%"],
    ],
}
FRENCH: dict[str, list[list[Any]]] = {
    "DÉCOUVERTE": [
        ["Performances générales", "20/08/2025 - 01/09/2025"],
        ["Impressions", "123"],
        ["Membres touchés", "4"],
    ],
    "ENGAGEMENT": [
        ["Date", "Impressions", "Interactions"],
        ["30/08/2025", "1\u202f200", "-28"],
        ["31/08/2025", "12", "0"],
        ["01/09/2025", "1\u202f034\u202f567", ""],
    ],
    "MEILLEURS POSTS": [
        ["50 posts au maximum"],
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
        [post(1), "30/08/2025", "146", None, None, None, None],
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
        ["Entreprises", "Wipro", "moins de 1 %"],
    ],
}


def changed(base: dict[str, list[list[Any]]], **sheets: list[list[Any]] | None) -> bytes:
    """A workbook with some sheets replaced, added or (None) left out; `_` in a name stands for a space."""
    named = {name.replace("_", " "): rows for name, rows in sheets.items()}
    return workbook({name: rows for name, rows in {**base, **named}.items() if rows is not None})


def analytics(content: bytes, options: ReadOptions | None = None) -> Reading:
    return read("AggregateAnalytics_Ada.xlsx", content, options)


def daily_of(reading: Reading) -> dict[str, list[tuple[str, float]]]:
    out: dict[str, list[tuple[str, float]]] = {}
    for found in reading.fragments:
        if isinstance(found.rows, Daily):
            for day, metric, value in zip(days(found.rows.date), found.rows.metric, found.rows.value, strict=True):
                out.setdefault(Metric(metric).name, []).append((day, float(value)))
    return out


def test_all_sheets_of_a_workbook_become_tables() -> None:
    reading = analytics(changed(ENGLISH))
    assert reading.exported_at == "2025-09-01"
    assert {(found.noun, found.mutual) for found in reading.fragments} == {("followers", False)}
    profile = fragment(reading, Profile).rows
    assert (plain(profile.followers), days(profile.as_of)) == ([782.0], ["2025-09-01"])
    assert daily_of(reading) == {
        "IMPRESSIONS": [("2025-08-31", 1200.0), ("2025-08-30", 12.0), ("2025-09-01", 1034567.0)],
        "ENGAGEMENTS": [("2025-08-31", -28.0), ("2025-08-30", 0.0)],
        "GAINED": [("2025-08-30", 3.0), ("2025-08-31", 0.0), ("2025-09-01", 5.0)],
    }
    engagement = fragment(reading, Daily, 0).rows
    gross = {Metric(m) for m, kind in zip(engagement.metric, engagement.kind, strict=True) if kind == Kind.FLOW_GROSS}
    assert gross == {Metric.IMPRESSIONS}
    assert set(engagement.kind.tolist()) == {Kind.FLOW_GROSS, Kind.FLOW_NET}
    assert set(fragment(reading, Daily, 1).rows.kind.tolist()) == {Kind.FLOW_GROSS}
    posts = fragment(reading, Posts)
    assert posts.rows.key.decode() == [post(1), post(2), post(3)]
    assert plain(posts.rows.interactions) == [146.0, 9.0, None]
    assert plain(posts.rows.impressions) == [999.0, 5000.0, None]
    assert days(posts.rows.published_at) == ["2025-08-30", "2025-08-31", "NaT"]
    assert posts.rows.scope.tolist() == [Scope.WINDOW] * 3
    assert posts.coverage.completeness.tolist() == [Completeness.TOP]
    breakdown = fragment(reading, Breakdown).rows
    assert breakdown.dimension.decode() == ["Job titles", "Companies"]
    assert breakdown.value.decode() == ["Data Analyst", "Wipro"]
    assert (plain(breakdown.share), breakdown.share_text.decode()) == ([0.12, None], ["12%", "< 1%"])


def test_totals_of_the_whole_period_are_reported_as_such() -> None:
    record = analytics(changed(ENGLISH)).record
    assert told(record) == [
        ("AggregateAnalytics_Ada.xlsx:DISCOVERY:2", "linkedin.whole_period"),
        ("AggregateAnalytics_Ada.xlsx:DISCOVERY:3", "linkedin.whole_period"),
    ]
    assert record.warnings == ()
    assert (record.rows_read, record.rows_kept) == (14, 12)
    assert record.place(14) == "AggregateAnalytics_Ada.xlsx:FOLLOWERS:1"
    assert record.columns["FOLLOWERS: New followers"] == "gained"
    assert record.columns["FOLLOWERS: Total followers on 9/1/2025"] == "followers"


def test_a_french_workbook_says_the_same() -> None:
    reading = analytics(changed(FRENCH))
    assert reading.exported_at == "2025-09-01"
    assert plain(fragment(reading, Profile).rows.followers) == [1782.0]
    assert daily_of(reading)["IMPRESSIONS"][0] == ("2025-08-30", 1200.0)
    assert daily_of(reading)["GAINED"] == [("2025-08-30", 3.0), ("2025-08-31", 0.0), ("2025-09-01", 5.0)]
    assert plain(fragment(reading, Posts).rows.impressions) == [None]
    breakdown = fragment(reading, Breakdown).rows
    assert (plain(breakdown.share), breakdown.share_text.decode()) == ([0.12, None], ["12 %", "moins de 1 %"])


def test_a_portuguese_workbook_has_a_second_sheet_of_demographics() -> None:
    rows = [
        ["Principais dados", "Valor", "Percentagem"],
        ["Cargos", "Analista", "2%"],
        ["Cargos", "Chefe", "menos de 1%"],
    ]
    content = workbook(
        {
            "Seguidores": [["Total de seguidores em 31/08/2025", "10"], [], ["Data", "Novos"], ["31/08/2025", "1"]],
            "Dados demográficos do público": rows,
            "Dados demográficos do conteúdo": rows,
        }
    )
    breakdowns = [f.rows for f in analytics(content).fragments if isinstance(f.rows, Breakdown)]
    assert [rows.dimension.decode()[0] for rows in breakdowns] == [
        "Dados demográficos do público: Cargos",
        "Dados demográficos do conteúdo: Cargos",
    ]


def test_numbers_and_dates_may_be_cells_of_their_own_kind() -> None:
    sheets: dict[str, list[list[Any]]] = {
        "FOLLOWERS": [
            ["Total followers on 2024-08-05", 782],
            [],
            ["Date", "New"],
            [date(2024, 8, 4), 3],
            [date(2024, 8, 5), 1],
        ],
        "DEMOGRAPHICS": [["Top", "Value", "Percentage"], ["Job titles", "Analyst", 0.127], ["Companies", "W", "< 1%"]],
    }
    reading = analytics(workbook(sheets))
    assert daily_of(reading) == {"GAINED": [("2024-08-04", 3.0), ("2024-08-05", 1.0)]}
    assert days(fragment(reading, Profile).rows.as_of) == ["2024-08-05"]
    assert plain(fragment(reading, Breakdown).rows.share) == [0.127, None]
    assert reading.exported_at is None


@pytest.mark.parametrize(
    ("english", "given", "day", "noted"),
    [(True, None, "2025-03-04", ["mdy"]), (False, None, "2025-04-03", ["dmy"]), (True, "dmy", "2025-04-03", [])],
)
def test_where_no_date_tells_the_language_does(
    english: bool, given: str | None, day: str, noted: Sequence[str]
) -> None:
    title, label = ("Total followers on", "New followers") if english else ("Nombre total d’abonnés le", "Nouveaux")
    content = workbook({"F": [[f"{title} 3/4/2025", "7"], [], ["Date", label], ["3/4/2025", "1"]]})
    reading = analytics(content, ReadOptions(date_order=given))
    assert daily_of(reading)["GAINED"] == [(day, 1.0)]
    assert [note.what.params["order"] for note in reading.record.warnings] == list(noted)


def test_the_days_of_one_sheet_settle_the_dates_of_all() -> None:
    sheets: dict[str, list[list[Any]]] = {
        "F": [["Total on 3/4/2025", "7"], [], ["Date", "New followers"], ["3/4/2025", "1"]],
        "E": [["Date", "Impressions", "Engagements"], ["31/3/2025", "1", "1"]],
    }
    reading = analytics(workbook(sheets))
    assert days(fragment(reading, Profile).rows.as_of) == ["2025-04-03"]
    assert reading.record.warnings == ()


def test_rows_of_days_that_cannot_be_read_are_reported() -> None:
    engagement = [
        *ENGLISH["ENGAGEMENT"],
        ["8/30/2025", "99", "99"],
        ["2/30/2025", "1", "1"],
        ["", "1", "1"],
        ["8/29/2025", "many", "1"],
        ["8/28/2025", "", "--"],
        ["Total", "1", "1"],
    ]
    reading = analytics(changed(ENGLISH, ENGAGEMENT=engagement, DISCOVERY=None))
    name = "AggregateAnalytics_Ada.xlsx:ENGAGEMENT"
    assert told(reading.record) == [
        (f"{name}:5", "row.repeated"),
        (f"{name}:6", "row.not_a_date"),
        (f"{name}:7", "row.not_a_date"),
        (f"{name}:8", "row.not_a_number"),
        (f"{name}:9", "row.no_value"),
        (f"{name}:10", "row.not_a_date"),
    ]
    repeated = reading.record.reported[0]
    assert repeated.what.params["first"] == 3


def test_a_mark_that_may_mean_two_things_is_remarked_on() -> None:
    days_of = [["Total followers on 8/31/2025", "1,782"], [], ["Date", "New followers"], ["8/31/2025", "1"]]
    reading = analytics(workbook({"FOLLOWERS": days_of}))
    assert [note.what.key for note in reading.record.warnings] == ["columns.note"]
    assert plain(fragment(reading, Profile).rows.followers) == [1782.0]


def test_a_total_that_is_no_number_is_reported() -> None:
    followers = [["Total followers on 9/1/2025:", "n/a?"], *ENGLISH["FOLLOWERS"][1:]]
    reading = analytics(changed(ENGLISH, FOLLOWERS=followers, DISCOVERY=None))
    assert told(reading.record) == [("AggregateAnalytics_Ada.xlsx:FOLLOWERS:1", "row.not_a_number")]
    assert len(fragment(reading, Profile).rows) == 0


def test_rows_of_posts_that_add_nothing_are_reported() -> None:
    posts = [
        *ENGLISH["TOP POSTS"][:5],
        [post(1), "8/30/2025", "1", None, None, None, None],
        ["see above", None, None, None, None, None, None],
        [post(4), "31 of August", "lots", None, None, None, None],
    ]
    reading = analytics(changed(ENGLISH, TOP_POSTS=posts, DISCOVERY=None))
    name = "AggregateAnalytics_Ada.xlsx:TOP POSTS"
    assert told(reading.record) == [(f"{name}:6", "linkedin.listed_above"), (f"{name}:7", "linkedin.no_post")]
    assert warned(reading.record) == [(f"{name}:8", "row.date_unread"), (f"{name}:8", "linkedin.number_unread")]
    found = fragment(reading, Posts).rows
    assert plain(found.interactions) == [146.0, 9.0, None]


def test_lists_of_posts_in_the_other_order_are_told_by_their_header() -> None:
    header = ["Post URL", "Date", "Impressões", None, "Post URL", "Date", "Engajamentos"]
    posts: list[list[Any]] = [["note"], header, [post(1), "8/30/2025", "100", None, post(1), "8/30/2025", "5"]]
    found = fragment(analytics(changed(ENGLISH, TOP_POSTS=posts)), Posts).rows
    assert (plain(found.impressions), plain(found.interactions)) == ([100.0], [5.0])


def test_rows_of_demographics_that_lack_a_name_are_reported() -> None:
    rows = [*ENGLISH["DEMOGRAPHICS"], ["Companies", "", "3%"], ["", "X", "3%"], ["Companies", "Wipro", "2%"]]
    reading = analytics(changed(ENGLISH, DEMOGRAPHICS=rows, DISCOVERY=None))
    name = "AggregateAnalytics_Ada.xlsx:DEMOGRAPHICS"
    assert told(reading.record) == [
        (f"{name}:4", "row.missing"),
        (f"{name}:5", "row.missing"),
        (f"{name}:6", "row.repeated"),
    ]


def test_a_sheet_nobody_knows_is_reported_row_by_row() -> None:
    reading = analytics(changed(ENGLISH, DISCOVERY=None, Notes=[["by me"], [], ["for you"]], Blank=[[]]))
    name = "AggregateAnalytics_Ada.xlsx:Notes"
    assert told(reading.record) == [(f"{name}:1", "books.unknown_sheet"), (f"{name}:3", "books.unknown_sheet")]
    assert reading.record.warnings == ()


def test_an_empty_sheet_is_known_by_its_name() -> None:
    empty = {"TOP_POSTS": ENGLISH["TOP POSTS"][:3], "DEMOGRAPHICS": ENGLISH["DEMOGRAPHICS"][:1]}
    reading = analytics(changed(ENGLISH, **empty, DISCOVERY=[["Overall Performance", "8/20/2025 - 9/1/2025"]]))
    assert [note.what.params["sheet"] for note in reading.record.warnings] == ["TOP POSTS", "DEMOGRAPHICS", "DISCOVERY"]
    assert reading.record.reported == ()
    assert reading.exported_at == "2025-09-01"


def test_blank_rows_above_and_sheets_without_headers_do_no_harm() -> None:
    sheets = {
        "FOLLOWERS": [[None], [None], *ENGLISH["FOLLOWERS"]],
        "E": ENGLISH["ENGAGEMENT"][1:],
        "P": ENGLISH["TOP POSTS"][3:],
        "N": ENGLISH["FOLLOWERS"][3:],
    }
    reading = analytics(workbook(sheets))
    assert reading.record.rows_read == reading.record.rows_kept == 13
    assert plain(fragment(reading, Profile).rows.followers) == [782.0]
    assert plain(fragment(reading, Posts).rows.interactions) == [146.0, 9.0, None]


def test_a_range_without_a_date_gives_none() -> None:
    discovery = [["Overall Performance", "8/20/2025 - 9/31/2025"], ["Impressions", "1"]]
    assert analytics(changed(ENGLISH, DISCOVERY=discovery)).exported_at is None


@pytest.mark.parametrize(
    "sheets",
    [
        {"A": [["name", "url"], ["Ada", "https://www.linkedin.com/in/ada"]]},
        {"A": [["https://www.linkedin.com/in/ada", "x"]]},
        {"A": [[post(1), "8/30/2025", "146", "full", post(2), "8/31/2025", "5"]]},
        {"A": [["Date", "Followers"], ["8/30/2025", "3"]]},
        {"A": [["Total on 8/30/2025", "3"]]},
        {"Followers": [["nothing", "here"]]},
        {"A": [[]]},
    ],
)
def test_workbooks_of_others_are_not_claimed(sheets: dict[str, list[list[Any]]]) -> None:
    assert not READER.claims(member("a.xlsx", workbook(sheets)))


def test_a_workbook_that_cannot_be_read_is_claimed_by_its_name_alone() -> None:
    far = raw_workbook('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert not READER.claims(member("a.xlsx", far))
    named = member("AggregateAnalytics_Ada.xlsx", far)
    assert READER.claims(named)
    with pytest.raises(UnreadableError):
        READER.read(named, ReadOptions())


def test_a_workbook_goes_all_the_way(tmp_path: Path) -> None:
    path = tmp_path / "AggregateAnalytics_Ada.xlsx"
    path.write_bytes(changed(ENGLISH))
    found = recognise(open_source(str(path)))
    dossiers = assemble([reader.read(one, ReadOptions()) for reader, one in found.taken])
    assert dossiers.people.noun.decode() == ["followers"]
    assert len(dossiers.posts) == 3


def test_a_parser_without_limits_is_remarked_on_once(monkeypatch: pytest.MonkeyPatch) -> None:
    content = changed(ENGLISH, DISCOVERY=None)
    real = guard.run_child

    def unlimited(module: str, content: bytes, *, place: str) -> bytes:
        return real(module, content, place=place).replace(b'"limited": true', b'"limited": false')

    monkeypatch.setattr(under_test, "run_child", unlimited)
    assert [note.what.key for note in analytics(content).record.warnings] == ["guard.unlimited"]


@pytest.mark.shared_data
def test_the_totals_of_a_real_year(shared_data: Path) -> None:
    file = shared_data / "exports" / "linkedin_content_year.xlsx"
    reading = read(file.name, file.read_bytes())
    sums = {metric: sum(value for _, value in rows) for metric, rows in daily_of(reading).items()}
    assert sums == {"IMPRESSIONS": 70416.0, "ENGAGEMENTS": 1255.0, "GAINED": 969.0}
    profile = fragment(reading, Profile).rows
    assert (plain(profile.followers), days(profile.as_of)) == ([782.0], ["2024-08-05"])
    assert reading.exported_at == "2024-08-05"
    assert len(fragment(reading, Posts).rows) == 90
    assert [note.what.key for note in reading.record.reported] == ["linkedin.whole_period"] * 2
