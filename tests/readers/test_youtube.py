"""YouTube: tables of Studio whose first row sums up, net subscribers, and what of a Takeout may be opened."""

from typing import Any

import pytest
from exports_made import checked, days, fragment, member, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, KeyKind, Kind, Metric, Response, Scope, SinceKind
from reachcheck.model.tables import Daily, Edges, Interactions, Posts
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.youtube import READER

HEADER = "Content,Video title,Video publish time,Duration,Views,Subscribers,Impressions\n"
UC = "UC" + "a" * 22


def read(name: str, content: str | bytes) -> Reading:
    found = member(name, content)
    assert READER.claims(found)
    return checked(READER.read(found, ReadOptions()))


def daily(reading: Reading) -> list[tuple[str, str, str, float]]:
    found = fragment(reading, Daily).rows
    rows = zip(days(found.date), found.metric, found.kind, found.value.tolist(), strict=True)
    return [(day, Metric(metric).name, Kind(kind).name, value) for day, metric, kind, value in rows]


# ---------------------------------------------------------------- videos


def test_the_row_that_sums_up_is_no_video() -> None:
    rows = 'Total,,,,"44,531",87,"910,000"\n'
    rows += 'dQw4w9WgXcQ,"Total, or bread","Jul 13, 2023",613,"40,000",90,"900,000"\n'
    rows += 'a-b_c1D2e3F,Rye,"Jun 2, 2023",58,"4,531",-3,"10,000"\n'
    reading = read("Table data.csv", HEADER + rows)
    found = fragment(reading, Posts)
    assert found.rows.key.decode() == ["dQw4w9WgXcQ", "a-b_c1D2e3F"]
    assert days(found.rows.published_at) == ["2023-07-13", "2023-06-02"]
    assert (plain(found.rows.views), plain(found.rows.impressions)) == ([40000.0, 4531.0], [900000.0, 10000.0])
    assert plain(found.rows.follows) == [90.0, -3.0]
    assert found.rows.scope.tolist() == [Scope.WINDOW] * 2
    assert found.coverage.completeness.tolist() == [Completeness.WINDOW]
    assert told(reading.record) == [("Table data.csv:2", "table.total_row")]
    assert "Rye" not in repr(reading)


def test_a_sum_is_left_out_where_only_its_name_tells() -> None:
    reading = read("Table data.csv", HEADER + 'Total,,,,"40",90,"900"\n')
    assert (reading.record.rows_kept, told(reading.record)) == (0, [("Table data.csv:2", "table.total_row")])
    both = read("Table data.csv", HEADER + "Total,x,,1,40,90,900\ndQw4w9WgXcQ,x,,1,40,90,900\n")
    assert fragment(both, Posts).rows.key.decode() == ["dQw4w9WgXcQ"]


def test_subscribers_who_came_are_preferred_to_those_left_over() -> None:
    header = "Video,Video title,Subscribers lost,Subscribers gained,Subscribers,Video publish time\n"
    reading = read("t.csv", header + 'dQw4w9WgXcQ,x,8,95,87,"Jul 13, 2023"\n')
    assert plain(fragment(reading, Posts).rows.follows) == [95.0]


@pytest.mark.parametrize("sign", ["\u202f", "\xa0", " "])
def test_a_french_table_has_its_own_names_marks_and_months(sign: str) -> None:
    header = "\ufeffContenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues,J’aime,Abonnés,Partages\n"
    rows = f'Total,,,,"44{sign}531","1{sign}200",87,40\n'
    rows += f'dQw4w9WgXcQ,Pain,28 sept. 2026,613,"40{sign}000","1{sign}180",90,38\n'
    rows += 'a-b_c1D2e3F,Seigle,2 août 2026,58,"4 531",20,-3,2\n'
    found = fragment(read("Informations relatives aux tableaux.csv", header + rows), Posts).rows
    assert days(found.published_at) == ["2026-09-28", "2026-08-02"]
    assert (plain(found.views), plain(found.likes)) == ([40000.0, 4531.0], [1180.0, 20.0])
    assert (plain(found.follows), plain(found.shares)) == ([90.0, -3.0], [38.0, 2.0])


def test_what_cannot_be_read_of_a_video_is_reported_or_remarked_on() -> None:
    rows = "dQw4w9WgXcQ,a,soon,1,40,90,900\nb,b,,1,many,90,900\nc,c,,1,-4,90,900\nb,d,,1,4,9,9\nb,e,,1,4,9,9\n"
    reading = read("Table data.csv", HEADER + rows)
    assert [key for _, key in told(reading.record)] == ["row.not_a_number", "row.negative", "row.repeated"]
    assert [key for _, key in warned(reading.record)] == ["row.date_unread"]


