"""Instagram's export as web pages: what stands in a page, in whose time, and what no page of an export is."""

import pytest
from exports_made import checked, days, fragment, member, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, SinceKind
from reachcheck.model.tables import Edges, Interactions
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.instagram import READER
from reachcheck.readers.kit.page_child import convert
from reachcheck.readers.kit.pages import head_of

MADE = '<time datetime="2026-08-12T05:03Z">Tuesday, August 11, 2026 at 10:03 PM UTC</time>'
FOLLOWERS = "connections/followers_and_following/followers_1.html"


def page(*boxes: str, head: str = MADE) -> str:
    return (
        f"<html><body><h1>x</h1>{head}<div role='main'>{''.join(f'<div>{each}</div>' for each in boxes)}</div></body>"
    )


def person(handle: str, when: str = "Aug 10, 2026 4:38 am") -> str:
    return f'<a href="https://www.instagram.com/{handle}">{handle}</a><div>{when}</div>'


def read(name: str, text: str) -> Reading:
    found = member(name, text)
    assert READER.claims(found)
    return checked(READER.read(found, ReadOptions()))


def boxes(text: str) -> object:
    return convert(text.encode())["boxes"]


# ---------------------------------------------------------------- lists


def test_a_list_is_read_in_the_time_of_the_account() -> None:
    reading = read(FOLLOWERS, page(person("Ada"), person("bo", "Aug 9, 2026 11:30 pm")))
    found = fragment(reading, Edges)
    assert found.rows.peer.decode() == ["ada", "bo"]
    assert found.rows.direction.tolist() == [Direction.IN] * 2
    # 4:38 seven hours behind UTC is 11:38; 23:30 is the next day
    assert [str(at) for at in found.rows.since] == ["2026-08-10T11:38:00", "2026-08-10T06:30:00"]
    assert found.rows.since_kind.tolist() == [SinceKind.DAY] * 2
    assert found.coverage.completeness.tolist() == [Completeness.UNKNOWN]
    assert reading.exported_at == "2026-08-12"
    assert warned(reading.record) == [(FOLLOWERS, "page.zone_shown")]
    assert dict(reading.record.warnings[0].what.params) == {"zone": "UTC-7:00"}


def test_a_page_without_a_head_has_an_unknown_zone() -> None:
    reading = read(FOLLOWERS, page(person("ada"), head=""))
    assert days(fragment(reading, Edges).rows.since) == ["2026-08-10"]
    assert (warned(reading.record), reading.exported_at) == ([(FOLLOWERS, "page.zone_unknown")], None)


def test_the_range_that_was_asked_for_makes_a_list_a_window() -> None:
    times = '<time datetime="2025-08-12T04:52Z">a</time> <time datetime="2026-08-12T04:52Z">b</time>'
    found = fragment(read(FOLLOWERS, page(person("ada"), head=MADE + times)), Edges)
    assert found.coverage.completeness.tolist() == [Completeness.WINDOW]


def test_the_heading_and_the_link_of_one_box_are_one_person() -> None:
    link = "https://www.instagram.com/_u/ada.b"
    reading = read("following.html", page(f'<h2>ada.b</h2><a href="{link}">{link}</a><div>Aug 10, 2026 4:38 am</div>'))
    edges = fragment(reading, Edges).rows
    assert (edges.peer.decode(), edges.direction.tolist()) == (["ada.b"], [Direction.OUT])


def test_of_a_table_the_user_name_counts_and_another_page_of_the_person_does_not() -> None:
    rows = (
        '<table><tr><td>URL<div><a href="https://pin.example/ada">x</a></div></td></tr>'
        "<tr><td>Name</td><td>Ada</td></tr><tr><td>Username</td><td>ada.b</td></tr></table>"
    )
    reading = read("recently_unfollowed_profiles.html", page(f"{rows}<div>Aug 10, 2026 4:38 am</div>"))
    edges = fragment(reading, Edges).rows
    assert (edges.peer.decode(), [str(at) for at in edges.until]) == (["ada.b"], ["2026-08-10T11:38:00"])


