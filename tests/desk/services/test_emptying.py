"""Words that must go by law go everywhere; digest, trail and seals stay and say so, and nothing is called forged."""

import sqlite3
from contextlib import closing

import pytest

from desk.errors import KnownError
from desk.review.decisions import Done
from desk.review.states import State
from desk.services.kept_aside import keep_aside, take_in
from desk.store.approval.desk_trail import enter
from desk.store.connect import open_store
from desk.store.database.backups import list_backups
from desk.store.database.guards import guard_of, missing_guards
from desk.store.records.values import Original, RecoveryCopy
from tests.desk.services.copies import TEXT, carry, give_key, state, work_as
from tests.desk.services.emptied import SECRET, WHY, faults, holds
from tests.desk.services.test_exchange import approve


def test_the_words_are_gone_and_all_that_names_them_stays(told):
    desk, _, story = told
    assert holds(desk, "Ostrander")
    said = desk.emptying.empty(story, [2], WHY).said
    assert said.startswith("1 text is empty now, and in every copy that hears of it.")
    assert not holds(desk, "Ostrander")
    assert (desk.versions.text(story, 2), desk.versions.text(story, 3)) == ("", TEXT + "\nMore.\n")
    assert next(line.why for line in desk.versions.lines(story) if line.number == 2).startswith(
        "emptied by Odile Brandt on "
    )
    assert faults(desk) == []
    (told_so,) = desk.store.audit.emptied()
    assert "emptied by Odile Brandt on " in told_so
    assert told_so.endswith(f", {WHY}.")
    with desk.store._access.reading() as connection:
        assert list(missing_guards(connection)) == []
    with pytest.raises(KnownError, match="These versions of “bridge” are empty already"):
        desk.emptying.empty(story, [2], WHY)


def _copy(story, slug, text):
    return RecoveryCopy(id=story, slug=slug, text=text)


def test_backups_and_what_was_typed_and_not_saved_keep_none_of_the_words(told):
    desk, laptop, story = told
    for one in (desk, laptop):
        one.store.back_up("with the words")
        one.store.recovery.leave(_copy(story, "bridge", TEXT + SECRET.replace("The", "A") + "\nTyped on.\n"))
        one.store.recovery.leave(_copy("f" * 32, "another", "Rain again.\n"))
    again = _copy(story, "bridge", TEXT + "\nTyped.\n")
    desk.emptying.empty(story, [2], WHY)
    carry(desk, laptop, story)
    for one in (desk, laptop):
        assert not holds(one, "Ostrander")
        assert [left.copy.slug for left in one.store.recovery.pending()] == ["another"]
        assert [backup.why for backup in list_backups(one.store.path)] == ["a text was emptied"]
        one.store.check()
    desk.store.recovery.leave(again)
    desk.store.back_up("without them")
    desk.emptying.empty(story, [1], WHY)
    assert [left.copy.text for left in desk.store.recovery.pending() if left.copy.id == story] == [again.text]


def test_what_was_kept_in_files_goes_too_and_comes_back_by_none(told, checked):
    desk, _, story = told
    path = keep_aside(_copy(story, "bridge", TEXT + SECRET.replace("The", "A") + "\nTyped.\n"), desk.store.name)
    desk.emptying.empty(story, [2], WHY)
    assert not path.exists()
    checked(desk, story, TEXT + "\nThe mill burned, and nobody knows as yet how it began.\n")
    keep_aside(_copy(story, "bridge", TEXT + "\nTyped.\n"), desk.store.name)
    desk.emptying.empty(story, [4], WHY)
    assert (path.exists(), desk.emptying.left()) == (True, ())
    take_in(desk.store)
    assert [left.copy.text for left in desk.store.recovery.pending()] == [TEXT + "\nTyped.\n"]
    path.write_text("no text")
    assert desk.emptying.left() == (f"{path} cannot be read, and may have the words still: delete it.",)
    desk.emptying.delete([path])
    assert desk.emptying.left() == ()