def test_a_table_that_is_full_may_be_cut() -> None:
    for length, completeness in ((499, Completeness.WINDOW), (500, Completeness.TOP)):
        rows = "".join(f'v{n},x,"Jul 13, 2023",1,{n},0,0\n' for n in range(length))
        found = fragment(read("Table data.csv", HEADER + "Total,,,,9,0,0\n" + rows), Posts)
        assert found.coverage.completeness.tolist() == [completeness]


# ---------------------------------------------------------------- days


def test_days_have_who_came_and_who_left() -> None:
    content = "Date,Views,Likes,Subscribers gained,Subscribers lost,Watch time (hours)\nTotal,30,4,11,3,9.5\n"
    reading = read("Table data.csv", content + "2026-08-03,10,-1,5,1,4\n2026-08-04,20,5,6,2,5.5\n")
    assert daily(reading)[:4] == [
        ("2026-08-03", "GAINED", "FLOW_GROSS", 5.0),
        ("2026-08-03", "LOST", "FLOW_GROSS", 1.0),
        ("2026-08-03", "VIEWS", "FLOW_GROSS", 10.0),
        ("2026-08-03", "LIKES", "FLOW_NET", -1.0),
    ]
    assert told(reading.record) == [("Table data.csv:2", "table.total_row")]


@pytest.mark.parametrize("name", ["Totals.csv", "x/Totals (1).csv", "Totaux.csv"])
def test_subscribers_by_day_are_a_change_and_never_how_many_there_are(name: str) -> None:
    title = "Abonnés" if "aux" in name else "Subscribers"
    reading = read(name, f'Date,{title}\n2026-09-28,"1 204"\n2026-09-29,-3\nsoon,4\n2026-09-28,4\n')
    assert daily(reading) == [("2026-09-28", "GAINED", "FLOW_NET", 1204.0), ("2026-09-29", "GAINED", "FLOW_NET", -3.0)]
    assert [key for _, key in told(reading.record)] == ["row.not_a_date", "row.repeated"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("days.csv", "Date,Views\n2026-09-28,4\n"),
        ("days.csv", "Date,Subscribers\n2026-09-28,4\nTotal,4\n"),
        ("Totals.csv", "Date,Watch time (hours)\n2026-09-28,4\n"),
        ("Totals.csv", "Month,Views\n2026-09,4\n"),
        ("Table data.csv", "Traffic source,Views\nTotal,40\nYouTube search,4\n"),
        ("Table data.csv", "Content,Views\nTotal,40\na,4\n"),
        ("Table data.csv", ""),
    ],
)
def test_other_tables_are_not_claimed(name: str, content: str) -> None:
    assert not READER.claims(member(name, content))


def test_single_videos_by_day_are_refused_with_what_to_give_instead() -> None:
    content = "Date,Content,Video title,Video publish time,Views\n2026-09-28,dQw4w9WgXcQ,x,Jul 13 2023,4\n"
    assert not READER.wants("Chart data.csv")
    with pytest.raises(UnreadableError) as caught:
        read("Chart data.csv", content)
    assert (caught.value.problem.key, caught.value.place) == ("youtube.chart", "Chart data.csv")
    assert caught.value.remedy is not None


# ---------------------------------------------------------------- Takeout


@pytest.mark.parametrize(
    ("header", "mark"),
    [
        ("Channel Id,Channel Url,Channel Title\n", ","),
        ("ID des chaînes,URL des chaînes,Titres des chaînes\n", ","),
        ("Kanaal-ID;Kanaal-URL;Kanaaltitel\n", ";"),
        ("", ","),
    ],
)
def test_subscriptions_are_known_by_the_shape_of_their_cells(header: str, mark: str) -> None:
    other = UC[:-2] + "_-"
    rows = [(key, f"http://www.youtube.com/channel/{key}", '"Bo, Li; Ada"') for key in (UC, other, UC, "nobody")]
    reading = read("subscriptions.csv", header + "\n".join(map(mark.join, rows)) + "\n\n")
    found = fragment(reading, Edges)
    assert found.rows.peer.decode() == [UC, other]
    assert found.rows.direction.tolist() == [Direction.OUT] * 2
    assert found.rows.key_kind.tolist() == [KeyKind.ID] * 2
    assert found.rows.since_kind.tolist() == [SinceKind.NONE] * 2
    assert [key for _, key in told(reading.record)] == ["row.repeated", "youtube.no_channel"]
    assert "Bo, Li" not in repr(found.rows.peer)


