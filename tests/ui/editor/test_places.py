"""Things in the text stand where a walk over all of them at each edit would put them."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from desk.text.blocks import Block
from desk.text.change import Change
from desk.text.moving import stretched
from desk.text.spans import Span
from ui.editor.copy_map import CopyMap
from ui.editor.places import Places


@dataclass
class Thing:
    start: int
    end: int

    def move(self, by):
        self.start, self.end = self.start + by, self.end + by


def follow(things, change):
    for thing in things:
        if thing.end >= change.start:
            span = stretched(Span(thing.start, thing.end), change)
            thing.start, thing.end = span.start, span.end
    return [thing for thing in things if thing.end > thing.start]


SPANS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=12)
EDITS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 12), st.sampled_from(["", "x", "and so"]), st.integers(0, 3))
)


def laid(spans):
    at, out = 0, []
    for room, length in spans:
        out.append(Thing(at + room, at + room + length))
        at += room + length
    return out


@given(SPANS, EDITS)
def test_whatever_is_typed_and_asked_between_all_stand_where_a_walk_over_all_would_put_them(spans, edits):
    plain, places, back = laid(spans), Places(), 10
    places.show(laid(spans))
    for start, gone, words, asked in edits:
        change = Change(start, "-" * gone, words)
        for thing in plain:
            span = stretched(Span(thing.start, thing.end), change)
            thing.start, thing.end = span.start, span.end
        plain = [thing for thing in plain if thing.end > thing.start]
        places.absorb(change, back, follow)
        back += len(words)
        if asked == 1:
            assert list(places) == plain
        elif asked == 2 and plain:
            assert places[len(plain) // 2] == plain[len(plain) // 2]
        elif asked == 3:
            assert places.before(start) == sum(thing.start <= start for thing in plain)
    assert list(places) == plain


def test_a_key_moves_no_blocks_but_those_between_it_and_the_key_before(monkeypatch):
    copy_map, asked = CopyMap(), []
    copy_map.show([Block(at, "x" * 9) for at in range(0, 5_000, 10)])
    monkeypatch.setattr("ui.editor.copy_map.stretched", lambda *of: (asked.append(of), stretched(*of))[1])
    for nth in range(30):
        copy_map.absorb(Change(1_006 + nth, "", "x"))
    assert len(asked) < 30 * 6
    assert [stand.start for stand in copy_map] == [at if at <= 1_000 else at + 30 for at in range(0, 5_000, 10)]
