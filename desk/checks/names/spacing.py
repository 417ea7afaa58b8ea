"""One name written with another accent, hyphen, space, apostrophe or capital."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.checks.names.company import company
from desk.checks.names.group import StoryNames, pieces
from desk.checks.names.letters import plain, squashed
from desk.checks.names.lists import is_word, lists
from desk.checks.names.suspicion import Suspicion
from desk.text.kept import kept_by_word
from desk.text.matcher import matcher
from desk.text.spans import Span


class Stretch(NamedTuple):
    """One to three words of a run as they stand: offsets in the run, and the words."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Writing:
    """One way of writing a name, with its places."""

    text: str
    places: list[Span] = field(default_factory=list)


@kept_by_word
def stretches(run: str, skip: int) -> tuple[tuple[str, Stretch], ...]:
    """Return every stretch of one to three words in a run, `skip` pieces left out in front, under its squashed key."""
    parts = pieces(run)[skip:]
    out = []
    for i, first in enumerate(parts):
        if first.look in ("title", "initial", "dotted") or len(first.text) < 2:
            continue
        for last in parts[i : i + 3]:
            if last.look in ("title", "initial", "dotted"):
                break
            text = run[first.start : last.end]
            if _BRACKETS.search(text):
                break
            key = squashed(text)
            if len(key) > 3 and not key.isdigit():
                out.append((key, Stretch(first.start, last.end, _normal(text))))
    return tuple(out)


def writings(story: StoryNames) -> Iterator[list[Writing]]:
    """Yield the writings of each name that is written in more than one way, the shortest names first."""
    several = _written_twice(story)
    found: dict[str, dict[str, Writing]] = {key: {} for key in several}
    for run in story.runs if several else ():
        for key, stretch in stretches(run.text, run.skip):
            if key in found:
                writing = found[key].setdefault(stretch.text, Writing(stretch.text))
                writing.places.append(Span(run.start + stretch.start, run.start + stretch.end))
    for key in sorted(several, key=len):
        group = _one_name(found[key].values())
        if len(group) > 1:
            yield group


def _written_twice(story: StoryNames) -> list[str]:
    """Return the keys under which more than one writing stands: few, so that only these need their places kept."""
    first: dict[str, str] = {}
    several: dict[str, None] = {}
    for text, skip in {(run.text, run.skip): None for run in story.runs}:
        for key, stretch in stretches(text, skip):
            if first.setdefault(key, stretch.text) != stretch.text:
                several[key] = None
    return list(several)


_BRACKETS = matcher(r"[\"“”()\[\]]")
_SMALL_WORD = matcher(r"\b(?:The|Of|And|For|In|On|To|De|La|Le|Du|Des|Del|Van|Von|Der|Den|Al|El|Bin|Ibn|Ul)\b(?=[ -]\w)")


def _normal(text: str) -> str:
    """Return the stretch as compared: one kind of apostrophe, hyphen and accent, small words in small letters."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'").replace("‑", "-").replace("‐", "-")
        text = text.replace("\u00a0", " ")
    return text[:1] + _SMALL_WORD.sub(lambda m: m.group().lower(), text[1:])


def _one_name(forms: Iterable[Writing]) -> list[Writing]:
    """Return the forms that differ in more than capitals throughout or the first letter, the one to keep first."""
    merged: dict[str, Writing] = {}
    for form in forms:
        if form.text.isupper():
            continue
        same = merged.setdefault(form.text[:1].lower() + form.text[1:], form)
        if same is not form:
            same.places = sorted([*same.places, *form.places], key=lambda span: span.start)
    return sorted(merged.values(), key=lambda f: (-len(f.places), -_richness(f.text), f.places[0].start))


def _richness(text: str) -> int:
    """Return how many accents and inner capitals a writing has: they are lost more easily than invented."""
    accents = len(unicodedata.normalize("NFD", text)) - len(text)
    return accents + sum(c.isupper() for c in text[1:])


def respaced(story: StoryNames) -> Iterator[Suspicion]:
    """Yield each name that is written with another accent, hyphen, space, apostrophe or capital."""
    seen: set[int] = set()
    for keep, *others in writings(story):
        for depart in others:
            places = tuple(span for span in depart.places if span.start not in seen)
            if not places or _legitimate(keep.text, depart.text) or _two_people(story, keep, depart):
                continue
            seen.update(point for span in (*depart.places, *keep.places) for point in range(span.start, span.end))
            yield Suspicion(
                "names.spacing", keep.text, depart.text, tuple(keep.places), places, _why(keep.text, depart.text),
                certain=_is_certain(keep.text, depart.text),
            )  # fmt: skip


def _is_certain(keep: str, depart: str) -> bool:
    """Return whether the form to keep is right wherever it stands: richer, or the words of a place ("Hong Kong")."""
    return _richness(keep) > _richness(depart) or lists().places.issuperset(keep.lower().split())


def _why(keep: str, depart: str) -> str:
    if plain(keep) != plain(depart):
        return "the same letters, joined differently"
    return "the same letters, other capitals" if keep.lower() == depart.lower() else "the same letters, other accents"


def _legitimate(keep: str, depart: str) -> bool:
    """Return whether the two differ as house style allows: ordinary words joined (Weight-Loss), a word in capitals."""
    ours, theirs = _PARTS.split(keep), _PARTS.split(depart)
    if any(all(is_word(part.lower()) for part in parts) for parts in (ours, theirs)):
        return True
    return keep.lower() == depart.lower() and any(
        a != b and (a.isupper() or b.isupper()) for a, b in zip(ours, theirs, strict=True)
    )


_PARTS = matcher(r"[ \-]+")


def _two_people(story: StoryNames, keep: Writing, depart: Writing) -> bool:
    """Return whether the two are given names of different people (Félix Ruiz and Felix Baumann)."""
    if squashed(keep.text) not in lists().given:
        return False
    ours, theirs = (company(story, story.words[form.text]) for form in (keep, depart) if form.text in story.words)
    return bool(ours.after and theirs.after and not ours.after & theirs.after)
