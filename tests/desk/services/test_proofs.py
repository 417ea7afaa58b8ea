import json
import sqlite3
from contextlib import closing

import pytest

from desk.errors import KnownError
from desk.review.move_request import MoveRequest
from desk.review.people import Role
from desk.review.signing import SigningKey
from desk.services.proofs import Verification, as_lines, as_plain, verify_file, verify_story
from desk.services.seal_file import beside
from desk.session import Session
from desk.story import Draft
from desk.text.moments import date_and_time

TEXT = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday.\n"


@pytest.fixture
def exported(approved, tmp_path):
    desk, story = approved
    path = tmp_path / "out" / "bridge.txt"
    path.parent.mkdir()
    said = desk.exports.export(story.id, Draft(story.text), path).said
    assert "Its seal is in bridge.txt.seal.json." in said
    return desk, story, path


def _forged(path, **change):
    side = beside(path)
    plain = json.loads(side.read_text("utf-8"))
    side.write_text(json.dumps({**plain, **change}), "utf-8")


def test_a_story_is_proved_with_by_whom_when_and_which_waivers(approved):
    desk, story = approved
    proof = desk.proofs.of_story(story.id)
    assert proof.approved
    said = "\n".join(as_lines(proof))
    waived = next(e.decision for e in desk.reports.report(story.id).trail if e.decision.done == "waived")
    assert f"waived: House style “opened opened” by Odile Brandt, {date_and_time(waived.when)}: as spoken" in said
    assert f"approved by Odile Brandt, {date_and_time(proof.seal.when)}" in said
    assert "not checked: Grammar" in said
    assert "passed: Grammar not checked: as I see it" in said
    assert as_plain(proof)["approved"] is True


def test_a_file_with_its_seal_is_proved_where_its_key_is_known(exported):
    desk, _, path = exported
    assert verify_file(path, desk.store).approved
    alone = verify_file(path, None)
    assert (alone.approved, alone.outcome) == (False, Verification.UNKNOWN)
    assert "signed this text as Odile Brandt, and whose key that is cannot be told here: there is no desk" in alone.why
    assert not any("approved by" in line for line in as_lines(alone))
    (key,) = desk.signing_keys.all()
    assert verify_file(path, None, key.fingerprint[:16].upper()).outcome is Verification.APPROVED
    assert verify_file(path, None, "0" * 16).outcome is Verification.UNKNOWN
    with pytest.raises(KnownError, match="at least the first 16 digits"):
        verify_file(path, None, key.fingerprint[:8])


def test_a_file_without_its_seal_is_known_to_the_desk_by_its_text(exported):
    desk, _, path = exported
    beside(path).unlink()
    assert desk.proofs.of_file(path).seal.who.name == "Odile Brandt"
    with pytest.raises(KnownError, match=r"no seal beside .*no desk here"):
        verify_file(path, None)
    path.write_text("Another text.\n", "utf-8")
    assert desk.proofs.of_file(path).why == "No approval of this text is known here."


def test_what_differs_is_told_line_by_line(exported):
    desk, story, path = exported
    path.write_text(path.read_text("utf-8").replace("Monday", "Tuesday").replace("It rained.\n", ""), "utf-8")
    proof = desk.proofs.of_file(path)
    assert not proof.approved
    assert proof.why == "The seal beside it is of another text (“bridge”), not of this one."
    assert (proof.differences[0].line, proof.differences[0].approved, proof.differences[0].now) == (
        5,
        "Monday",
        "Tuesday",
    )
    assert proof.differences[1].approved == "It rained."
    desk.saving.save(story.id, Draft(path.read_text("utf-8")), None)
    now = desk.proofs.of_story(story.id)
    assert now.why == "The text was edited after Odile Brandt approved it."
    assert now.differences == proof.differences


def test_a_file_that_is_no_longer_its_storys_approved_text_is_compared_with_it(approved, tmp_path):
    desk, _ = approved
    desk.people.change(desk.people.working.id, roles={"*": list(Role)})
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT.replace("Bridge", "Ferry"), "utf-8")
    view = desk.stories.open_file(path)
    desk.decisions.tick(view.id, "Facts checked", True)
    draft = Draft(view.text)
    desk.saving.save(view.id, draft, desk.examiner.examine(draft, desk.examiner.brief(view)))
    for initials, action in (("OB", "submit"), ("OB", "pass-on"), ("TR", "send-to-chief"), ("OB", "approve")):
        desk.people.switch(desk.people.with_initials(initials).id)
        option = next(o for o in desk.moves.options(view.id) if o.action == action)
        desk.moves.move(MoveRequest(story=view.id, action=action, passed={o.key: "so" for o in option.obstacles}))
    assert desk.proofs.of_file(path).approved
    path.write_text("New start.\n\n" + "\n\n".join(f"Line {n} is new." for n in range(40)), "utf-8")
    proof = desk.proofs.of_file(path)
    assert proof.why == "This is not the text that was approved."
    assert proof.differences
    assert as_lines(proof)[0].endswith("NOT approved as it is")
    assert any("approved “" in line and "now “" in line for line in as_lines(proof))


def test_a_key_that_was_revoked_later_is_told_for_a_bare_file_too(exported):
    desk, _, path = exported
    beside(path).unlink()
    (key,) = desk.signing_keys.all()
    desk.signing_keys.revoke(key.fingerprint, "stolen")
    proof = desk.proofs.of_file(path)
    assert proof.approved
    assert "(stolen), after this seal was made." in " ".join(proof.remarks)


