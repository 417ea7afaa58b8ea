"""The names check: reads each block once, then weighs all names of the story against each other."""

from collections.abc import Sequence

from desk.checks.check import Finding, Item, Rule
from desk.checks.house import Brief
from desk.checks.names.find import BlockNames, read_block
from desk.checks.names.group import gather
from desk.checks.names.judge import findings
from desk.checks.names.rules import RULES
from desk.errors import Unavailable
from desk.text.blocks import Block, Manuscript
from desk.text.words import grouped

MOST_WORDS = 6_000
"""Different words in the names of one story: ten times what a list of candidates has; 5,000 alike cost 3 seconds."""


class NamesCheck:
    """Finds two forms of one person, place or organisation in a story, and whatever else is wrong with its names."""

    item = Item.NAMES
    rules: tuple[Rule, ...] = RULES

    def key(self, brief: Brief) -> str:
        """Return the empty string: a reading depends on its block alone."""
        return ""

    def read(self, block: Block, brief: Brief) -> BlockNames:
        """Return the names of one block."""
        return read_block(block)

    def judge(self, manuscript: Manuscript, readings: Sequence[BlockNames], brief: Brief) -> list[Finding]:
        """Return what is wrong with the names of the story."""
        story = gather(manuscript.text, manuscript.blocks, readings, brief.house.country)
        if len(story.words) > MOST_WORDS:
            raise Unavailable(
                f"This text is too large to check whole: its names have {grouped(len(story.words))} different words, "
                f"and at most {grouped(MOST_WORDS)} are weighed against each other. Check it in parts."
            )
        return findings(story, brief)