def test_a_person_without_a_date_stays_and_a_box_without_a_person_is_reported() -> None:
    reading = read(FOLLOWERS, page(person("ada", "format of the future"), "<p>hello</p>", person("bo", "31 Feb 2026")))
    edges = fragment(reading, Edges).rows
    assert (edges.peer.decode(), days(edges.since)) == (["ada", "bo"], ["NaT", "NaT"])
    assert told(reading.record) == [(f"{FOLLOWERS}[1]", "row.nobody")]
    assert (f"{FOLLOWERS}[2]", "row.date_unread") in warned(reading.record)


def test_a_page_without_boxes_is_divided_by_its_links() -> None:
    text = f"<html><body><div>{person('ada')}<h2>bo</h2>{person('bo', 'Aug 9, 2026 1:00 am')}</div></body></html>"
    edges = fragment(read(FOLLOWERS, text), Edges).rows
    assert (edges.peer.decode(), days(edges.since)) == (["ada", "bo"], ["2026-08-10", "2026-08-09"])


def test_links_elsewhere_name_nobody() -> None:
    elsewhere = '<a href="https://instagram.com.example/ada">ada</a><a href="https://www.instagram.com/p/AbC/">x</a>'
    reading = read(FOLLOWERS, page(f"{elsewhere}<div>Aug 10, 2026 4:38 am</div>", person("bo")))
    assert fragment(reading, Edges).rows.peer.decode()[-1] == "bo"


# ---------------------------------------------------------------- acts


def test_a_liked_post_is_of_the_user_name_and_not_of_a_year_in_its_caption() -> None:
    rows = (
        '<table><tr><td colspan="2">URL<div><a href="https://www.instagram.com/p/AbC/">x</a></div></td></tr>'
        "<tr><td>Caption</td><td>The best of 2019 &amp; more</td></tr><tr><td>Username</td><td>ada</td></tr></table>"
    )
    reading = read("likes/liked_posts.html", page(f"{rows}<div>Aug 10, 2026 4:38 am</div>"))
    acts = fragment(reading, Interactions).rows
    assert (acts.peer.decode(), acts.post.decode()) == (["ada"], ["https://www.instagram.com/p/AbC/"])
    assert [str(at) for at in acts.at] == ["2026-08-10T11:38:00"]


def test_a_liked_comment_is_of_whom_its_heading_names() -> None:
    inside = '<h2>ada</h2><a href="https://www.instagram.com/p/AbC/">so good</a><div>Aug 10, 2026 4:38 am</div>'
    reading = read("likes/liked_comments.html", page(inside))
    assert fragment(reading, Interactions).rows.peer.decode() == ["ada"]
    assert "so good" not in repr(reading)


# ---------------------------------------------------------------- what is no page of an export


@pytest.mark.parametrize("name", ["mine.html", "followers.htm", "close_friends.html", "index.html", "a/message_1.html"])
def test_a_page_is_known_by_its_name_alone_and_others_are_left(name: str) -> None:
    assert not READER.claims(member(name, page(person("ada"))))
    assert not READER.wants(name)


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><main><div><a href='https://www.instagram.com/ada'>ada</a></div></main></body></html>",
        "<!doctype html><html><body><a href='https://www.instagram.com/ada'>a</a><p>in 20 years</p></body></html>",
    ],
)
def test_a_page_in_which_nothing_has_a_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(FOLLOWERS, text)
    assert (caught.value.problem.key, caught.value.place) == ("objects.wrong_shape", FOLLOWERS)
    assert caught.value.remedy is not None


def test_an_export_of_a_list_with_nobody_in_it_is_an_empty_list() -> None:
    reading = read(FOLLOWERS, page())
    assert (reading.record.rows_read, len(fragment(reading, Edges).rows)) == (0, 0)


