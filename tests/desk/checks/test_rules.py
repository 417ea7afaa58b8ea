"""The set of all own checks: every rule is named, explained, and shown by texts that it finds and leaves in peace.

A rule and an example is a subtest: as tests of their own they were a sixth of all, and took more time than their work.
"""

import re
from collections import Counter

import pytest

from desk.checking.runner import NO_WORDS, ReadingCache, run_check
from desk.checks.ads.copymap import mapped
from desk.checks.check import Item, Severity
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.house import Brief, House
from desk.checks.registry import OWN, own_check
from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.house_file import preset
from desk.text.blocks import Manuscript

CHECKS = [own_check(item) for item in OWN]
RULES = [(check, rule) for check in CHECKS for rule in check.rules]
GRAMMAR = [(GrammarCheck, rule) for rule in GrammarCheck.rules]


def examples(*, found):
    """Return each example that a rule finds (or leaves in peace): its name, check, rule and the example."""
    return [
        (f"{rule.id}, {'finds' if found else 'leaves'}, {number}", check, rule, example)
        for check, rule in RULES
        for number, example in enumerate(rule.examples, 1)
        if example.found == found
    ]


def test_each_item_and_each_id_is_there_once():
    assert max(Counter(check.item for check in CHECKS).values()) == 1
    assert max(Counter(rule.id for check in CHECKS for rule in check.rules).values()) == 1


def test_a_rule_is_named_after_its_item_and_says_what_it_looks_for(subtests):
    for check, rule in RULES:
        with subtests.test(rule.id):
            assert re.fullmatch(rf"{check.item}\.[a-z]+(?:-[a-z]+)*", rule.id)
            assert re.fullmatch(r"[A-Z“].{15,}", rule.description)


def test_a_rule_says_in_one_sentence_why_it_matters(subtests):
    for _, rule in (*RULES, *GRAMMAR):
        with subtests.test(rule.id):
            assert re.fullmatch(r"[A-Z“].{40,}[^.]\.", rule.why)
            assert rule.why.rstrip(".") != rule.description.rstrip(".")


def test_a_rule_has_texts_that_it_finds_and_that_it_leaves_in_peace(subtests):
    for _, rule in RULES:
        with subtests.test(rule.id):
            assert {example.found for example in rule.examples} == {True, False}


def findings(check, text, brief=None):
    result = run_check(check, mapped(Manuscript.of(text)), brief or Brief(), ReadingCache())
    assert result.unchecked in ("", NO_WORDS), "a remedy may leave nothing behind, which is nothing to check"
    return result.findings


