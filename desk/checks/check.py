"""What a check is, what it finds, and how a finding is known again after edits elsewhere."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol, TypeVar

from desk.checks.house import Brief
from desk.text.blocks import Block, Kind, Manuscript
from desk.text.matcher import matcher
from desk.text.spans import Span


class Item(StrEnum):
    """The automatic lines of the checklist, in the order shown."""

    GRAMMAR = "grammar"
    NAMES = "names"
    FIGURES = "figures"
    ADS = "ads"
    STYLE = "style"
    STRUCTURE = "structure"


class Severity(StrEnum):
    """How much a finding matters: an error is wrong, a warning is probably wrong, a hint is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of `span`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to mend a finding, applied with one key and undone with one.

    Either `edits` to the text (spans of the text that was checked; several for "mend all"), or a `kind` to be set by
    hand for the block at the finding, or both; or the English (`en-GB`) that the whole story is to be checked as.
    """

    title: str
    edits: tuple[Edit, ...] = ()
    kind: Kind | None = None
    variant: str = ""

    def shifted(self, by: int) -> "Remedy":
        """Return the remedy for the same words, `by` code points further on."""
        return replace(self, edits=tuple(Edit(e.span.shifted(by), e.text) for e in self.edits))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that speaks for a finding, with a few words on what it shows ("Kim Jong Un, 2 places")."""

    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in the text; spans are code points of the manuscript."""

    item: Item
    rule: str
    span: Span
    quote: str
    message: str
    suggestions: tuple[str, ...] = ()
    severity: Severity = Severity.WARNING
    evidence: tuple[Evidence, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    fingerprint: str = ""
    subject: str = ""
    """What it is about beyond this place, for "not an error in this story / on this desk"; the quote if empty."""
    paragraph: str = ""
    """A digest of the words of its paragraph: a waiver holds as long as they stay as they are."""

    @property
    def key(self) -> tuple[str, str]:
        """Return rule and subject: the same problem elsewhere in the story, or in another story, has the same key."""
        return self.rule, " ".join((self.subject or self.quote).split())

    @property
    def pair(self) -> tuple[str, ...]:
        """Return the two forms or figures that an editor may say are one, or two; none where that is no question."""
        if self.item not in (Item.NAMES, Item.FIGURES):
            return ()
        first, _, second = self.subject.partition(" / ")
        return (first, second) if second else ()

    def shifted(self, by: int) -> "Finding":
        """Return the finding for the same words, `by` code points further on."""
        return replace(
            self,
            span=self.span.shifted(by),
            evidence=tuple(Evidence(e.span.shifted(by), e.note) for e in self.evidence),
            remedies=tuple(r.shifted(by) for r in self.remedies),
        )


def replacements(span: Span, suggestions: Iterable[str]) -> tuple[Remedy, ...]:
    """Return one remedy a suggestion: put it in the place of `span`."""
    return tuple(Remedy(f"Change to “{text}”" if text else "Delete", (Edit(span, text),)) for text in suggestions)


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows a rule: `text` must be found by it, or must be left in peace by it.

    `brief` is what the desk and the editor said before, where the rule hangs on it: the name book, an answer.
    """

    text: str
    found: bool
    brief: Brief = field(default_factory=Brief)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a check: `id` is `item.name`; the examples are run by a test about the set of all rules.

    `description` says what it finds; `why` says in one sentence why that matters to a newsroom, with its source where
    there is one, and is empty only for a rule of a desk's own file.
    """

    id: str
    description: str
    why: str
    examples: tuple[Example, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in words; empty texts where nothing is known. `wrong` and `right` are one example, before and after."""

    name: str = ""
    why: str = ""
    wrong: str = ""
    right: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        """Return whether there is anything to tell."""
        return any((self.name, self.why, self.wrong, self.note))


UNCHECKED_RULES = frozenset({"grammar.OTHER_LANGUAGE", "grammar.COPYDESK_NOT_WEIGHED"})
"""Findings of these say that something was not checked; none of them may fall, or the item would pass."""

PACK_ADVICE = "install its pack: copydesk engine install --language"
"""How a note on a passage that is unchecked says that its language has a pack."""


def pack_advised(sentence: str) -> str:
    """Return the language whose pack such a note advises, or the reason made of it; else an empty one."""
    language, stop, _ = sentence.removeprefix("Unchecked: ").partition(". ")
    return language if stop and PACK_ADVICE in sentence else ""


Reading = TypeVar("Reading")


class Check(Protocol[Reading]):
    """One line of the checklist as code: it reads block by block (cached by digest), then judges the story as a whole.

    `read` must depend on nothing but the block and what `key` returns, for the engine keeps readings by both. A
    reading holds offsets relative to its block. `judge` sees every block with its reading, in order; it must be fast,
    for it runs after each edit.
    """

    @property
    def item(self) -> Item:
        """Return the item that the check answers for."""
        ...

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return every rule that a finding of this check may name (a family such as `grammar.*` as one)."""
        ...

    def key(self, brief: Brief) -> str:
        """Return what a reading depends on besides its block, as a stable string."""
        ...

    def read(self, block: Block, brief: Brief) -> Reading:
        """Return what one block shows; raises `Unavailable` where the check cannot run at all."""
        ...

    def judge(self, manuscript: Manuscript, readings: Sequence[Reading], brief: Brief) -> list[Finding]:
        """Return the findings of the whole story; `readings[i]` belongs to `manuscript.blocks[i]`."""
        ...


_WORD = matcher(r"\w+")
_CONTEXT_WORDS = 3
_CONTEXT_REACH = 80


def fingerprinted(findings: Iterable[Finding], manuscript: Manuscript) -> list[Finding]:
    """Return the findings in text order, each with its fingerprint.

    A fingerprint hashes item, rule, the words in question and the three words on either side within the same block, so
    it survives every edit that leaves those alone; findings alike in all of that are told apart by their order.
    """
    seen: Counter[str] = Counter()
    paragraphs: dict[int, str] = {}  # each once: 200 findings in one line of a million characters took 10 s
    out = []
    for finding in sorted(findings, key=lambda f: (f.span, f.item, f.rule)):
        block = manuscript.block_at(finding.span.start)
        low, high = (block.start, block.end) if block else (0, len(manuscript.text))
        before = manuscript.text[max(low, finding.span.start - _CONTEXT_REACH) : finding.span.start]
        after = manuscript.text[finding.span.end : min(max(high, finding.span.end), finding.span.end + _CONTEXT_REACH)]
        parts = (
            finding.item,
            finding.rule,
            " ".join(finding.quote.split()),
            *_WORD.findall(before)[-_CONTEXT_WORDS:],
            "|",
            *_WORD.findall(after)[:_CONTEXT_WORDS],
        )
        base = "\0".join(parts)
        nth = seen[base]
        seen[base] += 1
        digest = hashlib.blake2b(f"{base}\0{nth}".encode(errors="surrogatepass"), digest_size=12).hexdigest()
        place = block.start if block else -1
        if place not in paragraphs:
            paragraphs[place] = _paragraph(block)
        out.append(replace(finding, fingerprint=digest, paragraph=paragraphs[place]))
    return out


def _paragraph(block: Block | None) -> str:
    """Return a digest of the block's words; where its lines break does not count."""
    words = " ".join(block.text.split()) if block else ""
    return hashlib.blake2b(words.encode(errors="surrogatepass"), digest_size=8).hexdigest()
