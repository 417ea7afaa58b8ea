"""What a block proves of names is kept by its words: the story’s names are those that all its blocks prove together."""

from hypothesis import given
from hypothesis import strategies as st

from desk.checks.house import Brief, House
from desk.checks.names.calendar import is_calendar_slip
from desk.checks.names.find import read_block
from desk.checks.names.group import gather
from desk.checks.names.known import KnownNames, _introduced, known_names
from desk.text.blocks import Block, BlockRole, Kind, Manuscript

_PIECES = (
    "Mayor Ada Holm", " said on Monday", "HARBOUR BRIDGE", " met Mr. Ito", " in Vellin", ". Ferries sail", "\n",
    "(NATO)", " Feburary", " The Hague’s", " J. Sorley", ". ", "“Go,” Ito said", " UN", "By Ana Duarte", "Sandmouth",
)  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join).filter(str.strip)
blocks = st.builds(
    lambda text, kind, role, by_hand: Block(0, text.strip(), kind, role, by_hand=by_hand),
    texts,
    st.sampled_from(Kind),
    st.sampled_from(BlockRole),
    st.booleans(),
)


def _story(parts):
    out, start = [], 0
    for part in parts:
        out.append(Block(start, part.text, part.kind, part.role, by_hand=part.by_hand))
        start = out[-1].end + 2
    return Manuscript("\n\n".join(part.text for part in parts), tuple(out))


def _at_one_go(manuscript):
    story = gather(manuscript.text, manuscript.blocks, [read_block(block) for block in manuscript.blocks], "US")
    firm = {word.text for word in story.words.values() if word.firm and not is_calendar_slip(word.text)}
    return KnownNames(frozenset(firm), frozenset(_introduced(story)))


@given(st.lists(blocks, min_size=1, max_size=5))
def test_names_known_block_by_block_are_those_of_the_story_read_at_one_go(parts):
    story = _story(parts)
    assert known_names(story, Brief(House(country="US"))) == _at_one_go(story)
