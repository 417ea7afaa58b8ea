"""The rules as a set: each shows itself on its own examples, and no finding names another."""

from desk.checks.ads.copymap import mapped
from desk.checks.names.check_names import NamesCheck
from desk.checks.names.rules import RULES
from desk.text.blocks import Manuscript
from tests.rows import rows

EXAMPLES = [(rule.id, example) for rule in RULES for example in rule.examples]


@rows(("rule", "example"), EXAMPLES)
def test_every_example_is_found_or_left_in_peace(names, rule, example):
    roles = {nth: (block.kind, block.role) for nth, block in enumerate(mapped(Manuscript.of(example.text)).blocks)}
    found = {finding.rule for finding in names(example.text, example.brief, roles)}
    assert (rule in found) == example.found
    if not example.found:
        assert not found


def test_ids_are_unique_and_belong_to_the_item():
    ids = [rule.id for rule in NamesCheck().rules]
    assert len(ids) == len(set(ids))
    assert all(rule_id.startswith("names.") for rule_id in ids)
    assert all(rule.description for rule in RULES)
