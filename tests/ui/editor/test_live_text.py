"""The text kept beside the document is the document's, and the changes told lead from the old text to the new one."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from desk.text.change import Change, changed, common_start, trimmed
from ui.editor.live_text import LiveText
from ui.editor.utf16 import read, units_in

WORDS = st.text(alphabet=st.sampled_from("ab \n\u00a0é́😀漢ש"), max_size=8)
STEP = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, 80), st.integers(0, 10), WORDS),
    st.tuples(st.just("several"), st.integers(0, 80), st.integers(0, 10), WORDS),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just(0), st.just(0), st.just("")),
)


class Watch:
    """A document with its living text, and every change that was told."""

    def __init__(self, text):
        self.document = QTextDocument()
        self.document.documentLayout()  # without one, Qt tells of no change
        self.live = LiveText()
        self.document.contentsChange.connect(self.absorb)
        self.told = []
        self.document.setPlainText(text)

    def absorb(self, position, removed, added):
        before = self.live.text
        changes = self.live.absorb(self.document, position, removed, added)
        assert changed(before, changes) == self.live.text
        self.told.append(changes)

    def at(self, start, removed):
        length = len(self.live.text)
        cursor = QTextCursor(self.document)
        cursor.setPosition(self.live.units.to_units(min(start, length)))
        cursor.setPosition(self.live.units.to_units(min(start + removed, length)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def replace(self, start, removed, words):
        self.at(start, removed).insertText(words)

    def several(self, *places):
        """Make edits (start, removed, words) as one undo step."""
        cursors = [(self.at(start, removed), words) for start, removed, words in places]
        whole = QTextCursor(self.document)
        whole.beginEditBlock()
        for cursor, words in cursors:
            cursor.insertText(words)
        whole.endEditBlock()


@settings(deadline=None)
@given(WORDS, st.lists(STEP, max_size=12))
def test_it_follows_every_edit_undo_and_redo(text, steps):
    watch = Watch(text)
    for act, start, removed, words in steps:
        if act == "edit":
            watch.replace(start, removed, words)
        elif act == "several":
            watch.several((start, removed, words), (max(0, start - 20), removed, words[::-1]))
        elif act == "undo":
            watch.document.undo()
        else:
            watch.document.redo()
        assert watch.live.text == read(watch.document, 0, units_in(watch.document))
        for point in range(len(watch.live.text) + 1):
            assert watch.live.units.to_points(watch.live.units.to_units(point)) == point


def test_several_edits_that_were_planned_are_told_apart_also_when_undone_and_redone(qapp):
    watch = Watch("one two three")
    watch.live.expect((Change(8, "three", "3"), Change(0, "one", "1")))
    watch.several((8, 5, ""), (4, 4, ""))  # not what was planned: the plan is let go
    assert len(watch.told[-1]) == 1
    watch.document.undo()
    plan = (Change(8, "three", "3"), Change(0, "one", "1"))
    watch.live.expect(plan)
    watch.several((8, 5, "3"), (0, 3, "1"))
    assert watch.told[-1] == plan
    watch.document.undo()
    assert watch.told[-1] == (Change(0, "1", "one"), Change(8, "3", "three"))
    watch.document.redo()
    assert watch.told[-1] == plan


def test_a_change_of_looks_is_no_change(qapp):
    watch = Watch("one two")
    told = len(watch.told)
    watch.document.markContentsDirty(0, 3)
    assert [changes for changes in watch.told[told:] if changes] == []


@given(WORDS, WORDS)
def test_common_start_is_as_long_as_can_be(one, other):
    length = common_start(one, other)
    assert one[:length] == other[:length]
    assert one[length : length + 1] != other[length : length + 1] or length in (len(one), len(other))


@given(WORDS, WORDS, st.integers(0, 9))
def test_a_trimmed_change_does_the_same(old, new, start):
    text = "x" * start + old + "yz"
    whole = Change(start, old, new)
    assert changed(text, (trimmed(whole),)) == changed(text, (whole,))
    assert changed(changed(text, (whole,)), (whole.undone,)) == text