def test_a_file_that_was_compared_with_nothing_is_named_and_not_taken_in(told):
    desk, _, story = told
    path = keep_aside(_copy(story, "bridge", TEXT + SECRET + "\nTyped.\n"), desk.store.name)
    words = path.read_bytes()
    desk.emptying.empty(story, [2], WHY)
    path.write_bytes(words)  # it came back with a copy of the whole folder, or the text was emptied on another machine
    take_in(desk.store)
    assert (desk.store.recovery.pending(), desk.emptying.files()) == ([], (path,))
    assert str(path) in desk.emptying.left()[0]
    desk.emptying.delete([path])
    path = keep_aside(_copy(story, "bridge", TEXT + SECRET), desk.store.name)
    take_in(desk.store)
    assert (desk.store.recovery.pending(), path.exists()) == ([], False), "it is the very text"


def test_what_was_typed_on_another_version_stays_though_a_few_words_are_alike(told, checked):
    desk, _, story = told
    checked(desk, story, TEXT + "\nThe council met, as the mayor said on Friday.\n")
    typed = _copy(story, "bridge", TEXT + "\nMore.\n\nA whole page, which nobody saved, said on Friday.\n")
    desk.store.recovery.leave(typed)
    desk.emptying.empty(story, [4], WHY)
    assert [left.copy.text for left in desk.store.recovery.pending()] == [typed.text]


def test_what_was_typed_on_words_of_two_versions_goes_when_both_are_emptied(told, checked):
    desk, _, story = told
    checked(desk, story, TEXT + SECRET + "\nMore.\n")
    desk.store.recovery.leave(_copy(story, "bridge", TEXT + SECRET + "\nTyped on.\n"))
    desk.emptying.empty(story, [2, 4], WHY)
    assert (desk.store.recovery.pending(), holds(desk, "Ostrander")) == ([], False)


def test_an_emptying_that_failed_leaves_the_backups_to_the_next_save(told, monkeypatch):
    desk, _, story = told
    desk.store.back_up("with the words")
    monkeypatch.setattr("desk.store.stories.emptying.settle", _fail)
    with pytest.raises(KnownError, match="no room"):
        desk.emptying.empty(story, [3], WHY)
    desk.store.recovery.leave(_copy("f" * 32, "another", "Rain again.\n"))
    assert [backup.why for backup in list_backups(desk.store.path)] == ["with the words"]


def test_a_log_that_somebody_reads_is_said_and_emptied_with_a_later_save(told, expect_log):
    desk, _, story = told
    expect_log("could not be emptied (another program reads)")
    with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM stories").fetchone()
        said = desk.emptying.empty(story, [2], WHY).left
        assert f"The log {desk.store.path}-wal could not be emptied (another program reads)" in said
        assert holds(desk, "Ostrander")
        reader.execute("COMMIT")
    desk.store.recovery.leave(_copy("f" * 32, "another", "Rain again.\n"))
    assert (holds(desk, "Ostrander"), desk.store.emptying.left()) == (False, ())


def test_one_damaged_backup_keeps_no_other_and_is_named(told, expect_log):
    desk, _, story = told
    expect_log("cannot be read")
    good, bad = desk.store.back_up("with the words"), desk.store.back_up("soon damaged")
    bad.path.write_bytes(b"no database at all" * 100)
    said = desk.emptying.empty(story, [2], WHY).left
    assert f"The backup {bad.path} cannot be read" in said
    assert (good.path.exists(), bad.path.exists()) == (False, True)


def test_a_file_that_could_not_be_written_anew_is_when_it_is_opened_again(told, expect_log, monkeypatch):
    desk, _, story = told
    for part in ("could not be written anew", "could not be emptied"):
        expect_log(part)
    access = desk.store._access
    go_on = access._leave_no_trace
    with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as writer:

        def left(emptied):  # another program writes right behind the transaction that empties the text
            writer.execute("BEGIN IMMEDIATE")
            go_on(emptied)

        with monkeypatch.context() as patch:
            patch.setattr(access, "_leave_no_trace", left)
            assert "could not be written anew" in desk.emptying.empty(story, [2], WHY).left
        writer.execute("ROLLBACK")
    assert _owed(desk.store.path) == 1
    open_store(desk.store.path).close()
    assert _owed(desk.store.path) == 0


def _owed(path):
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT count(*) FROM owed").fetchone()[0]


def test_what_was_left_beside_a_file_goes_when_it_is_opened_again(told):
    desk, _, story = told
    kept = desk.store.back_up("with the words").path
    words = kept.read_bytes()
    desk.emptying.empty(story, [2], WHY)
    kept.write_bytes(words)
    open_store(desk.store.path).close()
    assert not kept.exists()


