"""What other packages bring: only where it is allowed, named in the report, and no part of the verdict."""

import json
import re
import sys
from importlib.metadata import entry_points

import pytest
from installed import RULE, TEXTS
from jsonschema import Draft202012Validator

import reachcheck
from reachcheck.errors import UsageError
from reachcheck.formats import schemas
from reachcheck.plugins import load
from reachcheck.plugins.load import GROUPS
from reachcheck.results.plugin import Plugin

pytestmark = pytest.mark.usefixtures("template")
WITH = ("texts", "reader", "rule", "format")
GREEDY = """
    class Greedy:
        name = platform = "acme"
        platforms = frozenset({"acme"})
        def wants(self, name): return True
        def claims(self, member): return True
        def read(self, member, options): return "no reading"
    READER = Greedy()
"""


# ---------------------------------------------------------------- what must not happen


def test_nothing_is_loaded_unless_it_is_allowed(acme, plaza, inside, few):
    acme("raise SystemExit('loaded')")
    assert [e for group in GROUPS.values() for e in entry_points(group=group)]
    assert inside("analyze", few)[0] == 0
    assert inside("rules")[0] == 0
    assert reachcheck.analyze(few).tool.plugins == ()
    assert not {"acme_plugin", "acme_plugin.code", "reachcheck_template"} & sys.modules.keys()
    code, _, err = inside("inspect", str(plaza / "plaza_notices.csv"))
    assert "Plaza" not in err and code in (0, 3)


def test_a_rule_of_a_plug_in_changes_nothing_but_the_list_of_findings(acme, samples):
    acme()
    alone, told = (reachcheck.analyze(samples / "circle-594", plugins=plugins) for plugins in (False, True))
    same = ("verdict", "conduct", "real_reach", "measures", "composition", "notes", "accepted")
    assert [name for name in same if getattr(told, name) != getattr(alone, name)] == []
    assert told.conduct.level == "none seen"
    assert told.findings[: len(alone.findings)] == alone.findings
    more = told.findings[len(alone.findings) :]
    assert [(f.code, f.plugin, f.feeds_conduct, f.piece) for f in more] == [
        ("ACME-1", "acme-plugin", False, None),
        ("WEEKS-101", "reachcheck-template", False, None),
    ]
    assert [f.status for f in more if f.code == "ACME-1"] == ["flagged"]


def test_a_rule_that_makes_its_own_findings_still_weighs_nothing(acme, few):
    own = "    def check(self, m, method):\n        return replace(super().check(m, method), code='GRO101')\n\nRULE"
    acme(RULE.replace("\nRULE", f"\n{own}", 1))
    findings = reachcheck.analyze(few, plugins=True).findings
    assert [f.code for f in findings if f.plugin] == ["ACME-1", "WEEKS-101"]
    assert sum(f.code == "GRO101" for f in findings) == 1


def test_a_rule_cannot_change_the_measures(acme, few):
    acme(RULE.replace("        return Seen", "        measures['x'] = 1\n        return Seen"))
    with pytest.raises(UsageError) as caught:
        reachcheck.analyze(few, plugins=True)
    assert (caught.value.problem.key, caught.value.place) == ("plugin.failed", "acme-plugin 2.1")


def test_private_files_are_not_shown_to_a_reader(plaza):
    (reader,) = load().readers
    assert reader.wants("export/plaza_notices.csv")
    assert not reader.wants("messages/plaza_notices.csv")


def test_a_file_of_a_platform_of_ours_stays_with_our_reader(acme, tmp_path):
    acme(GREEDY, groups={"reachcheck.readers": {"acme": "acme_plugin.code:READER"}})
    lists = tmp_path / "export" / "connections" / "followers_and_following"
    lists.mkdir(parents=True)
    tie = {"href": "https://www.instagram.com/ann", "value": "ann", "timestamp": 1700000000}
    follower = {"title": "", "media_list_data": [], "string_list_data": [tie]}
    (lists / "followers_1.json").write_text(json.dumps([follower]), encoding="utf-8")
    (record,) = reachcheck.read(tmp_path / "export", plugins=True).sources
    assert record.reader == "instagram"


