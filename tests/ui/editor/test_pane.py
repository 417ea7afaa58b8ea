"""The pane as the window uses it: results taken or refused, remedies, kinds, going to places, and undo of it all."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.checking.checklist import Standing
from desk.checks.check import Edit, Evidence, Item, Remedy
from desk.text.blocks import Kind, Manuscript
from desk.text.spans import Span
from tests.ui.window.acting import shorten
from ui.look.editor_colours import DARK, LIGHT

CTRL = Qt.KeyboardModifier.ControlModifier


def test_it_begins_at_the_place_left_and_gives_the_draft_back(pane, story):
    pane.set_text(story, place=20, by_hand={0: Kind.FURNITURE})
    draft = pane.draft()
    assert (draft.text, draft.place, dict(draft.by_hand)) == (story, 20, {0: Kind.FURNITURE})


def test_typing_tells_each_new_revision(pane, qtbot):
    told = []
    pane.edited.connect(told.append)
    before = pane.revision()
    QTest.keyClicks(pane.edit, "abc")
    assert told == [before + 1, before + 2, before + 3]
    assert pane.revision() == before + 3


def test_moving_the_cursor_is_no_edit(pane):
    before = pane.revision()
    moved = []
    pane.cursorMoved.connect(moved.append)
    QTest.keyClick(pane.edit, Qt.Key.Key_Right)
    pane.set_font("sans", 14)
    pane.apply_theme(DARK)
    assert pane.revision() == before
    assert moved == [1]


def open_words(pane):
    return [mark.finding.quote for mark in pane._state.marks if mark.open]


def place_of(pane, finding):
    mark = pane._state.marks.of(finding)
    return mark.span if mark else None


def test_findings_of_another_revision_are_refused(pane, find_in, judged):
    old = pane.revision()
    QTest.keyClicks(pane.edit, "x")
    assert not pane.set_findings(judged(find_in(pane.text(), "harbour")), old)
    assert open_words(pane) == []
    assert pane.set_findings(judged(find_in(pane.text(), "harbour")), pane.revision())
    assert open_words(pane) == ["harbour"]


def test_a_decision_is_shown_while_typing_goes_on(pane, find_in, judged):
    finding, revision = find_in(pane.text(), "harbour"), pane.revision()
    assert pane.set_findings(judged(finding), revision)
    QTest.keyClicks(pane.edit, "New ")
    assert pane.set_findings(judged(finding, standing=Standing.WAIVED), revision)
    assert place_of(pane, finding).of(pane.text()) == "harbour"
    assert open_words(pane) == []


class Paints(QObject):
    """Counts how often the sheet is painted, and the strip beside it."""

    def __init__(self, pane):
        super().__init__()
        self._seen = 0
        for one in (pane.edit.viewport(), pane.gutter):
            one.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own name
        self._seen += event.type() == QEvent.Type.Paint
        return False

    def since(self):
        QApplication.processEvents()
        seen, self._seen = self._seen, 0
        return seen


def test_a_check_that_says_the_same_again_paints_nothing_and_one_that_says_more_or_less_does(pane, find_in, judged):
    blinks = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    paints = Paints(pane)

    def checked(*words, **more):
        found = [replace(find_in(pane.text(), word), fingerprint=word) for word in words]
        paints.since()
        assert pane.set_blocks(Manuscript.of(pane.text()).blocks, pane.revision())
        assert pane.set_findings(judged(*found, **more), pane.revision())
        return paints.since()

    assert checked("harbour", "retire")
    QTest.keyClicks(pane.edit, "New ")
    assert not checked("harbour", "retire")
    place = next(mark.span for mark in pane._state.marks if mark.finding.quote == "retire")
    assert place.of(pane.text()) == "retire"
    assert checked("harbour", "retire", standing=Standing.WAIVED)
    assert checked("retire")
    pane.edit.make([Edit(place, "leave")])
    assert checked(), "the mark of words that went may have reached further than the edit was painted"
    pane.set_blocks([block.marked(Kind.PAID, "Why.") for block in Manuscript.of(pane.text()).blocks], pane.revision())
    assert paints.since()
    QApplication.setCursorFlashTime(blinks)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 240), st.integers(0, 9), st.text("ab \u00a0é😀\n", max_size=5)), max_size=8),
    st.integers(0, 4),
)
def test_through_edits_and_undo_every_finding_holds_its_words(pane, story, find_in, judged, edits, undone):
    pane.set_text(story)
    words = ("The the", "Lew Marrin", "Lou Marrin", "thirty", "😀", "miss", "Tollard")
    findings = [find_in(story, quote) for quote in words]
    assert pane.set_findings(judged(*findings), pane.revision())
    for start, removed, text in edits:
        length = len(pane.text())
        start = min(start, length)
        pane.edit.make([Edit(Span(start, min(start + removed, length)), text)])
    for _ in range(undone):
        pane.undo()
    for finding in findings:
        place = place_of(pane, finding)
        assert place is None or place.of(pane.text()) == finding.quote


def test_a_remedy_is_one_step_and_puts_the_cursor_behind_its_words(pane, story, find_in, judged):
    finding = find_in(story, "The the", suggestions=["The"])
    pane.set_findings(judged(finding), pane.revision())
    QTest.keyClicks(pane.edit, "Big ")
    applied = pane.apply(finding.remedies[0], finding)
    assert applied
    assert pane.text() == "Big " + story.replace("The the", "The")
    assert pane.edit.point == pane.text().index("The harbour") + 3
    QTest.keyClick(pane.edit, Qt.Key.Key_Z, CTRL)
    assert pane.text() == "Big " + story
    QTest.keyClick(pane.edit, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert pane.text() == "Big " + story.replace("The the", "The")


def test_mending_all_places_leaves_the_findings_between_them_standing(pane, story, find_in, judged):
    spans = [Span(story.index(name), story.index(name) + 10) for name in ("Lew Marrin", "Lou Marrin")]
    mend_all = Remedy("Mend all", tuple(Edit(span, "Lewis Marrin") for span in spans))
    name = find_in(story, "Lou Marrin", Item.NAMES, remedies=(mend_all,))
    between = find_in(story, "retire")
    pane.set_findings(judged(name, between), pane.revision())
    assert len(pane.apply(mend_all, name).changes) == 2
    assert pane.text().count("Lewis Marrin") == 2
    assert place_of(pane, between).of(pane.text()) == "retire"
    pane.undo()
    assert pane.text() == story
    assert place_of(pane, between).of(pane.text()) == "retire"


def test_a_remedy_for_words_changed_since_is_refused_in_a_sentence(pane, story, find_in, judged):
    finding = find_in(story, "The the", suggestions=["The"])
    pane.set_findings(judged(finding), pane.revision())
    pane.edit.select(Span(finding.span.start + 1, finding.span.start + 1))
    QTest.keyClicks(pane.edit, "x")
    before = pane.text()
    applied = pane.apply(finding.remedies[0], finding)
    assert not applied
    assert applied.refused.endswith("A new check is on its way.")
    assert pane.text() == before


def test_a_read_only_text_says_why_and_refuses_remedies(pane, story, find_in, judged):
    finding = find_in(story, "The the", suggestions=["The"])
    pane.set_findings(judged(finding), pane.revision())
    pane.set_read_only("This story is open in another window.")
    QTest.keyClicks(pane.edit, "x")
    assert not pane.apply(finding.remedies[0], finding)
    assert pane.text() == story
    assert pane._notice.isVisible()
    assert "another window" in pane._notice.words.text()
    QTest.keyClick(pane.edit, Qt.Key.Key_Right)
    assert pane.edit.point == 1
    pane.set_read_only("")
    assert not pane._notice.isVisible()
    assert pane.apply(finding.remedies[0], finding)


def test_a_remedy_with_a_kind_labels_and_lifts_in_one_step(pane, story, find_in, judged, qtbot):
    start = story.index("By Ines")
    label = Remedy("Label it", (Edit(Span(start, start), "Advertisement\n\n"),), Kind.PAID)
    finding = find_in(story, "By Ines Tollard", Item.ADS, remedies=(label,))
    pane.set_findings(judged(finding), pane.revision())
    with qtbot.waitSignals([pane.kindChosen, pane.edited]):
        applied = pane.apply(label, finding)
    assert pane.by_hand() == {applied.block_start: Kind.PAID}
    assert pane.text()[applied.block_start :].startswith("By Ines")
    pane.undo()
    assert (pane.text(), pane.by_hand()) == (story, {})
    pane.redo()
    assert pane.by_hand() == {applied.block_start: Kind.PAID}


def test_kinds_and_words_are_undone_in_the_order_they_were_made(pane, story):
    QTest.keyClicks(pane.edit, "A")
    pane.set_kind(Span(0, 0), Kind.FURNITURE)
    QTest.keyClicks(pane.edit, "B")
    pane.set_kind(Span(0, 0), Kind.LEFTOVER)
    states = []
    for _ in range(4):
        states.append((pane.text()[:2], pane.by_hand().get(0)))
        pane.undo()
    assert states == [("AB", Kind.LEFTOVER), ("AB", Kind.FURNITURE), ("AF", Kind.FURNITURE), ("AF", None)]
    assert (pane.text(), pane.by_hand()) == (story, {})
    for text, kind in reversed(states):
        pane.redo()
        assert (pane.text()[:2], pane.by_hand().get(0)) == (text, kind)


def test_a_kind_left_to_copydesk_is_set_by_hand_no_more(pane):
    pane.set_kind(Span(0, 0), Kind.PAID)
    before = pane.revision()
    pane.set_kind(Span(3, 3), None)
    assert pane.by_hand() == {}
    assert pane.revision() == before + 1


def test_going_to_a_place_puts_the_cursor_there_in_the_middle_of_the_sheet(pane, find_in, judged):
    text = "\n\n".join(f"Paragraph number {n} of the story." for n in range(200))
    pane.set_text(text)
    finding = find_in(text, "number 120")
    pane.set_findings(judged(finding), pane.revision())
    QTest.keyClicks(pane.edit, "New ")
    pane.go_to(finding.span)
    assert pane.edit.point == finding.span.start + 4
    assert not pane.edit.textCursor().hasSelection()
    height = pane.edit.viewport().height()
    assert height / 3 <= pane.edit.cursorRect().center().y() <= 2 * height / 3


def test_a_flash_goes_out_by_itself(pane, qtbot):
    pane.go_to(Span(3, 9))
    assert pane._marks_layer.flash == Span(3, 9)
    shorten(pane._pointing._timer, 650)
    qtbot.waitUntil(lambda: pane._marks_layer.flash is None)


def test_the_finding_at_the_cursor(pane, story, find_in, judged):
    findings = [find_in(story, words) for words in ("timetable", "The the", "retire")]
    pane.set_findings(judged(*findings), pane.revision())
    pane.edit.select(Span(story.index("timetable") + 2, story.index("timetable") + 2))
    assert pane.finding_at_cursor() == findings[0]


def test_the_menu_offers_the_remedies_of_the_words_under_the_mouse(pane, story, find_in, judged, qtbot):
    finding = find_in(story, "timetable", suggestions=["timetables", "schedule"])
    pane.set_findings(judged(finding), pane.revision())
    menu = pane.menus.open(spot_of(pane, finding.span), QPoint(10, 10))
    words = [action.text() for action in menu.actions()]
    assert words[:3] == ["About “timetable”.", "Change to “timetables”", "Change to “schedule”"]
    with qtbot.waitSignal(pane.remedyChosen) as told:
        menu.actions()[2].trigger()
    assert told.args == [finding, finding.remedies[1]]
    menu.close()


def test_the_menu_elsewhere_has_the_acts_of_any_editor_alone(pane):
    menu = pane.menus.open(QPoint(5, pane.edit.viewport().height() - 5), QPoint(10, 10))
    words = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert words == [
        "Undo",
        "Redo",
        "Cut",
        "Copy",
        "Paste here",
        "Paste words only",
        "Select all",
        "Link…",
        "Copy link address",
        "Remove link",
        "Comment…",
        "What is this block…",
    ]
    QTest.keyClicks(pane.edit, "abc")
    menu.actions()[0].trigger()
    assert "abc" not in pane.text()
    menu.close()


def test_the_tool_tip_says_what_is_wrong_with_the_words_under_the_mouse(pane, story, find_in, judged):
    note = Evidence(Span(0, 5), "Lew Marrin, 1 place")
    finding = find_in(story, "Lou Marrin", Item.NAMES, evidence=(note,))
    pane.set_findings(judged(finding), pane.revision())
    assert pane._pointing.tip(spot_of(pane, finding.span)) == "About “Lou Marrin”.\nLew Marrin, 1 place"
    assert pane._pointing.tip(QPoint(2, pane.edit.viewport().height() - 2)) == ""


def test_settled_findings_are_not_told_any_more(pane, story, find_in, judged):
    finding = find_in(story, "Lou Marrin", Item.NAMES)
    pane.set_findings(judged(finding), pane.revision())
    spot = spot_of(pane, finding.span)
    assert pane._pointing.tip(spot) == "About “Lou Marrin”."
    pane.set_findings(judged(finding, standing=Standing.WAIVED, why="his stage name"), pane.revision())
    assert pane._pointing.tip(spot) == ""


def spot_of(pane, span):
    part = next(pane.edit.page().stretches(span))
    return QPoint(int((part.left + part.right) / 2), int((part.row.top + part.row.bottom) / 2))


def test_every_kind_of_finding_is_painted_in_both_looks(pane, story, find_in, judged):
    blocks = list(Manuscript.of(story).blocks)
    kinds = [Kind.FURNITURE, Kind.PAID, Kind.LEFTOVER, Kind.AD_LABEL]
    findings = [
        find_in(story, words, item)
        for words, item in zip(("timetable", "Ines", "The the", "retire", "😀"), Item, strict=False)
    ]
    missing = find_in(story, "By", Item.STRUCTURE)
    long = find_in(story, story[60:], Item.ADS)
    pane.set_blocks([b.marked(k, "Why.") for b, k in zip(blocks, kinds, strict=False)], pane.revision())
    pane.set_findings(judged(*findings, missing, long), pane.revision())
    pane.set_current(findings[0])
    for look in (LIGHT, DARK):
        pane.apply_theme(look)
        plain = pane.edit.viewport().grab().toImage()
        pane.edit.use_layers()
        bare = pane.edit.viewport().grab().toImage()
        pane.edit.use_layers(pane._kinds_layer, pane._marks_layer)
        assert plain != bare


def test_reflow_is_one_step(pane):
    line = "The harbour office said on Monday that the evening ferry would be off"
    pane.set_text(f"{line}\n{line}\n{line}\n{line}\n{line}\n")
    assert pane.reflow() == 4
    assert pane.text() == f"{line} {line} {line} {line} {line}\n"
    pane.undo()
    assert pane.text().count("\n") == 5


def test_an_endless_paragraph_is_shown_and_can_be_parted(pane):
    text = "He went home. " * 20_000
    pane.set_text(text)
    assert pane.edit.isReadOnly()
    assert "280,000 characters" in pane._notice.words.text()
    QTest.mouseClick(pane._notice.mend, Qt.MouseButton.LeftButton)
    assert not pane.edit.isReadOnly()
    assert not pane._notice.isVisible()
    assert pane.text().split() == text.split()
    pane.undo()
    assert pane.text() == text


def test_the_status_follows_a_moment_after_typing(pane, qtbot):
    words = pane.status().words
    with qtbot.waitSignal(pane.statusChanged) as told:
        QTest.keyClicks(pane.edit, "two more ")
    assert told.args[0].words == words + 2


def test_a_screen_reader_hears_of_the_finding_at_the_cursor(pane, story, find_in, judged):
    finding = find_in(story, "timetable")
    pane.set_findings(judged(finding), pane.revision())
    pane.edit.select(Span(finding.span.start, finding.span.start))
    pane.set_words_per_minute(200)
    assert pane.edit.accessibleDescription() == "About “timetable”."
    pane.edit.select(Span(0, 0))
    pane.set_words_per_minute(230)
    assert pane.edit.accessibleDescription() == ""


def test_everything_has_a_name_for_a_screen_reader(pane):
    assert pane.edit.accessibleName() == "Story text"
    assert pane.gutter.accessibleName() == "Copy map"
    pane.find_bar.open()
    bar = pane.find_bar
    parts = (bar.find_field, bar.replace_field, bar.case, bar.whole, bar.regular, bar.next, bar.previous)
    assert all(part.accessibleName() for part in (*parts, bar.close_button, bar.all_button, bar.replace_button))
    QApplication.processEvents()
