"""Refreshes the views from what an operation changed, part by part, and tells the user what there is to tell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desk.checking.checklist import Judged
from desk.checks.check import Item
from desk.story import Changes, Draft, Examination, Part, StoryView, Unsent
from desk.text.blocks import Kind
from desk.text.links import Links
from desk.text.moments import to_the_minute
from ui.actions.keys import key_of, with_key
from ui.actions.own_keys import chosen
from ui.actions.table import own_keys, use_own_keys
from ui.actions.window_actions import WindowActions
from ui.editor.status import Aims
from ui.look import editor_colours, theme
from ui.look.fonts import reading_font
from ui.look.key_tips import give_tips_anew
from ui.look.widgets import tint
from ui.open_story.checker import GRAMMAR
from ui.open_story.file_watch import FileWatch
from ui.verbs.window_parts import WindowParts
from ui.window.engine_look import EngineLook
from ui.window.spoken_english import SpokenEnglish
from ui.window.standing import Standing
from ui.window.status_line import StatusLine
from ui.window.story_bar import StoryBar
from ui.window.typed_marks import TypedMarks
from ui.window.welcome import Welcome
from ui.work import operations

if TYPE_CHECKING:
    from ui.review.view import ReviewView

_TROUBLE, _TO_READ = "trouble", "to read"
"""How the keys of notices begin that tell what went wrong, and what happened that has to be read."""
_RULES = "rules of review"
"""What the desk's own rules of review are called among the settings that are not in force."""
_SHEET, _FIRST_PAGE, _NOTHING = range(3)
"""The pages of the middle, as they were put in."""