def mended(text, remedy):
    for edit in sorted(remedy.edits, key=lambda e: e.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


class NoEngine:
    """Finds nothing, so that grammar has the findings of our own rules alone."""

    key, languages = "none", ()

    def ask(self, text, variant, meanwhile=None):
        meanwhile()
        return ()


def test_the_first_remedy_that_edits_mends_what_the_example_shows(subtests):
    """What an editor mends by one key is not reported a second time; two slips of one rule count down by one.

    Nor does any other rule of ours find something new in what it leaves, unless that is milder than what it mends: a
    label makes text that pretends to be the story an advertisement in the middle of it.
    """
    every, cache = (*CHECKS, GrammarCheck(NoEngine())), ReadingCache()
    for name, _, rule, example in examples(found=True):
        with subtests.test(name):
            _is_mended(every, rule, example, cache)


def _is_mended(every, rule, example, cache):
    before = findings_of_all(every, example.text, example.brief, cache)
    for finding in (finding for finding in before if finding.rule == rule.id):
        remedy = next((remedy for remedy in finding.remedies if remedy.edits), None)
        if remedy is not None:
            after = findings_of_all(every, mended(example.text, remedy), example.brief, cache)
            counts = [sum(f.rule == rule.id for f in found) for found in (after, before)]
            assert counts[0] < counts[1], (finding.quote, remedy.title)
            grave = [f for f in after if SEVERITIES.index(f.severity) <= SEVERITIES.index(finding.severity)]
            new = Counter(map(known_by, grave)) - Counter(map(known_by, before))
            assert not new, (finding.quote, remedy.title)


SEVERITIES = list(Severity)


def known_by(finding):
    return finding.rule, finding.quote.casefold()


def findings_of_all(every, text, brief, cache):
    story = mapped(Manuscript.of(text))
    return [finding for check in every for finding in run_check(check, story, brief, cache).findings]


TORN = re.compile(
    r"\b(?:a|an|and|at|by|carries|cost|for|from|in|is|of|on|or|the|to|with)\s*(?:[.,;:!?](?!\d)|\n\n|$)|\w\s+[.,;!?](?!\w)|"
    r"(?<=\w) {2,}(?=\w)|\( *\)|\[ *\]|[$£€]\s|\bthe (?:a|was|is|cars)\b|^\s*[.,;:]",
    re.IGNORECASE,
)
"""What is left of a sentence whose words were taken away."""


def with_the_first_key_alone(text, brief, *checks):
    """Return a draft after its findings were mended one by one, each with its first remedy."""
    for _ in range(40):
        found = (finding for check in checks for finding in findings(check, text, brief))
        remedy = next((f.remedies[0] for f in found if f.remedies and f.remedies[0].edits), None)
        if remedy is None:
            return text
        text = mended(text, remedy)
    raise AssertionError(f"mending has no end: {text}")


def torn(text):
    """Return where a sentence is torn; “9 a.m.” and the state of OR are whole."""
    return set(TORN.findall(re.sub(r"\b[ap]\.m\.|\bOR\b", "X", text)))


def test_a_draft_mended_with_the_first_key_alone_is_whole_sentences(subtests):
    for name, check, _, example in examples(found=True):
        with subtests.test(name):
            after = with_the_first_key_alone(example.text, example.brief, check)
            assert torn(after) <= torn(example.text), after


def test_whatever_a_house_chose_the_first_key_alone_leaves_whole_sentences(subtests):
    for choice in choices():
        with subtests.test(choice.key):
            _leaves_whole_sentences(choice)


def _leaves_whole_sentences(choice):
    style = own_check(Item.STYLE)
    for value in ("9", "10") if choice.number else [form.name for form in choice.forms]:
        brief = Brief(House(choices=((choice.key, value),)))
        for text in (*choice.bad, *choice.good):
            after = with_the_first_key_alone(text, brief, style)
            assert torn(after) <= torn(text), (value, after)


@pytest.mark.parametrize("name", ["ap-like", "economist-like"])
def test_what_one_rule_of_a_house_writes_no_other_writes_back(name):
    brief, style = Brief(House(choices=preset(name))), own_check(Item.STYLE)
    for text in dict.fromkeys(example.text for rule in style.rules for example in rule.examples):
        after = with_the_first_key_alone(text, brief, style)
        assert torn(after) <= torn(text), after


TO_COME = ("TK", "TKTK", "[TK]", "[check]", "[check the date]", "XXXX", "TBC", "(tk)", "???", "[insert date]")
AROUND = ("It opens on {}.", "The {} said no.", "She is, by {}, the last.", "It cost ${} million.")


def test_no_first_remedy_takes_away_words_that_are_to_come(subtests):
    for text in (sentence.format(note) for note in TO_COME for sentence in AROUND):
        with subtests.test(text):
            after = with_the_first_key_alone(text, None, own_check(Item.STRUCTURE))
            assert after == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Maren Oduya (CQ) told the board.", "Maren Oduya told the board."),
        ("The bridge was closed [check the name].", "The bridge was closed."),
        ("The engineer () told the board.", "The engineer told the board."),
        ("[query] The bridge was closed.", "The bridge was closed."),
    ],
)
def test_an_aside_goes_with_its_space(text, after):
    assert with_the_first_key_alone(text, None, own_check(Item.STRUCTURE)) == after


@pytest.mark.parametrize("found", [True, False], ids=["finds", "leaves in peace"])
def test_an_example_shows_what_it_says(found, subtests):
    for name, check, rule, example in examples(found=found):
        with subtests.test(name):
            assert (rule.id in {finding.rule for finding in findings(check, example.text, example.brief)}) == found
