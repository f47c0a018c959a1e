"""The findings: a list of entries for what is flagged, a line for what is clear or unknown."""

from reachcheck.formats.markdown.blocks import bullets, entries, heading, paragraph, section
from reachcheck.formats.said import findings as said
from reachcheck.formats.words import Words
from reachcheck.results.report import Results


def findings(results: Results, words: Words) -> list[str]:
    """Flagged first, then clear, then unknown."""
    if not results.findings:
        return []
    found = said.by_status(results)
    blocks = [paragraph(said.counts(results, words))]
    for finding in found["flagged"]:
        title = f"! {finding.code} {words.text(finding.title)} ({words.name('family', finding.family)})"
        blocks += [heading(title, 3), entries(said.entries(finding, results, words), words)]
    for status in ("clear", "unknown"):
        told = [f"{finding.code} {said.short(finding, words)}" for finding in found[status]]
        blocks += [heading(words.name("status", status), 3), bullets(told)] if told else []
    return section(words.say("report.findings"), *blocks)
