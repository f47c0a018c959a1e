"""Exports of newsletter platforms: subscribers, posts, and what each post drew."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from exports_made import archive

LIST = "email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at"
LIST_2023 = "email,active_subscription,expiry,email_disabled,prefer_digests,created_at"
POSTS = "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url"
POSTS_2023 = "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url"
STATS = (
    "post_id,title,post_date,audience,type,sent,delivered,opens,opened,open_rate,clicks,clicked,click_through_rate,"
    "likes,comments,shares,restacks,unsubscribes,subscribers_finished_post,views,engagement_rate,signups,subscribes,"
    "estimated_value"
)
STATS_TAGS = "title,post_date,section_name,tags,views,likes,comments,restacks,shares,opens,clicks"
STATS_SHORT = "title,post_date,audience,views,engagement_rate,signups,subscribes,estimated_value,open_rate"


def lines(header: str, rows: Sequence[str]) -> str:
    """A table as a file."""
    return "\n".join([header, *rows, ""])


def subscriber(name: str, at: str, off: str = "false") -> str:
    """One row of Substack's list, as since 2025."""
    return f"{name}@example.org,false,,other,{off},{at},"


def _substack(folder: Path) -> Path:
    people = [
        subscriber("ada", "2026-07-01T08:30:00.000Z"),
        "bo@example.org,true,2027-06-01T00:00:00.000Z,yearly,false,2026-06-01T00:00:00.000Z,2026-06-15T00:00:00.000Z",
        subscriber("cy", "2026-05-01T10:00:00.000Z", off="true"),
        subscriber("ADA", "2026-07-02T08:30:00.000Z"),
        subscriber("", "2026-05-02T10:00:00.000Z").removeprefix("@example.org"),
        "not an address,false,,other,false,2026-04-01T10:00:00.000Z,",
    ]
    posts = [
        '111.first-post,2026-07-18T04:27:59.900Z,true,2026-07-18T04:27:59.330Z,,newsletter,everyone,"One, two",Sub,',
        "222.for-payers,2026-07-11T04:01:38.043Z,true,2026-07-11T04:01:38.979Z,,newsletter,only_paid,Two,,",
        "333.draft,,false,,,newsletter,everyone,Three,,",
        "444.about,2026-01-02T00:00:00.000Z,true,,,page,everyone,About,,",
        "555.talk,2026-06-30T09:00:00.000Z,true,,,thread,everyone,Talk,,",
    ]
    files = {
        "posts.csv": lines(POSTS, posts),
        "email_list.quiet-notes.csv": lines(LIST, people),
        "posts/111.first-post.html": "<p>Hello</p>",
        "posts/111.opens.csv": "post_id,timestamp,email,country\n111,2026-07-18T05:00:00.000Z,ada@example.org,FR\n",
        "posts/111.delivers.csv": "post_id,timestamp,email\n111,2026-07-18T04:28:00.000Z,ada@example.org\n",
    }
    return Path(archive(folder, "export.zip", files, (2026, 8, 20)))


def _substack_2023(folder: Path) -> Path:
    people = [f"{name}@example.org,false,,false,false,2023-0{n}-01" for n, name in enumerate(("ada", "bo", "cy"), 1)]
    files = {
        "email_list.quiet-notes.csv": lines(LIST_2023, people),
        "posts.csv": lines(POSTS_2023, ["7,2023-02-01,TRUE,2023-02-01,newsletter,everyone,One,,"]),
    }
    return Path(archive(folder, "export.zip", files, (2023, 4, 1)))


def _inflated(folder: Path) -> Path:
    """Two subscribers a month, then many within minutes, with no post about that time."""
    usual = [subscriber(f"usual{n}", f"2025-{1 + n // 2:02}-{3 + 9 * (n % 2):02}T09:00:00.000Z") for n in range(12)]
    crowd = [subscriber(f"crowd{n}", f"2025-07-20T03:{n:02}:00.000Z") for n in range(48)]
    path = folder / "email_list.loud-notes.csv"
    path.write_text(lines(LIST, usual + crowd), encoding="utf-8")
    return path


def _stats(header: str, rows: Sequence[str]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "quiet_notes_email_stats_2026-08-20.csv"
        path.write_text(lines(header, rows), encoding="utf-8")
        return path

    return write


_2026 = _stats(
    STATS,
    [
        "111,One,2026-07-18T04:27:59.900Z,everyone,newsletter,116,115,57,32,0.28,9,6,0.05,9,5,2,1,0,3,120,0.1,2,1,0",
        "222,Two,2026-07-11T04:01:38.043Z,only_paid,newsletter,20,20,30,15,0.75,1,1,0.05,4,0,0,0,0,3,24,0.2,0,0,0",
    ],
)
_TAGS = _stats(
    STATS_TAGS,
    [
        'One,2026-01-15T10:00:00.000Z,Notes,"a, b",55,6,3,1,0,43,0',
        "Two,2025-12-06T10:00:00.000Z,Notes,c,36,2,_-,2,0,_-,_-",
    ],
)
_SHORT = _stats(STATS_SHORT, ["One,2026-07-18T04:27:59.900Z,everyone,35,0.25,2,1,0,0.307692"])


def _beehiiv(folder: Path) -> Path:
    rows = [
        "ada@example.org,Active,2025-10-10 10:10:10,free",
        "bo@example.org,Active,2025-11-11 11:11:11,premium",
        "cy@example.org,Inactive,2025-09-01 08:00:00,free",
        "dee@example.org,Pending,2025-11-12 08:00:00,free",
    ]
    path = folder / "subscribers.csv"
    path.write_text(lines("Email,Status,Created At,Subscription Tier", rows), encoding="utf-8")
    return path


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "substack-2026": _substack,
    "substack-2023": _substack_2023,
    "substack-inflated": _inflated,
    "substack-stats-2026": _2026,
    "substack-stats-tags": _TAGS,
    "substack-stats-short": _SHORT,
    "beehiiv": _beehiiv,
}
