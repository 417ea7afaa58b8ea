"""Two texts of one story that were saved apart, as a person lays them together: whose they are, and what is asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.merging.values import Asks, MergeQuestion, MergeText, Sides, Take, Wording
from desk.text.blocks import Kind
from desk.text.kind_names import KIND_NAMES
from desk.text.moments import to_the_minute
from desk.text.words import plural, shortened

if TYPE_CHECKING:  # with rapidfuzz, 10 ms: the window knows our values before it is painted
    from desk.merging.merge import Merge

_NOBODYS = "What Copydesk finds"
"""How a paragraph is called whose kind nobody set."""
_START = 60
"""Characters by which a paragraph is told."""


@dataclass(frozen=True, slots=True)
class ApartSide:
    """Whose text it is, and from when; `copy` is empty for this database, `version` names it in all."""

    who: str
    when: datetime
    copy: str = ""
    version: str = ""

    @property
    def name(self) -> str:
        """Return who it is of, in a word or two."""
        return self.who or "Somebody"

    @property
    def said(self) -> str:
        """Return whose text it is, for the head of a column."""
        return f"{self.name}, {self.copy or 'here'}, {to_the_minute(self.when)}"


@dataclass(frozen=True, slots=True)
class NeedsYou:
    """One story that waits for a person: whose texts it has, and how much of it needs them, in words."""

    story: str
    slug: str
    whose: str
    needs: str
    questions: int = 0


@dataclass(frozen=True, slots=True)
class TextsApart:
    """What the question view shows of one story; `more` counts further texts that are laid together afterwards."""

    story: str
    slug: str
    ours: ApartSide
    theirs: ApartSide
    ours_text: MergeText
    theirs_text: MergeText
    merge: "Merge"
    more: int = 0

    @property
    def by_itself(self) -> str:
        """Return in a sentence what came together without asking; empty for nothing."""
        by = [paragraph.changed | paragraph.moved for paragraph in self.merge.paragraphs if paragraph.asked is None]
        counts = ((by.count(Sides.OURS), self.ours.name), (by.count(Sides.THEIRS), self.theirs.name))
        taken = [
            f"{plural(count, 'paragraph')} as {name} has {'it' if count == 1 else 'them'}"
            for count, name in counts
            if count
        ]
        return f"Came together by itself: {' and '.join(taken)}." if taken else ""

    @property
    def needs(self) -> str:
        """Return in a sentence how much needs a person."""
        count = len(self.merge.questions)
        return f"{plural(count, 'paragraph needs', 'paragraphs need')} you." if count else "Nothing needs you."

    def question_said(self, question: MergeQuestion) -> str:
        """Return why a person is asked, in a sentence."""
        ours, theirs = self.ours.name, self.theirs.name
        stays, went = (ours, theirs) if question.ours else (theirs, ours)
        if question.of_kinds_alone:
            return f"{ours} and {theirs} both set what this paragraph is."
        return {
            Asks.CHANGED_TWICE: f"{ours} and {theirs} both changed this paragraph.",
            Asks.CHANGED_OR_GONE: f"{stays} changed this paragraph; {went} took it out.",
            Asks.MOVED_OR_GONE: f"{stays} moved this paragraph; {went} took it out.",
            Asks.MOVED_TWICE: f"{ours} and {theirs} put this paragraph at different places.",
            Asks.PUT_IN_TWICE: f"{ours} and {theirs} both put something new in here.",
        }[question.asks]

    def take_said(self, question: MergeQuestion, take: Take) -> str:
        """Return what an answer means, for its button."""
        ours, theirs = self.ours.name, self.theirs.name
        if take in (Take.OURS, Take.THEIRS):
            return self._side_said(question, take)
        return {
            Take.OURS_FIRST: f"Both, that of {ours} first",
            Take.THEIRS_FIRST: f"Both, that of {theirs} first",
            Take.WRITTEN: "Write it anew",
        }[take]

    def _side_said(self, question: MergeQuestion, take: Take) -> str:
        side, words = (self.ours, question.ours) if take is Take.OURS else (self.theirs, question.theirs)
        where = side.copy or "here"
        if not words:
            return f"Take it out, as {side.name} did ({where})"
        if question.asks is Asks.MOVED_TWICE:
            return f"{self._place(question, take)}, as {side.name} has it ({where})"
        if question.of_kinds_alone:
            return f"{_kinds_said(words)}, as {side.name} has it ({where})"
        kind = f": {_kinds_said(words)}" if _kinds(question.ours) != _kinds(question.theirs) else ""
        return f"As {side.name} has it ({where}){kind}"

    def _place(self, question: MergeQuestion, take: Take) -> str:
        """Return where one side put a paragraph: behind which other one."""
        strip = self.merge.strips.of(Sides.OURS if take is Take.OURS else Sides.THEIRS)
        wording = (question.ours if take is Take.OURS else question.theirs)[0]
        at = wording.spots.ours if take is Take.OURS else wording.spots.theirs
        if not at:
            return "At the top"
        return f"Behind “{shortened(_flat(strip.wordings[strip.tokens[at - 1]]), _START)}”"


def _kinds(wordings: tuple[Wording, ...]) -> list[Kind]:
    """Return the kinds that were set by hand of some paragraphs."""
    return [kind for wording in wordings for _, kind in wording.kinds]


def _kinds_said(wordings: tuple[Wording, ...]) -> str:
    """Return what some paragraphs are called, each once; without a kind set by hand, who decides."""
    return " and ".join(dict.fromkeys(KIND_NAMES[kind] for kind in _kinds(wordings))) or _NOBODYS


def _flat(wording: Wording) -> str:
    return " ".join(wording.words.split())


def said_of(wordings: tuple[Wording, ...]) -> str:
    """Return paragraphs as one text, as the columns show it."""
    return "\n\n".join(wording.words for wording in wordings)
