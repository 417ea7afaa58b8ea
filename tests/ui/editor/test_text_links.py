"""Links of the text under the editor's hands: they follow their words, and undo brings them back with these."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest

from desk.checks.check import Edit
from desk.text.links import TextLink
from desk.text.spans import Span
from ui.look.clip_data import own_data

ADDRESS = "https://harbour.test/"
EDITS = st.tuples(st.integers(0, 120), st.integers(0, 30), st.sampled_from(["", "x", " y", "a b\n\nc"]))


@pytest.fixture
def linked(pane, story):
    """The pane with a link on the words “harbour office”."""
    at = story.index("harbour office")
    pane.set_text(story, links=(TextLink(Span(at, at + 14), ADDRESS),))
    return pane


def links(pane):
    return [(link.span.of(pane.text()), link.address) for link in pane.draft().links]


def select(pane, words):
    at = pane.text().index(words)
    pane.edit.select(Span(at, at + len(words)))


def test_a_link_follows_its_words(linked):
    linked.edit.select(Span(0, 0))
    QTest.keyClicks(linked.edit, "New: ")
    select(linked, "office")
    QTest.keyClicks(linked.edit, "board")
    assert links(linked) == [("harbour board", ADDRESS)]


def test_words_that_come_back_lead_where_they_led(linked):
    select(linked, "The the harbour office said")
    QTest.keyClick(linked.edit, Qt.Key.Key_Delete)
    assert links(linked) == []
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]
    linked.redo()
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]


def test_a_link_is_set_and_removed_as_one_step_each_in_the_order_they_were_made(linked):
    select(linked, "Captain Lew Marrin")
    linked.links.set("https://marrin.test/")
    QTest.keyClicks(linked.edit, "M")
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS), ("Captain Lew Marrin", "https://marrin.test/")]
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]
    before = linked.revision()
    select(linked, "harbour")
    linked.links.remove()
    assert (links(linked), linked.revision() > before) == ([], True)
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]
    assert linked.revision() > before + 1


def test_where_nothing_is_selected_the_link_at_the_cursor_is_meant(linked, story):
    at = story.index("office")
    linked.edit.select(Span(at, at))
    assert linked.links.meant() == TextLink(Span(at - 8, at + 6), ADDRESS)
    linked.links.set("https://other.test/")
    assert links(linked) == [("harbour office", "https://other.test/")]
    linked.links.remove()
    assert linked.links.meant() is None


def test_a_text_that_may_not_be_changed_keeps_its_links(linked):
    linked.set_read_only("Another window has it.")
    select(linked, "harbour")
    linked.links.set("https://other.test/")
    linked.links.remove()
    assert links(linked) == [("harbour office", ADDRESS)]


def paste(pane, html="", text=""):
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    pane.edit.insertFromMimeData(data)


def test_words_cut_and_pasted_take_their_links_along(linked):
    select(linked, "the harbour office said")
    linked.edit.cut()
    assert links(linked) == []
    linked.edit.select(Span(0, 0))
    linked.edit.paste()
    assert linked.text().startswith("the harbour office said")
    assert links(linked) == [("harbour office", ADDRESS)]
    linked.undo()
    linked.undo()
    assert links(linked) == [("harbour office", ADDRESS)]
    linked.redo()
    linked.redo()
    assert linked.draft().links[0].span == Span(4, 18)


def test_what_is_pasted_from_elsewhere_leads_where_it_led_and_what_is_dropped_is_told(linked):
    told = []
    linked.edit.dropped_links.connect(told.append)
    linked.edit.select(Span(0, 0))
    odd = "<a href='javascript:alert(1)'>odd</a>"
    paste(linked, f"<p>First.</p><p>See <a href='https://a.test/?b=1&amp;c'>this page</a> and {odd}.</p>", "First.")
    assert links(linked)[0] == ("this page", "https://a.test/?b=1&c")
    assert len(links(linked)) == 2
    assert told == [1]


def test_what_is_copied_out_leads_there(linked):
    select(linked, "the harbour office said")
    data = linked.edit.createMimeDataFromSelection()
    assert f'the <a href="{ADDRESS}">harbour office</a> said' in data.html()
    assert data.text() == "the harbour office said"


@pytest.mark.parametrize("forged", [b"1", b"[[0,3,7]]", b'[[0,4,"javascript:x"]]', b'[[9,999,"https://a.test"]]', b"{"])
def test_no_other_program_can_slip_a_link_in(linked, forged):
    data = own_data("word", "")
    data.setData("application/x-copydesk-text", forged)
    linked.edit.select(Span(0, 0))
    linked.edit.insertFromMimeData(data)
    assert links(linked) == [("harbour office", ADDRESS)]


def test_the_tip_and_the_screen_reader_say_where_words_lead_as_plain_words(linked, qtbot):
    long = f"{ADDRESS}?<b>{'x' * 300}"
    select(linked, "harbour office")
    linked.links.set(long)
    at = linked.text().index("office")
    linked.edit.select(Span(at, at))
    place = linked.edit.cursorRect().center()
    tip = linked._pointing.tip(place)
    assert tip.startswith("Leads to https://harbour.test/?<b>xxx")
    assert len(tip) < 140
    qtbot.waitUntil(lambda: linked.edit.accessibleDescription() == tip)


def test_the_menu_of_a_link_copies_and_removes_it(linked, qapp):
    linked.edit.select(Span(0, 0))
    menu = linked.menus.open(_place_of(linked, "office"), QPoint())
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    assert not {"Link…", "Copy link address", "Remove link"} - set(actions)
    actions["Copy link address"].trigger()
    assert qapp.clipboard().text() == ADDRESS
    actions["Remove link"].trigger()
    assert links(linked) == []
    menu.close()
    other = linked.menus.open(_place_of(linked, "Ferry"), QPoint())
    enabled = {action.text().replace("&", ""): action.isEnabled() for action in other.actions()}
    assert not any(enabled[name] for name in ("Link…", "Copy link address", "Remove link"))
    other.close()


def _place_of(pane, words):
    at = pane.text().index(words) + 1
    return pane.edit.cursorRect(pane.edit.cursor_at(Span(at, at))).center()


def test_another_text_and_its_links_are_one_step(linked, story):
    links_then = linked.draft().links
    new = f"News: {story}"
    assert linked.become(new, (TextLink(Span(0, 4), "https://news.test/"),))
    assert (linked.text(), links(linked)) == (new, [("News", "https://news.test/")])
    linked.undo()
    assert (linked.text(), linked.draft().links) == (story, links_then)
    assert not linked.become(story, links_then)
    assert linked.become(story, ())
    linked.undo()
    assert linked.draft().links == links_then


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDITS, max_size=5))
@example([(96, 1, "")])
@example([(0, 30, "")] * 3 + [(120, 1, "")])
def test_whatever_is_edited_undo_brings_every_link_back(pane, story, edits):
    found = tuple(TextLink(Span(at, at + 6), f"https://{at}.test/") for at in (0, 40, 60, 90))
    pane.set_text(story, links=found)
    for start, length, words in edits:
        at = min(start, len(pane.text()))  # earlier edits may have shortened the text
        pane.edit.make([Edit(Span(at, min(at + length, len(pane.text()))), words)])
    for _ in edits:
        pane.undo()
    assert (pane.text(), pane.draft().links) == (story, found)
