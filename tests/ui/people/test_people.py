"""People at the window: set up in one step, chosen at start, switched in a moment, changed by administrators."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desk.review.people import Role
from desk.review.queue import MINE
from desk.review.signing import SigningKey
from desk.session import Session
from desk.story import Choice
from ui.people.desk import PeopleDialog, TakeOutDialog
from ui.people.person import Entry, PersonDialog, role_words
from ui.people.switch import SwitchDialog

EDITOR = {"*": [Role.EDITOR]}


def act(window, name):
    window.actions[name].trigger()


def working(window):
    return window.hub.desk.people.working.name


def shown(kind):
    return [d for d in QApplication.topLevelWidgets() if isinstance(d, kind) and d.isVisible()]


@pytest.fixture
def desk():
    """Return a maker of a desk of three: Rosa keeps it, Ines is a chief with a PIN, Ismael edits."""

    def make(**settings):
        session = Session()
        desk = session.open_store()
        desk.people.set_up_alone("Rosa Ekstrand")
        desk.people.add("Ines Duarte", "ID", {"News": [Role.CHIEF]}, "4711")
        desk.people.add("Ismael Ito", "II", EDITOR)
        if settings:
            desk.change_settings(settings)
        desk.close()

    return make


@pytest.fixture
def at(open_window, qtbot):
    """Return a maker of windows that have said who is working."""

    def make(*files):
        window = open_window(*files)
        qtbot.waitUntil(lambda: window.verbs.people.badge.isVisible())
        return window

    return make


def test_at_first_start_one_step_sets_up_who_works_here_and_nobody_asks_again(at, qtbot, open_window):
    window = at()
    assert window.set_up.isVisible()
    assert window.set_up.name.text() == working(window)
    window.set_up.name.setText("Rosa Ekstrand")
    QTest.keyClick(window.set_up.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.set_up.isVisible())
    assert window.verbs.people.badge.text() == "Rosa Ekstrand (RE)"
    assert window.hub.desk.people.working.set_up
    assert window.hub.desk.people.working.roles == frozenset(Role)
    window.frame.close()
    qtbot.waitUntil(lambda: window.frame.is_left)
    again = at()
    assert not again.set_up.isVisible()
    assert working(again) == "Rosa Ekstrand"


def test_without_any_set_up_one_works_on_and_is_not_asked_again(at, qtbot):
    window = at()
    window.set_up.no.click()
    qtbot.waitUntil(lambda: not window.set_up.isVisible())
    assert window.hub.desk.people.who_must_be_chosen() is Choice.NOBODY_NEEDED
    assert "the trail says so" in window.verbs.people.badge.toolTip()


def test_a_name_given_in_the_settings_is_who_works_here_at_once(at, qtbot):
    window = at()
    window.hub.store(lambda desk: desk.change_settings({"user_name": "Wilhelmina Ode"}))
    qtbot.waitUntil(lambda: window.verbs.people.badge.text() == "Wilhelmina Ode (WO)")


def test_two_letters_and_return_let_somebody_else_work(desk, at, dialog, qtbot):
    desk()
    window = at()
    act(window, "who")
    asked = dialog(SwitchDialog)
    QTest.keyClicks(asked.initials, "ii")
    QTest.keyClick(asked.initials, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: working(window) == "Ismael Ito")
    qtbot.waitUntil(lambda: window.verbs.people.badge.text() == "Ismael Ito (II)")
    assert not shown(SwitchDialog)
    assert window.parts.queue.filters.current == MINE


def test_the_beginning_of_a_name_and_the_arrows_do_as_well(desk, at, dialog, qtbot):
    desk()
    window = at()
    act(window, "who")
    asked = dialog(SwitchDialog)
    QTest.keyClicks(asked.initials, "i")
    assert [asked.list.item(n).text().split()[0] for n in range(asked.list.count())] == ["ID", "II"]
    QTest.keyClick(asked.initials, Qt.Key.Key_Down)
    QTest.keyClick(asked.initials, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: working(window) == "Ismael Ito")


def test_nobody_of_that_name_is_said_at_once(desk, at, dialog):
    desk()
    window = at()
    act(window, "who")
    asked = dialog(SwitchDialog)
    QTest.keyClicks(asked.initials, "zz")
    assert asked.trouble.text() == "Nobody of the desk is called so."
    assert not asked.go.isEnabled()


def test_a_pin_is_asked_for_where_the_desk_wants_one_and_a_wrong_one_lets_nobody_in(desk, at, dialog, qtbot):
    desk(pin_needed=True)
    window = at()
    act(window, "who")
    asked = dialog(SwitchDialog)
    QTest.keyClicks(asked.initials, "id")
    QTest.keyClick(asked.initials, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is asked.pin
    QTest.keyClicks(asked.pin, "1234")
    QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the PIN" in asked.trouble.text())
    assert working(window) == "Rosa Ekstrand"
    QTest.keyClicks(asked.pin, "4711")
    QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: working(window) == "Ines Duarte")


def test_what_is_to_be_done_is_said_to_whom_it_concerns_until_it_is_done(desk, at, qtbot):
    desk(pin_needed=True)
    window = at()

    def said(*sentences):
        qtbot.waitUntil(lambda: sorted(window.parts.notices.sentences) == sorted(sentences), timeout=10_000)

    def work_as(initials, pin=""):
        window.hub.store(lambda desk: desk.people.switch(desk.people.with_initials(initials).id, pin))

    pin, keys = "Give yourself a PIN: this desk asks for one.", " for you: Story ▸ What needs a person…"
    said(pin)
    work_as("ID", "4711")
    said()
    window.hub.store(lambda desk: desk.signing_keys.new())
    work_as("RE")
    said(pin, f"1 signing key waits{keys}")
    work_as("II")
    said(pin)
    window.hub.store(lambda desk: desk.signing_keys.new())
    work_as("RE")
    said(pin, f"2 signing keys wait{keys}")
    window.hub.store(lambda desk: desk.needs.answer(desk.needs.waiting().asked[0], 0))
    said(pin, f"1 signing key waits{keys}")
    window.hub.store(lambda desk: desk.needs.answer(desk.needs.waiting().asked[0], 1))
    said(pin)
    window.hub.store(lambda desk: desk.people.change(desk.people.working.id, pin="2718"))
    said()


def test_on_a_shared_desktop_somebody_says_so_first_and_then_the_file_opens(
    desk, open_window, draft_file, dialog, qtbot
):
    desk(shared_desktop=True)
    window = open_window(draft_file)
    asked = dialog(SwitchDialog)
    assert window.hub.story is None
    QTest.keyClicks(asked.initials, "ii")
    QTest.keyClick(asked.initials, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.hub.story is not None, timeout=20_000)
    assert window.hub.story.owner == "Ismael Ito"


def test_who_only_looks_can_decide_nothing_and_is_told(desk, open_window, dialog, qtbot):
    desk(shared_desktop=True)
    window = open_window()
    dialog(SwitchDialog).reject()
    qtbot.waitUntil(lambda: window.verbs.people.badge.text() == "Who is working?")
    window.verbs.story.take_text("The ferry is late.")
    qtbot.waitUntil(lambda: bool(window.parts.notices.sentences))
    assert "who is working" in window.parts.notices.sentences[0].casefold()


def test_what_was_typed_is_saved_under_who_typed_it(desk, at, draft_file, dialog, qtbot, quiet):
    desk()
    window = at(draft_file)
    qtbot.waitUntil(lambda: window.hub.story is not None)
    quiet(window)
    QTest.keyClicks(window.parts.editor.edit, "New ")
    act(window, "who")
    asked = dialog(SwitchDialog)
    QTest.keyClicks(asked.initials, "ii")
    QTest.keyClick(asked.initials, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: working(window) == "Ismael Ito")
    quiet(window)
    versions = []
    window.hub.ask(lambda s: s.store.stories.versions(window.hub.story.id), versions.extend)
    qtbot.waitUntil(lambda: bool(versions))
    assert (versions[0].number, str(versions[0].who)) == (2, "Rosa Ekstrand")
    assert not window.parts.open_story.edited


def test_an_administrator_adds_changes_and_takes_out(desk, at, dialog, qtbot):
    desk()
    window = at()
    act(window, "people")
    asked = dialog(PeopleDialog)
    qtbot.waitUntil(lambda: asked.list.count() == 3)
    asked.add()
    person = dialog(PersonDialog)
    QTest.keyClicks(person.name, "Bo Lind")
    person.boxes["Sport", Role.CHIEF].setChecked(True)
    QTest.keyClick(person.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.list.count() == 4)
    assert asked.list.item(0).text() == "Bo Lind (BL)\ncopy editor; Sport: section chief"
    asked.list.setCurrentRow(0)
    asked.change()
    qtbot.waitUntil(lambda: len(shown(PersonDialog)) == 1)
    changed = shown(PersonDialog)[0]
    changed.boxes["*", Role.EDITOR].setChecked(False)
    changed._accept()
    qtbot.waitUntil(lambda: asked.list.item(0).text() == "Bo Lind (BL)\nSport: section chief")
    asked.take_out()
    dialog(TakeOutDialog).accept()
    qtbot.waitUntil(lambda: asked.list.count() == 3)


def test_an_administrator_confirms_a_first_key(desk, at, dialog, qtbot):
    desk()
    session = Session().open_store()
    ines = session.people.with_initials("ID")
    key = SigningKey.new()
    session.store.keys.add(ines, key.fingerprint, key.public)
    session.close()
    window = at()
    act(window, "people")
    asked = dialog(PeopleDialog)
    qtbot.waitUntil(lambda: asked.list.count() == 3)
    asked.list.setCurrentRow(1)
    assert asked.confirm_key.isHidden()
    asked.list.setCurrentRow(0)
    assert (
        f"{key.fingerprint[:16]} waits until an administrator confirms that it is theirs" in asked.list.item(0).text()
    )
    asked.confirm_key.click()
    qtbot.waitUntil(lambda: "waits" not in asked.list.item(0).text())
    assert asked.confirm_key.isHidden()


def test_others_are_told_who_could_and_may_change_their_own_pin(desk, at, dialog, qtbot):
    desk()
    window = at()
    ismael = window.hub.desk.people.with_initials("II")
    window.hub.store(lambda desk: desk.people.switch(ismael.id))
    qtbot.waitUntil(lambda: working(window) == "Ismael Ito")
    act(window, "people")
    asked = dialog(PeopleDialog)
    qtbot.waitUntil(lambda: asked.list.count() == 3)
    asked._added(Entry("Bo Lind", ""))
    qtbot.waitUntil(lambda: asked.trouble.isVisible())
    assert "Rosa Ekstrand" in asked.trouble.text()
    asked._changed_to(ismael, Entry("Ismael Ito", "II", {"*": frozenset({Role.EDITOR})}, "9999"))
    qtbot.waitUntil(lambda: window.hub.desk.people.working.has_pin)
    qtbot.waitUntil(lambda: not asked.trouble.isVisible())  # the dialogue hears of it after the store lane has done it


def test_an_entry_says_only_what_differs():
    session_person = Entry("Bo Lind", "BL", {"*": frozenset({Role.EDITOR})})
    from desk.review.people import Person

    bo = Person("Bo Lind", frozenset({Role.EDITOR}), {}, "id", "BL")
    assert session_person.beside(bo) == {}
    assert Entry("Bo Lind", "BO", {}, "").beside(bo) == {"initials": "BO", "roles": {}, "pin": ""}
    assert role_words(Person("Bo", frozenset())) == "looks on only"


def test_every_control_of_these_dialogs_has_a_name(desk, at, dialog, qtbot):
    desk(pin_needed=True)
    window = at()
    act(window, "people")
    people = dialog(PeopleDialog)
    qtbot.waitUntil(lambda: people.list.count() == 3)
    people.add()
    person = dialog(PersonDialog)
    for asked in (people, person):
        for box in asked.findChildren(QDialog.__mro__[1]):
            if box.focusPolicy() & Qt.FocusPolicy.TabFocus and box.isVisible():
                assert box.accessibleName() or getattr(box, "text", str)(), box
