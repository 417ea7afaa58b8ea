"""The Arabic article before a family name: kept here and dropped there, written "al-" here and "el-" there."""

import re
from collections import defaultdict
from collections.abc import Iterator

from desk.checks.check import Severity
from desk.checks.house import House
from desk.checks.names.group import StoryNames, Word
from desk.checks.names.letters import squashed, without_article
from desk.checks.names.people import Mention, NamedPeople
from desk.checks.names.suspicion import Suspicion, spans
from desk.text.matcher import matcher
from desk.text.spans import Span

ARTICLE = matcher(r"^(?:al|el|as|ash|ad|an|ar|at|az)[-‐‑]", re.IGNORECASE)
_APART = matcher(r"(?<!\w)(?:al|el|ash|ad|ar|az) $")  # in small letters: "Al Sabban" is one run, compared as such
_APART_REACH = 5  # code points of the longest article with a space on either side


def articles_changed(story: StoryNames) -> Iterator[Suspicion]:
    """Yield each name that stands with another article elsewhere ("al-Sabbagh", "el-Sabbagh"), or with it apart."""
    for words in _by_name(story).values():
        forms = _by_article(words)
        ranked = sorted(forms.values(), key=lambda ws: (-sum(w.count for w in ws), ws[0].places[0].start))
        keep, kept = ranked[0][0].text, _places(ranked[0])
        for others in ranked[1:]:
            why = "the article is written in two ways"
            yield Suspicion("names.transliteration", keep, others[0].text, kept, _places(others), why)
        yield from _apart(story, keep, kept)


def _by_name(story: StoryNames) -> dict[str, list[Word]]:
    """Return the words that have an article, by what is left without it."""
    named: dict[str, list[Word]] = defaultdict(list)
    for word in story.words.values():
        if ARTICLE.match(word.text):
            named[without_article(word.text)].append(word)
    return named


def _by_article(words: list[Word]) -> dict[str, list[Word]]:
    forms: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        forms[word.text[:2].lower() if word.text[2] in "-‐‑" else word.text[:3].lower()].append(word)
    return forms


def _places(words: list[Word]) -> tuple[Span, ...]:
    return tuple(sorted(span for word in words for span in spans(word)))


def _apart(story: StoryNames, keep: str, kept: tuple[Span, ...]) -> Iterator[Suspicion]:
    """Yield the places where the article of a name that has a hyphen elsewhere stands apart ("al Sabbagh")."""
    plain = story.words.get(ARTICLE.sub("", keep))
    starts = [(article_before(story.text, span.start), span.end) for span in spans(plain)] if plain else []
    widened = tuple(Span(start, end) for start, end in starts if start)
    if widened:
        depart = " ".join(widened[0].of(story.text).split())
        yield Suspicion("names.spacing", keep, depart, kept, widened, "the same letters, joined differently")


def article_before(text: str, start: int) -> int:
    """Return where an article in small letters begins that stands apart before a name, 0 where there is none."""
    before = text[max(0, start - _APART_REACH) : start].replace("\n", " ")
    found = _APART.search(before)
    return start - len(before) + found.start() if found else 0


def article_kept_and_dropped(story: StoryNames, folk: NamedPeople, house: House) -> Iterator[Suspicion]:
    """Yield an Arabic family name that stands alone both with its article and without; the house says which to keep."""
    for family, with_article in folk.bare.items():
        spelled = next((m.words[-1] for m in with_article if m.words[-1][:1].islower()), with_article[0].words[-1])
        article = ARTICLE.match(spelled)
        if article is None or not any(m.words[-1].lower() == spelled.lower() for m in folk.full.get(family, ())):
            continue
        plain = spelled[article.end() :]
        without = [m for m in folk.bare.get(squashed(plain), ()) if m.words[-1] == plain]
        without = [m for m in without if not article_before(story.text, m.start)]
        if not without:
            continue
        forms = [(plain, without), (spelled, with_article)]
        (keep, kept), (depart, departing) = forms if house.drop_al_on_second_reference else forms[::-1]
        yield Suspicion(
            "names.reference-form",
            keep,
            depart,
            tuple(map(_span, kept)),
            tuple(map(_span, departing)),
            "the article is kept in some places and dropped in others",
            Severity.HINT,
        )


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end)
