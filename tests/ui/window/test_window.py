"""The window as a copy editor uses it: real window, real store, real checks; acted on by actions and keys."""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
)

from desk.checking.checklist import ItemState
from desk.checking.runner import ItemRun
from desk.checks.check import Item
from tests.ui.window.acting import act, choose, drop, line, quotes, shown_buttons, shown_sentences
from ui.look import theme
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def test_a_file_of_the_command_line_is_open_and_checked(window):
    assert window.hub.story.slug == "bridge"
    assert "the the" in quotes(window, Item.STYLE)
    assert "Okafour" in quotes(window, Item.NAMES)
    assert "TK" in quotes(window, Item.STRUCTURE)


def test_without_an_engine_grammar_is_not_checked_and_says_why(window, qtbot):
    grammar = line(window, Item.GRAMMAR)
    assert (grammar.state, bool(grammar.reason)) == (ItemState.UNCHECKED, True)
    tree = window.parts.checklist.tree
    tree.setCurrentIndex(window.parts.checklist.model.index(0, 0))
    card = window.parts.checklist.card
    qtbot.waitUntil(lambda: "Install the grammar engine…" in shown_buttons(card))


def test_f8_goes_round_all_problems_in_text_order_and_back(window):
    editor, seen = window.parts.editor.edit, []
    findings = window.hub.board.open_findings
    editor.setFocus()
    for _ in findings:
        QTest.keyClick(editor, Qt.Key.Key_F8)
        seen.append(window.parts.current_finding.current.finding.fingerprint)
    assert seen == [f.fingerprint for f in sorted(findings, key=lambda f: (f.span.start, f.fingerprint))]
    QTest.keyClick(editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.parts.current_finding.current.finding.fingerprint == seen[-2]


def test_f8_leaves_out_no_problem_that_shares_its_place_with_another(window, found):
    text, places = window.parts.editor.text(), ("the the", "the the\ntimetable would be out", "TK", "Okafour")
    rules = ("grammar.A", "grammar.B", "grammar.C")
    twins = tuple(found(text, quote, Item.GRAMMAR, rule, message=quote) for quote in places for rule in rules)
    window.hub.board.accept({Item.GRAMMAR: ItemRun(Item.GRAMMAR, twins)}, text)
    editor, wanted, seen = window.parts.editor.edit, {f.fingerprint for f in window.hub.board.open_findings}, []
    editor.setFocus()
    for _ in wanted:
        QTest.keyClick(editor, Qt.Key.Key_F8)
        seen.append(window.parts.current_finding.current.finding.fingerprint)
    assert set(seen) == wanted


def test_f8_works_from_every_pane(window):
    for widget in (window.parts.queue.search, window.parts.checklist.tree, window.parts.queue.list):
        window.parts.current_finding.choose(None)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_F8)
        assert window.parts.current_finding.current is not None


