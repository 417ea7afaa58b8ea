"""The style check: reads each block with the rules of the house, then judges what only the whole story shows."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain

from desk.checks.ceiling import Made, under_ceiling
from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Rule, replacements
from desk.checks.house import Brief
from desk.checks.style.choices.declared import choices, rule_of
from desk.checks.style.choices.house_file import HouseChoices, house_style
from desk.checks.style.choices.judging import judged
from desk.checks.style.choices.reading import NO_FORMS, BlockForms, Rows, finders, read_forms
from desk.checks.style.choices.story_forms import StoryForms
from desk.checks.style.matching import Hit, hits
from desk.checks.style.quotes import (
    Marks,
    closing_place,
    goes_on,
    goes_on_without,
    left_open,
    marks,
    opening_place,
    opens,
    said_from,
    said_from_capital,
    said_last,
)
from desk.checks.style.rules import StyleRule, Way, rules_of, shipped_rules
from desk.errors import KnownError
from desk.text.blocks import Block, BlockRole, Kind, Manuscript
from desk.text.spans import Span
from desk.text.words import plural


@dataclass(frozen=True, slots=True)
class Reading:
    """What one block shows: hits of the rules that look no further, its quotation marks, and the forms in use."""

    hits: tuple[Hit, ...]
    marks: Marks
    forms: BlockForms = NO_FORMS


_NOTHING = Reading((), Marks())
_STRAIGHT = '"'
_MOST_PLACES = 12
"""Places shown as evidence at most."""


class StyleCheck:
    """House style as data: `resources/style/house.toml`, the desk's own file, less what the desk switched off."""

    item = Item.STYLE

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return the shipped rules and choices, with the examples that their files give."""
        return (*(rule.as_rule for rule in shipped_rules()), *(rule_of(choice) for choice in choices()))

    def key(self, brief: Brief) -> str:
        """Return a digest of the rules in force; raises `KnownError` where one of the desk's own files is broken.

        A reading has all forms of a choice, whatever the house wants: only its own rows of words count.
        """
        return _digest(_in_force(brief), _style(brief).rows)

    def read(self, block: Block, brief: Brief) -> Reading:
        """Return what one block shows; text that does not belong to the story is left in peace."""
        if not block.editorial:
            return _NOTHING
        flat = block.flat
        forms = read_forms(block, finders(_style(brief).rows))
        return Reading(tuple(hits(flat, _in_force(brief))), marks(flat), forms)

    def judge(self, manuscript: Manuscript, readings: Sequence[Reading], brief: Brief) -> list[Finding]:
        """Return the findings of every block, and those on forms of which the story uses more than one."""
        rules = {rule.id: rule for rule in _in_force(brief)}
        pairs = [(b, r) for b, r in zip(manuscript.blocks, readings, strict=True) if b.editorial]
        alone = (
            (hit.rule, partial(_found, block, hit, rules[hit.rule]))
            for block, reading in pairs
            for hit in reading.hits
            if rules[hit.rule].way is not Way.CONSISTENT
        )
        mixed = (made for rule in rules.values() if rule.way is Way.CONSISTENT for made in _mixed(pairs, rule))
        by_marks = {rule.marks: rule for rule in rules.values() if rule.way is Way.QUOTES}
        forms = [(block, reading.forms) for block, reading in zip(manuscript.blocks, readings, strict=True)]
        story = StoryForms(forms, (brief.house.country, brief.english.partition("-")[2]))
        both = judged(story, _style(brief), brief.house.style_off)
        return under_ceiling(chain(alone, mixed, _unpaired(pairs, by_marks), both))


@lru_cache(maxsize=8)
def _digest(rules: tuple[StyleRule, ...], rows: Rows) -> str:
    """Return a digest of rules and rows: to write them out takes .6 ms, and it is asked for with each look."""
    return hashlib.blake2b(f"{rules!r} {rows!r}".encode(), digest_size=12).hexdigest()


def _in_force(brief: Brief) -> tuple[StyleRule, ...]:
    house = brief.house
    return _tried_file(house.style_file, house.style_off) if house.style_file else _shipped(house.style_off)


@lru_cache(maxsize=8)
def _shipped(off: tuple[str, ...]) -> tuple[StyleRule, ...]:
    """Return the shipped rules less those switched off: asked for with each block, so kept by what is off alone."""
    return tuple(rule for rule in shipped_rules() if rule.id not in off)


def _tried_file(path: str, off: tuple[str, ...]) -> tuple[StyleRule, ...]:
    return _tried(rules_of(path), off, path)


def _style(brief: Brief) -> HouseChoices:
    return house_style(brief.house.house_file, brief.house.choices)


@lru_cache(maxsize=8)
def _tried(rules: tuple[StyleRule, ...], off: tuple[str, ...], path: str) -> tuple[StyleRule, ...]:
    """Return the rules in force; raises `KnownError` where an example of the desk's own contradicts its rule."""
    for rule in rules:
        for text, wanted in (*((t, True) for t in rule.bad), *((t, False) for t in rule.good)):
            if rule not in shipped_rules() and _finds(rule, text) != wanted:
                what = "its bad example “{}” is not found" if wanted else "its good example “{}” is found"
                raise KnownError(
                    f"The style file {path}, rule “{rule.id}”: {what.format(text)}; mend the rule or the example."
                )
    return tuple(rule for rule in rules if rule.id not in off)


