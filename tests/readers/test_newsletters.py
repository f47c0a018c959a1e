"""Newsletters: nobody's address is kept, drafts are no posts, and lists of mails sent and opened stay closed."""

from hashlib import blake2b

import pytest
from exports_made import checked, days, fragment, member, plain, told

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Direction, KeyKind, Scope, SinceKind
from reachcheck.model.tables import Edges, Posts
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.newsletters import READER
from reachcheck.readers.recognise import PLATFORM_READERS

LIST = "email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at\n"
POSTS = "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url\n"
BEEHIIV = "Email,Status,Created At,Subscription Tier\n"
STATS = "post_id,title,post_date,audience,likes,comments,shares,restacks,views,engagement_rate,clicks\n"


def read(name: str, text: str, options: ReadOptions | None = None) -> Reading:
    found = member(name, text)
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["newsletters"]
    return checked(READER.read(found, options or ReadOptions()))


# ---------------------------------------------------------------- what must not be opened, claimed or kept


@pytest.mark.parametrize(
    "path",
    [
        "posts/111.opens.csv", "posts/111.delivers.csv", "posts/111.clicks.csv", "posts/111.first-post.html",
        "posts/111.first-post.opens.csv", "payments.csv", "pledges.csv", "payments.quiet-notes.csv", "messages.csv",
        "chat.csv", "profile.csv", "sub/posts.csv.exe",
    ],
)  # fmt: skip
def test_mails_sent_and_opened_and_payments_are_never_opened(path: str) -> None:
    assert not READER.wants(path)
    assert not READER.wants(f"export/{path}")


@pytest.mark.parametrize(
    "path",
    ["posts.csv", "top/posts (1).csv", "email_list.quiet-notes.csv", "EMAIL_LIST.a.CSV", "x/email_list.csv",
     "quiet_email_stats_2026-07-31.csv", "subscribers.csv", "beehiiv_export.csv"],
)  # fmt: skip
def test_lists_posts_and_figures_are_opened_wherever_they_stand(path: str) -> None:
    assert READER.wants(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("email_list.a.csv", "email,created_at\nada@example.org,2026-01-01\n"),
        ("posts.csv", "post_id,post_date,likes\n1,2026-01-01,3\n"),
        ("subscribers.csv", "Email,Status,Created At\nada@example.org,active,2026-01-01\n"),
        ("posts/111.opens.csv", "post_id,timestamp,email,country,city\n111,2026-01-01,ada@example.org,FR,Paris\n"),
        ("111.delivers.csv", "post_id,timestamp,email\n111,2026-01-01,ada@example.org\n"),
        ("a_email_stats_2026-01-01.csv", "title,post_date,views\nOne,2026-01-01,3\n"),
    ],
)
def test_a_file_is_not_claimed_by_its_name_or_by_common_words(name: str, text: str) -> None:
    assert not READER.claims(member(name, text))


def test_no_address_is_kept_anywhere() -> None:
    rows = "Ada@Example.org,true,,other,false,2026-01-01,\nnobody here,false,,other,false,2026-01-02,\n"
    reading = read("email_list.a.csv", LIST + rows)
    assert "example" not in repr(reading).lower()
    assert fragment(reading, Edges).rows.peer.decode() == [blake2b(b"ada@example.org", digest_size=8).hexdigest()]


# ---------------------------------------------------------------- subscribers


def test_subscribers_are_known_since_their_second() -> None:
    reading = read(
        "email_list.quiet-notes.csv",
        LIST + "ada@example.org,true,,yearly,false,2026-01-02T03:04:05.678Z,\nbo@example.org,false,,,false,,\n",
    )
    found = fragment(reading, Edges)
    assert [str(time) for time in found.rows.since] == ["2026-01-02T03:04:05", "NaT"]
    assert found.rows.since_kind.tolist() == [SinceKind.EXACT, SinceKind.NONE]
    assert found.rows.direction.tolist() == [Direction.IN] * 2
    assert found.rows.key_kind.tolist() == [KeyKind.ID] * 2
    assert (found.handle, reading.record.platform, reading.record.warnings) == ("quiet-notes", "substack", ())


def test_one_address_in_two_spellings_is_one_subscriber() -> None:
    rows = "ada@example.org,false,,,false,2026-01-01,\n ADA@example.org ,true,,,false,2026-01-02,\n"
    assert told(read("email_list.a.csv", LIST + rows).record) == [("email_list.a.csv:3", "row.repeated")]


def test_a_row_without_an_address_is_left_out_without_printing_what_stands_there() -> None:
    reading = read("email_list.a.csv", LIST + "secret,false,,,false,2026-01-01,\n,false,,,false,2026-01-01,\n")
    assert told(reading.record) == [
        ("email_list.a.csv:2", "newsletters.no_address"),
        ("email_list.a.csv:3", "row.missing"),
    ]
    assert "secret" not in repr(reading.record)


def test_those_who_get_no_mail_stay_and_are_counted() -> None:
    rows = [f"{name}@example.org,false,,,{off},2026-01-01," for name, off in (("a", "true"), ("b", "false"), ("c", ""))]
    record = read("email_list.a.csv", LIST + "\n".join(rows)).record
    assert record.rows_kept == 3
    assert [(note.what.key, note.what.params) for note in record.warnings] == [("newsletters.mail_off", {"count": 1})]


