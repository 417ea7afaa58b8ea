"""Near variants: two spellings of one word of a name, and places known under more than one name."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desk.checks.check import Severity
from desk.checks.frequencies import frequency
from desk.checks.names.compare import ENOUGH, PairVerdict, kind_of_slip, weigh
from desk.checks.names.group import StoryNames, Word
from desk.checks.names.letters import LetterSlip, without_article
from desk.checks.names.lists import is_function_word, is_word, lists
from desk.checks.names.pairs import near
from desk.checks.names.reasons import NearReason
from desk.checks.names.suspicion import Suspicion, spans
from desk.text.matcher import matcher
from desk.text.spans import Span

_COMPARED = frozenset({"word", "title"})
_TOO_SHORT = 3  # letters of the longer form: below that any two names are near
_SURE = 1.5
_OTHER_WAY = frozenset({NearReason.ONLY_THE_KEPT_FORM_KNOWN, NearReason.ODD_LETTERS, NearReason.VERY_ODD_LETTERS})
_TRANSLITERATED = frozenset({LetterSlip.SPELLING, LetterSlip.SOUND})
_WHY: Mapping[NearReason | LetterSlip, str] = {
    NearReason.SAME_COMPANY: "they stand beside the same names",
    NearReason.NEVER_IN_FULL: "only one of them is ever introduced in full",
    NearReason.SAME_TITLE: "both have the same title",
    NearReason.ONLY_THE_KEPT_FORM_KNOWN: "only one of them is a name we know",
}


def near_variants(story: StoryNames) -> Iterator[Suspicion]:
    """Yield each pair of near spellings that is more likely one name than two; a word departs from one other alone."""
    words = [w for w in story.words.values() if _comparable(w) and (not story.ordinary(w) or _may_be_meant(w))]
    pairs = ((a, b) for a, b in near(words) if a.key != b.key and max(len(a.key), len(b.key)) > _TOO_SHORT)
    verdicts = [verdict for a, b in pairs if (verdict := weigh(story, a, b)) and _is_one_name(story, verdict)]
    by_form: dict[str, list[PairVerdict]] = {}
    for verdict in sorted(verdicts, key=lambda v: (-v.score, v.depart.places[0].start)):
        if verdict.depart.look != "title":
            by_form.setdefault(verdict.depart.text, []).append(verdict)
    for alike in tuple(by_form.values()):
        first = alike[0]
        commonest = max(alike, key=lambda v: v.keep.count)  # the story's majority, not the form that we know
        if commonest is first or not _are_of_one_name(commonest.keep, first.keep):
            yield _suspicion(_of_the_majority(first, by_form))
            continue
        yield _suspicion(commonest)
        if first.keep.text not in by_form:
            by_form[first.keep.text] = [first]
            yield _suspicion(replace(first, keep=commonest.keep, depart=first.keep))


def _of_the_majority(verdict: PairVerdict, by_form: Mapping[str, list[PairVerdict]]) -> PairVerdict:
    """Return the verdict with the form that its own kept one departs from, where that is the story's."""
    above = by_form.get(verdict.keep.text)
    if above and _are_of_one_name(above[0].keep, verdict.depart) and above[0].keep.count > verdict.keep.count:
        return replace(verdict, keep=above[0].keep)
    return verdict


def _are_of_one_name(keep: Word, other: Word) -> bool:
    """Return whether two forms that a third may be either of are one name too, and the first the story's own."""
    kind = kind_of_slip(without_article(keep.text), without_article(other.text))
    return kind is not LetterSlip.FAR and keep.look != "title" and keep.count > max(_ONCE, other.count)


_ONCE = 1


_MEANT = 5  # letters of an ordinary word at the head of a sentence that may be what a slip in a name meant


def _may_be_meant(word: Word) -> bool:
    if is_function_word(word.text):
        return word.firm > 0 and len(word.key) >= _NAMED  # visitors to Down House
    return len(word.key) >= _MEANT


_NAMED = 4  # letters of a small word that may begin a name


def _is_one_name(story: StoryNames, verdict: PairVerdict) -> bool:
    """Return whether a verdict is sure enough; an ordinary word needs the same company ("Rolling Stone")."""
    keep = verdict.keep
    if verdict.score < ENOUGH or story.ordinary(verdict.depart):
        return False
    if NearReason.SAME_COMPANY not in verdict.reasons and _are_two_things(story, keep, verdict.depart):
        return False
    return not (story.ordinary(keep) and keep.look != "title" and NearReason.SAME_COMPANY not in verdict.reasons)


