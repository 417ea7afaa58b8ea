"""What a user can do to stories: one short function a verb, on top of the open desk; `Hub.changed` tells the views.

Each takes the hub and data, submits to the store lane and returns at once.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.story import Changes, Draft, Examination, Part, StoryView
from desk.text.blocks import Manuscript
from desk.text.spans import Span
from desk.writers.format_words import AS_IT_STANDS
from ui.work.hub import Hub
from ui.work.lanes import nothing

if TYPE_CHECKING:
    from desk.merging.apart import TextsApart
    from desk.merging.values import MergeText
    from desk.packs.loan import Loan
    from desk.packs.preview import PackPreview
    from desk.review.move_request import MoveRequest
    from desk.review.queue import Filter, View
    from desk.review_page import ReviewPage
    from desk.services.name_book import NameBookService
    from desk.services.queue import Candidate
    from desk.session import Desk

_OPENED = frozenset({Part.STORY, Part.TEXT, Part.QUEUE, Part.DECISIONS})

Done = Callable[[Changes], None]
Failed = Callable[[KnownError], None]


def _opened(desk: "Desk", story: StoryView) -> Changes:
    return Changes(_OPENED, desk.recent.opened(story))


def open_file(hub: Hub, path: Path) -> None:
    """Open the draft at `path`: a new story, or the one made from that file before."""
    hub.store(lambda desk: _opened(desk, desk.stories.open_file(path)))


def open_files(hub: Hub, paths: Iterable[Path]) -> None:
    """Open several drafts one after another; the last one stays on screen."""
    for path in paths:
        open_file(hub, path)


def look_at_folder(hub: Hub, done: Done, failed: Failed) -> None:
    """Take in what is new in the watched folder."""
    hub.store(lambda desk: desk.watched_folder.look(), done, failed)


def try_folder_again(hub: Hub) -> None:
    """Read again what of the watched folder could not be read."""
    hub.store(lambda desk: desk.watched_folder.try_again())


def open_text(hub: Hub, text: str, slug: str = "", html: str = "") -> None:
    """Make a story from pasted text, and from its HTML where it has some."""
    hub.store(lambda desk: _opened(desk, desk.stories.open_text(text, slug, html)))


def open_story(hub: Hub, story_id: str) -> None:
    """Open a story of the queue."""
    hub.store(lambda desk: _opened(desk, desk.stories.open_story(story_id)))


def new_story(hub: Hub) -> None:
    """Open a new story without a word."""
    hub.store(lambda desk: _opened(desk, desk.stories.new_story()))


def look_for_recent(hub: Hub, story_id: str, done: Done, failed: Failed) -> None:
    """Take a story that is gone off the list of recent ones; the outcome says so."""
    hub.store(lambda desk: desk.recent.sure(story_id), done, failed)


def leave(hub: Hub) -> None:
    """Have no story on the screen, at the next start neither."""
    hub.leave()
    hub.store(lambda desk: desk.recent.left())


def close_story(hub: Hub, story_id: str, draft: Draft | None, top: int = 0) -> None:
    """Let go of a story, keeping the place of the cursor, and what stood at the top of the sheet."""

    def job(desk: "Desk") -> Changes:
        desk.recent.scrolled(story_id, top)
        return desk.stories.close_story(story_id, draft)

    hub.store(job)


def save(
    hub: Hub,
    story_id: str,
    draft: Draft,
    examination: Examination | None,
    done: Done = nothing,
    failed: Failed | None = None,
    *,
    why: str = "",
) -> None:
    """Save the text as a new version, with its last check and what it is saved for."""
    hub.store(lambda desk: desk.saving.save(story_id, draft, examination, why), done, failed)


def keep_run(hub: Hub, story_id: str, draft: Draft, examination: Examination, failed: Failed | None = None) -> None:
    """Keep the last check of a text that is saved already, without a word."""
    hub.store(lambda desk: replace(desk.saving.save(story_id, draft, examination), said=""), failed=failed)


def keep_tried(hub: Hub, manuscript: Manuscript, variant: str) -> None:
    """Keep what was tried of grammar's remedies in a text, without a word; nothing is told where that cannot be."""
    hub.store(lambda desk: desk.saving.keep_tried(manuscript.blocks, variant), failed=nothing)


def build_on(hub: Hub, story_id: str, version: int) -> None:
    """Let the next save follow a version that somebody else saved and the user has seen."""
    hub.store(lambda desk: desk.saving.build_on(story_id, version))


def stay_open(hub: Hub) -> None:
    """Say that the open story is still edited here; nothing is told where the database is out of reach."""

    def job(desk: "Desk") -> Changes:
        desk.stories.still_open()
        return Changes(frozenset())

    hub.store(job, failed=nothing)


