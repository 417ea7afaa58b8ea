from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checks.check import Finding, Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import KnownError
from desk.review.decisions import (
    DONE_BY,
    UNDOABLE,
    Decision,
    Done,
    InForce,
    Scope,
    fold,
    on_finding,
    stand_of,
    undo_of,
)
from desk.review.people import Person, actor
from desk.review.states import Action, Stand, State, edited, moved, restored
from desk.text.spans import Span
from tests.rows import rows

ROSA, TAM = actor("r", "Rosa Marquez"), actor("t", "Tam Reyes")


def _finding(fingerprint="f1", rule="style.a", quote="the the"):
    return Finding(Item.STYLE, rule, Span(0, 7), quote, "Twice.", fingerprint=fingerprint)


FIRST, SAME_WORDS, OTHER = _finding(), _finding("f2", quote="the  the"), _finding("f3", quote="a a")


def _open(force, findings):
    return tuple(finding for finding in findings if force.on(finding) is None)


def _on(done=Done.NOT_AN_ERROR, finding=FIRST, scope=Scope.HERE, reason="as spoken"):
    return on_finding(done, finding, "s", ROSA, reason=reason, scope=scope)


def test_nothing_decided_leaves_all_open():
    force = fold([])
    assert _open(force, [FIRST, OTHER]) == (FIRST, OTHER)
    assert force == InForce()


def test_a_decision_here_settles_one_place():
    force = fold([_on()])
    assert _open(force, [FIRST, SAME_WORDS, OTHER]) == (SAME_WORDS, OTHER)


@pytest.mark.parametrize("scope", [Scope.STORY, Scope.DESK])
def test_a_decision_on_a_key_settles_the_same_words_anywhere(scope):
    force = fold([_on(scope=scope)])
    assert _open(force, [FIRST, SAME_WORDS, OTHER]) == (OTHER,)
    assert force.on(SAME_WORDS).scope is scope


def test_the_place_goes_before_the_key():
    force = fold([_on(scope=Scope.DESK), _on(Done.WAIVED)])
    assert force.on(FIRST).done is Done.WAIVED
    assert force.on(SAME_WORDS).done is Done.NOT_AN_ERROR


def test_a_waiver_without_a_reason_is_refused():
    with pytest.raises(KnownError, match="needs a reason"):
        _on(Done.WAIVED, reason=" ")


def test_a_later_decision_takes_the_place_until_it_is_undone():
    earlier, later = _on(), _on(Done.WAIVED)
    assert fold([earlier, later]).on(FIRST) == later
    assert fold([earlier, later, undo_of(later, TAM)]).on(FIRST) == earlier


def test_undoing_an_undo_brings_the_decision_back():
    made = _on()
    undo = undo_of(made, TAM)
    redo = undo_of(undo, ROSA)
    assert fold([made, undo]).listed == ()
    assert fold([made, undo, redo]).on(FIRST) == made
    assert fold([made, undo, redo, undo_of(redo, TAM)]).on(FIRST) is None


def test_an_undo_keeps_what_it_is_about_and_who_did_it():
    made = _on(scope=Scope.DESK)
    undo = undo_of(made, TAM)
    assert (undo.who, undo.undoes, undo.story, undo.scope, undo.rule) == (TAM, made.id, "s", Scope.DESK, "style.a")
    assert undo.id > made.id
    assert undo.when >= made.when


@rows("done", sorted(set(Done) - UNDOABLE))
def test_what_cannot_be_taken_back_says_so(done):
    with pytest.raises(KnownError, match="cannot be taken back"):
        undo_of(Decision(done, "s", ROSA), TAM)


def test_a_decision_of_both_lists_counts_once():
    made = _on(scope=Scope.DESK)
    assert fold([made, made]).listed == (made,)


def test_a_fix_is_on_record_but_settles_nothing():
    force = fold([_on(Done.FIXED)])
    assert force.on(FIRST) is None
    assert force.listed == ()


def test_the_last_tick_counts():
    tick, untick = (Decision(done, "s", ROSA, item="Legal read") for done in (Done.TICKED, Done.UNTICKED))
    assert fold([tick]).ticked == {"Legal read": tick}
    assert fold([tick, untick]).ticked == {}
    assert fold([tick, untick, undo_of(untick, TAM)]).ticked == {"Legal read": tick}


def test_an_answer_counts_for_the_pair_in_either_order():
    def answer(first, second, verdict):
        return Decision(Done.ANSWERED, "s", ROSA, answer=NameAnswer(first, second, verdict))

    same, different = answer("Zuma", "Duma", Verdict.SAME), answer("Duma", "Zuma", Verdict.DIFFERENT)
    assert fold([same, different]).answers == (different.answer,)
    assert fold([same, different, undo_of(different, TAM)]).answers == (same.answer,)


