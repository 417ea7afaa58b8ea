"""Two texts laid together: what one side changed is taken, what both changed is asked, and nothing is lost."""

from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.merging.merge import merge
from desk.merging.values import Asks, MergeAnswer, MergeText, Sides, Take
from desk.text.blocks import Kind, paragraphs
from desk.text.links import TextLink
from desk.text.spans import Span

PARTS = (
    "The harbour bridge will close for two weeks from Monday, the engineer said on Friday.",
    "“We looked at every option,” he said. “There is no cheaper way to keep it safe.”",
    "Ferries will run every ten minutes from the northern pier while the work lasts.",
    "The last repair took place in 2004, when the deck was laid anew by the city.",
    "Shops on the quay fear for their trade, and some of them have asked for a rebate.",
    "A vote of the council on the cost of the work is due in the second week of May.",
    "Cyclists may cross by the footway, which stays open from dawn until ten at night.",
)
NEW = (
    "A second crew will work at night, so that the bridge can be open for the fair.",
    "The mayor did not answer a call on Friday evening, nor did her deputy for roads.",
)


def story(*parts):
    return MergeText("\n\n".join(parts) + "\n")


def edited(nth, old, new):
    """Return the story with words of one paragraph replaced."""
    return [part.replace(old, new) if n == nth else part for n, part in enumerate(PARTS)]


BASE = story(*PARTS)


def asked(outcome):
    return [question.asks for question in outcome.questions]


def test_three_paragraphs_each_and_one_clash_is_exactly_one_question():
    ours, theirs = list(PARTS), list(PARTS)
    for nth in (0, 1, 2, 3):
        ours[nth] = ours[nth].replace(" ", " really ", 1)
    for nth in (3, 4, 5, 6):
        theirs[nth] = theirs[nth].replace(" ", " never ", 1)
    outcome = merge(BASE, story(*ours), story(*theirs))
    assert asked(outcome) == [Asks.CHANGED_TWICE]
    question = outcome.questions[0]
    assert [side[0].words for side in (question.before, question.ours, question.theirs)] == [
        PARTS[3],
        ours[3],
        theirs[3],
    ]
    assert [p.changed for p in outcome.paragraphs] == [Sides.OURS] * 3 + [Sides.BOTH] + [Sides.THEIRS] * 3
    text = outcome.settled({0: MergeAnswer(Take.THEIRS)})
    assert text == story(*ours[:3], *theirs[3:])


def test_a_paragraph_moved_here_and_edited_there_is_edited_at_its_new_place():
    theirs = edited(2, "ten", "twelve")
    outcome = merge(BASE, story(PARTS[2], *PARTS[:2], *PARTS[3:]), story(*theirs))
    assert asked(outcome) == []
    assert outcome.settled({}) == story(theirs[2], *PARTS[:2], *PARTS[3:])
    assert (outcome.paragraphs[0].moved, outcome.paragraphs[0].changed) == (Sides.OURS, Sides.THEIRS)


def test_a_paragraph_edited_here_and_taken_out_there_is_asked():
    ours = edited(2, "ten", "twelve")
    outcome = merge(BASE, story(*ours), story(*PARTS[:2], *PARTS[3:]))
    assert asked(outcome) == [Asks.CHANGED_OR_GONE]
    assert outcome.questions[0].theirs == ()
    assert outcome.settled({0: MergeAnswer(Take.OURS)}) == story(*ours)
    assert outcome.settled({0: MergeAnswer(Take.THEIRS)}) == story(*PARTS[:2], *PARTS[3:])


def test_a_paragraph_moved_here_and_taken_out_there_is_asked():
    outcome = merge(BASE, story(PARTS[2], *PARTS[:2], *PARTS[3:]), story(*PARTS[:2], *PARTS[3:]))
    assert asked(outcome) == [Asks.MOVED_OR_GONE]
    assert outcome.settled({0: MergeAnswer(Take.OURS)}) == story(PARTS[2], *PARTS[:2], *PARTS[3:])


def test_two_different_moves_are_one_question_and_the_paragraph_stands_once():
    ours, theirs = story(PARTS[3], *PARTS[:3], *PARTS[4:]), story(*PARTS[:3], *PARTS[4:], PARTS[3])
    outcome = merge(BASE, ours, theirs)
    assert asked(outcome) == [Asks.MOVED_TWICE]
    assert outcome.settled({0: MergeAnswer(Take.OURS)}) == ours
    assert outcome.settled({0: MergeAnswer(Take.THEIRS)}) == theirs


