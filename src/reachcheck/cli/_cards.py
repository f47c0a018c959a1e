"""What the commands say of the rules, gathered from the registry and the method."""

from typing import TYPE_CHECKING

from reachcheck.formats.said.rules import Card, Rate

if TYPE_CHECKING:
    from reachcheck.plugins import Plugins


def cards(loaded: "Plugins | None" = None) -> tuple[Card, ...]:
    """One card a rule, in the order of the report; those of plug-ins last."""
    from reachcheck import settings
    from reachcheck.facts import error_rates, verdict_rates
    from reachcheck.rules import RULES
    from reachcheck.verdict.advice import CODES

    innocent = settings.load().method.innocent
    return tuple(
        Card(
            code=rule.code,
            family=rule.family,
            feeds_conduct=rule.feeds_conduct,
            innocent=tuple(innocent.get(rule.code, rule.innocent)),
            advised=rule.code in CODES,
            rates=tuple(
                Rate(known=each.known, start=each.start, end=each.end, error=each.worst)
                for each in error_rates.rates()
                if each.code == rule.code
            ),
            tested=verdict_rates.of_rule(rule.code),
        )
        for rule in (*RULES, *(() if loaded is None else loaded.rules))
    )
