"""The names check: reads each block once, then weighs all names of the story against each other."""

from collections.abc import Sequence

from desk.checks.check import Finding, Item, Rule, Severity
from desk.checks.house import Brief
from desk.checks.names.compare import weigh
from desk.checks.names.find import BlockNames, read_block
from desk.checks.names.group import Story, gather
from desk.checks.names.pairs import near
from desk.checks.names.report import departing, places_in_words, subject
from desk.checks.names.rules import RULES
from desk.text.blocks import Block, Manuscript
from desk.text.spans import Span

_ENOUGH = 1.0


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
        story = gather(manuscript.text, manuscript.blocks, readings)
        return near_variants(story)


def near_variants(story: Story) -> list[Finding]:
    out = []
    words = [w for w in story.words.values() if w.look == "word" and not story.ordinary(w)]
    for first, second in near(words):
        if first.key == second.key:
            continue
        verdict = weigh(story, first, second)
        if verdict.score < _ENOUGH:
            continue
        keep, depart = verdict.keep, verdict.depart
        message = (
            f"“{depart.text}” ({places_in_words(depart.count)}) and “{keep.text}” ({places_in_words(keep.count)}) "
            f"look like one name: {verdict.slip}."
        )
        out += departing(
            story.text, "names.near-variant", [Span(p.start, p.end) for p in depart.places],
            [Span(p.start, p.end) for p in keep.places], keep.text, message, subject(keep.text, depart.text),
            Severity.WARNING,
        )  # fmt: skip
    return out
