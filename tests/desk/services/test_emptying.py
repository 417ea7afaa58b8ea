"""Words that must go by law go everywhere; digest, trail and seals stay and say so, and nothing is called forged."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk.errors import KnownError
from desk.packs.preview import number_of
from desk.review.decisions import Done
from desk.review.states import State
from desk.services.carrying import remains_of
from desk.services.kept_aside import keep_aside, take_in
from desk.services.written_packs import packs_with_words, told_at_opening
from desk.session import Desk
from desk.store.approval.desk_trail import enter
from desk.store.connect import open_store
from desk.store.database.backups import list_backups
from desk.store.database.guards import guard_of, missing_guards
from desk.store.records.values import Original, RecoveryCopy
from desk.text.spans import Span
from tests.desk.services.copies import TEXT, carry, give_key, state, work_as
from tests.desk.services.test_exchange import approve

SECRET = "\nThe child is called Wilhelmina Ostrander and lives by the mill.\n"
WHY = "order of the court, 4 KfH 12/26"


@pytest.fixture
def told(pair, checked):
    """A desk and a laptop whose second version has a name that must go, and a third one without it."""
    desk, laptop, story = pair
    checked(desk, story, TEXT + SECRET)
    checked(desk, story, TEXT + "\nMore.\n")
    carry(desk, laptop, story)
    work_as(desk, "OB")
    return desk, laptop, story


def faults(desk):
    return [*desk.store.audit.faults(), *desk.store.trail.faults(), *desk.store.packing.faults()]


def holds(desk, words):
    """Return whether the file of a database, its log or a backup of it has these words anywhere, as it lies there."""
    path = desk.store.path
    beside = [path, *path.parent.glob(f"{path.name}-*"), *(path.parent / "backups").glob(f"{path.stem}-*")]
    return any(words.encode() in file.read_bytes() for file in beside)


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


def test_files_that_were_put_aside_are_named_and_deleted_when_somebody_says_so(told, expect_log, tmp_path):
    desk, _, story = told
    expect_log("was put aside")
    aside = [desk.store.path.with_name(f"{desk.store.path.name}{end}") for end in (".replaced-1", "-wal.left-1")]
    desk.store.back_up("with the words").path.replace(aside[0])
    aside[1].write_bytes(b"a log")
    said = desk.emptying.empty(story, [2], WHY).left
    assert all(f"{path} was put aside, and may have the words still: delete it." in said for path in aside)
    assert desk.emptying.files() == tuple(aside)
    other = tmp_path / "another.txt"
    other.write_text("mine")
    with pytest.raises(KnownError, match=r"another\.txt is not among the files"):
        desk.emptying.delete([other, *aside])
    assert desk.emptying.delete(aside).said == "2 files are deleted."
    assert (other.exists(), any(path.exists() for path in aside), desk.emptying.left()) == (True, False, ())


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


def test_what_quotes_the_text_is_named_one_by_one_and_what_does_not_is_not(told):
    desk, _, story = told
    for words in ("Not Ostrander, please", "And who is Ada?"):
        desk.review.comment(story, TEXT + "\nMore.\n", Span(14, 25), words)
    desk.stories.set_aims(story, headlines=["Wilhelmina lives by the mill", "Bridge opens"])
    desk.store.dictionary.add("Ostrander", "Odile Brandt")
    desk.store.dictionary.add("Duarte", "Odile Brandt")
    lines = desk.emptying.empty(story, [2], WHY).left.splitlines()
    quotes = [line.removeprefix("This quotes the text, and stays: ") for line in lines]
    starts = ["the details of “bridge” (headlines).", "a comment on “bridge” by Odile Brandt, "]
    starts += ["a decision on “bridge” (described otherwise)", "“Ostrander” in the desk's dictionary."]
    assert [quote.startswith(start) for quote, start in zip(quotes, starts, strict=True)] == [True] * 4, quotes


def test_a_pack_is_named_until_it_is_deleted_and_brings_nothing_back(told, tmp_path):
    desk, laptop, story = told
    here, away = tmp_path / "here.copydesk", tmp_path / "away.copydesk"
    laptop.packs.pack([story], away)
    desk.packs.pack([story], here)
    desk.packs.pack([desk.stories.open_text("Rain\n\nIt rained.\n", "rain").id], tmp_path / "rain.copydesk")
    left = desk.emptying.empty(story, [2], WHY).left
    assert left == f"The pack {here} has the words still: delete it, or pack the story anew."
    assert (desk.emptying.files(), desk.packs.take_in(desk.packs.look(away)).left) == ((here,), "")
    assert (desk.versions.text(story, 2), holds(desk, "Ostrander")) == ("", False)
    carry(desk, laptop, story)
    assert laptop.packs.take_in(laptop.packs.look(here)).left == ""
    assert laptop.versions.text(story, 2) == ""
    away.unlink()
    assert laptop.emptying.left()[0].startswith(f"A pack was written to {away} on ")
    desk.emptying.delete([here])
    assert (here.exists(), desk.emptying.left()) == (False, ())
    desk.packs.pack([story], here)
    assert desk.emptying.left() == (), "it was packed without the words"


def test_a_pack_that_never_had_the_words_is_none_that_has_them(told, checked, tmp_path):
    desk, _, story = told
    before, after = tmp_path / "before.copydesk", tmp_path / "after.copydesk"
    desk.packs.pack([story], before)
    checked(desk, story, TEXT + "\nIt is the mayor who pays for the second bridge.\n")
    desk.packs.pack([story], after)
    desk.emptying.empty(story, [4], WHY)
    assert desk.emptying.files() == (after,)
    after.write_text("another file by now")
    (left,) = desk.emptying.left()
    assert (desk.emptying.files(), left.startswith(f"A pack was written to {after} on ")) == ((), True)


def test_a_pack_on_another_stick_at_the_same_path_is_not_forgotten(told, tmp_path):
    desk, _, story = told
    path, stick = tmp_path / "bridge.copydesk", tmp_path / "the first stick"
    desk.packs.pack([story], path)
    desk.packs.pack([story], path)
    path.rename(stick)
    desk.emptying.empty(story, [2], WHY)
    desk.packs.pack([story], path)
    (left,) = desk.emptying.left()
    assert left.startswith(f"A pack was written to {path} on ")
    stick.replace(path)
    assert desk.emptying.files() == (path,)


def test_a_pack_behind_a_link_is_deleted_and_each_that_is_gone_is_forgotten(told, tmp_path, monkeypatch):
    desk, _, story = told
    packs = [tmp_path / name for name in ("a.copydesk", "b.copydesk")]
    link = tmp_path / "link.copydesk"
    link.symlink_to(packs[0])
    for path in (link, packs[1]):
        path.touch()
        desk.packs.pack([story], path)
    desk.emptying.empty(story, [2], WHY)
    assert desk.emptying.files() == tuple(packs)
    remove = Path.unlink

    def busy(path, missing_ok=False):
        if path == packs[1]:
            raise PermissionError(13, "Permission denied")
        remove(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", busy)
    with pytest.raises(KnownError, match=r"b\.copydesk could not be deleted"):
        desk.emptying.delete(packs)
    assert (packs[0].exists(), [pack.path for pack in packs_with_words(desk.store)]) == (False, packs[1:])
    aside = desk.store.path.with_name(f"{desk.store.path.name}.replaced-1")
    words = tmp_path / "the words.db"
    words.write_bytes(b"no database at all")
    aside.symlink_to(words)
    assert desk.emptying.files()[0] == aside
    desk.emptying.delete([aside])
    assert not words.exists()


def test_what_is_left_is_told_at_the_next_opening_and_a_pack_that_is_away_once(told, tmp_path):
    desk, laptop, story = told
    path = tmp_path / "mine.copydesk"
    laptop.packs.pack([story], path)
    desk.emptying.empty(story, [2], WHY)
    with pytest.raises(KnownError, match="no room"):
        _broken_off(desk, laptop, story)
    said = f"The pack {path} has the words still: delete it, or pack the story anew."
    assert [told_at_opening(laptop.store) for _ in range(2)] == [(said,)] * 2
    assert Desk(laptop.store, laptop.examiner).opened.left == said
    path.unlink()
    laptop.packs.pack([laptop.stories.open_text("Rain\n\nIt rained.\n", "rain").id], path)
    assert told_at_opening(laptop.store) == (), "it was named before"


def test_an_exchange_says_what_has_the_words_still_on_whichever_side(told, tmp_path):
    desk, laptop, story = told
    mine = tmp_path / "mine.copydesk"
    laptop.packs.pack([story], mine)
    desk.emptying.empty(story, [2], WHY)
    task = laptop.syncing.task(str(desk.store.path))
    synced = task.go()
    said = f"The pack {mine} has the words still: delete it, or pack the story anew."
    assert (synced.remains, synced.all_said.endswith(said), laptop.versions.text(story, 2)) == ((said,), True, "")
    laptop.syncing.arrived(synced)
    assert len(laptop.facts().emptied[story]) == 1
    assert task.go().remains == (), "it is said once"
    assert laptop.emptying.delete([mine]).said == "1 file is deleted.", "one's own packs are anybody's to delete"


def test_a_text_goes_by_a_folder_though_nothing_else_of_its_story_is_new(told, tmp_path):
    desk, laptop, story = told
    folder, mine = tmp_path / "share", tmp_path / "mine.copydesk"
    folder.mkdir()
    laptop.packs.pack([story], mine)
    desk.emptying.empty(story, [2], WHY)
    desk.shared_folder.exchange(folder, [story])
    done = laptop.shared_folder.exchange(folder, accepted=[number_of(desk.exchange.me())])
    assert (done.left, laptop.versions.text(story, 2)) == ("", "")
    assert done.said.endswith(f"The pack {mine} has the words still: delete it, or pack the story anew.")


def test_a_folder_by_which_nothing_was_exchanged_since_is_named(told, tmp_path):
    desk, _, story = told
    folder, pack = tmp_path / "share", tmp_path / "share" / desk.exchange.me().id / f"{story}.copydesk"
    folder.mkdir()
    desk.shared_folder.exchange(folder, [story])
    assert SECRET.strip() in " ".join(desk.packs.look(pack).load.texts.values())
    left = desk.emptying.empty(story, [2], WHY).left
    what = "what this copy put there may have the words still"
    assert left == f"In the folder {folder} {what}: exchange by it once more."
    folder.rename(tmp_path / "unplugged")
    assert desk.emptying.left() == (
        f"The folder {folder} is out of reach, and {what}: connect it and exchange by it once more.",
    )
    (tmp_path / "unplugged").rename(folder)
    desk.shared_folder.exchange(folder)
    assert (desk.emptying.left(), SECRET in " ".join(desk.packs.look(pack).load.texts.values())) == ((), False)


def test_a_copy_that_hears_of_it_says_what_has_the_words_still(told, expect_log, tmp_path):
    desk, laptop, story = told
    expect_log("could not be emptied (another program reads)")
    laptop.packs.pack([story], tmp_path / "mine.copydesk")
    desk.emptying.empty(story, [2], WHY)
    desk.packs.pack([story], tmp_path / "without.copydesk")
    with closing(sqlite3.connect(laptop.store.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM stories").fetchone()
        left = laptop.packs.take_in(laptop.packs.look(tmp_path / "without.copydesk"), accept=True).left
    assert "-wal could not be emptied (another program reads)" in left
    assert f"The pack {tmp_path / 'mine.copydesk'} has the words still" in left


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


def _broken_off(desk, laptop, story):
    with remains_of(laptop.store):
        carry(desk, laptop, story)
        _fail()


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
