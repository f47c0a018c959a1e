"""What the commands say of the rules, gathered from the registry and the method."""

from reachcheck.formats.text.rules import Card, Rate


def cards() -> tuple[Card, ...]:
    """One card a rule, in the order of the report."""
    from reachcheck import settings
    from reachcheck.facts import error_rates
    from reachcheck.rules import RULES

    innocent = settings.load().method.innocent
    return tuple(
        Card(
            code=rule.code,
            family=rule.family,
            feeds_conduct=rule.feeds_conduct,
            innocent=tuple(innocent.get(rule.code, ())),
            rates=tuple(
                Rate(known=each.known, start=each.start, end=each.end, error=each.worst)
                for each in error_rates.rates()
                if each.code == rule.code
            ),
        )
        for rule in RULES
    )
