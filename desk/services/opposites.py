"""What people decided differently on two copies, told in sentences, and answered; for the store lane."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk.exchange.opposites import DESCRIBED, About, Opposite, said_of_it
from desk.review.asked import Asked
from desk.review.decisions import WHOLE_RULE, Decision, Done
from desk.review.words import STATES, item_words, words_for
from desk.settings.of_house import VARIANTS
from desk.story import Changes, Part, answered
from desk.text.aims import HEADLINES, LENGTH
from desk.text.moments import from_micros, to_the_minute
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.store.records.values import Story

_DID = {
    Done.WAIVED: "let it stand",
    Done.NOT_AN_ERROR: "said that it is no error",
    Done.FIXED: "mended it",
    Done.TICKED: "ticked it",
    Done.UNTICKED: "took the tick away",
    Done.UNDONE: "took that back",
    Done.TAKEN: "took it in hand",
}
_BY_REASON = frozenset({About.FINDING, About.RULE, About.ITEM, About.NAMES, About.MOVE})
"""Where a person says why; elsewhere the reason of an entry says what was set."""
_FACTS = {"editors_note": "editor’s note", LENGTH: "wanted length", HEADLINES: "other headlines"}
"""What people call facts whose names are not their words."""
_AFTER = {
    About.FINDING: "Until you say so the finding is open. An answer changes no word of the text.",
    About.RULE: "Until you say so these findings are open. An answer changes no word of the text.",
    About.ITEM: "Until you say so it is not ticked.",
    About.NAMES: "Until you say so the question on these two is open.",
    About.DEADLINE: "Until you say so the earlier one counts.",
    About.EMBARGO: "Until you say so the later one counts.",
    **dict.fromkeys(DESCRIBED, "Until you say so the story goes by {}."),
    About.HANDS: "Until then both have it. Whoever takes it in hand or moves it on answers this as well.",
    About.MOVE: "Whoever moves the story on from here answers this as well.",
}


class OppositesService:
    """Says what was decided differently, and enters what a person says to it."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def waiting(self) -> tuple[Asked, ...]:
        """Return what waits for an answer, of all stories, the last changed first."""
        return tuple(asked for story in self._store.opposites.waiting() for asked in self.of_story(story.id))

    def of_story(self, story_id: str) -> tuple[Asked, ...]:
        """Return what of one story waits for an answer."""
        found = self._store.opposites.of_story(story_id)
        if not found:
            return ()
        story, copies = self._store.stories.get(story_id), self._store.opposites.copies(story_id)
        return tuple(
            Asked(
                one.name,
                story_id,
                story.headline or story.slug,
                _said(one, self._quotes(story_id)),
                tuple(self._did(one, side, copies.get(side.id, "here")) for side in one.sides),
                tuple(self._answer(one, nth) for nth in range(len(one.sides))),
                _AFTER[one.about].format(_meanwhile(one, story)),
            )
            for one in found
        )

    def answer(self, asked: Asked, nth: int) -> Changes:
        """Let one side count; raises `KnownError` where that is not for whoever works, or was decided meanwhile."""
        person = self._context.signed()
        story = self._store.opposites.answer(asked.story, asked.id, nth, person)
        parts = frozenset({Part.QUEUE, Part.STORY, Part.DECISIONS, Part.BRIEF})
        said = f"{story.headline or story.slug}: {asked.answers[nth]}."
        return Changes(parts, self._context.view(asked.story), said)

    def _quotes(self, story_id: str) -> Mapping[str, str]:
        """Return the words of each finding of the last check, by its fingerprint: a decision has none."""
        last = self._store.runs.last(story_id)
        runs = () if last is None else last.runs.values()
        return {finding.fingerprint: finding.quote for run in runs for finding in run.findings}

    def _did(self, one: Opposite, side: Decision, copy: str) -> str:
        told = one.about in _BY_REASON and side.reason
        reason = f" (“{side.reason}”)" if told else ""
        return f"{side.who.name or 'Somebody'} {self._verb(one, side)}{reason}, {copy}, {to_the_minute(side.when)}."

    def _verb(self, one: Opposite, side: Decision) -> str:
        if one.about is About.MOVE:
            return f"made it “{self._state(side)}”"
        if one.about in (About.DEADLINE, About.EMBARGO):
            return f"set {_date(side, one.about)}"
        if one.about in DESCRIBED:
            return f"made it {_described(one, side)}"
        if side.done is Done.ANSWERED:
            return f"said: {answered(side)}"
        return _DID[side.done]

    def _answer(self, one: Opposite, nth: int) -> str:
        side, settling = one.sides[nth], one.settling[nth]
        as_ = f"as {side.who.name or 'somebody'} has it"
        if one.about is About.MOVE:
            return f"It is “{self._state(side)}”, {as_}"
        if one.about is About.HANDS:
            return f"It is in the hands of {self._holder(side)}"
        if one.about in (About.DEADLINE, About.EMBARGO):
            return f"{_begun(_date(side, one.about))}, {as_}"
        if one.about in DESCRIBED:
            return f"{_begun(_described(one, side))}, {as_}"
        if settling is not None and settling.done is Done.ANSWERED:
            return f"{_begun(answered(settling))}, {as_}"
        if one.about is About.ITEM:
            return f"Ticked, {as_}" if settling is not None else f"Not ticked, {as_}"
        return f"It stands, {as_}" if settling is not None else f"It is open, {as_}"

    def _holder(self, side: Decision) -> str:
        """Return whose hands somebody took a story into, by the name that the list has too."""
        name = self._context.name_of(str(side.note.get("to", side.who.id)))
        return name or str(side.note.get("to_name", side.who.name)) or "somebody"

    def _state(self, side: Decision) -> str:
        state = side.state or ""
        return self._context.rules.table.names.get(state) or words_for(STATES, state)


