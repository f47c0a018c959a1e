"""How often a label comes out where the truth is known, in words."""

from reachcheck.formats.words import Words
from reachcheck.results.fared import Fared
from reachcheck.results.report import Results


def label_errs(results: Results, words: Words) -> str:
    """How often invented profiles of this size get the label: honest ones, and ones with bought followers.

    Nothing where there is no count, and so no size.
    """
    said = results.verdict
    if results.profile.followers is None:
        return ""
    if said.tested_without:
        return words.say("report.tested.lacking", exports=said.tested_without)
    found = {each.who: each for each in said.tested if each.got == said.label}
    if not found:
        return words.say("report.tested.not_at_all")
    return f"{_honest(said.label, found.get('honest'), words)} {_bought(found.get('lots'), found.get('aged'), words)}"


def _honest(label: str, got: Fared | None, words: Words) -> str:
    if got is None:
        return words.say("report.tested.not_honest")
    if label not in ("inflated count", "mixed"):
        return words.say("report.tested.right", share=got.share)
    worst = {"low": got.most.low, "high": got.most.high, "worlds": got.worlds}
    return words.say("report.tested.wrong", share=got.share, **worst)


def _bought(lots: Fared | None, aged: Fared | None, words: Words) -> str:
    if lots is None or aged is None:
        return words.say("report.tested.not_bought")
    return words.say("report.tested.bought", lots=lots.share, aged=aged.share)
