"""What has the words of an emptied text still: named where it lies, and deleted when somebody says so."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk.errors import KnownError
from desk.packs.preview import number_of
from desk.services.carrying import remains_of
from desk.services.written_packs import packs_with_words, told_at_opening
from desk.session import Desk
from desk.text.spans import Span
from tests.desk.services.copies import TEXT, carry
from tests.desk.services.emptied import SECRET, WHY, holds


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


def _broken_off(desk, laptop, story):
    with remains_of(laptop.store):
        carry(desk, laptop, story)
        _fail()


def _fail(*_):
    raise KnownError("There is no room left.")
