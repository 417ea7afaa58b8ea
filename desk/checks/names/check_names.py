"""The names check: reads each block once, then weighs all names of the story against each other."""

from collections.abc import Sequence

from desk.checks.check import Finding, Item, Rule
from desk.checks.house import Brief
from desk.checks.names.find import BlockNames, read_block
from desk.checks.names.group import gather
from desk.checks.names.judge import findings
from desk.checks.names.rules import RULES
from desk.text.blocks import Block, Manuscript


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
        return findings(gather(manuscript.text, manuscript.blocks, readings, brief.house.country), brief)
