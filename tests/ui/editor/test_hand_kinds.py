"""Kinds set by hand stay with their words: typing, parting, joining, cutting and pasting."""

from hypothesis import given
from hypothesis import strategies as st

from desk.text.blocks import Kind, paragraphs
from desk.text.change import Change, changed
from ui.editor.hand_kinds import HandKinds

TEXT = "One headline\n\nBuy this lamp today.\n\nThe last words."
AD = TEXT.index("Buy")


class Desk:
    """A text with kinds set by hand."""

    def __init__(self, text=TEXT, by_hand=None):
        self.text = text
        self.hand = HandKinds()
        self.hand.load({AD: Kind.PAID} if by_hand is None else by_hand, text)

    def edit(self, start, removed, words):
        change = Change(start, self.text[start : start + removed], words)
        self.text = changed(self.text, (change,))
        self.hand.absorb(change)

    @property
    def kinds(self):
        found = self.hand.now(paragraphs(self.text))
        return {next(b.text for b in paragraphs(self.text) if b.start == start): kind for start, kind in found.items()}


def test_it_goes_along_with_words_typed_before_and_inside():
    desk = Desk()
    desk.edit(0, 0, "New: ")
    desk.edit(desk.text.index("lamp"), 0, "bright ")
    assert desk.kinds == {"Buy this bright lamp today.": Kind.PAID}
    desk.edit(desk.text.index("Buy"), 3, "Get")
    assert desk.kinds == {"Get this bright lamp today.": Kind.PAID}


def test_a_paragraph_put_before_or_behind_does_not_take_the_kind():
    desk = Desk()
    desk.edit(AD, 0, "A new paragraph.\n\n")
    desk.edit(desk.text.index("today.") + 6, 0, "\n\nAnother one.")
    assert desk.kinds == {"Buy this lamp today.": Kind.PAID}


def test_both_parts_of_a_parted_block_keep_it():
    desk = Desk()
    desk.edit(desk.text.index("lamp"), 0, "\n\n")
    assert desk.kinds == {"Buy this": Kind.PAID, "lamp today.": Kind.PAID}


def test_a_block_joined_to_a_longer_one_goes_by_the_longer():
    desk = Desk("Much longer words than those of the ad.\n\nBuy it.", {41: Kind.PAID})
    desk.edit(39, 2, " ")
    assert desk.kinds == {}


def test_cut_and_pasted_it_has_its_kind_again_and_undone_too():
    desk = Desk()
    desk.edit(AD, len("Buy this lamp today.\n\n"), "")
    assert desk.kinds == {}
    desk.edit(len(desk.text), 0, "\n\nBuy this lamp today.")
    assert desk.kinds == {"Buy this lamp today.": Kind.PAID}


def test_left_to_the_checks_again_nothing_stays():
    desk = Desk()
    block = next(b for b in paragraphs(desk.text) if b.start == AD)
    desk.hand.put(block, None, paragraphs(desk.text))
    assert desk.kinds == {}


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12), st.text("ab \n", max_size=5)), max_size=10))
def test_through_any_edits_it_names_blocks_of_the_text(edits):
    desk = Desk()
    for start, removed, words in edits:
        desk.edit(min(start, len(desk.text)), removed, words)
        starts = {block.start for block in paragraphs(desk.text)}
        assert set(desk.hand.now(paragraphs(desk.text))) <= starts


@given(st.lists(st.tuples(st.integers(0, 9), st.text("ab .", max_size=5)), max_size=8))
def test_edits_elsewhere_never_cost_a_block_its_kind(edits):
    desk = Desk()
    for start, words in edits:
        desk.edit(start, 0, words)
        desk.edit(len(desk.text), 0, words)
    assert desk.kinds == {"Buy this lamp today.": Kind.PAID}
