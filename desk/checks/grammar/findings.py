"""From slips to findings: one problem told once, in an editor's words, with the likeliest remedy first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity, replacements
from desk.checks.grammar.englishes import VARIANT_OF, other_english
from desk.checks.grammar.likeliest import likeliest_first
from desk.checks.grammar.noise import stable_rule
from desk.checks.grammar.plain_slips import is_american, is_plain_slip
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.remedies import WordsInPlace, as_typed_here
from desk.checks.grammar.run_together import parted_from_a_name
from desk.checks.grammar.same_words import with_same_words
from desk.checks.grammar.story_words import StoryWords, bare, starts_sentence
from desk.text.blocks import Block
from desk.text.spans import Span
from desk.text.words import plural

MOST_SHOWN = 5
_ENGLISH = {
    "en-US": "US English",
    "en-GB": "UK English",
    "en-CA": "Canadian English",
    "en-AU": "Australian English",
    "en-NZ": "New Zealand English",
    "en-ZA": "South African English",
}
_OF_KIND = {
    "duplication": Severity.ERROR,
    "grammar": Severity.WARNING,
    "misspelling": Severity.WARNING,
    "uncategorized": Severity.WARNING,
    "inconsistency": Severity.WARNING,
}
_OWN = "COPYDESK_"
_LOWERED = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.HINT, Severity.HINT: Severity.HINT}
_IN_SPEECH = " It stands inside a quotation: change it only if it was not said so."


def best_of(slips: Iterable[Slip], story: StoryWords) -> list[Slip]:
    """Return the slips of one block without overlaps: of two on the same words the better one is kept.

    Better is the graver one, then the one with a remedy, then ours (it was written for news), then the shorter.
    """
    kept: list[Slip] = []
    for slip in slips:
        if kept and slip.start < max(kept[-1].end, kept[-1].start + 1):
            if _rank(slip, story) < _rank(kept[-1], story):
                kept[-1] = slip
        else:
            kept.append(slip)
    return kept


def _rank(slip: Slip, story: StoryWords) -> tuple[int, bool, bool, int]:
    order = list(Severity).index(severity(slip, story, inside=False))
    return order, not slip.suggestions, not slip.rule.startswith(_OWN), slip.end - slip.start


def severity(slip: Slip, story: StoryWords, inside: bool) -> Severity:
    """Return how much a slip matters in this house; what was said by somebody (`inside`) is a step milder."""
    rule = stable_rule(slip)
    if story.low.match(rule) or (story.noise.lower.match(rule) and not story.on.match(rule)):
        return Severity.HINT
    if other_english(slip):
        return Severity.HINT if inside else Severity.WARNING
    if slip.is_spelling:
        return Severity.ERROR if slip.suggestions else Severity.WARNING
    found = _OF_KIND.get(slip.kind, Severity.HINT)
    return _LOWERED[found] if inside else found


def _weighed(slip: Slip, quote: str, found: Severity) -> Severity:
    """Return how much a slip matters with its words in view: a word that is only like some other is worth a look."""
    if not slip.is_spelling or slip.is_abroad or found is not Severity.ERROR:
        return found
    word = bare(quote)
    if is_american(word, slip):
        return Severity.WARNING
    return found if is_plain_slip(word, slip) else Severity.HINT


def finding_of(slip: Slip, block: Block, story: StoryWords, inside: bool) -> Finding:
    """Return the finding on one slip; `inside` says whether it stands in a quotation."""
    span = slip.span.shifted(block.start)
    quote = slip.span.of(block.text)
    after = block.flat[slip.end :]
    begins = starts_sentence(block.flat, slip.start, story.noise.titles)
    spot = WordsInPlace(quote, block.flat[: slip.start], after, begins, story.apostrophe)
    fitting = _fitting(slip, spot)
    suggestions = tuple(s for s in fitting if not leaves_a_stump(s, quote, after))[:MOST_SHOWN]
    return Finding(
        item=Item.GRAMMAR,
        rule=f"grammar.{stable_rule(slip)}",
        span=span,
        quote=quote,
        message=_message(slip, quote, story) + (_IN_SPEECH if inside else ""),
        suggestions=suggestions,
        severity=_weighed(slip, quote, severity(slip, story, inside)),
        remedies=tuple(_closing_up(remedy, block) for remedy in replacements(span, suggestions)),
    )


def _fitting(slip: Slip, spot: WordsInPlace) -> Sequence[str]:
    """Return the suggestions as an editor would type them; those of another language are left to those who know it."""
    if slip.is_abroad:
        return slip.suggestions
    if not slip.is_spelling:
        return as_typed_here(slip.suggestions, spot)
    parted = parted_from_a_name(spot.quote)
    if parted:
        return (parted,)
    return as_typed_here(likeliest_first(spot.quote, slip.suggestions, spot.before, spot.after), spot)


_WANTS_MORE = frozenset({"a", "an", "the", "and", "or", "of", "by", "for", "from", "with", "at", "into", "his", "its"})
"""WordsInPlace that no sentence ends with."""


def leaves_a_stump(suggestion: str, quote: str, after: str) -> bool:
    """Return whether a suggestion takes words away so that the sentence ends in nothing: “with the her.” → “with the.”.

    `after` is what follows the words in question in their block.
    """
    kept = suggestion.split()
    if not kept or len(kept) >= len(quote.split()) or kept[-1].casefold() not in _WANTS_MORE:
        return False
    return not after.strip() or after.lstrip()[0] in ".,;:!?)”’"


def _closing_up(remedy: Remedy, block: Block) -> Remedy:
    """Return the remedy; one that deletes words takes the space before them along, and a comma that led to them."""
    (edit,) = remedy.edits
    before, end = edit.span.start - block.start - 1, edit.span.end - block.start
    if edit.text or before < 0 or not block.text[before].isspace():
        return remedy
    start = before - (before > 0 and block.text[before - 1] == "," and block.text[end : end + 1] in _STOPS)
    return replace(remedy, edits=(Edit(Span(start, end).shifted(block.start), ""),))


_STOPS = frozenset(".!?;:,")


def _message(slip: Slip, quote: str, story: StoryWords) -> str:
    if not slip.is_spelling or other_english(slip):
        return slip.message
    stories = story.brief.house.use.stories_with(bare(quote))
    told = f" It is written so in {plural(stories, 'approved story', 'approved stories')}." if stories else ""
    return f"“{quote}” is not in the dictionary.{told}"


Made = tuple[Block, Slip, bool]
"""A slip with its block, and whether it stands in a quotation."""
Maker = Callable[[Slip, Block, StoryWords, bool], Finding]
"""What makes a finding of a slip, as `finding_of` does."""


def told_once_a_word(places: Sequence[Made], story: StoryWords, make: Maker = finding_of) -> list[Finding]:
    """Return one finding for each word that is not spelled as this house does, with every place of it as evidence."""
    groups: dict[tuple[str, str], list[Made]] = {}
    for place in with_same_words(places, story):
        block, slip, _ = place
        word, other = bare(slip.span.of(block.text)), other_english(slip)
        groups.setdefault((word.casefold() if other else word, other), []).append(place)
    told = [_of_word(word, other, group, story, make) for (word, other), group in groups.items()]
    first = next((nth for nth, (_, other) in enumerate(groups) if other), None)
    return [_asking(one, other, nth == first) for nth, (one, (_, other)) in enumerate(zip(told, groups, strict=True))]


def _asking(finding: Finding, other: str, first: bool) -> Finding:
    """Return the finding on a word; of another English, with the remedy to take the story as that.

    On the `first` such word it stands second, where it has a button and a key, on the others behind all that mend the
    word. It is never the first: going on with one key must not change what the story is checked as.
    """
    if not other or not finding.remedies:
        return finding
    mending, variant = finding.remedies, Remedy(f"This story is in {other} English", variant=VARIANT_OF[other])
    return replace(finding, remedies=(mending[0], variant, *mending[1:]) if first else (*mending, variant))


def _of_word(word: str, other: str, group: Sequence[Made], story: StoryWords, make: Maker) -> Finding:
    in_speech = all(inside for _, _, inside in group)
    places = [make(slip, block, story, in_speech) for block, slip, _ in group]
    one = places[0]
    if other:
        house = _ENGLISH.get(story.brief.english, story.brief.english)
        message = f"“{one.quote}” is the {other} spelling; this story is in {house}."
        one = replace(one, message=message, subject=word)
    if len(group) == 1:
        return one
    note = f"{one.quote}, {plural(len(places), 'place')}"
    spans = sorted(place.span for place in places)
    return replace(
        one,
        message=f"{one.message} It stands in {plural(len(places), 'place')}.",
        evidence=tuple(Evidence(span, note if not nth else "") for nth, span in enumerate(spans)),
        remedies=(*_everywhere(places), *one.remedies),
    )


def _everywhere(places: Sequence[Finding]) -> tuple[Remedy, ...]:
    """Return the remedy that changes every place to its own first suggestion; none where a place has none or another.

    “Sid” is said at one place and a side at the next: each is mended by itself.
    """
    edits = [Edit(place.span, place.suggestions[0]) for place in places if place.suggestions]
    if len(edits) < len(places) or len({edit.text.casefold() for edit in edits}) > 1:
        return ()
    in_order = tuple(sorted(edits, key=lambda edit: edit.span))
    return (Remedy(f"Change all {len(edits)} to “{edits[0].text}”", in_order),)