# ---------------------------------------------------------------- what is said of them


def test_the_report_names_what_was_loaded(plaza):
    results = reachcheck.analyze(plaza, plugins=True)
    assert results.tool.plugins == tuple(
        Plugin(kind=kind, name=name, package="reachcheck-template", version="1.0")
        for kind, name in zip(WITH, ("template", "plaza", "weeks", "line"), strict=True)
    )
    report = json.loads(reachcheck.render(results, format="json", plugins=True))
    Draft202012Validator(json.loads(schemas.text("report"))).validate(report)
    assert report["tool"]["plugins"][1] == {
        "kind": "reader", "name": "plaza", "package": "reachcheck-template", "version": "1.0",
    }  # fmt: skip
    assert {f["code"]: f["plugin"] for f in report["findings"] if f["plugin"]} == {"WEEKS-101": "reachcheck-template"}


def test_a_report_made_with_plug_ins_has_another_name(few):
    assert reachcheck.analyze(few).report_id != reachcheck.analyze(few, plugins=True).report_id


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("Weeks without a post", "a post in 2 of 13 weeks", "no part of the verdict", "plaza (reader, reach")),
        ("fr", ("Des semaines sans publication", "2 semaines sur 13", "hors de la conclusion", "plaza (lecteur, ")),
    ],
)
def test_the_text_says_it_in_both_languages(plaza, inside, lang, said):
    code, out, err = inside("analyze", str(plaza), "--plugins", "--lang", lang)
    assert (code, err) == (0, "")
    text = " ".join(out.split())
    assert [each for each in said if each not in text] == []
    assert "explain WEEKS-101 --plugins" in text


def test_what_french_lacks_is_said_in_english(acme, few, inside):
    acme()
    assert "Flagged by acme" in inside("analyze", few, "--plugins", "--lang", "fr")[1]


@pytest.mark.parametrize("command", [("rules",), ("explain", "WEEKS-101")])
def test_its_rule_is_listed_and_explained(inside, command):
    assert "Weeks with a post" in inside(*command, "--plugins")[1]
    assert "Weeks with a post" not in inside(*command)[1]


def test_its_reader_is_in_the_guide_and_its_format_can_be_chosen(plaza, inside):
    assert "Readers of plug-ins: Plaza" in inside("exports", "--plugins")[1]
    code, out, _ = inside("analyze", str(plaza), "--plugins", "-f", "line", "--lang", "fr")
    assert (code, out) == (0, "compteur 20, public réel de 1 à 20\u202f: Non évaluable\n")
    assert inside("analyze", str(plaza), "-f", "line")[0] == 2


def test_a_batch_reads_with_it(plaza, inside):
    _, out, err = inside("batch", str(plaza.parent), "--plugins", "-f", "json")
    rows = [row for row in json.loads(out)["rows"] if row["candidate"] == "plaza"]
    assert [row["platform"] for row in rows] == ["plaza"], err
    assert len(reachcheck.batch(plaza.parent, plugins=True).rows) >= 1


def test_what_it_flags_can_be_answered(plaza, inside, tmp_path):
    sheet = tmp_path / "reply.csv"
    assert inside("reply", str(plaza), "--plugins", "-o", str(sheet))[0] == 0
    rows = sheet.read_text(encoding="utf-8-sig").replace('"', "")
    assert "WEEKS-101" in rows
    lines = sheet.read_text(encoding="utf-8-sig").splitlines()
    filled = [line.replace(",,,,,", ",,I moved house,,,", 1) if "WEEKS-101" in line else line for line in lines]
    sheet.write_text("\n".join(filled), encoding="utf-8")
    code, out, err = inside("analyze", str(plaza), "--plugins", "--reply", str(sheet))
    assert (code, err) == (0, "")
    assert "I moved house" in out


