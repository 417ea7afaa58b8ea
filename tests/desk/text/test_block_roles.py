from hypothesis import given
from hypothesis import strategies as st

from desk.text.block_roles import CAPTION, CONTENTS, HEADING, NOTE, TABLE, roles_of, with_roles
from desk.text.blocks import BlockRole, Kind, Manuscript

PIECES = [
    ("Storm closes port", HEADING),
    ("The port closed on Monday.", ""),
    ("What comes next", HEADING),
    ("Ships", TABLE),
    ("12", TABLE),
    ("12", TABLE),
    ("It opens again on Friday.", ""),
    ("The port on Monday", CAPTION),
    ("Says the harbour master.", NOTE),
    ("1 Storm 3", CONTENTS),
]


def kept(pieces=PIECES):
    text = "\n\n".join(words for words, _ in pieces)
    starts, at = {}, 0
    for words, role in pieces:
        starts[at] = role
        at += len(words) + 2
    return text, roles_of(text, starts.__getitem__)


def marks(text, roles):
    return [(b.text, b.kind, b.role) for b in with_roles(Manuscript.of(text), roles).blocks]


def test_each_block_is_what_the_document_said():
    text, roles = kept()
    assert [(kind, role) for _, kind, role in marks(text, roles)] == [
        (Kind.FURNITURE, BlockRole.HEADLINE),
        (Kind.COPY, BlockRole.BODY),
        (Kind.FURNITURE, BlockRole.CROSSHEAD),
        *[(Kind.FURNITURE, BlockRole.TABLE)] * 3,
        (Kind.COPY, BlockRole.BODY),
        (Kind.FURNITURE, BlockRole.CAPTION),
        (Kind.FURNITURE, BlockRole.NOTE),
        (Kind.LEFTOVER, BlockRole.BODY),
    ]


def test_plain_paragraphs_alone_are_not_kept():
    assert kept([("One.", ""), ("Two.", "")])[1] == ()


def test_a_block_that_was_edited_is_still_what_it_was_and_a_new_one_is_left_to_the_copy_map():
    text, roles = kept()
    edited = text.replace("What comes next", "What happens now").replace("Ships", "Vessels, big ones")
    assert [mark[1:] for mark in marks(edited, roles)] == [mark[1:] for mark in marks(text, roles)]
    longer = text.replace("12\n\n12", "12\n\nA line between.\n\n12")
    assert [mark for mark in marks(longer, roles) if mark[0] != "A line between."] == marks(text, roles)
    assert marks(longer, roles)[5][1:] == (Kind.COPY, BlockRole.BODY)


def test_a_block_that_was_moved_takes_its_role_along():
    roles = kept()[1]
    moved = [*PIECES[1:7], *PIECES[8:], PIECES[7], PIECES[0]]
    found = {words: role for words, _, role in marks("\n\n".join(words for words, _ in moved), roles)}
    assert (found["The port on Monday"], found["Storm closes port"]) == (BlockRole.CAPTION, BlockRole.CROSSHEAD)
    assert found["What comes next"] is BlockRole.HEADLINE


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_no_text_loses_a_block_whatever_is_kept(one, other):
    roles = roles_of(one, lambda start: HEADING if start % 2 else TABLE)
    plain = Manuscript.of(other)
    marked = with_roles(plain, roles)
    assert [(b.start, b.text) for b in marked.blocks] == [(b.start, b.text) for b in plain.blocks]
    own = Manuscript.of(one).blocks
    tables = [b.start for b in with_roles(Manuscript.of(one), roles).blocks if b.role is BlockRole.TABLE]
    assert tables == [b.start for b in own if b.start % 2 == 0]