def test_new_paragraphs_at_one_place_are_asked_and_at_two_places_are_not():
    ours = story(*PARTS[:3], NEW[0], *PARTS[3:])
    outcome = merge(BASE, ours, story(*PARTS[:3], NEW[1], *PARTS[3:]))
    assert asked(outcome) == [Asks.PUT_IN_TWICE]
    both = outcome.settled({0: MergeAnswer(Take.THEIRS_FIRST)})
    assert both == story(*PARTS[:3], NEW[1], NEW[0], *PARTS[3:])
    apart = merge(BASE, ours, story(*PARTS[:5], NEW[1], *PARTS[5:]))
    assert apart.settled({}) == story(*PARTS[:3], NEW[0], *PARTS[3:5], NEW[1], *PARTS[5:])


def test_a_new_paragraph_beside_one_that_the_other_side_took_out_is_not_asked():
    outcome = merge(BASE, story(*PARTS[:3], NEW[0], *PARTS[3:]), story(*PARTS[:3], *PARTS[4:]))
    assert outcome.settled({}) == story(*PARTS[:3], NEW[0], *PARTS[4:])


def test_a_paragraph_parted_here_and_edited_there_is_one_question():
    parted = [*PARTS[:1], "“We looked at every option,” he said.", "“There is no cheaper way to keep it safe.”"]
    theirs = edited(1, "cheaper", "quicker")
    outcome = merge(BASE, story(*parted, *PARTS[2:]), story(*theirs))
    assert asked(outcome) == [Asks.CHANGED_TWICE]
    assert outcome.settled({0: MergeAnswer(Take.OURS)}) == story(*parted, *PARTS[2:])


def test_a_last_paragraph_gets_the_usual_room_where_another_one_comes_behind_it():
    base = MergeText("\n\n".join(PARTS[:3]))
    ours = MergeText("\n\n".join([*PARTS[:3], NEW[0]]))
    theirs = MergeText("\n\n".join(edited(2, "ten", "twelve")[:3]))
    assert merge(base, ours, theirs).settled({}).text == "\n\n".join([*edited(2, "ten", "twelve")[:3], NEW[0]])


def test_kinds_and_links_go_with_their_paragraphs():
    start = BASE.text.index(PARTS[4])
    address = "https://example.org/quay"
    ours = MergeText(BASE.text, {start: Kind.PAID}, (TextLink(Span(start, start + 5), address),))
    theirs = story(NEW[0], *PARTS)
    outcome = merge(BASE, ours, theirs).settled({})
    at = outcome.text.index(PARTS[4])
    assert outcome == MergeText(theirs.text, {at: Kind.PAID}, (TextLink(Span(at, at + 5), address),))


def test_a_paragraph_called_paid_here_and_edited_there_is_asked():
    ours = MergeText(BASE.text, {BASE.text.index(PARTS[4]): Kind.PAID})
    assert asked(merge(BASE, ours, story(*edited(4, "trade", "living")))) == [Asks.CHANGED_TWICE]


def test_words_written_anew_keep_the_links_whose_words_they_keep():
    start = BASE.text.index("ten minutes")
    base = MergeText(BASE.text, {}, (TextLink(Span(start, start + 11), "https://example.org/times"),))
    ours, theirs = (MergeText(story(*edited(2, "every", w)).text, {}, ()) for w in ("each", "any"))
    answer = MergeAnswer(Take.WRITTEN, "Ferries will run, and be full, at intervals of ten minutes.")
    text = merge(base, ours, theirs).settled({0: answer})
    assert [link.span.of(text.text) for link in text.links] == ["ten minutes"]


def test_nothing_is_preset_and_an_answer_must_fit():
    outcome = merge(BASE, story(PARTS[2], *PARTS[:2], *PARTS[3:]), story(*PARTS[:2], *PARTS[3:]))
    with pytest.raises(KnownError, match="Paragraph 1 of those that need you is not answered yet"):
        outcome.settled({})
    with pytest.raises(KnownError, match="is no answer to a paragraph moved on one side"):
        outcome.settled({0: MergeAnswer(Take.OURS_FIRST)})


def test_room_that_was_changed_on_both_sides_is_no_question():
    wrapped = edited(1, PARTS[1], fill(PARTS[1], 60))
    outcome = merge(BASE, story(*wrapped), story(*edited(1, " ", "  ")))
    assert asked(outcome) == []
    assert asked(merge(BASE, story(*wrapped), story(*edited(1, "cheaper", "quicker")))) == []


# -- Properties -------------------------------------------------------------------------------------------------------

