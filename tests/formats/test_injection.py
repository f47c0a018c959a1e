"""Nothing in any output is more than text, whatever strangers call themselves, their columns and their files."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import report_samples
from markdown_it import MarkdownIt

import naughty
from reachcheck.formats import html, markdown, tabled, to_csv, to_json, to_json_batch
from reachcheck.formats.clean import clean
from reachcheck.formats.locales import load
from reachcheck.formats.markdown.inline import code, escape, started
from reachcheck.formats.template import Slot, parse
from reachcheck.formats.text import print_lines, render, render_inspection
from reachcheck.formats.words import Words
from reachcheck.message import Message, msg
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.results.answer import Answer
from reachcheck.results.batch import Batch, BatchRow
from reachcheck.results.event import Event
from reachcheck.results.reply import Reply
from reachcheck.results.report import Inspection, Results
from reachcheck.results.tables import TABLES

EN = Words("en")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
TRIGGER = re.compile(r"[=+\-@\t\r\x00\uff1d\uff0b\uff0d\uff20]")
TEXT_CELLS = {"candidate", "source", "platform", "top_reasons", "missing", "unreadable_because"}


def numbered(text: str) -> str:
    """A name of a case that is itself harmless."""
    return ascii(text)[1:-1][:20].replace("\\", "")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def record(text: str) -> SourceRecord:
    said = msg("row.not_a_number", column=text, value=text)
    return SourceRecord(
        file=text, sha256="a" * 64, reader="generic", platform=text, rows_read=2, rows_kept=1,
        reported=(RowNote(2, said),), warnings=(RowNote(-1, msg("pipeline.unreadable", why=said)),),
        columns={text: "date", "b": text}, unmatched=(text, text),
    )  # fmt: skip


def results(text: str, reply: str | None = None) -> Results:
    """A report with a stranger's text in every field that strangers can fill."""
    known = report_samples.nathan()
    said = msg("unknown.absent", export=text)
    parts = tuple(replace(part, evidence=(text,), note=said) for part in known.measures[-1].parts)
    measures = tuple(replace(measure, notes=(said,), parts=parts) for measure in known.measures)
    event = Event(date=report_samples.START, what=text, stated=True)
    answer = Answer(
        words=text if reply is None else reply, links=(text,), events=(event,), undated=(text,), place=text, code=text
    )
    findings = tuple(
        replace(f, evidence=(text,) * 3, innocent=(said,), observed=said, reply=(answer,)) for f in known.findings
    )
    return replace(
        known,
        profile=replace(known.profile, handle=text, platform=text, zone=text),
        sources=(record(text),),
        measures=measures,
        findings=findings,
        events=(event,),
        reply=Reply(file=text, general=(answer,), unmatched=(answer,)),
        notes=(msg("note.withheld", platform=text, exports=(text,)),),
        verdict=replace(known.verdict, against=(said,), for_=(said,)),
    )


def inspection(text: str) -> Inspection:
    known = report_samples.inspection()
    people = tuple(replace(person, handle=text, platform=text) for person in known.people)
    return replace(known, people=people, sources=(record(text),), ignored=(text,) * 3, unopened=(text,))


def batch(text: str) -> Batch:
    error = msg("columns.absent", column=text, names=(text, text))
    bad = BatchRow(candidate=text, source=text, error=error, error_place=text)
    good = BatchRow(
        candidate=text, source=text, platform=text, followers=-12.5, real_reach_low=0.0, verdict="mixed",
        reasons=(msg("unknown.absent", export=text),), missing=(text,),
    )  # fmt: skip
    return Batch(rows=(bad, good), ignored=(text,))


def shown(text: str) -> Iterator[str]:
    """Everything that a person sees in a terminal."""
    for width in (40, 100):
        yield "\n".join(line.text for line in render(results(text), EN, width))
    yield "\n".join(line.text for line in render_inspection(inspection(text), EN, 80))
    yield "\n".join(line.text for line in render(results(text), EN, 80, unicode=False))