@pytest.mark.parametrize(
    "content",
    [
        "Channel Id,Channel Url,Channel Title\n",
        "Channel Id,Channel Url,Channel Title\nUC123,http://www.youtube.com/channel/UC123,Ada\n",
        f"a\n{UC}\n",
        f"id,url\n{UC},https://example.org/{UC}\n",
    ],
)
def test_a_list_without_a_channel_shows_nothing(content: str) -> None:
    assert not READER.claims(member("subscriptions.csv", content))


def comments(*rows: str, header: str = "") -> Any:
    plain_header = "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\n"
    return read("comments.csv", (header or plain_header) + "\n".join(rows) + "\n")


def test_own_comments_are_acts_of_the_owner_without_their_text() -> None:
    reading = comments(
        f'UgxA,{UC},2023-09-19T17:42:53.434647+00:00,0,,dQw4w9WgXcQ,"{{""text"":""secret""}}"',
        f"UgxB,{UC},2024-01-01T00:00:01+02:00,0,UgxA,dQw4w9WgXcQ,x",
        f"UgxB,{UC},2024-01-01T00:00:01+02:00,0,UgxA,dQw4w9WgXcQ,x",
        f"UgxC,{UC},soon,0,,vid,x",
        f"UgxD,{UC},,0,,,x",
    )
    found = fragment(reading, Interactions)
    assert (found.account, found.handle) == (UC, None)
    assert found.rows.what.tolist() == [Response.COMMENT, Response.REPLY, Response.COMMENT]
    assert found.rows.direction.tolist() == [Direction.OUT] * 3
    assert found.rows.post.decode() == ["dQw4w9WgXcQ", "dQw4w9WgXcQ", "vid"]
    assert found.rows.peer.decode() == [None] * 3
    assert [str(at) for at in found.rows.at] == ["2023-09-19T17:42:53", "2023-12-31T22:00:01", "NaT"]
    assert [key for _, key in told(reading.record)] == ["row.repeated", "row.no_value"]
    assert "secret" not in repr(reading)


def test_comments_of_several_channels_name_no_owner() -> None:
    other = UC[:-1] + "b"
    reading = comments(f"a,{UC},2024-01-01T00:00:01Z,0,,v,x", f"b,{other},2024-01-01T00:00:01Z,0,,v,x")
    assert fragment(reading, Interactions).account is None


@pytest.mark.parametrize(
    "header",
    [
        "Comment ID,Channel ID,Comment create timestamp,Price,Parent comment ID,Post ID,Video ID,Comment text\n",
        "ID de comentario,ID de canal,Marca de tiempo de creación del comentario,Precio,x,y,ID de vídeo,Texto\n",
        "ID-ul comentariului,ID-ul canalului,Marcajul temporal de creare a comentariului,P,x,y,ID-ul videoclipului,z\n",
    ],
)
def test_comments_come_under_names_in_several_languages(header: str) -> None:
    reading = comments(f"a,{UC},2024-01-01T00:00:01Z,0,,,vid,x", header=header)
    assert fragment(reading, Interactions).rows.post.decode() == ["vid"]


# ---------------------------------------------------------------- what may be opened


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Table data.csv", True),
        ("x/Table data (1).csv", True),
        ("Informations relatives aux tableaux.csv", True),
        ("Totals.csv", True),
        ("Totaux.csv", True),
        ("Takeout/YouTube and YouTube Music/subscriptions/subscriptions.csv", True),
        ("Takeout/YouTube et YouTube Music/abonnements/abonnements.csv", True),
        ("Takeout/YouTube en YouTube Music/abonnementen/abonnementen.csv", True),
        ("Takeout/YouTube and YouTube Music/comments/comments.csv", True),
        ("Chart data.csv", False),
        ("Takeout/YouTube and YouTube Music/history/watch-history.html", False),
        ("Takeout/YouTube and YouTube Music/history/search-history.json", False),
        ("Takeout/YouTube and YouTube Music/live chats/live chats.csv", False),
        ("Takeout/YouTube and YouTube Music/playlists/Watch later-videos.csv", False),
        ("Takeout/YouTube and YouTube Music/channels/channel.csv", False),
        ("Takeout/Mail/All mail Including Spam and Trash.mbox", False),
        ("Takeout/Location History/Records.json", False),
        ("Takeout/Contacts/My Contacts.csv", False),
        ("Takeout/Google Pay/Transactions.csv", False),
    ],
)
def test_only_names_on_the_list_may_be_opened(name: str, wanted: bool) -> None:
    assert READER.wants(name) is wanted