class Refresher(QObject):
    """Listens to hub, checker and open story; knows what of the window shows which part."""

    def __init__(
        self, parts: WindowParts, actions: WindowActions, welcome: Welcome, status: StatusLine, bar: StoryBar
    ) -> None:
        super().__init__(parts.window)
        self._p, self._actions, self._welcome, self._status, self._bar = parts, actions, welcome, status, bar
        self._engine = EngineLook(parts, welcome)
        self._findings_of = 0
        self._story_comes = False
        self.english = SpokenEnglish(parts)
        self._typed_marks = TypedMarks(parts.hub, parts.editor.edit)
        self._standing = Standing(parts.hub, parts.notices)
        self._version = 0
        self._tinted = theme.current(), theme.percent()
        self._keys = own_keys()
        """The keys of one's own that this window shows."""
        self._told_faults: dict[str, str] = {}
        self._watch = FileWatch(parts.hub)
        self._watch.changed.connect(self._tell_changed)
        self._watch.back.connect(self._tell_back)
        parts.hub.ready.connect(self._ready)
        parts.hub.changed.connect(self._changed)
        parts.hub.trouble.connect(self._trouble)
        parts.hub.settled.connect(self._settled)
        parts.hub.board.changed.connect(self._show_findings)
        parts.current_finding.chosen.connect(self._show_current)
        parts.checker.accepted.connect(self._accepted)
        parts.open_story.edited_changed.connect(self.story_changed)
        parts.editor.edited.connect(self._typed)
        parts.review.when_made(self._review_made)
        actions["reflow"].triggered.connect(self._joined)

    # -- Session -----------------------------------------------------------------------------------------------------

    def _ready(self) -> None:
        self._settings_changed()

    def expect_story(self, *_: object) -> None:
        """Leave the middle empty until the story is there that is opened by itself, or none is going to come."""
        if not self._story_comes:
            self._story_comes = True
            self.story_changed()

    def expect_none(self, *_: object) -> None:
        """Show the first page if no story is there by now."""
        if self._story_comes:
            self._story_comes = False
            self.story_changed()

    def begin(self) -> None:
        """Do what the story that is opened by itself goes before: it is there, or none is going to come."""
        self.expect_none()
        self._engine.look()

    def _trouble(self, sentence: str) -> None:
        self._p.notices.tell_error(f"{_TROUBLE} {sentence}", sentence)

    def _settled(self, sentence: str) -> None:
        self._p.notices.drop(f"{_TROUBLE} {sentence}")

    # -- Changes -----------------------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        self._status.say(changes.said)
        for sentence in changes.to_read:
            self._p.notices.tell_of_desk(f"{_TO_READ} {sentence}", sentence)
        for unsent in changes.unsent:
            self._tell_unsent(unsent)
        if Part.TEXT in changes.parts:
            self._text_changed(changes.story)
        elif changes.story is not None and changes.story.version != self._version:
            self._p.notices.drop("newer")  # it was saved on top of that one
        self._version = changes.story.version if changes.story is not None else self._version
        if changes.parts & {Part.STORY, Part.TEXT, Part.DECISIONS}:
            self.story_changed()
        if Part.SETTINGS in changes.parts:
            self._settings_changed()
        if changes.parts & {Part.ENGINE, Part.SETTINGS}:
            self._engine.look_at_rules()
        if changes.parts & {Part.PEOPLE, Part.SETTINGS}:
            self._standing.follow()
        if Part.ENGINE in changes.parts:
            self._p.hub.board.forget(GRAMMAR)
            self._engine.look()
        if Part.BRIEF in changes.parts:
            self._typed_marks.read_anew(self._p.hub.facts.settings)
        if changes.parts & {Part.BRIEF, Part.ENGINE}:
            self._p.checker.want()

    def _tell_unsent(self, unsent: Unsent) -> None:
        """Say why an approved story did not go out, whichever story is open by then."""
        again = "Try again", lambda: operations.send_out(self._p.hub, unsent.story_id)
        self._p.notices.tell_error(f"unsent {unsent.story_id}", f"{unsent.why} The approval stands.", [again])

    def _joined(self) -> None:
        self._p.notices.drop("wrapped")

    def _text_changed(self, story: StoryView | None) -> None:
        self._p.notices.clear_story()
        self.english.forget()
        self._p.current_finding.choose(None)
        if story is not None:
            self._p.open_story.load(story)
            self._findings_of = self._p.editor.revision()
            self._show_findings()
            self._tell(story)
            self._p.editor.setFocus()

    def _tell(self, story: StoryView) -> None:
        for nth, note in enumerate(story.notes):
            self._p.notices.tell(f"note {nth}", note)
        self._watch.watch(story.path)
        if story.changed_on_disk and not story.read_only:
            self._tell_changed(story.path)
        if story.version == 1 and not story.read_only and (width := self._p.editor.wrapped_at()):
            self._p.notices.tell(
                "wrapped",
                f"The lines of this draft are broken at {width} characters; it is checked as paragraphs all the same.",
                [(with_key("Join its lines", "reflow"), self._actions["reflow"].trigger)],
            )
        if story.seal is not None and not story.seal.stands:
            self._p.notices.tell(
                "void",
                f"The approval no longer stands. {story.seal.why_void}",
                [("Review it", self._actions["review"].trigger)],
            )
        if story.apart and not story.read_only:
            self._p.notices.tell(
                "apart",
                "This story was changed in two places. Both texts are kept; it can be approved once they are together.",
                [(with_key("Lay them together", "lay_together"), self._actions["lay_together"].trigger)],
            )
        if story.hands_too:
            self._p.notices.tell("hands", f"{story.in_hands} have this story in hand: they took it in two places.")
        if story.lent:
            self._p.notices.tell("lent", f"This story is {story.lent}. You can go on with it: both texts are kept.")
        if story.recovered:
            self._p.notices.tell(
                "recovered",
                "This is the text as it was typed last, newer than the saved version.",
                [("Save it", self._p.open_story.save), ("Go back to the saved version", self._back_to_saved)],
            )

    def _back_to_saved(self) -> None:
        if story := self._p.hub.story:
            self._p.recovery_copy.settled()
            operations.discard_recovery(self._p.hub, story.id)
            operations.open_story(self._p.hub, story.id)

    def _tell_changed(self, path: object) -> None:
        story = self._p.hub.story
        if story is None or story.path != path or story.read_only:
            return
        self._p.notices.tell(
            "disk",
            f"The file {story.path} has other words by now than when this story was read from it.",
            [("Take the file's words", self._take_file), ("Keep this text", lambda: None)],
        )

    def _tell_back(self, path: object) -> None:
        """Say no longer that the file has other words, unless they were others when the story was opened."""
        story = self._p.hub.story
        if story is not None and story.path == path and not story.changed_on_disk:
            self._p.notices.drop("disk")
        else:
            self._tell_changed(path)

    def _take_file(self) -> None:
        """Save what stands here as a version first, so that nothing is lost, then take the file's words."""
        if story := self._p.hub.story:
            self._p.open_story.save(lambda: operations.take_file(self._p.hub, story.id))

    def story_changed(self) -> None:
        """Show which story is open and whether it is saved."""
        story = self._p.hub.story
        self._show_page(_SHEET if story else _NOTHING if self._story_comes else _FIRST_PAGE)
        self._p.checklist.show_story(there=story is not None)
        name = f"{story.slug or 'Story'}[*] – " if story else ""
        self._p.window.setWindowTitle(f"{name}Copydesk")  # systems add the name of the application to any other end
        self._p.window.setWindowModified(self._p.open_story.edited)
        if story:
            self._bar.show_story(story, edited=self._p.open_story.edited)
        self._drop_what_is_past(story)
        self._tell_of_approval(story)
        if self._p.hub.is_ready:
            self._aim()

    def _drop_what_is_past(self, story: StoryView | None) -> None:
        if story is None or story.seal is None or story.seal.stands:
            self._p.notices.drop("void")
        if not self._p.open_story.edited:
            self._p.notices.drop("recovered")
        self.english.look_again(story)

    def _typed(self, _revision: int) -> None:
        """Look at what may change with any key; all else of the story changes with the first one alone."""
        story = self._p.hub.story
        if story is not None and story.seal is not None:
            self._tell_of_approval(story)

    def _tell_of_approval(self, story: StoryView | None) -> None:
        """Say with the first stroke that it costs the approval, until the text is the approved one again."""
        editor, seal = self._p.editor, story.seal if story is not None else None
        falls = (
            story is not None
            and seal is not None
            and story.seal_valid
            and self._p.open_story.edited
            and (editor.text() != story.text or _sealed(editor.draft()) != _sealed(story.draft))
        )
        if not falls:
            self._p.notices.drop("falls")
        elif seal is not None and "falls" not in self._p.notices:
            given = f"{seal.who}, {to_the_minute(seal.when)}"
            self._p.notices.tell("falls", f"This voids the approval of {given}; {key_of('undo')} brings it back.")

    def _aim(self) -> None:
        """Count the text against what is wanted of this story, and against the room of the desk."""
        from desk.text.aims import wanted_of

        story, settings = self._p.hub.story, self._p.hub.facts.settings
        self._p.editor.aim(
            Aims(
                length=wanted_of(story.details).length if story else None,
                column=settings.column_characters,
                headline_width=settings.headline_width,
                headline_lines=settings.headline_lines,
            )
        )

    def _show_page(self, page: int) -> None:
        """Show a page of the middle, and leave the keyboard nowhere that is hidden."""
        if page != self._p.middle.currentIndex():
            self._p.middle.setCurrentIndex(page)
            if page == _FIRST_PAGE and not self._p.centre.isHidden():
                self._welcome.take_focus()

    def _settings_changed(self) -> None:
        settings, app = self._p.hub.facts.settings, QApplication.instance()
        wanted = theme.named(settings.theme)
        if isinstance(app, QApplication) and (wanted, settings.window_percent) != (theme.current(), theme.percent()):
            theme.apply(app, wanted, settings.window_percent)
        if self._tinted != (theme.current(), theme.percent()):  # another window may have put it in force
            self.tint()
        self._p.editor.set_font(settings.font_family, settings.font_size)
        self._p.editor.set_line_width(settings.line_width)
        self._typed_marks.follow(settings)
        self._p.editor.set_words_per_minute(settings.words_per_minute)
        if (review := self._p.review.made) is not None:
            self._dress_review(review)
        self._aim()
        faults = {fault.name: fault.sentence for fault in settings.faults}
        if fault := self._p.hub.facts.rules_fault:
            faults[_RULES] = fault
        self._tell_faults(faults | self._use_keys(settings.own_keys))

    def _use_keys(self, lines: Sequence[str]) -> dict[str, str]:
        """Put one's own keys in force everywhere; return why some of them cannot be."""
        own, refused = chosen(lines)
        if own != own_keys():
            use_own_keys(own)
        if own != self._keys:  # else the window was made with them
            self._keys = own
            self._actions.follow_keys()
            give_tips_anew(self._p.window)
        self._welcome.follow_keys()  # whose words may be larger than before
        return {f"own_keys {name}": f"Of your own keys: {why}" for name, why in refused.items()}

    def _tell_faults(self, faults: dict[str, str]) -> None:
        """Say which lines of the settings are not in force; what was put aside is not said again."""
        for name in self._told_faults.keys() - faults.keys():
            self._p.notices.drop(f"{_TROUBLE} setting {name}")
        for name, sentence in faults.items():
            if self._told_faults.get(name) != sentence:
                self._p.notices.tell_error(f"{_TROUBLE} setting {name}", sentence)
        self._told_faults = faults

    def tint_new(self) -> None:
        """Draw a new window in the colours of the theme: what knows them when it is made is left as it is."""
        self._tinted = theme.current(), theme.percent()
        self._p.editor.apply_theme(editor_colours.DARK if theme.current().dark else editor_colours.LIGHT)
        self._p.editor.edit.viewport().setPalette(self._p.editor.edit.palette())  # style sheets keep it from inheriting
        self._actions.tint()
        self._p.checklist.tint()

    def tint(self) -> None:
        """Draw everything that has its own colours in those of the theme."""
        self.tint_new()
        if (review := self._p.review.made) is not None:
            review.tint(theme.current())
        self._welcome.tint()
        tint(self._p.window)

    def _review_made(self, review: "ReviewView") -> None:
        review.tint(theme.current())
        if self._p.hub.is_ready:
            self._dress_review(review)

    def _dress_review(self, review: "ReviewView") -> None:
        settings = self._p.hub.facts.settings
        review.use_looks(reading_font(settings.font_family, settings.font_size), settings.line_width)

    # -- Checks ------------------------------------------------------------------------------------------------------

    def _accepted(self, examination: Examination, revision: int) -> None:
        self._p.editor.set_blocks(examination.manuscript.blocks, revision)
        if Item.GRAMMAR in examination.runs:
            self.english.tell(examination.spoken_variant)
        if "wrapped" in self._p.notices and not self._p.editor.wrapped_at():
            self._p.notices.drop("wrapped")

    def _show_findings(self) -> None:
        """Hand the findings to the editor, with the revision of the text that they belong to."""
        if self._p.hub.board.text == self._p.editor.text():
            self._findings_of = self._p.editor.revision()
        self._p.editor.set_findings(self._p.hub.board.judged, self._findings_of)

    def _show_current(self, judged: Judged | None) -> None:
        self._p.editor.set_current(judged.finding if judged else None)


def _sealed(draft: Draft) -> tuple[str, dict[int, Kind], Links]:
    """Return what of a draft an approval is bound to."""
    return draft.text, dict(draft.by_hand), draft.links