def check_terminal(text: str) -> None:
    for page in shown(text):
        assert naughty.active(page) == [], repr(text)


def check_rows(said: str) -> None:
    assert naughty.active(said.replace("\r\n", "\n")) == []
    assert not re.search(r";\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", said)
    found = list(csv.reader(io.StringIO(said, newline=""), strict=True))
    assert {len(row) for row in found} == {len(found[0])}
    numbers = re.compile(r"-?[\d.]+(e[-+]\d+)?")
    assert [cell for row in found for cell in row if TRIGGER.match(cell.lstrip()) and not numbers.fullmatch(cell)] == []


def check_table(text: str) -> None:
    said = to_csv.render(tabled.of_batch("candidates", batch(text), EN))
    assert naughty.active(said.replace("\r\n", "\n")) == []
    header, *rows = csv.reader(io.StringIO(said, newline=""), strict=True)
    assert len(rows) == 2
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        for name in TEXT_CELLS:
            assert not TRIGGER.match(cells[name].lstrip()), (name, cells[name])
        assert not cells["candidate"].startswith("@")
    assert [(row[3], row[4]) for row in rows] == [("", ""), ("-12.5", "0")]
    # Where semicolons divide cells, a line is divided there whatever our quotes say.
    assert not re.search(r";\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", said)
    for name in TABLES:
        check_rows(to_csv.render(tabled.of_profile(name, results(text), EN)))


def whole(text: str) -> str:
    """What is left of a text that is not all characters."""
    return text.encode("utf-8", "backslashreplace").decode()


def check_json(text: str) -> None:
    said = to_json.render(results(text), EN)
    assert naughty.active(said) == []
    data = json.loads(said)
    assert data["profile"]["handle"] == whole(text)
    assert data["sources"][0]["file"] == whole(text)
    assert data["sources"][0]["reported"][0]["what"]["params"]["value"] == whole(text)
    looked = json.loads(to_json.render_inspection(inspection(text), EN))
    assert looked["ignored"] == [whole(text)] * 3
    lines = to_json_batch.render_lines(batch(text), EN)
    assert naughty.active(lines + to_json_batch.render(batch(text), EN)) == []
    assert [json.loads(line)["source"] for line in lines.splitlines()] == [whole(text)] * 2


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {
    "table", "thead", "tbody", "tr", "th", "td", "bullet_list", "list_item", "paragraph", "inline", "text",
    "code_inline", "softbreak",
}  # fmt: skip


BARE = re.compile(r"https?:|www\.|mailto:|\w@\w|(?<!\w)@\w|#\d", re.IGNORECASE)
"""What many sites make a link or a mention of, although Markdown does not."""


def tokens(said: str) -> list[Any]:
    found = MARKDOWN.parse(said)
    return [*found, *(child for token in found for child in token.children or ())]


def kinds(found: list[Any]) -> list[str]:
    return [token.type for token in found]


@cache
def of_a_plain_name(lines: int) -> list[str]:
    """What the report is made of where nobody means harm, and says so many lines in reply."""
    return kinds(tokens(markdown.render(results("name", "\n".join(["name"] * lines)), EN)))


def check_markdown(text: str) -> None:
    said = markdown.render_inspection(inspection(text), EN)
    assert naughty.active(said) == []
    found = tokens(said)
    assert {re.sub("_(open|close)$", "", token.type) for token in found} <= PLAIN, repr(text)
    assert kinds(found) == kinds(tokens(markdown.render_inspection(inspection("name"), EN))), repr(text)
    spans = [token.content for token in found if token.type == "code_inline"]
    expected = clean(text, 100)
    assert spans[0].strip() == re.sub(r"\\\|", lambda _: r"\\u{7c}", expected).replace(
        r"\\u{7c}", r"\\u{7c}"
    ).strip() or ("|" in expected)


