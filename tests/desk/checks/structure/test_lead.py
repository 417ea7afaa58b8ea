"""A long lead is a matter of whole stories in short paragraphs; a paragraph on its own has no lead."""

from desk.checks.ads.copymap import mapped
from desk.checks.house import Brief
from desk.checks.placeholders import settings
from desk.checks.structure import StructureCheck
from desk.text.blocks import Manuscript

LONG = "The harbour board voted on Tuesday to wait " + "and to ask the engineers again " * 12 + "before spring."
BODY = "The board will meet again on Friday, said Maren Oduya, and the ferry will run until then.\n\n"
HEAD = "Board waits for its engineers\n\nBy Ines Calloway\n\n"


def rules(text):
    check, brief, story = StructureCheck(), Brief(), mapped(Manuscript.of(text))
    return [finding.rule for finding in check.judge(story, [check.read(b, brief) for b in story.blocks], brief)]


def test_a_long_first_paragraph_is_a_hint_in_a_story_and_none_on_its_own():
    limits = settings().limits
    assert limits.lead_words < len(LONG.split()) <= limits.paragraph_words
    assert "structure.long-lead" in rules(HEAD + LONG + "\n\n" + BODY)
    assert rules(LONG) == []


def test_a_story_in_long_paragraphs_may_begin_with_one():
    assert "structure.long-lead" not in rules(HEAD + LONG + "\n\n" + BODY + LONG.replace("harbour", "river"))