def keep_apart(hub: Hub, story_id: str, mine: Draft, slug: str, failed: Failed) -> None:
    """Make a story of its own of a text that somebody else overtook, and let go of theirs."""

    def job(desk: "Desk") -> Changes:
        story = desk.stories.keep_apart(story_id, mine.text, f"{slug}-mine", mine.links)
        desk.stories.close_story(story_id)
        return replace(_opened(desk, story), said="Your text is a story of its own now; the other one is untouched.")

    hub.store(job, failed=failed)


def export_copy_only(hub: Hub, draft: Draft, path: Path) -> None:
    """Write the story and the paid boxes to a file."""
    hub.store(lambda desk: desk.exports.export_copy_only(draft, path))


def export(hub: Hub, story_id: str, draft: Draft, path: Path, format_: str = AS_IT_STANDS) -> None:
    """Write the text as it stands, or a new document, to a file; the next export begins there."""

    def job(desk: "Desk") -> Changes:
        if format_ == AS_IT_STANDS:
            done = desk.exports.export(story_id, draft, path)
        else:
            done = desk.documents.export(story_id, draft, path, format_)
        desk.documents.remember(path.parent, format_)
        return done

    hub.store(job)


def give_back(hub: Hub, story_id: str, path: Path, *, clean: bool, findings: bool) -> None:
    """Write the document that a story came in with what was changed and noted since."""
    hub.store(lambda desk: desk.documents.give_back(story_id, path, clean=clean, findings=findings))


def send_out(hub: Hub, story_id: str) -> None:
    """Write an approved story into the outgoing folder once more."""
    hub.store(lambda desk: desk.outgoing.send(story_id))


def describe(
    hub: Hub,
    story_id: str,
    *,
    slug: str | None = None,
    section: str | None = None,
    variant: str | None = None,
    facts: Mapping[str, str] | None = None,
    said: str = "",
) -> None:
    """Change slug, section, English or facts of a story; what is None stays. `said` is told once that is kept."""

    def job(desk: "Desk") -> Changes:
        done = desk.stories.describe(story_id, slug=slug, section=section, variant=variant, facts=facts)
        return replace(done, said=said or done.said)

    hub.store(job)


def set_aims(hub: Hub, story_id: str, *, length: str | None = None, headlines: Sequence[str] | None = None) -> None:
    """Keep how long a story is to be, or its other headlines."""
    hub.store(lambda desk: desk.stories.set_aims(story_id, length=length, headlines=headlines))


def set_deadline(hub: Hub, story_id: str, when: datetime | None) -> None:
    """Say by when a story must be out, or that it has no deadline."""
    hub.store(lambda desk: desk.stories.set_deadline(story_id, when))


def set_embargo(hub: Hub, story_id: str, until: datetime | None) -> None:
    """Say until when a story must not be published, or that it may be."""
    hub.store(lambda desk: desk.stories.set_embargo(story_id, until))


def move(hub: Hub, wanted: "MoveRequest", draft: Draft) -> None:
    """Move a story on: submit, return, approve, hold, spike, reopen."""
    hub.store(lambda desk: desk.moves.move(wanted, draft))


def looked(hub: Hub, page: "ReviewPage") -> None:
    """Keep that a page was seen, so that the next one shows what changed since."""
    hub.store(lambda desk: desk.review.looked(page))


def take(hub: Hub, story_ids: Sequence[str]) -> None:
    """Take stories in hand, one after another."""
    for story_id in story_ids:
        hub.store(partial(_taken, story_id=story_id))


def _taken(desk: "Desk", story_id: str) -> Changes:
    done = desk.stories.take(story_id)
    return replace(done, said=done.said or f"{done.story.slug if done.story else 'The story'} is in your hands.")


def approve_several(hub: Hub, chosen: Sequence["Candidate"], done: Done = nothing) -> None:
    """Approve stories that nothing stands in the way of, each with a seal of its own."""
    hub.store(lambda desk: desk.queue.approve(chosen), done)


def write_report(hub: Hub, story_id: str, path: Path, done: Done, failed: Failed) -> None:
    """Write the report of a review to an .html or .json file."""
    hub.store(lambda desk: desk.reports.write(story_id, path), done, failed)


def keep_view(hub: Hub, name: str, wanted: "Filter") -> None:
    """Save the filters of the queue as a view."""
    hub.store(lambda desk: desk.queue.keep_view(name, wanted))


def remove_view(hub: Hub, view: "View") -> None:
    """Throw a view of the queue away; the stories stay."""
    hub.store(lambda desk: desk.queue.remove_view(view))