def test_a_file_whose_desk_was_altered_after_an_emptying_opens_still(told):
    desk, _, story = told
    desk.emptying.empty(story, [2], WHY)
    with closing(sqlite3.connect(desk.store.path)) as file, file:
        file.execute(f"DROP TRIGGER {guard_of('desk_entries')[0]}")
        file.execute("UPDATE desk_entries SET reason = 'because'")
    open_store(desk.store.path).close()


def _fail(*_):
    raise KnownError("There is no room left.")


def test_every_copy_that_hears_of_it_empties_it_too_and_no_pack_brings_it_back(told, copies):
    desk, laptop, story = told
    old = laptop.exchange.pack([story])
    desk.emptying.empty(story, [2], WHY)
    taken = carry(desk, laptop, story)
    assert (taken.refused, laptop.versions.text(story, 2), holds(laptop, "Ostrander")) == ((), "", False)
    assert faults(laptop) == []
    assert desk.exchange.take_in(old)[0].refused == ()
    assert desk.versions.text(story, 2) == ""
    third = copies.open("third")
    third.exchange.accept(laptop.exchange.me())
    assert carry(laptop, third, story).refused == ()
    assert (third.versions.text(story, 2), faults(third)) == ("", [])


def test_the_document_that_a_text_came_in_goes_with_it_and_says_so(told):
    desk, laptop, story = told
    desk.store.originals.keep(story, 2, Original("bridge.docx", "docx", b"PK Wilhelmina Ostrander"))
    carry(desk, laptop, story)
    desk.emptying.empty(story, [2], WHY)
    carry(desk, laptop, story)
    for one in (desk, laptop):
        assert not holds(one, "Ostrander")
        with pytest.raises(KnownError, match=r"The document bridge\.docx was emptied by Odile Brandt on "):
            one.store.originals.content(one.store.originals.last(story))
        assert faults(one) == []


def test_an_approval_of_an_emptied_text_says_who_emptied_it(told, checked, go):
    desk, laptop, story = told
    give_key(desk, "TR")
    work_as(desk, "RM")
    checked(desk, story, TEXT + SECRET)
    approve(desk, story, go)
    work_as(desk, "OB")
    desk.emptying.empty(story, [4], WHY)
    why = desk.store.seals.status(story).why_void
    assert why.startswith("The text was emptied by Odile Brandt on ")
    assert state(desk, story) == State.CHIEF
    carry(desk, laptop, story)
    assert (laptop.store.seals.status(story).why_void, state(laptop, story)) == (why, State.CHIEF)
    assert desk.store.queue.page().rows[0].headline == ""
    assert (faults(desk), faults(laptop)) == ([], [])


def test_only_an_administrator_with_a_reason_empties_a_text(told):
    desk, _, story = told
    with pytest.raises(KnownError, match="needs a reason"):
        desk.emptying.empty(story, [2], " ")
    with pytest.raises(KnownError, match="The story has no version 9"):
        desk.emptying.empty(story, [9], WHY)
    work_as(desk, "RM")
    assert not desk.emptying.may
    with pytest.raises(KnownError, match="Only an administrator empties a text"):
        desk.emptying.empty(story, [2], WHY)
    assert "Ostrander" in desk.versions.text(story, 2)


def test_a_story_with_an_emptied_text_comes_once_somebody_said_that_it_counts(copies):
    one, two = copies.open("one"), copies.open("two")
    story = one.stories.open_text(TEXT + SECRET, "bridge").id
    one.store.stories.save(story, TEXT, one.people.working.actor)
    one.emptying.empty(story, [1], WHY)
    (why,) = carry(one, two, story).refused
    assert why.endswith("Where “What needs a person” asks, say that it counts, then take it once more.")
    (asked,) = two.needs.waiting().asked
    two.needs.answer(asked, 0)
    assert (carry(one, two, story).refused, two.versions.text(story, 1)) == ((), "")


def test_what_a_laptop_empties_by_itself_empties_nothing_at_the_desk(told):
    desk, laptop, story = told
    work_as(desk, "OB")
    desk.signing_keys.signer(desk.people.working)  # from now on an administrator's key must sign
    digest = laptop.store.stories.versions(story)[1].sha256
    with laptop.store._access.writing() as connection:
        enter(connection, Done.TEXT_EMPTIED, digest, laptop.people.working.actor, reason="because")
    carry(laptop, desk, story)
    assert "Ostrander" in desk.versions.text(story, 2)