def test_one_key_mends_and_one_key_takes_it_back(window, quiet):
    choose(window, "the the")
    QTest.keyClick(window.parts.editor.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    quiet(window)
    assert "the the" not in window.parts.editor.text()
    assert "the the" not in quotes(window, Item.STYLE)
    QTest.keyClick(window.parts.editor.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    quiet(window)
    assert "the the" in quotes(window, Item.STYLE)


def test_typing_over_a_finding_in_hand_never_moves_the_cursor(window, quiet):
    finding = choose(window, "the the")
    editor = window.parts.editor
    editor.edit.select(type(finding.span)(finding.span.start, finding.span.start + 4))
    QTest.keyClicks(editor.edit, "a")
    at = editor.edit.point
    quiet(window)
    assert editor.edit.point == at == finding.span.start + 1


def test_every_control_has_an_accessible_name(window):
    choose(window, "the the")
    bare = [
        repr(widget)
        for widget in QApplication.allWidgets()
        if isinstance(widget, CONTROLS)
        and widget.window() is window.frame
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert bare == []


def test_f6_goes_round_the_panes(window):
    p, seen = window.parts, []
    panes = {"queue": p.queue, "text": p.editor, "checklist": p.checklist}
    p.editor.setFocus()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen += [name for name, pane in panes.items() if pane.isAncestorOf(focus) or pane is focus]
    assert seen == ["checklist", "queue", "text"]


def test_panes_can_be_hidden_but_not_the_last_and_are_remembered(open_window, qtbot):
    window = open_window()
    act(window, "show_queue")
    act(window, "show_checklist")
    act(window, "show_editor")
    assert [window.parts.panes.widget(n).isVisible() for n in range(3)] == [False, True, False]
    window.frame.close()
    qtbot.waitUntil(lambda: window.frame.is_left)
    again = open_window()
    assert [again.parts.panes.widget(n).isVisible() for n in range(3)] == [False, True, False]


def test_the_window_can_be_small(window):
    window.frame.resize(1280, 720)
    assert (window.frame.minimumSizeHint().width(), window.frame.minimumSizeHint().height()) <= (1280, 720)


def test_dropped_files_and_dropped_text_become_stories(window, quiet, tmp_path):
    path = tmp_path / "ferry.md"
    path.write_text("# Ferry\n\nThe ferry is late.\n", encoding="utf-8")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window, files)
    quiet(window)
    assert (window.hub.story.slug, window.hub.story.format) == ("ferry", "markdown")
    words = QMimeData()
    words.setText("A harbour pilot was honoured on Friday.")
    drop(window, words)
    quiet(window)
    assert window.parts.editor.text() == "A harbour pilot was honoured on Friday."
    assert window.parts.queue.model.rowCount() == 3


def test_paste_makes_a_story_and_an_empty_clipboard_says_so(window, quiet):
    QApplication.clipboard().setText("Council meets\n\nThe council meets on Friday.")
    act(window, "paste")
    quiet(window)
    assert window.hub.story.slug == "council-meets"
    QApplication.clipboard().clear()
    act(window, "paste")
    assert any("clipboard" in said for said in window.parts.notices.sentences)


def test_a_file_that_is_not_there_gets_one_sentence_and_loses_nothing(window, quiet, tmp_path):
    text = window.parts.editor.text()
    window.verbs.story.open_files([tmp_path / "gone.txt"])
    quiet(window)
    assert len(window.parts.notices.sentences) == 1
    assert "gone.txt" in window.parts.notices.sentences[0]
    assert window.parts.editor.text() == text


def test_esc_puts_the_top_notice_aside_wherever_nothing_else_takes_it(window, quiet, tmp_path):
    notices, editor = window.parts.notices, window.parts.editor
    window.verbs.story.open_files([tmp_path / "gone.txt"])
    quiet(window)
    notices.tell("note", "Something is so.")
    for widget in (editor.edit, window.parts.queue.list):
        widget.setFocus()
        before = notices.sentences
        QTest.keyClick(widget, Qt.Key.Key_Escape)
        assert len(notices.sentences) == len(before) - 1
    assert notices.sentences == ()
    notices.tell("note", "Something is so.")
    act(window, "find")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert editor.find_bar.isHidden()
    assert notices.sentences == ("Something is so.",)


def test_an_error_is_seen_in_the_review_and_esc_puts_it_aside_before_it_leaves(window, quiet, tmp_path):
    act(window, "review")
    quiet(window)
    view = window.parts.review.get()
    window.hub.refuse("That cannot be done.")
    assert view.notices.sentences == ("That cannot be done.",)
    QTest.keyClick(view.reading.edit, Qt.Key.Key_Escape)
    assert view.notices.isHidden()
    assert view.isVisible()
    QTest.keyClick(view.reading.edit, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_a_notice_goes_when_what_it_says_is_no_longer_so(window, quiet):
    notices, editor = window.parts.notices, window.parts.editor
    QApplication.clipboard().clear()
    act(window, "paste")
    assert len(notices.sentences) == 1
    QTest.keyClicks(editor.edit, "New ")
    act(window, "save")
    quiet(window)
    assert notices.sentences == ()


def test_a_bad_file_beside_a_good_one_is_told_and_every_bad_one_has_its_sentence(window, quiet, tmp_path):
    good = tmp_path / "good.txt"
    good.write_text("A good story.\n", encoding="utf-8")
    window.verbs.story.open_files([tmp_path / "gone.txt", tmp_path, good])
    quiet(window)
    assert window.parts.editor.text() == "A good story.\n"
    said = window.parts.notices.sentences
    assert [part in sentence for part, sentence in zip(("gone.txt", "is a folder"), said, strict=True)] == [True, True]


def test_a_window_without_a_story_is_at_rest_and_the_keyboard_on_the_first_way(open_window, qtbot):
    window = open_window()
    qtbot.waitUntil(lambda: not window.lanes.busy())
    assert not window.parts.checker.busy
    assert not window.parts.checker._late.isActive()
    assert window.frame.focusWidget() is window.welcome.ways[0].button


def test_closing_a_story_leaves_the_keyboard_on_the_first_page(window, quiet):
    window.parts.editor.setFocus()
    act(window, "close")
    quiet(window)
    assert window.frame.focusWidget() is window.welcome.ways[0].button


def test_return_in_the_menu_of_remedies_applies_the_first(window, quiet, qtbot):
    choose(window, "the the")
    act(window, "remedies")
    menu = next(m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Return)
    quiet(window)
    assert "the the" not in window.parts.editor.text()


def test_every_number_of_the_settings_can_be_read(window, qapp):
    theme.apply(qapp, theme.LIGHT)
    act(window, "settings")
    asked = next(d for d in QApplication.topLevelWidgets() if d.windowTitle() == "Settings" and d.isVisible())
    for page in range(asked.tabs.count()):
        asked.tabs.setCurrentIndex(page)
        for box in asked.tabs.currentWidget().findChildren(QSpinBox):
            line = box.findChild(QLineEdit)
            assert line.width() > line.fontMetrics().horizontalAdvance(f"{box.maximum()} "), box.accessibleName()


def test_nothing_open_is_never_said_of_what_was_not_checked(window, quiet):
    window.verbs.story.take_text("The bridge opened on Monday, the city said.\n")
    quiet(window)
    said = shown_sentences(window.parts.checklist.card)
    assert said == ["Nothing is open so far. Not checked: Grammar."]


def test_the_theme_follows_the_settings_at_once(window, quiet):
    act(window, "settings")
    dialog = next(d for d in QApplication.topLevelWidgets() if d.windowTitle() == "Settings" and d.isVisible())
    box = dialog.fields["theme"]
    box.setCurrentIndex(box.findData("dark"))
    dialog._accept()
    quiet(window)
    assert theme.current() is theme.DARK
    window.hub.store(lambda desk: desk.change_settings({"theme": "light"}))
    quiet(window)
    assert theme.current() is theme.LIGHT


def test_a_new_theme_draws_every_icon_anew(window, quiet):
    choose(window, "the the")
    window.hub.store(lambda desk: desk.change_settings({"theme": "light"}))
    quiet(window)
    shown = [b for b in window.frame.findChildren(QAbstractButton) if b.isVisible() and not b.icon().isNull()]
    before = {button.text() or button.accessibleName(): button.icon().cacheKey() for button in shown}
    window.hub.store(lambda desk: desk.change_settings({"theme": "dark"}))
    quiet(window)
    assert {"Save", "Move on…", "Waive…", "Not an error"} <= before.keys()
    again = [b for b in window.frame.findChildren(QAbstractButton) if b.isVisible() and not b.icon().isNull()]
    assert [b.text() for b in again if b.icon().cacheKey() == before[b.text() or b.accessibleName()]] == []


def test_a_hard_wrapped_draft_offers_to_join_its_lines_once(window, quiet, tmp_path):
    line = "The harbour bridge will close for two weeks from Monday, the engineer of the town"
    path = tmp_path / "wrapped.txt"
    path.write_text("Bridge to close\n\n" + "\n\n".join("\n".join([line] * 4) for _ in range(4)), encoding="utf-8")
    window.verbs.story.open_files([path])
    quiet(window)
    assert any("broken at 81 characters" in said for said in window.parts.notices.sentences)
    join = next(b for b in window.parts.notice_bar.findChildren(QAbstractButton) if b.text().startswith("Join"))
    join.click()
    assert window.parts.notices.sentences == ()
    assert window.parts.editor.text().count("\n") == 8
    act(window, "save")
    quiet(window)
    assert window.parts.notices.sentences == ()


def test_a_frame_is_painted_first_and_can_be_closed_before_it_is_furnished(qtbot):
    frame, left = Frame(), []
    frame.left.connect(lambda: left.append(True))
    with qtbot.waitSignal(frame.painted):
        frame.show()
    assert frame.centralWidget() is None
    frame.close()
    assert left == [True]
    frame.deleteLater()


def test_a_frame_keeps_its_place_when_it_is_furnished(qtbot, closed_at_end):
    frame = Frame()
    frame.resize(1280, 720)
    with qtbot.waitSignal(frame.painted):
        frame.show()
    before = frame.geometry()
    window = OpenWindow(frame)
    assert frame.geometry() == before
    qtbot.waitUntil(window.parts.queue.isVisible)
    frame.close()
    qtbot.waitUntil(lambda: frame.is_left)
    frame.deleteLater()


def test_search_narrows_the_queue_and_says_when_nothing_matches(window, quiet, qtbot):
    queue = window.parts.queue
    queue.search.setText("okafor")
    qtbot.waitUntil(lambda: queue.model.rowCount() == 1)
    queue.search.setText("zeppelin")
    qtbot.waitUntil(lambda: queue.model.rowCount() == 0)
    assert queue._empty.text() == "No story matches."