def test_answers_on_figures_are_none_on_names():
    name, figure = (
        Decision(Done.ANSWERED, "s", ROSA, item=item, answer=NameAnswer("7 homes", "9 homes", Verdict.DIFFERENT))
        for item in ("names", "figures")
    )
    force = fold([name, figure])
    assert (force.answers, force.figure_answers) == ((name.answer,), (figure.answer,))
    assert fold([name, figure, undo_of(figure, TAM)]).figure_answers == ()


def test_acknowledgements_are_kept_by_item():
    made = Decision(Done.ACKNOWLEDGED, "s", ROSA, item="grammar", sha256="ab")
    assert fold([made]).acknowledged == {"grammar": made}


def test_the_waivers_of_a_seal_are_those_that_cover_a_finding():
    used, unused = _on(Done.WAIVED), _on(Done.WAIVED, OTHER)
    force = fold([unused, used, _on(finding=SAME_WORDS)])
    assert force.waivers([FIRST, SAME_WORDS]) == (used,)
    assert [d.id for d in force.waivers([FIRST, OTHER])] == sorted([used.id, unused.id])


def test_the_newest_decision_is_listed_first():
    made = [_on(), _on(finding=OTHER), Decision(Done.TICKED, "s", ROSA, item="Legal read")]
    assert fold(made).listed == tuple(reversed(made))


@given(st.lists(st.tuples(st.sampled_from(Action), st.sampled_from([ROSA, TAM])), max_size=25), st.data())
def test_the_stand_read_from_the_record_is_the_one_that_was_reached(steps, data):
    stand, record = Stand(), []
    for action, who in steps:
        if stand.state == State.APPROVED and data.draw(st.booleans()):
            record.append(Decision(Done.VOIDED, "s", who))
            stand = edited(stand)
        elif stand.voided and data.draw(st.booleans()):
            record.append(Decision(Done.RESTORED, "s", who, state=State.APPROVED))
            stand = restored(stand)
        try:
            stand = moved(stand, action, Person(who.name, id=who.id), "because")
        except KnownError:
            continue
        record.append(Decision(DONE_BY[action], "s", who, state=stand.state))
    assert stand_of(record) == stand
    assert fold(record).stand == stand


def test_the_record_of_an_edit_after_the_approval_leads_back_to_the_chief():
    record = [
        Decision(Done.PASSED_ON, "s", ROSA, state=State.SECOND_READ),
        Decision(Done.SENT_TO_CHIEF, "s", TAM, state=State.CHIEF),
        Decision(Done.APPROVED, "s", actor("", "Odile Brandt"), state=State.APPROVED),
        Decision(Done.VOIDED, "s", TAM),
    ]
    assert stand_of(record[:3]).state == State.APPROVED
    assert stand_of(record) == Stand(State.CHIEF, ROSA, slot=TAM, voided=True)
    back = [*record, Decision(Done.RESTORED, "s", TAM, state=State.APPROVED)]
    assert stand_of(back) == stand_of(record[:3])


def test_a_move_that_the_desk_added_says_itself_which_read_it_ended():
    moved_ = Decision(Done.MOVED, "s", ROSA, state="With the lawyer", note={"move": "to-lawyer", "read": "first"})
    assert stand_of([moved_]) == Stand("With the lawyer", ROSA)


def test_an_edit_of_its_paragraph_reopens_a_waiver_and_the_old_words_close_it():
    before, after = (replace(FIRST, paragraph=digest) for digest in ("one", "two"))
    waived = on_finding(Done.WAIVED, before, "s", ROSA, reason="as spoken")
    force = fold([waived])
    assert _open(force, [before]) == ()
    assert _open(force, [after]) == (after,)
    assert force.waivers([after]) == ()
    denied = on_finding(Done.NOT_AN_ERROR, before, "s", ROSA)
    assert _open(fold([denied]), [after]) == ()


def test_a_waiver_of_an_older_trail_stands_without_its_paragraph():
    assert _open(fold([_on(Done.WAIVED)]), [replace(FIRST, paragraph="two")]) == ()


def test_an_edit_reopens_the_ticks_that_say_so_and_leaves_the_others():
    facts, legal = (Decision(Done.TICKED, "s", ROSA, item=item, sha256="one") for item in ("Facts", "Legal"))
    force = fold([facts, legal])
    assert force.ticks("one", {"Facts"}) == {"Facts": facts, "Legal": legal}
    assert force.ticks("two", {"Facts"}) == {"Legal": legal}
