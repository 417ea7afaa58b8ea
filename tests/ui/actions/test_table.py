"""The table of actions: no key means two things in one place, and every action says what it does."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from desk.errors import BugError
from ui.actions.keys import bindings, is_key, key_of, keys_of, name_of, pressed, shortcuts, tip_of, with_key
from ui.actions.menus import MENUS
from ui.actions.spec import IN_DIALOGS, INSIDE, ActionSpec, Situation, When, Where
from ui.actions.table import counting_in, in_menus, spec_of, specs
from ui.actions.window_actions import WindowActions, found_action
from ui.dialogs.keys import KeysDialog, groups
from ui.look import icons, theme

NARROWEST, EDGES = 720, 12
"""Pixels of the lowest width of a window, and of the edges of its line."""

pytestmark = pytest.mark.usefixtures("qapp")  # only an application knows the keys of its system


def ways_in(where: Where) -> Iterator[set[Where]]:
    """Yield the place with the places around it, whose keys count there as well; more than one set if it is reused."""
    outermost = set() if where in IN_DIALOGS or where in INSIDE else {Where.WINDOW}
    for around in [way for outer in INSIDE.get(where, ()) for way in ways_in(outer)] or [outermost]:
        yield {where} | around


def clashes(where: Where, table: "list[ActionSpec]") -> list[tuple[str, list[str]]]:
    """Return each key that would mean two actions while the keyboard is in a place."""
    out = []
    for way in ways_in(where):
        meanings: dict[str, set[str]] = {}
        for spec in table:
            for keys in [keys for place in way for keys in bindings(spec, place)]:
                meanings.setdefault(keys.toString(), set()).add(spec.id)
        out += [(keys, sorted(ids)) for keys, ids in meanings.items() if len(ids) > 1]
    return out


@pytest.mark.parametrize("where", Where)
def test_no_key_means_two_things_in_one_place(where):
    assert clashes(where, list(specs())) == []


def test_a_key_given_twice_is_seen():
    twice = [*specs(), ActionSpec("second", "Second", "Do it.", ("F8",), where=Where.COPY_MAP)]
    assert clashes(Where.COPY_MAP, twice) == [("F8", ["next", "second"])]
    assert clashes(Where.OVERTAKEN, twice) == []


def test_every_key_can_be_pressed():
    pairs = [(spec, keys) for spec in specs() for where in Where for keys in spec.keys_in(where)]
    assert [(spec.id, keys) for spec, keys in pairs if QKeySequence(keys).toString() != keys] == []


def test_every_action_has_an_id_of_its_own_words_and_help():
    assert [name for name, count in Counter(spec.id for spec in specs()).items() if count > 1] == []
    assert [spec.id for spec in specs() if not spec.name or not spec.help.endswith(".")] == []


def test_the_help_of_every_entry_fits_the_narrowest_window_with_words_half_as_large_again(qapp, qtbot):
    theme.apply(qapp, theme.LIGHT, 150)
    bar = QStatusBar()
    qtbot.addWidget(bar)
    bar.ensurePolished()
    wide = {spec.id: bar.fontMetrics().horizontalAdvance(spec.help) for spec in specs() if spec.where is Where.WINDOW}
    assert {name: pixels for name, pixels in wide.items() if pixels > NARROWEST - EDGES} == {}


def test_what_stands_in_no_menu_has_a_key():
    listed = {spec.id for where in Where for spec in counting_in(where)} | {spec.id for spec in in_menus()}
    assert {spec.id for spec in specs()} == listed


def test_letters_of_a_menu_are_unique():
    for title, entries in [*MENUS, ("the bar", [ActionSpec(title, title, "") for title, _ in MENUS])]:
        letters = Counter(spec.text[spec.text.index("&") + 1].lower() for spec in entries)
        assert [letter for letter, count in letters.items() if count > 1] == [], title


@pytest.mark.parametrize(
    ("situation", "may", "may_not"),
    [
        (Situation(), {"keys", "show_queue", "quit"}, {"open", "next", "save", "beside"}),
        (Situation(is_ready=True), {"open", "review", "approve"}, {"save", "find", "comment", "beside"}),
        (Situation(is_ready=True, has_story=True), {"save", "find", "waive", "undo"}, {"beside"}),
        (
            Situation(is_ready=True, has_story=True, is_read_only=True),
            {"find", "remedies", "export", "zoom_in", "comment"},
            {"save", "waive", "undo", "replace", "kind_copy", "mend_2"},
        ),
        (
            Situation(is_ready=True, has_story=True, in_review=True),
            {"beside", "comment", "save", "approve"},
            {"undo", "waive", "mend", "find", "kind_copy"},
        ),
    ],
)
def test_what_may_be_used_follows_from_what_is_so(situation, may, may_not):
    allowed = {spec.id for spec in in_menus() if spec.when in situation.facts()}
    assert may <= allowed
    assert not may_not & allowed


def test_more_that_is_so_never_forbids_what_needs_less():
    assert When.ALWAYS in Situation().facts()
    assert all(spec.when is When.ALWAYS for spec in specs() if spec.where is not Where.WINDOW)


def test_texts_name_keys_by_the_id_of_what_they_do():
    assert key_of("next") == QKeySequence("F8").toString(QKeySequence.SequenceFormat.NativeText)
    assert key_of("approve", Where.REVIEW) == "A"
    assert with_key("Leave", "leave_review") == "Leave (Esc)"
    assert tip_of("hold", Where.REVIEW) == "Hold the story, with a reason, until a moment (H)"
    assert name_of("queue") == f"Stories over the whole window ({key_of('queue')})"
    assert keys_of(spec_of("sample")) == ""
    assert keys_of(spec_of("obstacle")) == f"{key_of('obstacle')} … {key_of('obstacle', nth=8)}"


def test_a_key_that_is_not_there_cannot_be_named():
    for name, where in (("nothing", None), ("sample", None), ("open", Where.REVIEW)):
        with pytest.raises(BugError):
            key_of(name, where)


def event(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


def test_keys_of_the_keypad_count_like_the_rest():
    assert pressed(event(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier), Where.CHECKLIST) == "line_act"
    assert pressed(event(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier), Where.CHECKLIST) == ""
    assert pressed(event(Qt.Key.Key_Escape), Where.DIALOG) == "", "what Qt does by itself is only listed"


def test_the_keys_of_the_system_work_as_well():
    assert is_key(event(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier), "undo")
    assert not is_key(event(Qt.Key.Key_Z), "undo")
    assert set(QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)) <= set(bindings(spec_of("redo")))


def test_a_view_must_answer_to_every_key_of_its_place(qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    with pytest.raises(BugError, match="change_previous"):
        shortcuts(view, Where.OVERTAKEN, {"change_next": view.show})


def test_every_action_of_the_menus_has_one_verb_and_no_verb_is_left_over(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    verbs = {spec.id: window.update for spec in in_menus()}
    for wrong, name in (
        (verbs | {"dance": window.update}, "dance"),
        ({k: v for k, v in verbs.items() if k != "save"}, "save"),
    ):
        with pytest.raises(BugError, match=name):
            WindowActions(window, wrong, icons.icon)
    WindowActions(window, verbs, icons.icon).follow(Situation(is_ready=True))
    assert found_action(window, "open").isEnabled()
    with pytest.raises(BugError, match="dance"):
        found_action(window, "dance")


def why_not(name):
    return "No story is open." if name == "save" else ""


@pytest.fixture
def help_on_keys(qtbot):
    """The dialog, and what it shows as groups of titles with their lines."""
    dialog = KeysDialog(why_not, None)
    qtbot.addWidget(dialog)

    def shown():
        tops = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
        return {
            top.text(0): [
                tuple(top.child(n).text(column) for column in range(3))
                for n in range(top.childCount())
                if not top.child(n).isHidden()
            ]
            for top in tops
            if not top.isHidden()
        }

    return dialog, shown


def test_the_help_lists_every_action_and_the_keys_of_each_place(help_on_keys):
    _, shown = help_on_keys
    assert shown() == dict(groups())
    assert {line[0] for lines in shown().values() for line in lines} == {spec.name for spec in specs()}
    assert ("Approve", "A", spec_of("approve").help) in shown()["In the review"]


def test_the_help_is_narrowed_to_words_of_a_line_or_of_a_title(help_on_keys):
    dialog, shown = help_on_keys
    dialog.filter.setText("next problem")
    assert {title: [line[1] for line in lines] for title, lines in shown().items()} == {"Problems": [key_of("next")]}
    dialog.filter.setText("find bar")
    assert shown()["In the find bar"] == dict(groups())["In the find bar"]
    dialog.filter.setText("")
    assert shown() == dict(groups())


def chosen_line(dialog):
    return dialog.list.currentItem().text(0)


def test_letters_find_a_command_and_return_runs_it(help_on_keys, qtbot):
    dialog, _ = help_on_keys
    QTest.keyClicks(dialog.filter, "next prob")
    assert chosen_line(dialog) == "Next problem"
    QTest.keyClicks(dialog.filter, "x")
    assert not dialog.run.isEnabled()
    dialog.filter.setText("zoom")
    QTest.keyClick(dialog.filter, Qt.Key.Key_Down)
    assert chosen_line(dialog) == "Zoom out"
    with qtbot.waitSignal(dialog.run_wanted) as told:
        QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert told.args == ["zoom_out"]


def test_a_command_that_cannot_be_used_says_why_and_does_not_run(help_on_keys):
    dialog, _ = help_on_keys
    ran = []
    dialog.run_wanted.connect(ran.append)
    dialog.filter.setText("save")
    assert chosen_line(dialog) == "Save", "nothing else runs in the place of what was named"
    assert "No story is open." in [label.text() for label in dialog.findChildren(QLabel)]
    QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert ran == []
    dialog.filter.setText("find bar")
    assert not dialog.run.isEnabled(), "a key of one place is pressed there"


@pytest.mark.parametrize(
    ("situation", "when", "word"),
    [
        (Situation(), When.READY, "opened"),
        (Situation(is_ready=True), When.TEXT | When.CHANGEABLE, "No story"),
        (Situation(is_ready=True, has_story=True, is_read_only=True), When.TEXT | When.CHANGEABLE, "Another window"),
        (Situation(is_ready=True, has_story=True, in_review=True), When.TEXT, "review"),
        (Situation(is_ready=True, has_story=True), When.REVIEW, "review"),
    ],
)
def test_why_a_command_cannot_be_used_is_said(situation, when, word):
    assert word in situation.why_not(when)
    assert situation.why_not(When.ALWAYS) == ""