def check_markdown_report(text: str) -> None:
    said = markdown.render(results(text), EN)
    assert naughty.active(said) == []
    found = tokens(said)
    if text:  # an empty zone and an empty reply are not shown
        lines = sum(bool(row.strip()) for row in text.splitlines())
        assert kinds(found) == of_a_plain_name(lines), repr(text)
    assert not [t.content for t in found if t.type == "text" and BARE.search(t.content)], repr(text)


class Elements(HTMLParser):
    """The elements of a page with the names of their attributes, in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", ()))


@cache
def plain_page(rows: int) -> list[tuple[str, tuple[str, ...]]]:
    """The elements where everybody is called "name", with so many rows of words in each reply."""
    return Elements(html.render(results("name", "\n".join(["name"] * rows)), EN)).found


def check_html(text: str) -> None:
    said = html.render(results(text), EN)
    assert naughty.active(said) == []
    rows = sum(bool(row.strip()) for row in text.splitlines())
    assert Elements(said).found == plain_page(rows), repr(text)


CHECKS = [check_terminal, check_table, check_json, check_markdown, check_markdown_report, check_html]


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("text", naughty.STRINGS, ids=numbered)
def test_no_text_of_a_stranger_is_more_than_text(text: str, check: Any) -> None:
    check(text)


@pytest.mark.shared_data
@pytest.mark.parametrize("check", CHECKS)
def test_no_string_of_the_big_list_is_more_than_text(shared_data: Path, check: Any) -> None:
    strings = naughty.naughty(shared_data)
    assert len(strings) == 515
    for text in strings:
        check(text)


@pytest.mark.parametrize("text", naughty.TERMINAL + naughty.HIDDEN, ids=numbered)
def test_on_a_terminal_only_our_own_styles_are_sent(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal = Terminal()
    print_lines(render(results(text), EN, 80), terminal)
    said = terminal.getvalue()
    assert set(STYLE.findall(said)) <= {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m"}
    assert naughty.active(STYLE.sub("", said)) == []


def sentences(lang: str, text: str) -> Iterator[str]:
    """Every sentence there is, with a stranger's text wherever a text may stand."""
    words = Words(lang)
    for key, template in load(lang).texts.items():
        slots = [slot for slot in parse(template) if isinstance(slot, Slot)]
        if all(slot.kind in ("", "plural", "count") for slot in slots):
            params: dict[str, Any] = {name: 2 for slot in slots for name in slot.parameters}
            params |= {slot.name: text for slot in slots if slot.kind == ""}
            yield words.text(Message(key, params))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("text", ["\x1b[2J", "\u202ea\u200b", "\x9b2J\r\n"], ids=numbered)
def test_no_sentence_lets_a_text_through_as_it_is(lang: str, text: str) -> None:
    said = list(sentences(lang, text))
    assert len(said) > 200
    assert [sentence for sentence in said if naughty.active(sentence) or "\n" in sentence] == []


@pytest.mark.parametrize(
    "text", ["a", "", " a ", "`", "``a`", "a|b", r"a\|b", "|", "||", "\\", "a\\", "`|`", "<b>", "&lt;"]
)
def test_a_code_span_in_a_table_shows_the_text(text: str) -> None:
    (span,) = [t.content for t in tokens(f"| a |\n| --- |\n| {code(text)} |") if t.type == "code_inline"]
    assert span.strip() == text.replace(r"\|", r"\\u{7c}").strip()


@pytest.mark.parametrize("text", [*naughty.MARKUP[:-3], "a\nb", "1) x", "12. x", "= x", "--- "], ids=numbered)
def test_escaped_text_is_plain_text(text: str) -> None:
    for around in ("{}", "- {}", "| a |\n| --- |\n| {} |"):
        found = tokens(around.format(started(escape(text))))
        inline = [token.type for token in found if token.type not in {t.type for t in tokens(around.format("x"))}]
        assert inline == []
        assert "".join(t.content for t in found if t.type == "text").strip().endswith(" ".join(text.split()))
