"""LinkedIn: what the owner did, and what others did for the owner; what must not be taken for either."""

from typing import Any

import pytest
from exports_made import checked, days, fragment, member, told, warned

from reachcheck.model.enums import Direction, KeyKind, Response
from reachcheck.model.tables import Interactions
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.linkedin import READER

POST = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A"
PLAIN = "https://www.linkedin.com/feed/update/urn:li:activity:"
ENDORSED = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
RECOMMENDED = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
INVITED = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"


def read(name: str, content: str, options: ReadOptions | None = None) -> Reading:
    found = member(name, content)
    assert READER.claims(found)
    return checked(READER.read(found, options or ReadOptions()))


def acts(reading: Reading) -> Any:
    found = fragment(reading, Interactions)
    assert (found.noun, found.mutual, found.handle) == (None, False, None)
    return found.rows


# ---------------------------------------------------------------- what the owner did


def test_reactions_are_given_to_posts_of_people_whom_no_file_names() -> None:
    rows = f"2026-02-06 08:00:00,LIKE,{POST}1\n2026-02-05 08:00:00,PRAISE,{POST}2\n,LIKE,\nsoon,LIKE,{POST}3\n"
    reading = read("Reactions.csv", "Date,Type,Link\n" + rows)
    found = acts(reading)
    assert found.direction.tolist() == [Direction.OUT] * 3
    assert found.what.tolist() == [Response.LIKE, Response.REACTION, Response.LIKE]
    assert found.post.decode() == [f"{PLAIN}1", f"{PLAIN}2", f"{PLAIN}3"]
    assert found.peer.decode() == [None] * 3
    assert found.key_kind.tolist() == [-1] * 3
    assert [str(at) for at in found.at] == ["2026-02-06T08:00:00", "2026-02-05T08:00:00", "NaT"]
    assert told(reading.record) == [("Reactions.csv:4", "linkedin.no_link")]
    assert warned(reading.record) == [("Reactions.csv:5", "row.date_unread")]


@pytest.mark.parametrize(
    ("name", "header", "row", "what"),
    [
        ("Comments.csv", "Date,Link,Message", f'2026-02-06 08:00:00,{POST}1,"a, b\nc"', Response.COMMENT),
        ("Comments_99.csv", "Date,Link,Message", f"2026-02-06 08:00:00,{POST}1,a", Response.COMMENT),
        ("Votes.csv", "Date,Link,OptionText", f"2026-02-06 08:00:00,{POST}1,Rye", Response.OTHER),
        ("InstantReposts.csv", "Date,Link", f"2026-02-06 08:00:00,{POST}1", Response.REPOST),
    ],
)
def test_each_list_of_acts_is_of_one_kind(name: str, header: str, row: str, what: Response) -> None:
    reading = read(name, f"{header}\r\n{row}\r\n{row}\r\n")
    assert acts(reading).what.tolist() == [what]
    assert acts(reading).post.decode() == [f"{PLAIN}1"]
    assert [key for _, key in told(reading.record)] == ["row.repeated"]
    assert "Rye" not in repr(reading)


@pytest.mark.parametrize(
    "content",
    [
        "Date,Type,Link\n2026-02-06,LIKE,https://example.org/1\n",
        "Date,Link\n2026-02-06,https://example.org/1\n",
        "Date,Link,Message\n2026-02-06,https://example.org/1,linked\n",
        f"Date,Type,Link,Price\n2026-02-06,LIKE,{POST}1,4\n",
        "Date,Type,Link\n",
        RECOMMENDED + "Ada,Byron,Acme,CEO,Fine,1 Feb 2024,VISIBLE\n",
    ],
)
def test_common_words_alone_show_nothing(content: str) -> None:
    assert not READER.claims(member("Reactions.csv", content))


# ---------------------------------------------------------------- what others did


