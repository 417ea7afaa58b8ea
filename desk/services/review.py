"""What a chief does with a story besides moving it: reads its page, looks, comments; for the store lane."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.checking.checklist import Line
from desk.checking.copy_map import copy_map_of
from desk.checking.runner import ItemRun
from desk.checking.unnamed_sources import unnamed_sources
from desk.checks.check import Item
from desk.errors import InTheWay, KnownError
from desk.review import comments
from desk.review.comments import CommentThread, Placed, Remark, anchored, placed
from desk.review.decisions import FOUND, Decision, Done
from desk.review.gate_case import checklist
from desk.review.looks import Base, Known, Look, Since, base_of
from desk.review.move_request import MoveRequest
from desk.review.obstacles import Why, fact
from desk.review.people import Person
from desk.review.rules import moved_by_other_rules, rules_digest
from desk.review.seal import Seal, text_digest
from desk.review.words import item_words
from desk.review_page import DECISIONS, ReviewPage, Said, Taken
from desk.services.versions import CLOCK_BEHIND, lines_of
from desk.store.records.values import Version
from desk.story import Changes, MoveOption, Part, StoryView
from desk.text.carried_links import links_changed
from desk.text.diff import Comparison, compare
from desk.text.spans import Span

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.moves import MovesService
    from desk.services.people import PeopleService


class ReviewService:
    """Pages, looks and comments of a desk."""

    def __init__(self, context: "DeskContext", moves: "MovesService", people: "PeopleService") -> None:
        self._context, self._store = context, context.store
        self._moves, self._people = moves, people

    # -- The page ----------------------------------------------------------------------------------------------------

    def page(self, story_id: str, since: int = 0, before: ReviewPage | None = None) -> ReviewPage:
        """Return a story as it is at this moment, compared with the version `since`, by default what was seen last.

        `before` is the page that is open on it: what that compares with, and what is new on it, stays.
        """
        with self._store.at_one_moment():
            return self._page(story_id, since, before)

    def _page(self, story_id: str, since: int, before: ReviewPage | None) -> ReviewPage:
        person, view = self._context.person, self._context.view(story_id)
        versions = self._store.stories.versions(story_id)
        look = self._store.looks.last(person.ids, story_id)
        trail = self._store.decisions.of_story(story_id)
        base = self._base(_known(versions, self._store.seals.last(story_id)), person, look, view, since)
        manuscript = copy_map_of(view)
        fresh = ReviewPage(
            story=view,
            manuscript=manuscript,
            lines=self.checklist(view),
            versions=lines_of(versions, trail, self._store.emptying.said()),
            base=base,
            comparison=None if base is None else self._compared(view, base),
            threads=self.placed_in(story_id, view.text),
            moves=tuple(_in_sight(option) for option in self._moves.options(story_id)),
            state=self._moves.state_name(view.state),
            looked=None if look is None else look.when,
            known=None if look is None else frozenset(look.seen),
            hands=view.in_hands,
            refused=self._store.reviews.why_not(story_id, DECISIONS, person),
            taken=_taken(trail, view),
            said=_said(trail, self._store.trail.clocks_behind(story_id)),
            unnamed=unnamed_sources(manuscript),
            found_anew=self._found_anew(story_id, trail),
            other_rules=moved_by_other_rules(trail, rules_digest(self._context.rules)),
            links_changed=self._links_changed(view, base),
        )
        return fresh if before is None else self._kept(fresh, before, chosen=bool(since))

    def _kept(self, fresh: ReviewPage, before: ReviewPage, *, chosen: bool) -> ReviewPage:
        """Return the page with what the one before it compares with, unless another version was chosen for it.

        Where an approval fell meanwhile, what was done to the approved text is the new question.
        """
        fresh = replace(fresh, looked=before.looked, known=before.known)
        fell = fresh.base is not None and fresh.base.since is Since.SEAL
        if chosen or fell or before.base is None or fresh.base == before.base:
            return fresh
        compared, links = self._compared(fresh.story, before.base), self._links_changed(fresh.story, before.base)
        return replace(fresh, base=before.base, comparison=compared, links_changed=links)

    def checklist(self, story: StoryView) -> tuple[Line, ...]:
        """Return the checklist of a story as it is saved; an item without a run for this very text is checking."""
        force = self._store.decisions.in_force(story.id)
        return checklist(story.runs, force, self._context.rules, text_digest(story.text))

    def _base(self, known: list[Known], person: Person, look: Look | None, view: StoryView, since: int) -> Base | None:
        if since and any(version.number == since for version in known):
            return Base(since, Since.CHOSEN)
        void = view.seal.sha256 if view.seal is not None and not view.seal.stands else ""
        return base_of(known, person, look, void)

    def _found_anew(self, story_id: str, trail: Sequence[Decision]) -> bool:
        """Return whether what the checks found is not what the last move of this very text knew.

        Somebody checked again since, with other settings say, or another program wrote it, digest and all.
        """
        last, noted = self._store.runs.last(story_id), next((d for d in reversed(trail) if d.state is not None), None)
        if last is None or noted is None or noted.sha256 != last.sha256:
            return False
        return bool(noted.note.get(FOUND, last.digest) != last.digest)

    def check_anew(self, story_id: str) -> None:
        """Check the text of a story once more where what was found is not what the last move knew, and keep that."""
        if self._found_anew(story_id, self._store.decisions.of_story(story_id)):
            page = self.page(story_id)
            examiner = self._context.examiner
            self._context.recall_readings(story_id)
            self.keep_run(page, examiner.examine(page.story.draft, examiner.brief(page.story)).runs)

    def _compared(self, view: StoryView, base: Base) -> Comparison:
        return compare(self._store.stories.text(view.id, base.version), view.text)

    def _links_changed(self, view: StoryView, base: Base | None) -> int:
        if base is None:
            return 0
        versions = self._store.stories.versions(view.id)
        then = next((version.links for version in versions if version.number == base.version), ())
        return links_changed(then, self._store.stories.text(view.id, base.version), view.links, view.text)

    def is_of_now(self, page: ReviewPage) -> bool:
        """Return whether text, state, approval, decisions and comments of a story are still those of the page."""
        view, shown = self._context.view(page.story.id), page.story
        if (view.text, view.state, view.version, view.seal) != (shown.text, shown.state, shown.version, shown.seal):
            return False
        threads = {placed.thread for placed in page.threads}
        return view.verdicts == shown.verdicts and set(self.threads(shown.id)) == threads

    def keep_run(self, page: ReviewPage, runs: Mapping[Item, ItemRun]) -> Changes:
        """Keep what the checks said of the text of a page, if that is still the story's."""
        shown = page.story
        if self._store.stories.get(shown.id).sha256 != page.sha256:
            return Changes(frozenset())
        rules, engine = self._context.examiner.checked_by(shown.variant, runs.values())
        self._store.runs.save(shown.id, page.sha256, runs.values(), rules=rules, engine=engine)
        return Changes(frozenset({Part.STORY, Part.QUEUE}), self._context.view(shown.id))

    def looked(self, page: ReviewPage) -> Changes:
        """Keep what the person has just seen, so that the next page shows what changed since."""
        shown = page.story
        look = Look(self._context.person.actor, shown.id, shown.version, page.sha256, page.seen)
        self._store.looks.keep(look)
        return Changes(frozenset())

    # -- Deciding ----------------------------------------------------------------------------------------------------

    def approve(self, page: ReviewPage) -> Changes:
        """Seal exactly the text of a page; raises `InTheWay` where something stands in the way, `KnownError` else."""
        wanted = MoveRequest(story=page.story.id, action=page.approving.action)
        option = next((o for o in self._moves.options(wanted.story) if o.action == wanted.action), None)
        if option is not None and option.obstacles:  # before a key is made, or a draft asked for
            raise InTheWay(" ".join(obstacle.sentence for obstacle in option.obstacles))
        return self._moves.move(replace(wanted, read=page.sha256))

    def decide(self, page: ReviewPage, wanted: MoveRequest) -> Changes:
        """Move the story of a page on, if it still has the text that was read; only then it was looked at."""
        changes = self._moves.move(replace(wanted, read=page.sha256))
        self.looked(page)
        return changes

    # -- Comments ----------------------------------------------------------------------------------------------------

    def threads(self, story_id: str) -> tuple[CommentThread, ...]:
        """Return the comments on a story."""
        return self._store.comments.threads(story_id)

    def placed_in(self, story_id: str, text: str) -> tuple[Placed, ...]:
        """Return the comments on a story where their words stand in a text of it."""
        return placed(self.threads(story_id), text, lambda number: self._store.stories.text(story_id, number))

    def comment(self, story_id: str, text: str, span: Span, words: str) -> Changes:
        """Comment on words of `text`, which must be the saved text of the story."""
        story, person = self._store.stories.get(story_id), self._context.signed()
        if story.sha256 != text_digest(text):
            raise KnownError(
                f"“{story.slug}” has another text by now: save or reopen it, then comment on the new words."
            )
        remark = comments.opened(story_id, person.actor, words, anchored(text, span), story.version)
        return self._said(remark, "Comment kept.")

    def answer(self, story_id: str, thread: str, words: str) -> Changes:
        """Answer a comment."""
        said = self._store.comments.thread(story_id, thread)
        person = self._context.signed()
        return self._said(comments.answered(said, person.actor, words), "Answer kept.")

    def resolve(self, story_id: str, thread: str, words: str = "") -> Changes:
        """Settle a comment."""
        said = self._store.comments.thread(story_id, thread)
        person = self._context.signed()
        return self._said(comments.resolved(said, person.actor, words), "Comment resolved.")

    def reopen(self, story_id: str, thread: str, words: str = "") -> Changes:
        """Open a settled comment again."""
        said = self._store.comments.thread(story_id, thread)
        person = self._context.signed()
        return self._said(comments.reopened(said, person.actor, words), "Comment open again.")

    def _said(self, remark: Remark, said: str) -> Changes:
        self._store.comments.add(remark)
        return Changes(frozenset({Part.COMMENTS}), said=said)


