"""What holds for any text: places are right, order and repetition change nothing, mending ends a finding."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.checks.house import Brief
from desk.checks.names.check_names import NamesCheck
from desk.text.blocks import Manuscript

FAMILIES = ["Oldenkamp", "Felsenbach", "Qaramov", "Szentivan", "MacDowell", "Peñarrubia", "al-Khattab", "O’Halloway"]
SLIPS = {
    "Oldenkamp": "Oldenkapm",
    "Felsenbach": "Felsenbahc",
    "Qaramov": "Karamov",
    "Szentivan": "Szentivaan",
    "MacDowell": "Macdowell",
    "Peñarrubia": "Penarrubia",
    "al-Khattab": "el-Khatab",
    "O’Halloway": "O’Hallowey",
}
GIVEN = ["Marta", "Rashid", "Fiona", "Pavel", "Bridget", "Samuel"]
MARKS = [
    "Mr.",
    "President",
    "the",
    "said",
    "met",
    "and",
    ",",
    ".",
    "\n",
    "\n\n",
    "“",
    "”",
    "’s",
    "(",
    ")",
    "of",
    "-",
    "😀",
]
OTHERS = [
    "U.S.",
    "US",
    "UNHCR",
    "UNCHR",
    "University",
    "Kyiv",
    "Kiev",
    "e\u0301",
    "محمد",
    "World Health Organization (WHI)",
    "Abu Hamza",
    "Hamza",
    "Xi Jinping",
    "Mr. Jinping",
    "chairman",
    "chairwoman",
    "al Khattab",
    "said",
    "Committee",
    "Cimmittee",
]
PIECES = st.sampled_from([*GIVEN, *FAMILIES, *SLIPS.values(), *MARKS, *OTHERS])
TEXTS = st.lists(PIECES, max_size=60).map(" ".join)
ANY = st.one_of(TEXTS, st.text(max_size=200))


@pytest.fixture(scope="module")
def found():
    check = NamesCheck()

    def findings(text):
        manuscript = Manuscript.of(text)
        return check.judge(manuscript, [check.read(block, Brief()) for block in manuscript.blocks], Brief())

    return findings


@given(ANY)
def test_every_place_holds_the_words_it_quotes(found, text):
    for finding in found(text):
        assert finding.span.of(text) == finding.quote
        assert finding.quote.strip() == finding.quote != ""
        for evidence in finding.evidence:
            assert 0 <= evidence.span.start < evidence.span.end <= len(text)
        for remedy in finding.remedies:
            ordered = sorted(edit.span for edit in remedy.edits)
            assert all(a.end <= b.start for a, b in pairwise(ordered))


@given(ANY)
def test_no_place_is_reported_twice(found, text):
    spans = sorted(finding.span for finding in found(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(ANY)
def test_judging_again_finds_the_same(found, text):
    assert found(text) == found(text)


@settings(max_examples=150)
@given(TEXTS)
def test_mending_all_places_of_a_pair_ends_it_in_any_text(found, text):
    def pairs():
        """Return the findings with a remedy: of somebody who is never introduced only the editor knows the name."""
        return [finding for finding in found(text) if finding.remedies]

    for subject in sorted({finding.subject for finding in pairs()}):
        text = mend(text, [finding for finding in pairs() if finding.subject == subject])
        assert subject not in {finding.subject for finding in pairs()}


STORIES = st.lists(st.sampled_from(FAMILIES), min_size=1, max_size=4, unique=True).flatmap(
    lambda families: st.tuples(st.just(families), st.permutations(range(3 * len(families))))
)


def paragraphs(families):
    for given_name, family in zip(GIVEN, families, strict=False):
        yield f"The crew saw the pilot, {given_name} {family}, at noon."
        yield f"Nobody answered, and {family} went home after a while."
        yield f"In the end the crew thanked {SLIPS[family]} for the hat."


@settings(max_examples=60)
@given(STORIES)
def test_the_order_of_paragraphs_does_not_change_which_pairs_are_found(found, story):
    families, order = story
    parts = list(paragraphs(families))
    told = found("\n\n".join(parts))
    shuffled = found("\n\n".join(parts[i] for i in order))
    assert {f.subject for f in told} == {f.subject for f in shuffled} != set()


@settings(max_examples=60)
@given(STORIES)
def test_mending_every_place_leaves_no_finding_of_that_name(found, story):
    families, order = story
    parts = list(paragraphs(families))
    text = "\n\n".join(parts[i] for i in order)
    before = found(text)
    for subject in {finding.subject for finding in before}:
        text = mend(text, [f for f in found(text) if f.subject == subject])
        assert subject not in {finding.subject for finding in found(text)}
    assert found(text) == []


def mend(text, findings):
    """Apply the widest remedy of each pair, from the end of the text backwards."""
    edits = {edit for finding in findings for edit in finding.remedies[-1].edits}
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
