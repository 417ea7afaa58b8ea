"""The rules of the names check, each with a text that shows it and one that it must leave in peace."""

from desk.checks.check import Example, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "names.near-variant",
        "Two spellings of one person, place or organisation",
        (
            Example(
                "Maria Kowalczyk won the seat. Kowalczyk thanked voters.\n\nLater, Kowalzcyk said the count was fair.",
                True,
            ),
            Example("Anna Zuma met Peter Duma. Zuma spoke first, and Duma agreed.", False),
        ),
    ),
)