# ---------------------------------------------------------------- what is wrong with them


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"code": "import nothing_of_that_name"}, "plugin.not_loaded"),
        ({"code": "raise SystemExit(3)"}, "plugin.not_loaded"),
        ({"code": "RULE = 3"}, "plugin.wrong_kind"),
        ({"code": RULE.replace('"growth"', '"weather"')}, "plugin.wrong_kind"),
        ({"code": RULE.replace("ACME-1", "GRO101")}, "plugin.code"),
        ({"code": RULE.replace("ACME-1", "acme1")}, "plugin.code"),
        ({"code": RULE.replace("ACME-1", "WEEKS-101")}, "plugin.taken"),
        ({"code": RULE.replace('("acme_pause",)', "()")}, "plugin.no_innocent"),
        ({"code": RULE.replace("acme_pause", "acme_holiday")}, "plugin.no_texts"),
        ({"texts": TEXTS.replace('errs = "e"\n', "")}, "plugin.no_texts"),
        ({"texts": None}, "plugin.not_loaded"),
        ({"texts": "no toml"}, "plugin.not_loaded"),
        ({"texts": f"{TEXTS}\n[rules]\nfeeds = 'x'"}, "plugin.taken"),
        ({"texts": f"{TEXTS}\n[reader]\nplaza = 'x'"}, "plugin.taken"),
        ({"texts": f"{TEXTS}\n[more]\nx = 3"}, "plugin.not_loaded"),
        ({"groups": {"reachcheck.texts": {"acme": "acme_plugin.code:RULE"}}}, "plugin.wrong_kind"),
        ({"groups": {"reachcheck.formats": {"json": "acme_plugin.code:replace"}}}, "plugin.taken"),
        ({"groups": {"reachcheck.formats": {"parquet": "acme_plugin.code:replace"}}}, "plugin.taken"),
        ({"groups": {"reachcheck.formats": {"line": "acme_plugin.code:replace"}}}, "plugin.taken"),
        ({"groups": {"reachcheck.formats": {"acme": "acme_plugin.code:Acme"}}}, "plugin.wrong_kind"),
        ({"groups": {"reachcheck.readers": {"acme": "acme_plugin.code:RULE"}}}, "plugin.wrong_kind"),
        (
            {
                "code": "from reachcheck.readers.generic import GenericReader as G\nREADER = G()",
                "groups": {"reachcheck.readers": {"acme": "acme_plugin.code:READER"}},
            },
            "plugin.taken",
        ),
    ],
)
def test_a_package_that_is_wrong_is_named(acme, inside, few, change, key):
    acme(**change)
    with pytest.raises(UsageError) as caught:
        load()
    assert caught.value.problem.key == key
    assert caught.value.place in ("acme-plugin 2.1", "reachcheck-template 1.0")
    assert caught.value.remedy is not None
    for lang in ("en", "fr"):
        code, out, err = inside("analyze", few, "--plugins", "--lang", lang)
        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 3 and "--plugins" in err and "[" not in err


@pytest.mark.parametrize("method", ["wants", "claims", "read"])
def test_a_reader_that_fails_is_named_without_what_it_read(acme, inside, tmp_path, method):
    harmless = re.compile(rf"def {method}\((self, [a-z, ]+)\): return .*")
    code = harmless.sub(rf"def {method}(\1): raise KeyError('somebody@example.org')", GREEDY)
    assert code != GREEDY
    acme(code, groups={"reachcheck.readers": {"acme": "acme_plugin.code:READER"}})
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "strange.txt").write_text("x", encoding="utf-8")
    said, out, err = inside("analyze", str(folder), "--plugins")
    assert (said, out) == (2, "")
    assert "acme-plugin 2.1" in err and "somebody" not in err and "Traceback" not in err


def test_a_format_that_fails_is_named(acme, inside, few):
    acme("def render(results, words): return None", groups={"reachcheck.formats": {"acme": "acme_plugin.code:render"}})
    code, out, err = inside("analyze", few, "--plugins", "-f", "acme")
    assert (code, out) == (2, "") and "acme-plugin 2.1" in err
