"""The report in the terminal: key lines, widths, signs, colours."""

import io
import re
from dataclasses import replace

import pytest
import report_samples

from reachcheck.formats.said import measures as said
from reachcheck.formats.text import print_lines, render, render_inspection
from reachcheck.formats.text.lines import columns, wrap
from reachcheck.formats.words import Words
from reachcheck.message import msg
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.results.finding import ErrorRate

SAMPLES = ("nathan", "circle", "network", "hostile")
BOXES = re.compile("[\u2500-\u257f]")


def _text(results, words, width=80, unicode=True):
    return "\n".join(line.text for line in render(results, words, width, unicode=unicode))


def test_the_first_screen(nathan, en):
    rows = [line.text for line in render(nathan, en, 80)][:9]
    assert rows[0].startswith("@nathan on X")
    assert rows[0].endswith("1 Oct 2025 to 30 Sep 2026 UTC")
    assert rows[3].split() == ["COUNT", "3,000"]
    assert rows[4].startswith("   REAL REACH   137 to 405")
    assert rows[6].split() == ["0", "137", "405", "3,000"]
    assert set(rows[7].strip()) == {"█", "▒", "░"}


def test_both_numbers_weigh_the_same(nathan, en):
    styles = {span.text.strip(): span.style for line in render(nathan, en, 80)[:6] for span in line.spans}
    assert styles["3,000"] == styles["137 to 405"] == "strong"


def test_the_bar_starts_at_0_and_is_to_scale(nathan, en):
    bar = next(line.text.strip() for line in render(nathan, en, 160) if "░░" in line.text)
    assert bar.startswith("█")
    assert bar.index("▒") / len(bar) == pytest.approx(137 / 3000, abs=0.01)
    assert bar.index("░") / len(bar) == pytest.approx(405 / 3000, abs=0.01)


def test_the_verdict_and_its_questions(nathan, en):
    text = _text(nathan, en)
    assert re.search(r"^INFLATED COUNT +confidence: high$", text, re.M)
    assert "Who is there      At least 71 % of followers show no sign of anyone behind" in text
    assert "not about @nathan." in text
    assert "Strong signs, of 2 separate kinds: growth and audience." in text


def test_what_would_be_without_readings_stands_under_the_ends(nathan, circle, en):
    told = " ".join(_text(nathan, en, 80).split())
    assert "Without readings real reach is 137 to 870, and the label is the same." in told
    other = replace(nathan, verdict=replace(nathan.verdict, without_readings="mixed"))
    assert "real reach is 137 to 870, and the label: Mixed." in " ".join(_text(other, en, 80).split())
    assert "Without readings" not in _text(circle, en, 80)


def test_how_often_the_label_errs_stands_under_it(nathan, circle, network, en):
    told = " ".join(_text(nathan, en, 160).split())
    assert (
        "In tests with all exports, 0.01 % of invented honest profiles of this size got this label, "
        "0.1 to 0.4 % in the worst of 36 scenarios. Of invented profiles with followers bought in lots 70 % got "
        "it. Where those accounts look like anybody's, and came in lots or over weeks, it is 5 %."
    ) in told
    verdict = circle.verdict
    alone = replace(verdict, tested=(report_samples.tested("honest", 0.86, least=0, most=1, got="genuine community"),))
    told = " ".join(_text(replace(circle, verdict=alone), en, 160).split())
    assert "86 % of invented honest profiles of this size got this label. How many with bought followers" in told
    assert "unknown: it was not measured" in _text(circle, en)
    fewer = replace(nathan.verdict, tested_without=("responses", "daily"))
    told = " ".join(_text(replace(nathan, verdict=fewer), en, 160).split())
    assert "These files lack who responded to which post and daily figures: what holds for them is not known." in told
    assert "got this label" not in told
    assert "this label" not in _text(network, en)


def test_a_flag_says_how_often_its_rule_errs_or_that_nobody_knows(nathan, en):
    known = ErrorRate(share=0.92, low=0.9, high=0.95, n=500, worlds=36, world="first: school", overall=0.04)
    findings = tuple(replace(f, error_rate=known) if f.code == "AUD201" else f for f in nathan.findings)
    told = " ".join(_text(replace(nathan, findings=findings), en, 160).split())
    assert "this rule flags 4 % of invented honest profiles of this size, 90 to 95 % in the worst of 36" in told
    assert "scenarios, a school that joined the platform together (500 profiles)" in told
    rarely = replace(known, looked=0.5)
    of_years = replace(known, share=0.3, overall=None, unseen=0.4, profiles=rarely)
    findings = tuple(replace(f, error_rate=of_years) if f.code == "GRO101" else f for f in findings)
    told = " ".join(_text(replace(nathan, findings=findings), en, 160).split())
    assert "this rule flags 30 % of invented honest years of this size in the worst of 36" in told
    assert "where no figure shows how people came, 40 %; this rule flags 4 % of invented honest profiles" in told
    assert "(500 profiles); it could look at 50 % of them" in told
    assert (of_years.most, known.most) == (0.92, 0.92)
    assert told.count("unknown: how often this rule errs") == sum(f.status == "flagged" for f in findings) - sum(
        f.error_rate is not None for f in findings
    )