def _taken(trail: Sequence[Decision], view: StoryView) -> tuple[Taken, ...]:
    """Return what was let past the gate with this very text, each obstacle as it was passed last."""
    digest = text_digest(view.text)
    passed = [d for d in trail if d.done is Done.ACKNOWLEDGED and d.sha256 == digest]
    last = {(d.item, str(d.note.get("why", ""))): d for d in passed}
    return tuple(
        Taken(item, why, _fact(item, why, d.note), d.who.name, d.when, d.reason) for (item, why), d in last.items()
    )


def _fact(item: str, why: str, note: Mapping[str, Any]) -> str:
    """Return what was let pass; entries of before revision 0005 keep the sentence they were told in."""
    if why not in set(Why) or "sentence" in note:
        return str(note.get("sentence", "")).partition(":")[0].replace(f"“{item}”", f"“{item_words(item)}”", 1)
    return fact(item, Why(why), len(note.get("findings", ())), str(note.get("about", "")))


def _said(trail: Sequence[Decision], behind: Collection[str]) -> tuple[Said, ...]:
    moves = [d for d in trail if d.state is not None and d.reason]
    return tuple(
        Said(f"{d.done.words}{CLOCK_BEHIND if d.id in behind else ''}", d.who.name, d.when, d.reason, d.id)
        for d in reversed(moves)
    )


def _in_sight(option: MoveOption) -> MoveOption:
    """Return the move without the findings that its person has not seen yet: the page is about to show them."""
    return replace(option, obstacles=tuple(o for o in option.obstacles if o.why is not Why.NEW))


def _known(versions: list[Version], seal: Seal | None) -> list[Known]:
    """Return the versions to choose from; one that leads elsewhere than the seal says is not the approved one."""
    other = {v.number for v in versions if seal is not None and v.sha256 == seal.sha256 and v.links != seal.links}
    return [Known(v.number, v.who, "" if v.number in other else v.sha256) for v in versions]
