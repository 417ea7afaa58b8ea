import textwrap
from pathlib import Path

import pytest

from desk.errors import KnownError
from desk.review.people import Person, Role, actor
from desk.review.rules import Weight
from desk.review.states import TABLE, Action, Read, Stand, State, moved
from desk.review.states_file import read_rules

MANUAL = ("Facts checked", "Legal read", "Headline matches the story")
EDITOR = Person("Rosa Marquez", frozenset({Role.EDITOR}), id="r")
LAWYER = """
version = 1
[state."With the lawyer"]
after = "Second read"
[move.to-lawyer]
words = "Send to the lawyer"
from = ["Second read"]
to = "With the lawyer"
roles = ["copy editor"]
read = "second"
[move.from-lawyer]
words = "Cleared by the lawyer"
from = ["With the lawyer"]
to = "With section chief"
"""


@pytest.fixture
def read(tmp_path):
    def reads(text):
        path = tmp_path / "review.toml"
        path.write_text(text, "utf-8")
        return read_rules(path, MANUAL)

    return reads


def test_the_example_of_the_guide_makes_sense(read):
    guide = (Path(__file__).resolve().parents[3] / "docs" / "guide.md").read_text("utf-8")
    example = guide.split("## A desk's own rules")[1].split("version = 1")[1].split("\n\nA move may also")[0]
    rules = read(textwrap.dedent("    version = 1" + example))
    assert rules.table.name(State.COPY_DESK) == "Subs"
    assert rules.policy.weight("Legal read", "Sport") is Weight.OFF


def test_without_a_file_the_table_is_ours(tmp_path):
    assert read_rules(tmp_path / "none.toml", MANUAL).table == TABLE


def test_a_file_that_is_named_must_be_there(tmp_path):
    with pytest.raises(KnownError, match="cannot be read: No such file"):
        read_rules(tmp_path / "none.toml", MANUAL, must_exist=True)


def test_an_empty_change_leaves_all_as_it_is(read):
    assert read("version = 1\n").table == TABLE


def test_the_second_read_is_switched_off(read):
    table = read("version = 1\nsecond_read = false\n").table
    assert State.SECOND_READ not in table.names
    assert table.move(Action.PASS_ON, State.COPY_DESK) is None
    stand = moved(Stand(State.COPY_DESK), Action.SEND_TO_CHIEF, EDITOR, table=table)
    assert (stand.state, stand.rim) == (State.CHIEF, EDITOR.actor)
    assert all(State.SECOND_READ not in move.sources for move in table.moves)


def test_a_state_is_renamed_and_its_stories_stay(read):
    table = read('version = 1\n[state."With copy desk"]\nname = "Subs"\n').table
    assert table.name(State.COPY_DESK) == "Subs"
    assert moved(Stand(), Action.SUBMIT, EDITOR, table=table).state == State.COPY_DESK


def test_a_state_and_its_moves_are_added(read):
    table = read(LAWYER).table
    assert list(table.names)[2:4] == [State.SECOND_READ, "with-the-lawyer"]
    stand = Stand(State.SECOND_READ, actor("t", "Tam"))
    there = moved(stand, "to-lawyer", EDITOR, table=table)
    assert (there.state, there.slot) == ("with-the-lawyer", EDITOR.actor)
    assert moved(there, "from-lawyer", EDITOR, table=table).state == State.CHIEF
    assert moved(there, Action.HOLD, EDITOR, "wait", table=table).state == State.HOLD
    with pytest.raises(KnownError, match="second reader is never the first"):
        moved(Stand(State.SECOND_READ, actor("r", "Rosa Marquez")), "to-lawyer", EDITOR, table=table)


def test_a_move_that_is_switched_off_is_gone_and_an_added_state_needs_no_name_for_what_is_off(read):
    table = read(
        LAWYER + "[move.spike]\noff = true\n[move.reopen]\nfrom = ['Approved']\n[state.Spiked]\nname = 'Dead'\n"
        "[move.kill]\nwords = 'Kill'\nfrom = ['Draft']\nto = 'Spiked'\n[move.revive]\nwords = 'Revive'\n"
        "from = ['Spiked']\nto = 'Draft'\n"
    ).table
    assert table.move(Action.SPIKE, State.DRAFT) is None
    assert moved(Stand(), "kill", EDITOR, table=table).state == State.SPIKED