def _date(side: Decision, about: About) -> str:
    micros = side.note.get(str(about))
    return f"the {about} {to_the_minute(from_micros(micros))}" if isinstance(micros, int) else f"no {about}"


def _described(one: Opposite, side: Decision) -> str:
    """Return what a side calls the story, or tells of it, in words."""
    return _called(one, said_of_it(side, one.about))


def _called(one: Opposite, said: str) -> str:
    if one.about is About.ENGLISH:
        return VARIANTS.get(said, said) if said else "English as the desk"
    return f"“{' / '.join(said.splitlines())}”" if said else "none"


def _meanwhile(one: Opposite, story: "Story") -> str:
    """Return what the story goes by until somebody answers."""
    columns = {About.SLUG: story.slug, About.SECTION: story.section, About.ENGLISH: story.variant}
    return _called(one, columns.get(one.about, story.details.get(one.key, "")))


def _begun(words: str) -> str:
    """Return words as they begin a line; names within keep their capitals."""
    return words[:1].upper() + words[1:]


_WHAT: Mapping[About, str] = {
    About.MOVE: "The story was moved in two ways.",
    About.DEADLINE: "The story has two deadlines.",
    About.EMBARGO: "The story has two embargoes.",
    About.SLUG: "The story was given two slugs.",
    About.SECTION: "The story was put into two sections.",
    About.ENGLISH: "The story was called two kinds of English.",
}


def _said(one: Opposite, quotes: Mapping[str, str]) -> str:
    if one.about in _WHAT:
        return _WHAT[one.about]
    if one.about is About.FACT:
        return f"{_begun(_FACTS.get(one.key, one.key))}: two different ones were set."
    side = one.sides[0]
    if one.about is About.HANDS:
        return f"{plural(len(one.sides), 'person', 'people')} took the story in hand, each in another place."
    if one.about is About.ITEM:
        return f"“{item_words(side.item)}” was ticked in one place and not in another."
    if side.answer is not None:
        return f"“{side.answer.first}” and “{side.answer.second}” were answered in two ways."
    item = item_words(side.item) if side.item else side.rule
    about = quotes.get(side.fingerprint) or side.subject
    what = f"{item}: “{about}”" if about not in ("", WHOLE_RULE) else f"{item}: a finding"
    return f"{what} was let stand in one place and not in another."