def comment(hub: Hub, story_id: str, text: str, span: Span, words: str, failed: Failed | None = None) -> None:
    """Comment on words of the saved text."""
    hub.store(lambda desk: desk.review.comment(story_id, text, span, words), failed=failed)


def answer(hub: Hub, story_id: str, thread: str, words: str) -> None:
    """Answer a comment."""
    hub.store(lambda desk: desk.review.answer(story_id, thread, words))


def resolve(hub: Hub, story_id: str, thread: str, words: str = "") -> None:
    """Settle a comment."""
    hub.store(lambda desk: desk.review.resolve(story_id, thread, words))


def reopen(hub: Hub, story_id: str, thread: str, words: str = "") -> None:
    """Open a settled comment again."""
    hub.store(lambda desk: desk.review.reopen(story_id, thread, words))


def take_file(hub: Hub, story_id: str) -> None:
    """Take the words that the story's file has by now, as a new version."""
    hub.store(lambda desk: _opened(desk, desk.stories.take_file(story_id)))


def keep_names(
    hub: Hub, act: "Callable[[NameBookService], Changes]", done: Done = nothing, failed: Failed | None = None
) -> None:
    """Change the desk's name book, or carry it in or out."""
    hub.store(lambda desk: act(desk.name_book), done, failed)


def keep_people(hub: Hub, act: "Callable[[Desk], Changes]", done: Done = nothing, failed: Failed | None = None) -> None:
    """Set somebody up, say who is working, or change who belongs to the desk."""
    hub.store(act, done, failed)


def change_settings(hub: Hub, changes: dict[str, object]) -> None:
    """Write some settings."""
    hub.store(lambda desk: desk.change_settings(changes))


def keep_recovery(hub: Hub, story_id: str, draft: Draft, done: Done, failed: Failed) -> None:
    """Keep what stands in the editor apart from the saved versions."""
    hub.store(lambda desk: desk.saving.keep_recovery(story_id, draft), done, failed)


def recover(hub: Hub, recovery_id: str) -> None:
    """Open the recovered text of a story."""
    hub.store(lambda desk: _opened(desk, desk.stories.recover(recovery_id)))


def discard_recovery(hub: Hub, recovery_id: str) -> None:
    """Throw a recovery copy away."""
    hub.store(lambda desk: desk.saving.discard_recovery(recovery_id))


def open_sample(hub: Hub) -> None:
    """Make a story from the sample draft; the file itself is never written to."""

    def job(desk: "Desk") -> Changes:
        from desk.paths import sample_path

        path = sample_path()
        return _opened(desk, desk.stories.open_text(desk.examiner.read(path).text, path.stem))

    hub.store(job)


def lay_together(hub: Hub, apart: "TextsApart", text: "MergeText") -> None:
    """Save what two texts of a story came to, and open it."""

    def job(desk: "Desk") -> Changes:
        done = desk.laying.lay(apart, text)
        return replace(_opened(desk, desk.stories.open_story(apart.story)), said=done.said)

    hub.store(job)


def lay_clear(hub: Hub, but: Collection[str]) -> None:
    """Lay together all texts of which nothing needs a person, but for some stories."""
    hub.store(lambda desk: desk.laying.lay_clear(but))


def pack(hub: Hub, stories: Sequence[str], path: Path, passphrase: str, loan: "Loan | None") -> None:
    """Write stories into one file, and enter that they are lent."""
    hub.store(lambda desk: desk.packs.pack(stories, path, passphrase, loan))


def take_in(hub: Hub, preview: "PackPreview", ended: "Sequence[Loan]", done: Done, open_story_id: str = "") -> None:
    """Take in a pack that was looked at, its numbers compared; the story in the editor is opened anew."""

    def job(desk: "Desk") -> Changes:
        came = desk.packs.take_in(preview, accept=True, ended=ended)
        if not open_story_id:
            return came
        return replace(_opened(desk, desk.stories.open_story(open_story_id)), said=came.said, left=came.left)

    hub.store(job, done)


def lower_rule(hub: Hub, rule: str, done: Done) -> None:
    """Have a grammar rule told as a hint on this desk, then call `done`."""
    hub.store(lambda desk: desk.grammar_rules.lower(rule), done)


def keep_rule(hub: Hub, rule: str, done: Done) -> None:
    """Keep a grammar rule as it is and do not propose it again, then call `done`."""
    hub.store(lambda desk: desk.grammar_rules.keep(rule), done)


def restore_rule(hub: Hub, rule: str, done: Done) -> None:
    """Have a grammar rule told as before, then call `done`."""
    hub.store(lambda desk: desk.grammar_rules.restore(rule), done)