def test_for_against_missing(nathan, en):
    text = _text(nathan, en)
    assert " + FOR THIS AUDIENCE\n   74 of 118 listed followers who responded came back (53 to 71 %)" in text
    assert re.search(r"^   1,391 of 1,469 who followed together .* AUD201$", text, re.M)
    assert re.search(r"^   accounts reached by each post +could raise 137, up to 405$", text, re.M)
    assert re.search(r"^   the network of follows +would say more$", text, re.M)


def test_the_ladder_marks_what_sets_the_ends(nathan, en):
    text = _text(nathan, en)
    assert re.search(r"^WHY 137, WHY 405 +kind of statement$", text, re.M)
    assert re.search(r"^ > at least   137   who would respond: 158 \(137 to 202\) +estimate$", text, re.M)
    assert re.search(r"^ > at most    405   .* reading$", text, re.M)
    assert "Reading: if nobody is behind arrivals of unexplained steps" in text
    assert re.search(r"^   at most    870 ", text, re.M)
    assert "nothing in these files says more" not in text


def test_growth_as_blocks_and_as_numbers(nathan, en):
    assert "▁▅" in _text(nathan, en)
    assert "A  unexplained step: +1,480, 12 to 14 Feb 2026" in _text(nathan, en)
    assert "   214 -> 214 -> 1,730 -> 1,730 -> 3,000 -> 3,000" in _text(nathan, en, unicode=False)


def test_findings_flagged_first_then_clear_then_unknown(nathan, en):
    text = _text(nathan, en)
    assert "2 flagged, 1 clear, 1 unknown. A flag does not say why." in text
    marks = re.findall(r"^ ([!.?]) ([A-Z]{3}\d{3}) ", text, re.M)
    assert [mark for mark, _ in marks] == ["!", "!", ".", "?"]
    assert "nathan/daily.csv:136, nathan/daily.csv:137, nathan/daily.csv:138" in text
    assert "and 2 more" in text
    assert "innocent?  a crowd came for the account" in text


def test_measures_with_interval_n_and_reason(nathan, en):
    text = _text(replace(nathan, what_if=()), en, 160)
    assert re.search(
        r"Engagement rate by followers \(over followers at the time\) +0\.51 % +0\.41 to 0\.63 % +49", text
    )
    assert re.search(r"Comments answered \(over comments\) +82 % +71 to 89 % +58 of 71", text)
    assert "With accounts reached by each post: Engagement rate by accounts reached" in text
    assert "With the network of follows: Mutual share of the network" in text


def test_other_accounts_are_context_only(nathan, en):
    text = _text(nathan, en, 160)
    assert "Context only: it feeds no rule." in text
    assert "median 0.33 %, middle half 0.07 to 1.34 %" in text
    assert "accounts: median" in text and "Numerator: not stated." in text
    assert "playersells-open-data, 2026-10, n = 31,869, grade A-." in " ".join(text.split())


def test_every_row_is_accounted_for(nathan, en):
    text = _text(nathan, en)
    assert "368 rows read = 365 kept + 3 reported" in text
    assert "nathan/daily.csv:40: " in text
    assert "2 columns without a meaning here: remark and colour" in text
    assert "3,349 rows read = 3,346 kept + 3 reported" in text


def test_of_very_many_files_those_with_something_to_say_are_shown_and_the_rest_counted(nathan, en):
    plain = SourceRecord(file="", sha256="", reader="generic", rows_read=2, rows_kept=2)
    files = [replace(plain, file=f"post-{n}.json") for n in range(30)]
    files[29] = replace(files[29], rows_kept=1, reported=(RowNote(3, msg("table.not_an_object")),))
    shown = _text(replace(nathan, sources=tuple(files)), en, 120)
    assert "post-18.json" in shown and "post-19.json" not in shown
    assert "post-29.json" in shown
    assert "and 10 more files: 20 rows read = 20 kept + 0 reported" in shown