def test_who_may_do_what_is_the_desks_to_say(read):
    table = read('version = 1\n[move.approve]\nroles = ["copy editor"]\n[move.send-to-chief]\nreason = true\n').table
    assert moved(Stand(State.CHIEF), Action.APPROVE, EDITOR, table=table).state == State.APPROVED
    with pytest.raises(KnownError, match="needs a reason"):
        moved(Stand(State.SECOND_READ), Action.SEND_TO_CHIEF, EDITOR, table=table)
    assert table.move(Action.SEND_TO_CHIEF, State.SECOND_READ).read is Read.SECOND


def test_the_gate_weighs_items_by_section(read):
    rules = read("""
version = 1
chief_may_approve_own_copy = false
[gate]
style = "recommended"
"Legal read" = "recommended"
errors_passed_by = ["administrator"]
again_after_edit = ["Facts checked"]
[gate.section.Sport]
"Legal read" = "off"
""")
    policy = rules.policy
    assert not rules.table.own_copy
    assert policy.weight("Legal read", "Sport") is Weight.OFF
    assert policy.weight("Legal read", "News") is Weight.RECOMMENDED
    assert policy.weight("names", "Sport") is Weight.REQUIRED
    assert policy.errors_by == {Role.ADMIN}
    assert policy.again_after_edit == {"Facts checked"}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("second_read = true\n", 1, "must say which version"),
        ("version = 2\n", 1, "from a newer Copydesk, and this one reads version 1"),
        ("version = true\n", 1, "must say which version"),
        ("version = 1\nsecond_reed = true\n", 2, "“second_reed” is unknown here (did you mean “second_read”?): use "),
        ("version = 1\n[move.submit]\nrole = []\n", 3, "“role” is unknown here (did you mean “roles”?)"),
        ("version = 1\n[move.aprove]\nroles = []\n", 2, "a new move needs “words” (did you mean “approve”?)"),
        ("version = 1\n[move.submit]\nfrom = ['Drafts']\n", 3, "“Drafts” is no state (did you mean “draft”?)"),
        ("version = 1\n[move.submit]\nroles = ['section cheif']\n", 3, "no role (did you mean “section-chief”?)"),
        ("version = 1\n[move.submit]\nread = 'frist'\n", 3, "not “frist” (did you mean “first”?)"),
        ("version = 1\n[move.submit]\nread = ['first']\n", 3, "must be one of “none”, “first”, “second”, not a list"),
        ("version = 1\n[gate]\nnames = 'recomended'\n", 3, "not “recomended” (did you mean “recommended”?)"),
        ("version = 1\n[gate]\nnames = [1]\n", 3, "not a list"),
        ("version = 1\n[gate]\nagain_after_edits = []\n", 3, "(did you mean “again_after_edit”?)"),
        ("version = 1\n[gate.sections.Sport]\nnames = 'off'\n", 2, "(did you mean “section”?)"),
        ("version = 1\nsecond_read = 'no'\n", 2, "must be true or false"),
        ("version = 1\n\n[state.Legal]\n", 3, "no move from “Draft” ever comes to “Legal”"),
        ("version = 1\n[state.Legal]\nafter = 'Nowhere'\n", 3, "“Nowhere” is none"),
        ("version = 1\n[state.Draft]\nname = 'Hold'\n", 3, "there is a state “Hold” already"),
        ("version = 1\n[state.Draft]\nname = ''\n", 3, "must be words in quotation marks"),
        ("version = 1\nstate = 4\n", 2, "must be a table"),
        ("version = 1\n[move.leap]\nfrom = ['Draft']\nto = 'Approved'\n", 2, "a new move needs “words”"),
        (
            "version = 1\n[move.leap]\nwords = 'Leap'\nfrom = ['Draft']\nto = 'Approved'\n",
            5,
            "nothing is approved with",
        ),
        ("version = 1\n[move.leap]\nwords = 'Leap'\nfrom = ['Dreft']\nto = 'Hold'\n", 4, "“Dreft” is no state"),
        ("version = 1\n[move.leap]\nwords = 'Leap'\nfrom = ['Draft']\nto = 'Void'\n", 5, "“Void” is no state"),
        (
            "version = 1\n[move.leap]\nwords = 'Leap'\nfrom = ['Draft']\nto = 'Hold'\n",
            5,
            "only “hold” may lead to Hold",
        ),
        ("version = 1\n[move.leap]\nwords = 'Leap'\nfrom = ['Draft']\nto = 'Draft'\n", 5, "to itself"),
        (
            "version = 1\n[move.leap]\nwords = 'Hold'\nfrom = ['Draft']\nto = 'Spiked'\n",
            3,
            "the words of “hold” already",
        ),
        (
            "version = 1\n[move.leap]\nwords = 'Leap'\nfrom = ['Draft']\nto = 'Spiked'\nuntil = true\n",
            6,
            "“hold” alone",
        ),
        ("version = 1\n[move.submit]\nfrom = []\n", 3, "starts nowhere"),
        ("version = 1\n[move.submit]\nfrom = 'Draft'\n", 3, "must be a list"),
        ("version = 1\n[move.submit]\nroles = ['boss']\n", 3, "“boss” is no role"),
        ("version = 1\n[move.submit]\nread = 'third'\n", 3, "must be one of “none”, “first”, “second”"),
        ("version = 1\n[move.submit]\noff = true\n", 2, "no move from “Draft” ever comes to"),
        ("version = 1\n[move.approve]\noff = true\n", 3, "cannot be switched off"),
        ("version = 1\n[move.approve]\nwatch = 'none'\n", 2, "must lead to Approved and watch all"),
        ("version = 1\n[move.approve]\nfrom = ['Draft']\n", 2, "must start from “With section chief”"),
        ("version = 1\n[move.pass-on]\nread = 'none'\n", 2, "no move ends a first one"),
        ("version = 1\n[move.resume]\noff = true\n", 2, "a held story never goes back"),
        ("version = 1\nsecond_read = false\n[move.send-to-chief]\nread = 'none'\n", 3, "no move ends a first read"),
        (
            "version = 1\n[state.Pit]\n[move.fall]\nwords = 'Fall'\nfrom = ['Draft']\nto = 'Pit'\n"
            "[move.return]\nfrom = ['Approved']\n[move.hold]\nfrom = ['Draft']\n[move.spike]\nfrom = ['Draft']\n",
            2,
            "no move leads out of “Pit”",
        ),
        ("version = 1\n[gate]\nspelling = 'off'\n", 3, "“spelling” is no item of the checklist"),
        ("version = 1\n[gate]\nnames = 'maybe'\n", 3, "must be one of “off”, “recommended”, “required”"),
        ("version = 1\n[gate]\nagain_after_edit = ['names']\n", 3, "is no manual item"),
        ("version = 1\n[gate.section.Sport]\nx = 'off'\n", 3, "“x” is no item"),
        ("version = 1\n[gate\n", 3, "is not valid TOML"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_line_and_reason(read, tmp_path, text, line, reason):
    with pytest.raises(KnownError) as refused:
        read(text)
    said = str(refused.value)
    assert reason in said
    if "not valid TOML" not in reason:
        assert f"{tmp_path / 'review.toml'}, line {line}: " in said


SLUGS = """
version = 1
[state.with-the-lawyer]
name = "With the lawyer"
after = "second-read"
[move.to-lawyer]
words = "Send to the lawyer"
from = ["second-read"]
to = "with-the-lawyer"
roles = ["copy-editor"]
read = "second"
[move.from-lawyer]
words = "Cleared by the lawyer"
from = ["with-the-lawyer"]
to = "with-section-chief"
"""


def test_slugs_and_words_come_to_the_same_table(read):
    assert read(SLUGS) == read(LAWYER)
    assert read(SLUGS).table.name("with-the-lawyer") == "With the lawyer"


def test_a_state_without_a_name_is_called_by_its_slug(read):
    assert read(SLUGS.replace('name = "With the lawyer"\n', "")).table.name("with-the-lawyer") == "With the lawyer"
    assert read('version = 1\n[state.second-read]\nname = "Slot"\n').table.name(State.SECOND_READ) == "Slot"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (LAWYER + '[state.with-the-lawyer]\nname = "Again"\n', 15),
        (LAWYER + '[move."From lawyer"]\nwords = "Again"\n', 15),
    ],
)
def test_one_slug_stands_once(read, text, line):
    with pytest.raises(KnownError, match=rf"line {line}: “.*” stands here twice: both are “"):
        read(text)
