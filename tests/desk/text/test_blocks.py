from hypothesis import given
from hypothesis import strategies as st

from desk.text.blocks import Block, BlockRole, Kind, Manuscript
from desk.text.tables import is_table, parted
from tests.rows import rows

texts = st.text(alphabet=st.sampled_from("ab \n\t\u00a0\u3000é\U0001f600"))


@given(texts)
def test_blocks_cover_every_word_once_and_in_order(text):
    manuscript = Manuscript.of(text)
    at = 0
    for block in manuscript.blocks:
        assert text[at : block.start].strip() == ""
        kept = "\t" if block.text.startswith("\t") else ""
        assert text[block.start : block.end] == block.text == f"{kept}{block.text.strip()}" != kept
        assert not kept or "\t" in block.text.split("\n")[1].strip()
        at = block.end
    assert text[at:].strip() == ""


@given(texts)
def test_flat_text_keeps_every_offset(text):
    for block in Manuscript.of(text).blocks:
        assert len(block.flat) == len(block.text)
        assert "\n" not in block.flat


def test_blank_lines_part_blocks_and_a_single_newline_does_not():
    manuscript = Manuscript.of("one\ntwo\n \t \nthree\n\n\nfour\n")
    assert [(b.start, b.text) for b in manuscript.blocks] == [(0, "one\ntwo"), (12, "three"), (20, "four")]


def test_a_table_of_two_columns_keeps_the_empty_corner_above_its_rows():
    table = "\tBoats\nNorth\t3\nSouth\t4"
    assert [(b.start, b.text) for b in Manuscript.of(f"x\n\n{table}\n\n\tone\ntwo").blocks] == [
        (0, "x"), (3, table), (28, "one\ntwo"),
    ]  # fmt: skip


SENTENCES = [
    "\tShe have said that the fee would rise.\nThe board\tdisagreed.",
    "\tShe have said it.\nThe board\tdisagreed.\nAnd then\tit left.",
    "\t“She have said it.”\nThe board\tdisagreed.\nAnd then\tit left.",
    "\tThe members has agreed:\nTrawlers\t12\nYachts\t30",
    "\tThe members of the board has agreed what each boat should pays next year\nTrawlers\t12\nYachts\t30",
    "\tThe members has agreed\nTrawlers\t12",
    "\tIndented paragraph one.\n\tIndented paragraph two.",
]


@rows("text", SENTENCES)
def test_an_indented_line_above_a_tab_is_no_head_of_columns(text):
    (block,) = Manuscript.of(text).blocks
    assert block.text == text[1:]
    assert not is_table(text)
    assert next(parted(Block(0, text))).text.startswith(text.split("\n")[0])


def test_the_digest_knows_text_kind_and_role_but_not_the_place():
    block = Block(0, "Words.")
    assert block.digest == Block(90, "Words.").digest
    assert block.digest != Block(0, "Words!").digest
    assert block.digest != block.marked(Kind.PAID).digest
    assert block.digest != block.marked(Kind.COPY, role=BlockRole.CAPTION).digest


def test_words_are_those_of_the_story_alone():
    story = Manuscript.of("Three words here.\n\nBuy two now.\n\nHead line")
    copy, paid, head = story.blocks
    marked = story.with_blocks((copy, paid.marked(Kind.PAID), head.marked(Kind.FURNITURE, role=BlockRole.HEADLINE)))
    assert (story.words, marked.words) == (8, 5)


def test_the_block_at_a_place_includes_its_end():
    story = Manuscript.of("one\n\ntwo")
    assert [story.block_at(p).text for p in (0, 3, 5, 8)] == ["one", "one", "two", "two"]
    assert story.block_at(4) is None


def test_the_digest_of_a_text_is_that_of_its_utf8_bytes():
    assert Manuscript.of("").sha256.startswith("e3b0c44298fc1c14")
    assert Manuscript.of("\ud800").sha256
