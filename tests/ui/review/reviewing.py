"""What the tests of the review do again and again: keys, rows, edits, waivers, and a story brought to its chief."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.review.move_request import MoveRequest
from desk.text.spans import Span
from ui.dialogs.waive import WaiveDialog
from ui.review.rows import Sort


def key(widget, pressed, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, pressed, modifiers)


def titles(view):
    return [row.title for row in view.side.model_.rows if row.sort is Sort.SECTION]


def rows(view, sort):
    return [row for row in view.side.model_.rows if row.sort is sort]


def edit(window, quiet, old, new):
    editor = window.parts.editor
    at = editor.text().index(old)
    editor.edit.select(Span(at, at + len(old)))
    editor.edit.textCursor().insertText(new)
    window.verbs.story.save()
    quiet(window)


def waive(window, dialog, quiet, quote, reason):
    finding = next(f for f in window.hub.board.open_findings if f.quote == quote)
    window.verbs.problems.show(finding)
    window.actions["waive"].trigger()
    asked = dialog(WaiveDialog)
    QTest.keyClicks(asked.reason, reason)
    key(asked.reason, Qt.Key.Key_Return)
    quiet(window)


def state(at_store, window, story):
    return at_store(window, lambda desk: desk.store.stories.get(story)).state


def bring_to_chief(window, at_store, *, clean=True):
    """Settle what is found, tick what is ticked by hand, and move the story to its chief; grammar is not installed."""
    story, findings = window.hub.story.id, window.hub.board.open_findings if clean else ()

    def bring(desk):
        for finding in findings:
            desk.decisions.waive(story, finding, "Seen")
        for item in desk.settings.manual_items:
            desk.decisions.tick(story, item, True)
        for action in ("submit", "pass-on", "send-to-chief"):
            option = next(o for o in desk.moves.options(story) if o.action == action)
            passed = {o.key: "no engine on this laptop" for o in option.obstacles}
            desk.moves.move(MoveRequest(story=story, action=action, passed=passed))

    at_store(window, bring)