def _finds(rule: StyleRule, text: str) -> bool:
    blocks = Manuscript.of(text).blocks
    pairs = [(block, Reading(tuple(hits(block.flat, (rule,))), marks(block.flat))) for block in blocks]
    if rule.way is Way.CONSISTENT:
        return any(_mixed(pairs, rule))
    if rule.way is Way.QUOTES:
        return any(_unpaired(pairs, {rule.marks: rule}))
    return any(reading.hits for _, reading in pairs)


def _found(block: Block, hit: Hit, rule: StyleRule) -> Finding:
    span = Span(block.start + hit.start, block.start + hit.end)
    quote = block.text[hit.start : hit.end]
    return Finding(
        Item.STYLE,
        rule.id,
        span,
        quote,
        rule.message.replace("{match}", " ".join(quote.split())),
        suggestions=() if hit.suggestion is None else (hit.suggestion,),
        severity=rule.severity,
        remedies=() if hit.suggestion is None else replacements(span, (hit.suggestion,)),
    )


def _mixed(pairs: Sequence[tuple[Block, Reading]], rule: StyleRule) -> Iterator[Made]:
    """Yield one finding, to be made, for each place that departs from the form that the story uses most (or first)."""
    places = [(block, hit) for block, reading in pairs for hit in reading.hits if hit.rule == rule.id]
    counts = Counter(hit.form for _, hit in places)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    kept = [(block, hit) for block, hit in places if hit.form == usual]
    other = " ".join(kept[0][0].text[kept[0][1].start : kept[0][1].end].split())
    evidence = tuple(
        Evidence(
            Span(block.start + hit.start, block.start + hit.end),
            f"{other}, {plural(len(kept), 'place')}" if n == 0 else "",
        )
        for n, (block, hit) in enumerate(kept[:_MOST_PLACES])
    )
    for block, hit in places:
        if hit.form != usual:
            yield rule.id, partial(_departs, block, hit, rule, other, evidence)


def _departs(block: Block, hit: Hit, rule: StyleRule, other: str, evidence: tuple[Evidence, ...]) -> Finding:
    span = Span(block.start + hit.start, block.start + hit.end)
    message = rule.message.replace("{other}", other)
    quote = block.text[hit.start : hit.end]
    return Finding(
        Item.STYLE, rule.id, span, quote, message, severity=rule.severity, evidence=evidence, subject=rule.id
    )


def _unpaired(pairs: Sequence[tuple[Block, Reading]], rules: Mapping[str, StyleRule]) -> Iterator[Made]:
    """Yield a finding, to be made, for each mark without a partner; quotations may go on in the next paragraph."""
    for (block, reading), following in zip(pairs, _following(pairs), strict=True):
        seen = reading.marks
        if "()" in rules:
            yield from (_unmade(block, at, rules["()"], ")") for at in seen.brackets)
        if '"”' in rules and seen.mixed >= 0:
            yield rules['"”'].id, partial(_turned, block, seen.mixed, rules['"”'])
        if seen.doubtful or block.kind is not Kind.COPY:
            continue
        on = goes_on(seen, block.flat, following)
        if "“”" in rules:
            left = seen.unclosed[:-1] if on else ()
            for at in seen.unclosed:
                if not on or at in left or said_last(block.flat, at):  # with its attribution it is over
                    yield rules["“”"].id, partial(_unclosed, block, at, rules["“”"], "”")
        if "”“" in rules:
            yield from ((rules["”“"].id, partial(_unopened, block, at, seen, rules["”“"])) for at in seen.unopened)
        if '""' in rules and seen.straight:
            at = left_open(block.flat, seen.straight)
            if not on or said_last(block.flat, at):
                yield rules['""'].id, partial(_unclosed, block, at, rules['""'], '"')


def _following(pairs: Sequence[tuple[Block, Reading]]) -> list[Marks | None]:
    """Return for each block the marks of the next one that is no crosshead; None where there is none."""
    out: list[Marks | None] = []
    following: Marks | None = None
    for block, reading in reversed(pairs):
        out.append(following)
        following = following if block.role is BlockRole.CROSSHEAD else reading.marks
    return out[::-1]