_words = st.sampled_from(["river", "quay", "mayor", "toll", "night", "seven"])


@st.composite
def versions(draw):
    """A version of the story: paragraphs edited, taken out, moved, put in, parted."""
    parts = list(PARTS[:5])
    for _ in range(draw(st.integers(0, 4))):
        nth = draw(st.integers(0, max(0, len(parts) - 1)))
        act = draw(st.sampled_from(["edit", "rewrite", "drop", "move", "new", "part", "join"]))
        if act == "new" or not parts:
            parts.insert(nth, draw(st.sampled_from([*NEW, "* * *"])) + " " + draw(_words))
        elif act == "edit":
            words = parts[nth].split()
            words[draw(st.integers(0, len(words) - 1))] = draw(_words)
            parts[nth] = " ".join(words)
        elif act == "rewrite":
            parts[nth] = " ".join(draw(st.lists(_words, min_size=1, max_size=6)))
        elif act == "drop":
            del parts[nth]
        elif act == "move":
            parts.insert(draw(st.integers(0, len(parts) - 1)), parts.pop(nth))
        elif act == "part":
            words = parts[nth].split()
            middle = len(words) // 2
            parts[nth : nth + 1] = [w for w in (" ".join(words[:middle]), " ".join(words[middle:])) if w]
        elif nth + 1 < len(parts):
            parts[nth : nth + 2] = [f"{parts[nth]} {parts[nth + 1]}"]
    return story(*parts)


def cut(text):
    return [block.text for block in paragraphs(text)]


def told(outcome):
    """Return every paragraph that stands in the outcome or in a question."""
    found = [p.wording for p in outcome.paragraphs if p.wording]
    found += [w for q in outcome.questions for w in (*q.before, *q.ours, *q.theirs)]
    return {part for wording in found for part in cut(wording.words)}


def swapped(outcome):
    """Return what was told, with ours and theirs exchanged."""
    other = {Sides.OURS: Sides.THEIRS, Sides.THEIRS: Sides.OURS, Sides.BOTH: Sides.BOTH, Sides.NOBODY: Sides.NOBODY}
    return [
        (p.wording, p.before, other[p.changed], other[p.moved], p.asked, p.only_if, other[p.place]) for p in outcome
    ]


START = story(*PARTS[:5])


@settings(max_examples=60)
@given(versions(), versions())
def test_no_paragraph_that_a_side_changed_is_lost(ours, theirs):
    outcome = merge(START, ours, theirs)
    known = set(cut(START.text))
    for side in (ours, theirs):
        assert [part for part in cut(side.text) if part not in known and part not in told(outcome)] == []


@settings(max_examples=60)
@given(versions(), versions(), st.data())
def test_no_paragraph_is_made_that_nobody_wrote(ours, theirs, data):
    outcome = merge(START, ours, theirs)
    answers = {q.number: MergeAnswer(data.draw(st.sampled_from([t for t in q.takes if t is not Take.WRITTEN])))
               for q in outcome.questions}  # fmt: skip
    text = outcome.settled(answers).text
    written = {part for side in (START, ours, theirs) for part in cut(side.text)}
    assert [part for part in cut(text) if part not in written] == []


@settings(max_examples=60)
@given(versions(), versions())
def test_the_order_of_the_sides_changes_labels_alone(ours, theirs):
    one, other = merge(START, ours, theirs), merge(START, theirs, ours)
    plain = [(p.wording, p.before, p.changed, p.moved, p.asked, p.only_if, p.place) for p in one.paragraphs]
    assert plain == swapped(other.paragraphs)
    assert [(q.asks, q.ours, q.theirs) for q in one.questions] == [(q.asks, q.theirs, q.ours) for q in other.questions]


@settings(max_examples=40)
@given(versions(), versions())
def test_one_side_alone_or_both_alike_give_their_text_to_the_letter(ours, theirs):
    for base, one, other in ((START, START, theirs), (START, ours, START), (START, ours, ours)):
        outcome = merge(base, one, other)
        assert outcome.questions == ()
        assert outcome.settled({}) == (other if one == base else one)


@settings(max_examples=40)
@given(st.text("ab. \n", max_size=60), st.text("ab. \n", max_size=60), st.text("ab. \n", max_size=60))
def test_any_three_texts_can_be_laid_together(base, ours, theirs):
    outcome = merge(MergeText(base), MergeText(ours), MergeText(theirs))
    text = outcome.settled({question.number: MergeAnswer(Take.OURS) for question in outcome.questions}).text
    assert set("".join(text.split())) <= set("".join((base + ours + theirs).split()))