def test_a_seal_of_a_story_of_another_desk_says_so(exported, people):
    _, _, path = exported
    other = Session(people.folder / "o.toml", str(people.folder / "other.db")).open_store()
    (key,) = people.made[0].signing_keys.all()
    unknown = other.proofs.of_file(path)
    assert (unknown.outcome, "this desk knows neither the key nor the name" in unknown.why) == (
        Verification.UNKNOWN,
        True,
    )
    assert "The story is not in this desk's database." in other.proofs.of_file(path, key.fingerprint).remarks
    other.close()


def test_a_text_that_went_on_at_the_desk_is_still_the_approved_one_and_says_so(exported):
    desk, story, path = exported
    desk.saving.save(story.id, Draft(story.text + "More.\n"), None)
    proof = desk.proofs.of_file(path)
    assert proof.approved
    assert "On the desk the story has gone on: The text was edited" in " ".join(proof.remarks)


def test_a_story_that_was_never_approved_says_so(people):
    desk = people.desk()
    view = desk.stories.open_text("Rain fell.", "rain")
    assert verify_story(view.id, desk.store).why == "This story was never approved."


@pytest.mark.parametrize("words", ["no JSON", "[]", "{}", '{"payload": "{}", "signature": "", "public_key": ""}'])
def test_a_seal_that_is_none_is_one_sentence(exported, words):
    desk, _, path = exported
    beside(path).write_text(words, "utf-8")
    with pytest.raises(KnownError, match=r"is no seal of Copydesk, or it was damaged"):
        desk.proofs.of_file(path)


def test_an_altered_seal_proves_nothing(exported):
    desk, _, path = exported
    plain = json.loads(beside(path).read_text("utf-8"))
    _forged(path, payload=plain["payload"].replace("Odile Brandt", "Rosa Marquez"))
    assert "was altered after Odile Brandt signed it" in desk.proofs.of_file(path).why
    assert not verify_file(path, None).approved


def test_a_seal_with_another_key_in_it_was_put_together_from_two(exported):
    desk, _, path = exported
    _forged(path, public_key=SigningKey.new().public)
    with pytest.raises(KnownError, match="was put together from two"):
        desk.proofs.of_file(path)


def test_nobody_can_tell_whose_key_it_is_where_people_and_keys_were_altered(exported):
    desk, story, path = exported
    with closing(sqlite3.connect(desk.store.path)) as elsewhere:
        elsewhere.execute("DROP TRIGGER desk_entries_no_delete")
        elsewhere.execute("DELETE FROM desk_entries WHERE done = 'key-entered'")
        elsewhere.commit()
    assert "on the people and keys of the desk, is not as it was written" in desk.stories.view(story.id).seal.why_void
    assert desk.queue.rows([story.id])[0].void
    with pytest.raises(KnownError, match="is not as it was written"):
        desk.proofs.of_file(path)


def test_a_seal_by_somebody_elses_key_in_a_known_name_is_no_approval(exported):
    desk, _, path = exported
    mine = SigningKey.new()
    plain = json.loads(beside(path).read_text("utf-8"))
    payload = plain["payload"].replace(json.loads(plain["payload"])["key"], mine.fingerprint)
    _forged(path, payload=payload, signature=mine.sign(payload), public_key=mine.public)
    assert desk.proofs.of_file(path).outcome is Verification.NOT_APPROVED
    assert verify_file(path, None).outcome is Verification.UNKNOWN
    payload = payload.replace("Odile Brandt", "Mallory").replace(desk.people.with_initials("OB").id, "f" * 32)
    _forged(path, payload=payload, signature=mine.sign(payload), public_key=mine.public)
    assert desk.proofs.of_file(path).outcome is Verification.UNKNOWN


def test_a_seal_from_a_newer_version_is_refused(exported):
    desk, _, path = exported
    plain = json.loads(beside(path).read_text("utf-8"))
    _forged(path, payload=plain["payload"].replace('"copydesk_seal":1', '"copydesk_seal":2'))
    with pytest.raises(KnownError, match="of version 2, from a newer Copydesk"):
        desk.proofs.of_file(path)


def test_a_key_revoked_later_is_told_and_an_approval_with_a_revoked_key_is_void(exported):
    desk, story, _ = exported
    (key,) = desk.signing_keys.all()
    desk.signing_keys.revoke(key.fingerprint[:12], "laptop stolen")
    status = desk.stories.view(story.id).seal
    assert status.stands
    assert "was revoked on" in status.remark
    assert "(laptop stolen), after this seal was made." in status.remark
    with closing(sqlite3.connect(desk.store.path)) as elsewhere:
        elsewhere.execute("UPDATE signing_keys SET revoked = created")
        elsewhere.commit()
    assert desk.stories.view(story.id).seal.stands  # the place in the trail decides, and no clock


def test_a_story_whose_approval_fell_is_not_exported_with_a_seal(exported, tmp_path):
    desk, story, _ = exported
    desk.saving.save(story.id, Draft("Other words.\n"), None)
    desk.exports.export(story.id, Draft(story.text), tmp_path / "void.txt")
    assert not beside(tmp_path / "void.txt").exists()