def test_who_endorses_several_skills_on_a_day_responds_once() -> None:
    rows = (
        "2026/02/01 15:47:58 UTC,Rye,Bo,Li,www.linkedin.com/in/Bo-Li,ACCEPTED\n"
        "2026/02/01 23:59:59 UTC,Oats,Bo,Li,www.linkedin.com/in/bo-li,ACCEPTED\n"
        "2026/02/02 00:00:00 UTC,Wheat,Bo,Li,www.linkedin.com/in/bo-li,ACCEPTED\n"
        "2025/06/05 08:00:00 UTC,Rye,Cy,Ng,,ACCEPTED\n"
        "2025/06/05 08:00:00 UTC,Rye,,,,ACCEPTED\n"
        "2026/02/01 15:47:58 UTC,Rye,Bo,Li,www.linkedin.com/in/Bo-Li,ACCEPTED\n"
    )
    reading = read("Endorsement_Received_Info.csv", ENDORSED + rows)
    found = acts(reading)
    assert found.peer.decode() == ["https://www.linkedin.com/in/bo-li"] * 2 + ["Cy Ng"]
    assert found.key_kind.tolist() == [KeyKind.URL, KeyKind.URL, KeyKind.NAME]
    assert found.direction.tolist() == [Direction.IN] * 3
    assert found.what.tolist() == [Response.OTHER] * 3
    assert found.post.decode() == [None] * 3
    assert days(found.at) == ["2026-02-01", "2026-02-02", "2025-06-05"]
    name = "Endorsement_Received_Info.csv"
    assert told(reading.record) == [
        (f"{name}:3", "linkedin.another_skill"),
        (f"{name}:6", "row.nobody"),
        (f"{name}:7", "row.repeated"),
    ]
    assert "Oats" not in repr(reading)


def test_endorsements_of_years_without_addresses_go_by_names() -> None:
    row = "2021-10-01,Rye,Ana,Silva,ACCEPTED\n"
    header = ENDORSED.replace("Endorser Public Url,", "")
    assert acts(read("x.csv", header + row)).peer.decode() == ["Ana Silva"]


def test_recommendations_name_their_authors_and_nothing_of_their_text() -> None:
    rows = 'Ada,Byron,Acme,CEO,"She bakes, and how.","07/21/24, 12:11 PM",VISIBLE\n'
    rows += 'Bo,Li,,,Secret,"07/08/24, 9:05 AM",HIDDEN\n'
    reading = read("Recommendations_Received (1).csv", RECOMMENDED + rows)
    found = acts(reading)
    assert found.peer.decode() == ["Ada Byron", "Bo Li"]
    assert found.key_kind.tolist() == [KeyKind.NAME] * 2
    assert [str(at) for at in found.at] == ["2024-07-21T12:11:00", "2024-07-08T09:05:00"]
    assert "bakes" not in repr(reading) and "Secret" not in repr(reading)


def test_recommendations_that_were_given_are_not_taken_for_received_ones() -> None:
    row = 'Ada,Byron,Acme,CEO,Fine,"07/21/24, 12:11 PM",VISIBLE\n'
    for name in ("Recommendations_Given.csv", "Recommendations.csv"):
        assert not READER.claims(member(name, RECOMMENDED + row))


# ---------------------------------------------------------------- invitations


def test_invitations_are_counted_and_dated_and_make_no_ties() -> None:
    rows = 'Lin,Ada,"2/7/26, 2:37 PM",,OUTGOING,x,y\nEve,Lin,"1/2/26, 9:01 AM","Hello, Lin",INCOMING,x,y\n'
    rows += (
        'Lin,Bo,"1/29/26, 2:37 PM",,OUTGOING,x,y\nLin,Cy,soon,,OUTGOING,x,y\nLin,Di,"1/29/26, 2:37 PM",,SIDEWAYS,x,y\n'
    )
    reading = read("Invitations.csv", INVITED + rows)
    assert reading.fragments == ()
    assert (reading.record.rows_read, reading.record.rows_kept) == (5, 0)
    assert [key for _, key in told(reading.record)] == ["linkedin.invitation"] * 3 + ["row.not_a_date", "row.direction"]
    (note,) = [note for note in reading.record.warnings if note.what.key == "linkedin.invitations"]
    assert note.what.params == {"sent": 2, "received": 1, "start": "2026-01-02", "end": "2026-02-07"}
    assert "Hello" not in repr(reading)


def test_without_any_invitation_nothing_is_said_of_them() -> None:
    reading = read("Invitations.csv", INVITED)
    assert (reading.record.rows_read, reading.record.warnings) == (0, ())
