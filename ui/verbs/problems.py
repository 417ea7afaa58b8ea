"""The verbs of the menu "Problems": from one to the next, and what to do about the one in hand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desk.checking.checklist import Judged, Standing
from desk.checks.check import Finding, Remedy, pack_advised
from desk.review.words import item_words
from desk.story import Scope, StoryView
from desk.text.words import one_line, plural
from ui.actions.keys import key_of
from ui.actions.problems_menu import ANSWERS, MENDS, OF_RULE
from ui.actions.window_actions import found_action
from ui.editor.remedies import STALE
from ui.open_story.current_finding import CurrentFinding
from ui.verbs.window_parts import WindowParts
from ui.work import decisions, operations

NO_REMEDY = "This one has no ready remedy: edit the text, waive it, or call it not an error."
NO_PACK = "This one has no ready remedy: “Install the {language} pack…” beside the text has such words checked."
_REASONS_KEPT = 8


def no_remedy(finding: Finding) -> str:
    """Return what to do about a finding that nothing mends with one key."""
    language = pack_advised(finding.message)
    return NO_PACK.format(language=language) if language else NO_REMEDY


def _takes_back() -> str:
    return f"{key_of('undo_decision')} takes it back."


class Answers:
    """What the context menu of the text offers for a finding besides its remedies."""

    def __init__(self, window: QWidget, current: CurrentFinding) -> None:
        self._window, self._current = window, current

    def on(self, finding: Finding) -> list[QAction]:
        """Take the finding in hand and return the actions that answer it."""
        self._current.choose(finding)
        return [found_action(self._window, name) for name in (*ANSWERS, *OF_RULE)]


class ProblemVerbs:
    """Walk, mend, waive, call it not an error, take it back."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts
        self._reasons: list[str] = []
        self._showing = False

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {
            "next": lambda: self.step(back=False),
            "previous": lambda: self.step(back=True),
            "mend": self.mend_first,
            "mend_on": self.mend_and_go_on,
            "mend_rule": self.mend_rule,
            "not_rule": lambda: self.quiet_rule(Scope.STORY),
            "rule_off": lambda: self.quiet_rule(Scope.DESK),
            **{name: partial(self.mend_nth, nth) for nth, name in enumerate(MENDS[1:], 2)},
            "remedies": self.remedies,
            "waive": self.waive,
            "not_here": lambda: self.not_an_error(Scope.HERE),
            "not_in_story": lambda: self.not_an_error(Scope.STORY),
            "not_on_desk": lambda: self.not_an_error(Scope.DESK),
            "undo_decision": self.undo_last,
            "check": self.check,
        }

    def step(self, *, back: bool) -> None:
        """Go to the next or the previous open finding; say so where there is none."""
        found = self._p.current_finding.step(self._p.editor.edit.point, back=back)
        if found is None:
            self._say("No problem is open." if not self._p.checker.busy else "Still checking; nothing is open so far.")
        else:
            self.show(found)
            self._p.checklist.bring_problem_forward()  # asked for by its key: what is wrong must be seen with it

    def step_back_or_on(self, back: bool) -> None:
        """Go one problem back, or on."""
        self.step(back=back)

    def show(self, finding: Finding) -> None:
        """Take a finding in hand and show its place in the text."""
        self._showing = True  # the cursor that is put there must not take another finding of that place in hand
        try:
            if self._p.folding.open_drawer():  # before the text is scrolled: it becomes narrower
                self._p.checklist.bring_problem_forward()
            self._p.current_finding.choose(finding)
            self._p.editor.go_to(finding.span)
            self._p.editor.set_current(finding)
            self._p.editor.say_at_once(self._spoken(finding))
        finally:
            self._showing = False

    def _spoken(self, finding: Finding) -> str:
        """Return a finding as it is read out: which one, what is wrong with which words, and what would mend it."""
        nth, of = self._p.current_finding.count()
        number = f"Problem {nth} of {of}. " if nth else ""
        mend = f" {key_of('mend')}: {finding.remedies[0].title}." if finding.remedies else ""
        return f"{number}{item_words(finding.item)}: “{one_line(finding.quote)}”. {finding.message}{mend}"

    def at_cursor(self, _place: int) -> None:
        """Take the finding under the cursor in hand, when there is one; elsewhere F8 goes on from the cursor."""
        if self._showing:
            return
        if finding := self._p.editor.finding_at_cursor():
            self._p.current_finding.choose(finding)
        else:
            self._p.current_finding.leave()

    def mend_first(self) -> None:
        """Apply the first remedy of the finding in hand."""
        judged = self._in_hand()
        if judged and not judged.finding.remedies:
            self._say(no_remedy(judged.finding))
        elif judged:
            self.mend(judged.finding, judged.finding.remedies[0])

    def mend_nth(self, nth: int) -> None:
        """Apply the second, third, ... remedy of the finding in hand; say so where there is none."""
        judged = self._in_hand()
        if judged and len(judged.finding.remedies) < nth:
            self._say(f"This one has no remedy number {nth}.")
        elif judged:
            self.mend(judged.finding, judged.finding.remedies[nth - 1])

    def mend_and_go_on(self) -> None:
        """Apply the first remedy of the finding in hand and go to the next one; without one in hand, just go there."""
        if self._p.current_finding.current is None and self._p.editor.finding_at_cursor() is None:
            self.step(back=False)
            return
        judged = self._in_hand()
        if judged and not judged.finding.remedies:
            self._say(no_remedy(judged.finding))
        elif judged and self.mend(judged.finding, judged.finding.remedies[0]):
            self._go_on(judged.finding)

    def _go_on(self, mended: Finding) -> None:
        """Go to the next finding whose words stand as they were checked; say so where none is left."""
        found = self._p.current_finding.step(mended.span.start, among=self._p.editor.stands, but=mended)
        if found is None:
            self._say(f"{mended.remedies[0].title}. No further problem is open so far.")
        else:
            self.show(found)

    def mend_rule(self) -> None:
        """Apply the first remedy of everything that the rule of the finding in hand found, as one undo step."""
        judged, story = self._in_hand(), self._mine()
        if judged is None or story is None:
            return
        same = [f for f in self._p.hub.board.open_findings if f.rule == judged.finding.rule]
        done = self._p.editor.apply_all([(f, f.remedies[0]) for f in same if f.remedies]).done
        if not done:
            self._say(no_remedy(judged.finding) if not judged.finding.remedies else STALE)
            return
        decisions.fixed(self._p.hub, story.id, done)
        left = f", {len(same) - len(done)} left" if len(same) > len(done) else ""
        self._p.hints.say(f"{plural(len(done), 'place')} mended{left}. {key_of('undo')} takes all of it back.")

    def mend(self, finding: Finding, remedy: Remedy) -> bool:
        """Apply a remedy as one undo step and record it; return whether that could be done."""
        story = self._mine()
        if story is None:
            return False
        if remedy.variant:
            said = f"{remedy.title}. {key_of('details')} takes it back."
            operations.describe(self._p.hub, story.id, variant=remedy.variant, said=said)
            return True
        applied = self._p.editor.apply(remedy, finding)
        if not applied:
            self._say(applied.refused)
            return False
        decisions.fixed(self._p.hub, story.id, [(finding, remedy)])
        self._p.hints.say(f"{remedy.title}. {key_of('undo')} takes it back.")
        return True

    def remedies(self) -> None:
        """Show everything that can be done about the finding in hand, beside its words."""
        judged = self._in_hand()
        if judged is None:
            return
        menu = QMenu(self._p.window)
        menu.setAccessibleName("Remedies")
        for nth, remedy in enumerate(judged.finding.remedies, 1):
            key = f"\t{key_of(MENDS[nth - 1])}" if nth <= len(MENDS) else ""
            menu.addAction(f"{remedy.title.replace('&', '&&')}{key}", _Apply(self, judged.finding, remedy))
        if judged.finding.remedies:
            menu.addSeparator()
        menu.addActions([found_action(self._p.window, name) for name in (*ANSWERS, *OF_RULE)])
        menu.popup(self._place())
        menu.setActiveAction(menu.actions()[0])  # so that Return alone applies the first remedy
        menu.aboutToHide.connect(menu.deleteLater)

    def _place(self) -> QPoint:
        edit = self._p.editor.edit
        return edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft())

    def waive(self) -> None:
        """Ask for a reason and let the finding in hand stand."""
        from ui.dialogs.waive import WaiveDialog

        judged = self._in_hand()
        if judged is None or self._mine() is None:
            return
        dialog = WaiveDialog(judged.finding, self._reasons, self._p.window)
        dialog.wanted.connect(self._waived)
        dialog.open()

    def _waived(self, finding: Finding, reason: str) -> None:
        if story := self._p.hub.story:
            self._reasons = [reason, *(r for r in self._reasons if r != reason)][:_REASONS_KEPT]
            decisions.waive(self._p.hub, story.id, finding, reason, f"Waived. {_takes_back()}")

    def not_an_error(self, scope: Scope) -> None:
        """Declare the finding in hand not an error."""
        judged = self._in_hand()
        if judged and (story := self._mine()):
            said = f"Called not an error. {_takes_back()}"
            decisions.not_an_error(self._p.hub, story.id, judged.finding, scope, said)

    def quiet_rule(self, scope: Scope) -> None:
        """Declare everything that the rule of the finding in hand says not an error, in this story or on this desk."""
        judged = self._in_hand()
        if judged and (story := self._mine()):
            count = sum(f.rule == judged.finding.rule for f in self._p.hub.board.open_findings)
            said = f"{plural(count, 'place')} called not an error. {_takes_back()}"  # a desk says which rule is off
            decisions.not_an_error(self._p.hub, story.id, judged.finding, scope, said, whole_rule=True)

    def undo_last(self) -> None:
        """Take the last decision back, one included that the store has not answered yet."""
        if story := self._mine():
            decisions.undo_last(self._p.hub, story.id)

    def undo(self, ruling_id: str) -> None:
        """Take one decision back."""
        if story := self._mine():
            decisions.undo_decision(self._p.hub, story.id, ruling_id)

    def tick(self, item: str, on: bool) -> None:
        """Tick a manual item, or take the tick away."""
        if story := self._mine():
            decisions.tick(self._p.hub, story.id, item, on)

    def check(self) -> None:
        """Check the story anew."""
        self._p.checker.want()

    def _mine(self) -> StoryView | None:
        """Return the open story if it may be changed here; say why not where another window has it."""
        story = self._p.hub.story
        if story is not None and story.read_only:
            self._say("This story can only be read here: another window has it open.")
            return None
        return story

    def _in_hand(self) -> Judged | None:
        """Return the open finding that the keys speak of; say how to get one where there is none."""
        judged = self._p.current_finding.current
        if judged is None and (finding := self._p.editor.finding_at_cursor()):
            self._p.current_finding.choose(finding)
            judged = self._p.current_finding.current
        if judged is None or judged.standing is not Standing.OPEN:
            hint = f"No problem is in hand: {key_of('next')} goes to the next one."
            self._say(hint if judged is None else "This one is settled; take the decision back to change it.")
            return None
        return judged

    def _say(self, sentence: str) -> None:
        self._p.hints.hint(sentence)


class _Apply:
    """Applies one remedy when called."""

    def __init__(self, verbs: ProblemVerbs, finding: Finding, remedy: Remedy) -> None:
        self._verbs, self._finding, self._remedy = verbs, finding, remedy

    def __call__(self) -> None:
        self._verbs.mend(self._finding, self._remedy)