def test_a_list_saved_again_with_semicolons_reads_the_same() -> None:
    rows = "ada@example.org,false,,,false,25/12/2025,\nbo@example.org,false,,,false,01/02/2026,\n"
    reading = read("email_list.a.csv", (LIST + rows).replace(",", ";"))
    assert days(fragment(reading, Edges).rows.since) == ["2025-12-25", "2026-02-01"]


def test_dates_that_can_be_read_in_two_ways_are_refused_with_the_remedy() -> None:
    rows = "ada@example.org,false,,,false,03/04/2026,\n"
    with pytest.raises(UnreadableError) as caught:
        read("email_list.a.csv", LIST + rows)
    assert (caught.value.place, caught.value.problem.key) == ("email_list.a.csv", "columns.day_order")
    assert caught.value.remedy is not None
    reading = read("email_list.a.csv", LIST + rows, ReadOptions(date_order="dmy"))
    assert days(fragment(reading, Edges).rows.since) == ["2026-04-03"]


def test_only_active_subscriptions_of_beehiiv_are_subscribers() -> None:
    rows = [f"{word}@example.org,{word},2025-10-10 10:10:10,free" for word in ("Active", "Inactive", "Pending", "")]
    reading = read("beehiiv.csv", BEEHIIV + "\n".join(rows))
    assert told(reading.record) == [(f"beehiiv.csv:{line}", "newsletters.not_active") for line in (3, 4)]
    assert reading.record.platform == "beehiiv"
    assert len(fragment(reading, Edges).rows) == 2


# ---------------------------------------------------------------- posts


def test_drafts_and_pages_are_no_posts() -> None:
    rows = (
        "111.one,2026-07-18T04:27:59.900Z,true,,newsletter,everyone,One,,\n"
        "222.two,,false,,newsletter,everyone,Two,,\n"
        "333.about,2026-01-01,TRUE,,page,everyone,About,,\n"
        "444.talk,2026-01-02,TRUE,,podcast,everyone,Talk,,\n"
    )
    reading = read("posts.csv", POSTS + rows)
    assert fragment(reading, Posts).rows.key.decode() == ["111", "444"]
    assert told(reading.record) == [("posts.csv:3", "newsletters.draft"), ("posts.csv:4", "newsletters.page")]


def test_figures_that_do_not_apply_are_missing_and_not_nought() -> None:
    reading = read(
        "a_email_stats_2026-07-31.csv", STATS + "7,One,2026-07-18T04:27:59.900Z,everyone,6,_-,2,1,55,0.2,_-\n"
    )
    posts = fragment(reading, Posts).rows
    assert (plain(posts.likes), plain(posts.comments), plain(posts.shares)) == ([6.0], [None], [2.0])
    assert (plain(posts.views), plain(posts.clicks), posts.scope.tolist()) == ([55.0], [None], [Scope.LIFETIME])
    assert (posts.key.decode(), reading.exported_at) == (["7"], "2026-07-31")


def test_the_ids_of_posts_join_the_two_files() -> None:
    listed = fragment(read("posts.csv", POSTS + "7.one-post,2026-07-18,true,,newsletter,everyone,One,,\n"), Posts)
    counted = fragment(read("a_email_stats.csv", STATS + "7,One,2026-07-18,everyone,6,5,2,1,55,0.2,1\n"), Posts)
    assert listed.rows.key.decode() == counted.rows.key.decode() == ["7"]


# ---------------------------------------------------------------- hostile values


@pytest.mark.parametrize(
    "row",
    ["ada@example.org", "ada@example.org,,,,,,,,,,,", "@,a,b,c,d,e,f", '"ada@example.org', "\x00@\x00,1,,,,,",
     "ada@example.org,false,,,maybe,9999999999999999999,", "=cmd@x,false,,,false,2026-13-45,"],
)  # fmt: skip
def test_strange_rows_are_accounted_for(row: str) -> None:
    reading = checked(
        READER.read(
            member("email_list.a.csv", LIST + "bo@example.org,false,,,false,2026-01-01,\n" + row), ReadOptions()
        )
    )
    assert reading.record.rows_read == 2


def test_counts_that_are_none_are_reported() -> None:
    rows = "7,One,2026-07-18,everyone,-3,1,1,1,1,0.2,1\n8,Two,2026-07-19,everyone,many,1,1,1,1,0.2,1\n"
    reading = read("a_email_stats.csv", STATS + rows)
    assert [key for _, key in told(reading.record)] == ["row.negative", "row.not_a_number"]


def test_a_header_that_is_not_where_its_columns_are_is_refused() -> None:
    found = member("email_list.a.csv", "created_at,email_disabled\n2026-01-01,false\n" + LIST)
    assert READER.claims(found)
    with pytest.raises(UnreadableError) as caught:
        READER.read(found, ReadOptions())
    assert (caught.value.place, caught.value.problem.key) == ("email_list.a.csv", "tabled.lacks")
    assert caught.value.remedy is not None