def _unmade(block: Block, at: int, rule: StyleRule, closing: str) -> Made:
    return rule.id, partial(_mark, block, at, rule, closing)


def _unclosed(block: Block, at: int, rule: StyleRule, closing: str) -> Finding:
    """Return the finding on a mark that nothing closes; where its words end it is told there, and closed."""
    place = said_from(block.flat, at)
    if place is None:
        if closing == _STRAIGHT and not opens(block.flat, at):
            return _opened(block, at, rule, closing)
        return _mark(block, at, rule, closing)
    last = Span(max(block.flat.rfind(" ", at, place), at) + 1, place)
    word, mark = last.shifted(block.start), Span(block.start + at, block.start + at + 1)
    end = Span(word.end, word.end)
    return Finding(
        Item.STYLE,
        rule.id,
        word,
        last.of(block.flat),
        "This quotation is not closed before its attribution.",
        suggestions=(f"{last.of(block.flat)}{closing}",),
        severity=rule.severity,
        evidence=(Evidence(mark, "it opens here"),),
        remedies=(
            Remedy("Close it before the attribution", (Edit(end, closing),)),
            Remedy("Delete the mark", (Edit(mark, ""),)),
        ),
    )


def _turned(block: Block, at: int, rule: StyleRule) -> Finding:
    """Return the finding on a straight mark beside a curly one: it is made curly, or deleted."""
    found = _mark(block, at, rule, "")
    curly = "“" if opens(block.flat, at) else "”"
    turn = Remedy(f"Make it curly: {curly}", (Edit(found.span, curly),))
    return replace(found, suggestions=(curly,), remedies=(turn, *found.remedies))


def _unopened(block: Block, at: int, seen: Marks, rule: StyleRule) -> Finding:
    """Return the finding on a closing mark that nothing opened.

    One of two that stands where an opening mark would is turned round; else it is opened where its words begin.
    """
    flat = block.flat
    turned = next((one for one in seen.unopened if one <= at and not flat[max(0, one - 1) : one].strip(_BEFORE)), -1)
    if turned < 0 or "”" not in flat[turned + 1 :]:
        return _opened(block, at, rule, "“")
    found = _mark(block, at, rule, "")
    edit = Edit(Span(block.start + turned, block.start + turned + 1), "“")
    return replace(
        found, suggestions=("“",) * (turned == at), remedies=(Remedy("Turn it round: “", (edit,)), *found.remedies)
    )


_BEFORE = " ‘(["
"""What stands before an opening mark."""


def _opened(block: Block, at: int, rule: StyleRule, opening: str) -> Finding:
    """Return the finding on a closing mark: its words can be opened where they seem to begin, or it is deleted."""
    head = said_from_capital(block.flat, at)
    if head is not None:
        return _not_opened(block, at, head, rule, opening)
    found, begins = _mark(block, at, rule, ""), opening_place(block.flat, at)
    if begins is None:
        return found
    start = Span(block.start + begins[0], block.start + begins[0])
    return replace(found, remedies=(Remedy(f"Open it {begins[1]}", (Edit(start, opening),)), *found.remedies))


def _not_opened(block: Block, at: int, head: int, rule: StyleRule, opening: str) -> Finding:
    """Return the finding on the word where the words begin that the mark at `at` closes."""
    end = min(found for found in (block.flat.find(" ", head), at) if found > 0)
    first, mark = Span(head, end), Span(block.start + at, block.start + at + 1)
    word = first.shifted(block.start)
    edit = Edit(Span(word.start, word.start), opening)
    return Finding(
        Item.STYLE,
        rule.id,
        word,
        first.of(block.flat),
        "This quotation is not opened where its words begin.",
        suggestions=(f"{opening}{first.of(block.flat)}",),
        severity=rule.severity,
        evidence=(Evidence(mark, "it closes here"),),
        remedies=(Remedy("Open it where its words begin", (edit,)), Remedy("Delete the mark", (Edit(mark, ""),))),
    )


def _mark(block: Block, at: int, rule: StyleRule, closing: str) -> Finding:
    """Return the finding on one mark: it can be closed where its words seem to end, or deleted."""
    span = Span(block.start + at, block.start + at + 1)
    close: tuple[Remedy, ...] = ()
    if closing and not goes_on_without(block.flat, at):
        place, where = closing_place(block.flat, at, closing)
        end = Span(block.start + place, block.start + place)
        close = (Remedy(f"Close it {where}", (Edit(end, closing),)),)
    return Finding(
        Item.STYLE,
        rule.id,
        span,
        block.text[at],
        rule.message,
        severity=rule.severity,
        remedies=(*close, Remedy("Delete the mark", (Edit(span, ""),))),
    )
