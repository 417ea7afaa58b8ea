"""The page of house style on a real desk: seen, chosen, tried, proposed, kept, and what can go wrong with the file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate

from desk.checks.check import Item
from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.learning import forms_of_plain
from desk.services.house_style import ApprovedForms, readings_key
from desk.session import Session
from desk.settings.house_writing import HouseEdit
from tests.ui.window.test_accessibility import faults
from ui.house.choices_tree import ChoicesTree
from ui.house.page import HouseStylePage
from ui.look.roles import tell_roles
from ui.work.hub import Hub
from ui.work.shared_desk import SharedDesk

BOTH = "Sales fell 4 percent in May, 5 percent in June and 6% in July, said Ines Calloway of the harbour board."
OURS = (
    '# ours\n[house]\nbased_on = "ap-like"\n[percent]\ntext = "percent"  # since May\n[caps.words]\nharbour = "lower"\n'
)


@pytest.fixture
def hub(inline, tmp_path):
    made = Hub(SharedDesk(inline))
    made.start(lambda: Session(tmp_path / "settings.toml", str(tmp_path / "desk.db")))
    yield made
    made.end()


@pytest.fixture
def ours(tmp_path, hub):
    path = tmp_path / "our-house.toml"
    path.write_text(OURS, "utf-8")
    hub.desk.change_settings({"house_file": str(path)})
    return path


@pytest.fixture
def page(hub, ours, qtbot):
    return shown(hub, qtbot)


def shown(hub, qtbot):
    page = HouseStylePage(hub)
    qtbot.addWidget(page)
    page.show()
    return page


def line(page, key):
    page.tree.choose(key)
    item = page.tree.currentItem()
    return [item.text(column) for column in range(3)]


def value(page, name):
    return next(one for value, one in page.pane.values if value == name)


def test_every_choice_is_shown_with_what_holds_and_from_where(page):
    assert page.based_on.currentData() == "ap-like"
    assert [line(page, choice.key)[0] for choice in choices()] == [choice.name for choice in choices()]
    assert line(page, "percent.text") == ["Percent", "42 percent", "line 5"]
    assert line(page, "numbers.words_to") == ["Small numbers", "words up to 9", "ap-like"]
    assert line(page, "units.form")[1:] == ["as the story does", "shipped"]
    assert line(page, "caps.words") == ["Capital", "word by word", "shipped"]
    assert not any(one.isEnabled() for _, one in page.pane.values)  # one value for all would take the words out


def test_what_is_chosen_waits_and_is_written_when_it_is_kept(page, ours, hub):
    page.tree.choose("percent.text")
    assert value(page, "percent").isChecked()
    value(page, "%").click()
    assert line(page, "percent.text") == ["Percent", "42%", "not kept yet"]
    page.tree.choose("numbers.words_to")
    page.pane.number.setValue(10)
    assert ours.read_text("utf-8") == OURS
    kept = []
    page.keep(lambda: kept.append(True))
    assert kept
    assert page.edit == HouseEdit()
    assert ours.read_text("utf-8") == OURS.replace('"percent"', '"%"') + "\n[numbers]\nwords_to = 10\n"


def test_what_is_chosen_and_taken_back_is_no_change(page):
    page.tree.choose("percent.text")
    value(page, "").click()
    assert line(page, "percent.text") == ["Percent", "42%", "ap-like"]
    value(page, "percent").click()
    assert page.edit == HouseEdit()
    page.based_on.setCurrentIndex(0)
    page.based_on.activated.emit(0)
    assert (page.edit.based_on, line(page, "numbers.words_to")[1]) == ("agree", "as the story does")


def test_letters_narrow_the_choices_and_the_best_is_in_hand(page):
    page.tree.narrow("percent")
    assert page.tree.key() == "percent.text"
    page.tree.narrow("oxford")
    assert page.tree.key() == "lists.serial_comma"
    page.tree.narrow("no such thing")
    assert page.tree.key() == ""
    page.tree.narrow("")
    assert page.tree.key() == "numbers.words_to"


def test_a_value_is_tried_on_the_stories_of_the_desk(page, hub, qtbot):
    story = hub.desk.stories.open_text(BOTH, "sales")
    page.tree.choose("percent.text")
    value(page, "%").click()
    page.trial.trial.start.click()
    assert (
        page.trial.trial.said.text()
        == "In 1 of 1 story it would speak, of 2 places. Now there: “42 percent” in 1, “42%” in 1."
    )
    assert page.trial.places.item(0).text() == f"sales: “4 percent” would be “4%”\n{BOTH}"
    with qtbot.waitSignal(page.story_wanted) as asked:
        page.trial.open()
    assert (asked.args[0], asked.args[1].of(BOTH)) == (story.id, "4 percent")
    value(page, "off").click()
    assert page.trial.trial.said.isHidden()


def test_a_trial_can_be_broken_off_and_nothing_of_it_is_shown(page, hub, inline):
    hub.desk.stories.open_text(BOTH, "sales")
    page.tree.choose("percent.text")
    inline.hold()
    page.trial.trial.start.click()
    assert not page.trial.trial.stop.isHidden()
    page.trial.trial.stop.click()
    inline.land()
    assert page.trial.trial.said.text() == "Stopped: nothing was counted."
    assert page.trial.places.isHidden()


def test_an_empty_desk_says_so(page):
    page.tree.choose("percent.text")
    page.trial.trial.start.click()
    assert page.trial.trial.said.text() == "There are no stories on this desk yet: nothing to try it on."


def learnt(hub, form, times, **others):
    texts = {f"{n}": {"units.form": {form: 1}} for n in range(times)}
    texts |= {f"o{n}": {"units.form": {other: 1}} for other, count in others.items() for n in range(count)}
    hub.desk.house_style.approved = lambda: ApprovedForms(texts)


def test_what_approved_stories_clearly_do_is_proposed_and_a_keeper_decides(hub, ours, qtbot):
    learnt(hub, "short", 412, long=9)
    page = shown(hub, qtbot)
    assert page.learnt.said.text() == (
        "Units: 412 approved stories write “5 km”, 9 “5 kilometres”. Make the first the rule?"
    )
    page.learnt.make.click()
    assert page.edit == HouseEdit({"units.form": "short"})
    assert page.tree.key() == "units.form"
    assert page.learnt.isHidden()


def test_a_no_is_remembered_in_the_file(hub, ours, qtbot):
    learnt(hub, "short", 30)
    page = shown(hub, qtbot)
    page.learnt.no.click()
    page.keep(list)
    assert 'not_proposed = ["units.form"]\n' in ours.read_text("utf-8")
    assert shown(hub, qtbot).learnt.isHidden()


def test_approved_stories_are_read_once_in_the_background(hub, ours, qtbot):
    story = hub.desk.stories.open_text(BOTH, "sales")
    (text,) = hub.desk.store.last_texts.all(5)
    known = hub.desk.house_style.approved
    hub.desk.house_style.approved = lambda: ApprovedForms({}, (text,))
    assert not shown(hub, qtbot).learnt.busy
    hub.desk.house_style.approved = known
    assert story.id == text.id
    assert list(hub.desk.store.readings.known(Item.STYLE, readings_key(), [text.sha256], forms_of_plain)) == [
        text.sha256
    ]


def test_a_file_that_changed_meanwhile_is_told_and_what_was_chosen_is_there(page, ours):
    page.tree.choose("percent.text")
    value(page, "%").click()
    ours.write_text(OURS + '[time]\nform = "am"\n', "utf-8")
    kept = []
    page.keep(lambda: kept.append(True))
    assert "our-house.toml was changed by another program meanwhile" in page.trouble.text()
    assert not kept
    assert line(page, "time.form")[2] == "line 9"
    assert page.edit == HouseEdit({"percent.text": "%"})
    page.keep(lambda: kept.append(True))
    assert kept
    assert ours.read_text("utf-8") == OURS.replace('"percent"', '"%"') + '[time]\nform = "am"\n'


def test_eighty_five_wrong_lines_are_listed(hub, ours, qtbot):
    ours.write_text("[percent]\n" + "".join(f'wrong{n} = "%"\n' for n in range(85)), "utf-8")
    page = shown(hub, qtbot)
    assert page.faults.count() == 85
    assert page.faults.item(0).text().startswith("line 2: “percent.wrong0” is no choice of house style")
    assert page.trouble.text().startswith("85 lines of our-house.toml are wrong; until that is mended")


def test_what_may_only_be_read_is_shown_and_cannot_be_chosen(hub, ours, qtbot, monkeypatch):
    monkeypatch.setattr("desk.settings.house_writing.os.access", lambda *_: False)
    learnt(hub, "short", 30)
    page = shown(hub, qtbot)
    assert page.trouble.text().endswith("may only be read here: whoever keeps it can change it.")
    page.tree.choose("percent.text")
    assert not any(one.isEnabled() for _, one in page.pane.values)
    assert not any(one.isEnabled() for one in (page.based_on, page.learnt.make, page.learnt.no))


def test_a_file_that_is_no_toml_is_one_sentence(hub, ours, qtbot):
    ours.write_text("[percent\n", "utf-8")
    page = shown(hub, qtbot)
    assert "is not valid TOML" in page.trouble.text()
    assert page.edit == HouseEdit()


def test_every_part_of_the_page_can_be_read(page, hub):
    tell_roles()
    hub.desk.stories.open_text(BOTH, "sales")
    page.tree.choose("numbers.words_to")
    assert faults(page) == []
    page.tree.choose("percent.text")
    page.trial.trial.start.click()
    assert faults(page) == []


def test_reading_approved_stories_is_broken_off_with_the_page_and_goes_on_with_it(hub, ours, qtbot, monkeypatch):
    begun = []
    monkeypatch.setattr("ui.house.learned_bar.house.read_forms", lambda *_, **told: begun.append(told["token"]))
    hub.desk.stories.open_text(BOTH, "sales")
    unread = tuple(hub.desk.store.last_texts.all(5))
    hub.desk.house_style.approved = lambda: ApprovedForms({}, unread)
    page = shown(hub, qtbot)
    assert page.learnt.said.text() == "Reading approved stories: 0 of 1 …"
    page.hide()
    assert begun[0].cancelled()
    assert not page.learnt.busy
    page.show()
    assert len(begun) == 2
    assert page.learnt.busy


def test_words_are_put_in_changed_and_taken_out_by_keys_alone(page, ours):
    page.tree.choose("words")
    words = page.pane.words
    assert words.fields()[1].isEnabled()
    words.word.setText("quayside")
    words.others.setText("quay side, quay-side")
    QTest.keyClick(words.others, Qt.Key.Key_Return)
    assert page.edit == HouseEdit(words={("words", "quayside"): "quay side, quay-side"})
    assert words.words.item(0).text() == "quayside: not quay side, quay-side   (not kept yet)"
    assert line(page, "words")[1] == "word by word"
    page.keep(list)
    assert ours.read_text("utf-8") == OURS + '\n[words]\nquayside = ["quay side", "quay-side"]\n'


def test_a_word_goes_out_with_one_key_and_then_one_value_for_all_can_be_chosen_again(hub, ours, qtbot):
    ours.write_text(OURS + 'web = "lower"  # old\n', "utf-8")
    page = shown(hub, qtbot)
    page.tree.choose("caps.words")
    words = page.pane.words
    assert not any(one.isEnabled() for _, one in page.pane.values)
    words.words.setCurrentRow(1)
    assert (words.word.text(), words.forms.currentData()) == ("web", "lower")
    QTest.keyClick(words.words, Qt.Key.Key_Delete)
    assert page.edit == HouseEdit(words={("caps.words", "web"): ""})
    words.words.setCurrentRow(0)
    words.forms.setCurrentIndex(words.forms.findData("capital"))
    words.put.click()
    page.keep(list)
    assert ours.read_text("utf-8") == OURS.replace('"lower"', '"capital"')
    page = shown(hub, qtbot)
    page.tree.choose("caps.words")
    page.pane.words.words.setCurrentRow(0)
    page.pane.words.take_out.click()
    assert all(one.isEnabled() for _, one in page.pane.values)


def test_a_preset_is_tried_as_a_whole_before_it_is_kept_and_leads_to_each_choice(page, hub, ours):
    assert page.whole.isHidden()
    hub.desk.stories.open_text(BOTH, "sales")
    hub.desk.stories.open_text("They sold boats, nets, and ropes on the quay of Aldane on Monday.", "boats")
    page.based_on.setCurrentIndex(page.based_on.findData("economist-like"))
    page.based_on.activated.emit(page.based_on.currentIndex())
    page.tree.choose("percent.text")
    value(page, "%").click()
    assert not page.whole.isHidden()
    page.whole.trial.start.click()
    told = "Of 2 stories it would speak of 2 more places, and of 1 place no longer."
    assert page.whole.trial.said.text().startswith(told)
    row = page.whole.shifts.item(0).text()
    assert row == "Percent: adds 2 places in 1 story, takes 1 place in 1 story (“4 percent”, would be “4%”)"
    page.tree.choose("time.form")
    QTest.keyClick(page.whole.shifts, Qt.Key.Key_Return)
    assert page.tree.key() == "percent.text"
    value(page, "percent").click()
    assert page.whole.shifts.isHidden()
    assert ours.read_text("utf-8") == OURS


def test_a_trial_of_all_can_be_broken_off(page, hub, monkeypatch):
    begun = []
    monkeypatch.setattr("ui.house.whole_trial.house.try_house", lambda *_, **told: begun.append(told["token"]))
    hub.desk.stories.open_text(BOTH, "sales")
    page.tree.choose("percent.text")
    value(page, "%").click()
    page.whole.trial.start.click()
    assert page.whole.trial.busy
    page.whole.trial.stop.click()
    assert begun[0].cancelled()
    assert (page.whole.trial.busy, page.whole.trial.said.text()) == (False, "Stopped: nothing was counted.")


def test_a_note_of_the_house_is_written_beside_its_choice(page, ours):
    page.tree.choose("people.suicide")
    page.pane.note.setFocus()
    QTest.keyClicks(page.pane.note, "Name a line for help")
    assert page.edit == HouseEdit(notes={"people.suicide": "Name a line for help"})
    page.tree.choose("percent.text")
    assert page.pane.note.text() == ""
    page.keep(list)
    assert ours.read_text("utf-8") == OURS + '\n[notes]\n"people.suicide" = "Name a line for help"\n'


class _Measuring(QStyledItemDelegate):
    """Counts how often a cell is asked for its size."""

    asked = 0

    def sizeHint(self, option, index):  # noqa: N802 - Qt's name
        self.asked += 1
        return super().sizeHint(option, index)


def test_the_columns_are_measured_once_and_not_again_for_each_choice(page, qtbot):
    tree, measuring = ChoicesTree(), _Measuring()
    qtbot.addWidget(tree)
    tree.setItemDelegate(measuring)
    tree.show()
    tree.fill(page.page, page.edit)
    tree.header().length()
    assert 0 < measuring.asked < 3 * len(page.page.choices)


def test_in_a_narrow_list_what_holds_stays_and_where_it_comes_from_goes(page):
    tree = page.tree
    tree.setParent(None)
    for wide, from_shown in ((280, False), (520, True)):
        tree.resize(wide, 300)
        tree.show()
        assert (tree.columnWidth(1) > 80, not tree.isColumnHidden(2)) == (True, from_shown)
    tree.close()