def test_a_circle(circle, en):
    text = _text(circle, en, 160)
    assert text.startswith("premier-cercle on Facebook")
    assert "friends who are there, answering or just reading" in text
    assert "GENUINE COMMUNITY" in text
    assert " - AGAINST THIS COUNT\n   nothing flagged" in text
    assert "No sign seen. Clear is not proof. Rules that could look: GRO101." in text


def test_where_no_rule_could_look_nothing_flagged_is_not_said(circle, en):
    blind = tuple(replace(finding, status="unknown") for finding in circle.findings)
    text = _text(replace(circle, findings=blind), en, 160)
    assert " - AGAINST THIS COUNT\n   nothing that these files could show" in text
    assert "nothing flagged" not in text.split("FINDINGS")[0]


def test_a_network_has_no_real_reach(network, en):
    text = _text(network, en)
    assert "Not given: no file states the count to bound." in text
    assert "NOT ASSESSABLE" in text
    assert "Cannot be told from these files." in text
    assert "WHY" not in text


def test_french(nathan, fr):
    text = _text(nathan, fr)
    assert "@nathan sur X" in text
    assert "PUBLIC RÉEL   de 137 à 405" in text
    assert "du 1er oct. 2025 au 30 sept. 2026" in text
    assert re.search(r"^COMPTEUR GONFLÉ +confiance\u202f: élevée$", text, re.M)
    assert "3\u202f000" in text
    assert "Un écart ne dit pas pourquoi." in text
    assert "'" not in text
    assert not re.search(r"[^\u202f]([;!?%])(?= |$)", re.sub(r"^ [!?] ", "", text, flags=re.M), re.M)


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 60, 80, 160, 200])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_wider_than_the_page(name, width, lang, unicode):
    results = getattr(report_samples, name)()
    for line in render(results, Words(lang), width, unicode=unicode):
        assert columns(line.text) <= width, line.text
        assert "\n" not in line.text


@pytest.mark.parametrize("name", ["nathan", "circle", "network"])
def test_without_unicode_all_signs_are_ascii(name, en):
    results = getattr(report_samples, name)()
    assert all(line.text.isascii() for line in render(results, en, 80, unicode=False))
    accents = {char for line in render(results, Words("fr"), 80, unicode=False) for char in line.text} - set(
        map(chr, range(128))
    )
    assert all(char.isalpha() for char in accents)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_boxes_and_nothing_hidden(name, en):
    text = _text(getattr(report_samples, name)(), en)
    assert not BOXES.search(text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)


def test_the_same_results_give_the_same_lines(nathan, en):
    assert render(nathan, en, 80) == render(report_samples.nathan(), Words("en"), 80)


@pytest.mark.parametrize("width", [60, 80, 160])
def test_an_inspection(width, en):
    rows = render_inspection(report_samples.inspection(), en, width)
    text = "\n".join(line.text for line in rows)
    assert re.search(r"follows +2,981 rows, 2,981 in", text)
    assert re.search(r"Abonnés +followers", text)
    assert text.startswith("@nathan on X")
    running = " ".join(text.split())
    assert "follows, in 3,000 rows, 1 Oct 2025 to 30 Sep 2026, all there is, newest first" in running
    assert "posts 3,000 rows, 1 Oct 2025 to 30 Sep 2026, the top of a longer list SOURCES" in running
    assert text.index("photo.jpg") < text.index("NEVER OPENED") < text.index("messages.json")
    assert all(columns(line.text) <= width for line in rows)


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_colour_only_on_a_terminal(nathan, en, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    lines = render(nathan, en, 80)
    pipe, terminal = io.StringIO(), _Terminal()
    print_lines(lines, pipe)
    print_lines(lines, terminal)
    assert "\x1b" not in pipe.getvalue()
    assert "\x1b[1m" in terminal.getvalue()
    bare = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue())
    assert [row.rstrip() for row in bare.splitlines()] == pipe.getvalue().splitlines()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("NO_COLOR", ""), ("TERM", "dumb")])
