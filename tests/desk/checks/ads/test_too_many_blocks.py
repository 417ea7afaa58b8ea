"""A text of too many paragraphs for a copy map: ads are told as unchecked, never as none."""

from desk.checking.runner import ReadingCache, run_check
from desk.checks.ads import AdsCheck
from desk.checks.ads.check import UNLABELLED
from desk.checks.ads.copymap import MOST_BLOCKS, mapped
from desk.checks.house import Brief
from desk.text.blocks import Manuscript

WITH_AN_AD = UNLABELLED.examples[0].text


def checked(text):
    story = mapped(Manuscript.of(text))
    return story, run_check(AdsCheck(), story, Brief(), ReadingCache())


def test_an_ad_among_too_many_paragraphs_does_not_pass_for_none():
    assert checked(WITH_AN_AD)[1].findings
    story, result = checked(WITH_AN_AD + "\n\n" + "The board met again.\n\n" * MOST_BLOCKS)
    assert len(story.blocks) > MOST_BLOCKS
    assert result.findings == ()
    assert result.unchecked.startswith(f"The text has more than {MOST_BLOCKS:,} paragraphs")
    assert result.unchecked.endswith(".")


def test_as_many_as_are_mapped_are_checked():
    story, result = checked("Call the board.\n\n" * MOST_BLOCKS)
    assert len(story.blocks) == MOST_BLOCKS
    assert result.unchecked == ""
