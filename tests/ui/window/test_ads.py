"""Advertising and leftovers in the window: found, labelled, lifted out, marked, read apart; each with one key."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from desk.checking.checklist import ItemState
from desk.checks.ads import examples
from desk.checks.check import Item
from desk.text.blocks import Kind
from desk.text.copy_and_ads import Apart
from desk.text.hard_wraps import joined
from desk.text.spans import Span
from ui.dialogs.copy_only import CopyOnlyDialog
from ui.work.lanes import nothing


@pytest.fixture
def opened(open_window, tmp_path, quiet):
    """Return a maker of windows with a text open and checked."""

    def make(text):
        path = tmp_path / "ferry.txt"
        path.write_text(text, "utf-8")
        window = open_window(path)
        window.parts.editor.activateWindow()
        quiet(window)
        return window

    return make


def found(window):
    return next(one for one in window.hub.board.lines if one.item == Item.ADS).open


def take(window, nth=0):
    window.parts.editor.edit.select(Span(found(window)[nth].span.start, found(window)[nth].span.start))
    window.parts.current_finding.choose(found(window)[nth])


def act(window, quiet, name):
    window.actions[name].trigger()
    quiet(window)


def test_one_key_labels_it_and_one_takes_that_back(opened, quiet):
    window = opened(examples.UNLABELLED)
    take(window)
    act(window, quiet, "mend")
    assert window.parts.editor.text() == examples.LABELLED
    assert [f.rule for f in found(window)] == ["ads.amid-story"]
    act(window, quiet, "undo")
    assert window.parts.editor.text() == examples.UNLABELLED


def test_one_key_lifts_it_out_and_one_takes_that_back(opened, quiet):
    window = opened(examples.UNLABELLED)
    take(window)
    act(window, quiet, "mend_2")
    assert window.parts.editor.text() == examples.BOXED
    assert found(window) == ()
    act(window, quiet, "undo")
    assert window.parts.editor.text() == examples.UNLABELLED


def test_one_key_marks_the_whole_of_it_as_copy_and_that_is_never_overruled(opened, quiet):
    window = opened(examples.UNLABELLED)
    take(window)
    act(window, quiet, "mend_3")
    assert found(window) == ()
    assert list(window.parts.editor.by_hand().values()) == [Kind.COPY] * 3
    edit = window.parts.editor.edit
    edit.select(Span(edit.text.index("Lightweight"), edit.text.index("Lightweight")))
    edit.insertPlainText("Buy now and save 20%. ")
    quiet(window)
    assert found(window) == ()
    act(window, quiet, "undo")
    act(window, quiet, "undo")
    assert window.parts.editor.by_hand() == {}
    assert [f.rule for f in found(window)] == ["ads.unlabelled"]


def test_leftovers_go_with_one_key(opened, quiet):
    window = opened(examples.WITH_REMAINS)
    take(window)
    act(window, quiet, "mend")
    assert window.parts.editor.text() == examples.CLEAN


def test_a_remedy_that_is_not_there_is_said(opened, quiet):
    window = opened(examples.WEAKLY_LABELLED)
    take(window)
    assert found(window)[0].rule == "ads.weak-label"
    act(window, quiet, "mend_4")
    assert "no remedy number 4" in window.frame.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("kind_copy", Kind.COPY),
        ("kind_furniture", Kind.FURNITURE),
        ("kind_paid", Kind.PAID),
        ("kind_ad_label", Kind.AD_LABEL),
        ("kind_leftover", Kind.LEFTOVER),
    ],
)
def test_a_key_says_what_a_block_is_and_another_leaves_it_to_copydesk(opened, quiet, name, kind):
    window = opened(examples.CLEAN)
    place = examples.CLEAN.index("The vote was nine")
    window.parts.editor.edit.select(Span(place + 3, place + 3))
    act(window, quiet, name)
    assert window.parts.editor.by_hand() == {place: kind}
    act(window, quiet, "kind_decide")
    assert window.parts.editor.by_hand() == {}


def test_every_block_selected_gets_the_kind(opened, quiet):
    window = opened(examples.CLEAN)
    window.parts.editor.edit.select(Span(0, examples.CLEAN.index("The town council") - 2))
    act(window, quiet, "kind_furniture")
    assert list(window.parts.editor.by_hand().values()) == [Kind.FURNITURE] * 2


def test_the_copy_alone_is_shown_with_each_box_apart(opened, dialog):
    window = opened(examples.UNLABELLED)
    window.actions["copy_only"].trigger()
    shown = dialog(CopyOnlyDialog)
    assert shown.story.text() == joined(examples.CLEAN.strip()), "lines of another width are not broken twice"
    assert [box.accessibleName() for box in shown.boxes] == ["Advertisement, a box apart from the story"]
    assert shown.said.text() == "1 advertisement stands apart."


def test_the_columns_of_a_table_line_up_in_the_copy_alone(qtbot):
    rows = [["Year", "Cargo in tonnes", "Ships"], ["2024", "92,450", "1,388"]]
    text = "\n\n".join(("Harbour traffic", "\n".join("\t".join(row) for row in rows), "The port grows."))
    shown = CopyOnlyDialog(Apart(text), nothing, None)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    cells = {one.text(): one for one in shown.story.findChildren(QLabel)}
    for above, below in zip(*rows, strict=True):
        assert cells[above].x() == cells[below].x()
        assert cells[above].y() < cells[below].y()
    assert cells["Cargo in tonnes"].geometry().right() < cells["1,388"].x()
    assert "The port grows." in cells


def test_the_copy_alone_is_exported_as_it_stands_in_the_editor(opened, quiet, tmp_path, monkeypatch):
    window = opened(examples.UNLABELLED)
    path = tmp_path / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.verbs.story.export_copy_only()
    quiet(window)
    assert path.read_text("utf-8") == examples.BOXED


def test_a_desk_that_does_not_mind_leftovers_has_none(opened, quiet):
    window = opened(examples.WITH_REMAINS)
    window.hub.store(lambda desk: desk.change_settings({"ads_leftover": "off"}))
    quiet(window)
    assert found(window) == ()
    assert next(one for one in window.hub.board.lines if one.item == Item.ADS).state is ItemState.PASSED