def test_no_colour_where_it_is_not_wanted(nathan, en, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    terminal = _Terminal()
    print_lines(render(nathan, en, 80), terminal)
    assert "\x1b" not in terminal.getvalue()


def test_wrapping_keeps_percent_signs_and_counts_wide_characters():
    assert wrap("up to 71 %", 8) == ["up to", "71 %"]
    assert wrap("日本語日本語", 4) == ["日本", "語日", "本語"]
    assert wrap("", 10) == [""]


def test_a_need_tells_what_was_asked_and_what_was_found(nathan, en):
    text = " ".join(_text(nathan, en).split())
    assert "NEED: WHAT WE LOOK FOR" in text
    assert "1 met, 1 not met, 3 unknown. Unknown is not a no." in text
    assert "Weighted as asked, 25 to 75 % is met" in text
    assert "asked at least 30 % found 82 % (71 to 89 %), n = 58 of 71 what for why" in text
    assert "asked at most 10 days, counted over 12 or more found 24 days, n = 52 if accepted met" in text
    assert "would tell the network of follows" in text
    assert "accounts reached by each post, which this platform gives to nobody" in text


def test_without_a_need_there_is_no_section(circle, en):
    assert "NEED" not in _text(circle, en)


def test_what_if_says_what_moves_and_what_nobody_gets(nathan, en):
    rows = [" ".join(row.split()) for row in _text(nathan, en).splitlines()]
    at = rows.index("Accounts reached by each post could raise 137, up to 405")
    assert rows[at + 1] == "could lower 405, down to 137"
    assert rows[at + 2].startswith("together with the list of posts with their counts: Engagement rate by")
    assert "Rules that could then look: GRO101 and GRO104." in " ".join(rows)
    assert "The network of follows moves no end" in rows
    assert "Who responded to which post X gives it to nobody" in rows
    assert not [row for row in rows if row.startswith("With the network of follows: ")]


def test_a_long_title_of_a_need_wraps(nathan, en):
    (need,) = nathan.needs
    long = replace(need, need=replace(need.need, title={"en": "wide " * 39}))
    assert max(len(row) for row in _text(replace(nathan, needs=(long,)), en).splitlines()) <= 80


def test_both_ends_stand_over_the_bar_where_it_is_short(nathan, en):
    scale = next(line.text.split() for line in render(nathan, en, 60) if line.text.strip().startswith("0 "))
    assert scale == ["0", "137", "405", "3,000"]


def test_the_key_names_only_what_is_drawn(nathan, circle, en):
    full = replace(circle, real_reach=replace(circle.real_reach, high=594.0))
    assert "do not account for" in _text(nathan, en)
    assert "do not account for" not in _text(full, en)


@pytest.mark.parametrize("brief", [True, False])
def test_a_wide_terminal_shows_two_columns_that_say_what_one_says(nathan, en, brief):
    wide, narrow = ([line.text for line in render(nathan, en, width, brief=brief)] for width in (200, 98))
    assert len(wide) < len(narrow)
    said = sorted(" ".join(row.split()) for row in narrow if row.strip())
    halves = sorted(" ".join(half.split()) for row in wide for half in (row[:100], row[100:]) if half.strip())
    assert halves == said
    assert "WHY 137, WHY 405" in wide[0]


def test_measures_stand_by_family_and_the_leading_ones_alone_unless_all_are_asked_for(nathan, en):
    known = [measure for measure in nathan.measures if measure.known]
    rows = {full: [line.text for line in render(nathan, en, 120, full=full)] for full in (True, False)}
    for full, told in rows.items():
        shown = {measure.id for measure in said.shown(nathan, full=full)}
        names = [en.name("measure", measure.id) for measure in known]
        table = told[told.index("MEASURES") : told.index("OTHER ACCOUNTS")]
        seen = {name for name in names if any(row.startswith(f"     {name}") for row in table)}
        assert seen == {en.name("measure", ident) for ident in shown}
    more = len(known) - len(said.shown(nathan, full=False))
    assert any("--all" in row for row in rows[False]) == (more > 0)
    assert not any("--all" in row for row in rows[True])


def test_a_measure_that_sets_a_bound_or_that_somebody_needs_is_always_shown(nathan):
    bounds = {bound.measure for bound in nathan.real_reach.bounds}
    needed = {each.criterion.measure for need in nathan.needs for each in need.criteria}
    known = {measure.id for measure in nathan.measures if measure.known}
    assert (bounds | needed) & known <= {measure.id for measure in said.shown(nathan, full=False)}


def test_every_leading_measure_exists():
    from reachcheck.measures.registry import MEASURES

    assert {spec.id for spec in MEASURES} >= said.LEADING


def test_kinds_of_statement_stand_in_one_place_each_on_a_narrow_page(nathan, en):
    rows = [line.text for line in render(nathan, en, 60)]
    ladder = rows[rows.index("WHY 137, WHY 405                           kind of statement") :]
    ladder = ladder[: ladder.index("")]
    kinds = [row for row in ladder if row.endswith(("fact", "estimate", " reading"))]
    assert len({row.startswith("          ") for row in kinds}) == 1