# ---------------------------------------------------------------- the head


@pytest.mark.parametrize(
    ("machine", "people", "zone"),
    [
        ("2026-08-12T05:03Z", "Terça-feira, 11 de agosto de 2026 às 22:03 UTC", -420),
        ("2026-08-12T05:03Z", "mercredi 12 août 2026 à 07:03 UTC", 120),
        ("2026-08-12T05:03:20+00:00", "Wednesday, August 12, 2026 at 10:33 AM", 330),
        ("2026-08-12T05:03", "August 12, 2026 at 5:03 AM", 0),
        ("2026-08-12T05:03Z", "August 14, 2026 at 5:03 AM", None),
        ("2026-08-12T05:03Z", "August 12, 2026 at 5:11 AM", None),
        ("2026-08-12T05:03Z", "some day", None),
        ("soon", "August 12, 2026 at 5:03 AM", None),
    ],
)
def test_the_zone_is_what_lies_between_both_times_of_the_head(machine: str, people: str, zone: int | None) -> None:
    assert head_of([[machine, people]]).zone == zone


@pytest.mark.parametrize("times", [[], [["", ""]], [["2026-08-12T05:03Z", ""]] * 3])
def test_a_head_without_two_different_days_has_no_range(times: list[list[str]]) -> None:
    assert not head_of(times).has_range


# ---------------------------------------------------------------- the parser


@pytest.mark.parametrize(
    ("inside", "tokens"),
    [
        ("a <b>b</b> c", [["text", "a"], ["text", "b"], ["text", "c"]]),
        ("<h3>a <i>b</i></h3>", [["heading", "a"], ["heading", "b"]]),
        ("&eacute;&#39;", [["text", "é'"]]),
        ("<script>x</script><style>y</style>z", [["text", "z"]]),
        ("<br><img src='a.jpg'><img>", [["media", "a.jpg"]]),
        ("<tr><td>a</td><td>b</td></tr>", [["cell", "a", "b", ""]]),
        ("<tr><td>a<div><div>b</div> c</div></td></tr>", [["cell", "a", "b c", ""]]),
        (
            "<tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr>",
            [["cell", "b", "c", ""], ["cell", "a", "", ""]],
        ),
        ("<a href=x>one", [["link", "one", "x"]]),
        ("</b></div></div>a", []),
        ("<td>a</td>", []),
        ("<table><tr></tr></table>", [["cell", "", "", ""]]),
    ],
)
def test_what_stands_in_a_box(inside: str, tokens: list[list[str]]) -> None:
    found = boxes(f"<html><body><main><div>{inside}</div></main></body></html>")
    assert isinstance(found, list)
    assert found[0] == tokens


def test_what_stands_outside_the_main_part_is_no_box() -> None:
    assert boxes("<html><nav><div>a</div></nav><main><p>b</p></main><footer><div>c</div></footer>") == [[["text", "b"]]]


def test_a_page_of_damaged_bytes_is_read_as_far_as_it_goes() -> None:
    content = b"\xef\xbb\xbf<html><main><div><a href='https://www.instagram.com/ada'>\xff\xfe</a></div>"
    assert convert(content)["boxes"] == [[["link", "\ufffd\ufffd", "https://www.instagram.com/ada"]]]


def test_deep_nesting_is_no_obstacle() -> None:
    deep = "<div>" * 200_000 + "</p>" * 200_000
    assert boxes(f"<html><body><main>{deep}") == [[]]


def test_a_page_made_to_keep_a_parser_busy_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reachcheck.readers.kit.pages.SECONDS", 1)
    with pytest.raises(UnreadableError) as caught:
        read(FOLLOWERS, "<html>" + "<a " * 40_000)
    assert caught.value.problem.key == "guard.crashed"
    assert caught.value.remedy is not None
    assert caught.value.remedy.key == "objects.wrong_shape_remedy"