def _are_two_things(story: StoryNames, first: Word, second: Word) -> bool:
    """Return whether both are words in use, or one is and the other is always half of one name: Look, the Lok Sabha."""
    used = is_in_use(first.key), is_in_use(second.key)
    return all(used) or (any(used) and _is_half_of_a_name(story, second if used[0] else first))


def _is_half_of_a_name(story: StoryNames, word: Word) -> bool:
    """Return whether a word stands in several places, and always before or always behind the same other word."""
    around = [story.runs[place.run].pieces[max(0, place.nth - 1) : place.nth + 2] for place in word.places]
    sides = [{parts[at].text if len(parts) > abs(at) else "" for parts in around} for at in (0, -1)]
    return word.count > _ONCE and any(len(side) == 1 and not side & {"", word.text} for side in sides)


_IN_USE = 1.0
"""Times in a million words of English: a word that stands as often is in everybody's mouth ("witch", "watch")."""


def is_in_use(key: str) -> bool:
    """Return whether a plain key is a word that people use, and no name that we know."""
    return key not in lists().known and (is_word(key) or frequency(key) >= _IN_USE)


_MOST_CAPITALS = 2  # McDowell has two; CamelCaseBrands come in families that differ on purpose


def _comparable(word: Word) -> bool:
    return (
        word.look in _COMPARED
        and word.key.isalpha()
        and sum(map(str.isupper, word.text))
        <= _MOST_CAPITALS + (word.text.count("-") + word.text.isupper() * len(word.text))
    )


def _suspicion(verdict: PairVerdict) -> Suspicion:
    because = [_WHY[reason] for reason in verdict.reasons if reason in _WHY]
    rule = "names.transliteration" if verdict.slip in _TRANSLITERATED else "names.near-variant"
    return Suspicion(
        rule,
        verdict.keep.text,
        verdict.depart.text,
        spans(verdict.keep),
        spans(verdict.depart),
        "; ".join([str(verdict.slip), *because]),
        Severity.WARNING if verdict.score >= _SURE else Severity.HINT,
        once=verdict.score < _SURE,
        certain=not _OTHER_WAY.isdisjoint(verdict.reasons),
    )


_STANDING = frozenset({
    "University", "Opera", "Duck", "High", "Court", "Stock", "Exchange", "Order", "Man", "Post", "Club",
    "Stadium", "Hospital", "College", "School", "Institute", "Presidency", "Bar", "Observer", "Independent",
    "Street", "Road", "Airport", "Declaration", "Treaty", "Protocol", "Gymkhana",
})  # fmt: skip


def places_renamed(story: StoryNames) -> Iterator[Suspicion]:
    """Yield each place that stands under two of its names ("Kyiv", "Kiev"); standing names of others are left out."""
    written = lists().places_written
    for forms in dict.fromkeys(written[word] for word in story.words if word in written):
        present = {form: where for form in forms if (where := _where(story, form))}
        if len(present) < 2:
            continue
        ranked = sorted(present, key=lambda form: (-len(present[form]), forms.index(form)))
        for depart in ranked[1:]:
            yield Suspicion(
                "names.transliteration", ranked[0], depart, present[ranked[0]], present[depart],
                "two names of one place",
            )  # fmt: skip


_GLOSS = matcher(
    r"(?:\(|\b(?:formerly|once|or|called|then|known as|referred to as|refers? to as|calls?|named)\s[“\"‘']?)$"
)  # "Mumbai (Bombay)", "formerly Bombay"
_NEXT_WORD = matcher(r"\s+(\w+)")


def _where(story: StoryNames, form: str) -> tuple[Span, ...]:
    """Return the places of a place's name that do not belong to a longer name ("Peking University")."""
    words = form.split()
    first = story.words.get(words[0])
    if first is None:
        return ()
    out = []
    for place in first.places:
        run = story.runs[place.run]
        parts = run.pieces[place.nth : place.nth + len(words)]
        if [piece.text for piece in parts] != words:
            continue
        end = run.start + parts[len(words) - 1].end
        following = _NEXT_WORD.match(story.text, end)
        if _GLOSS.search(story.text, max(0, place.start - 20), place.start):
            continue
        if following is None or following.group(1).capitalize() not in _STANDING:
            out.append(Span(place.start, end))
    return tuple(out)
