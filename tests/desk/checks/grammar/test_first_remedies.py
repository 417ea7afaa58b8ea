"""A draft mended with the first key alone, with the real engine: whatever it proposes first, its sentences stand."""

import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checking.trying import in_order, remedies_tried
from desk.checks.check import Severity
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.engine.rule_pack import pack_file
from desk.checks.grammar.findings import leaves_a_stump
from desk.checks.house import Brief
from desk.text.blocks import Manuscript
from tests.rows import rows

pytestmark = [pytest.mark.engine, pytest.mark.xdist_group("engine"), pytest.mark.timeout(240)]

TORN = re.compile(
    r"\b(?:an?|and|at|by|for|from|in|of|or|the|to|with)\s*(?:[.,;:!?](?!\d)|$)|\w\s+[.,;!?](?!\w)|(?<=\w) {2,}(?=\w)|"
    r"\( *\)|\b(?:an?|the) (?:an?|the|was|were|is|are|has|had)\b|^\s*[.,;:]|^$",
    re.IGNORECASE,
)
"""What is left of a sentence whose words were taken away."""
SLIPS = """
The board will meet at at the quay on Friday.
The the mayor said said that it was closed.
She had a apple and an pear with the her.
It is is one of of the oldest bridges in the the county.
He could of gone , but he did not .
They was late to to the meeting (again).
The engineer, who who built it, left left the town.
It costs more then ten dollars, but less then than twenty.
He said “the the bridge is closed.”
A number of of of boats was lost.
Their going to there house over they're.
We recieved an an letter of a hour ago.
The ship left the the quay.
It was, was it, a a mistake?
I has a dog, and and it bark.
The names of the teachers an drivers were read out.
"""
"""Slips of typing as they come in every draft: words doubled and put in wrong, signs with spaces; all invented."""
GRAVEST = list(Severity)
ROUNDS = 2
"""Walks through the draft; what one mend leaves behind is mended in the next."""


def shortened_examples():
    """Return the bad examples of our own pack whose first correction has fewer words: the others take nothing away."""
    out = []
    for example in ElementTree.parse(pack_file()).getroot().iter("example"):
        marker, correction = example.find("marker"), (example.get("correction") or "").split("|")[0]
        if marker is not None and len(correction.split()) < len(marker.text.split()):
            out.append("".join(example.itertext()))
    return out


def mended(text, findings):
    """Return a text after the first remedy of each finding, the last one first; none touches what another did."""
    free = len(text)
    for finding in sorted(findings, key=lambda f: f.span, reverse=True):
        edits = finding.remedies[0].edits if finding.remedies else ()
        if edits and max(edit.span.end for edit in edits) <= free:
            for edit in sorted(edits, key=lambda e: e.span, reverse=True):
                text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            free = min(edit.span.start for edit in edits)
    return text


def test_a_draft_mended_with_the_first_key_alone_is_whole_sentences(reading_engine):
    lines = [*SLIPS.strip().splitlines(), *shortened_examples()]
    check, cache, brief = GrammarCheck(reading_engine), ReadingCache(), Brief()
    text = "\n\n".join(lines)
    for _ in range(ROUNDS):
        result = run_check(check, Manuscript.of(text), brief, cache)
        assert not result.unchecked
        before, text = text, mended(text, result.findings)
        if text == before:
            break
    after = text.split("\n\n")
    assert len(after) == len(lines)
    both = zip(lines, after, strict=True)
    torn = {new: lost for old, new in both if (lost := set(TORN.findall(new)) - set(TORN.findall(old)))}
    assert torn == {}
    assert sum(old != new for old, new in zip(lines, after, strict=True)) > len(lines) // 2


@rows(
    ("suggestion", "quote", "after", "stump"),
    [
        ("the", "the her", ".", True),
        ("the", "the her", "", True),
        ("her", "the her", ".", False),
        ("the", "the the", " quay.", False),
        ("the", "teh", ".", False),
        ("", "the her", ".", False),
    ],
)
def test_a_suggestion_that_leaves_a_sentence_without_its_end_is_known(suggestion, quote, after, stump):
    assert leaves_a_stump(suggestion, quote, after) is stump


def test_the_first_remedy_leaves_nothing_new_to_be_told(reading_engine):
    """Of each finding, tried with the real engine: nothing that is as grave as what it mends."""
    check, cache, brief = GrammarCheck(reading_engine), ReadingCache(), Brief()
    for line in SLIPS.strip().splitlines():
        story = Manuscript.of(line)
        run = run_check(check, story, brief, cache)
        assert not run.unchecked
        tried = in_order(run, remedies_tried(check, story, brief, cache, lambda: False).orders)
        before = Counter((f.rule, f.quote.casefold()) for f in run.findings)
        for finding in (finding for finding in tried.findings if finding.remedies):
            after = run_check(check, Manuscript.of(mended(line, [finding])), brief, cache).findings
            grave = [f for f in after if GRAVEST.index(f.severity) <= GRAVEST.index(finding.severity)]
            assert not Counter((f.rule, f.quote.casefold()) for f in grave) - before, (line, finding.quote)
