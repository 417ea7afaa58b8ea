"""A folder as the desk: each copy writes only its own files, and after a round all have the same."""

import re
import shutil

import pytest

from desk.errors import KnownError, OutOfReach
from desk.packs.exchange_plan import HERE_ALONE, Wish
from desk.packs.preview import number_of
from desk.review.queue import Filter
from desk.services.seen_folders import NAMED, id_of
from desk.text.spans import Span
from tests.desk.services.copies import TEXT, work_as
from tests.desk.services.test_packs import desk, edit, laptop, story

__all__ = ["desk", "laptop", "story"]


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "share"
    made.mkdir()
    return made


def test_two_copies_come_to_the_same_by_a_folder_and_write_only_files_of_their_own(desk, laptop, story, folder):
    numbers = [number_of(copy.exchange.me()) for copy in (desk, laptop)]
    assert desk.shared_folder.exchange(folder, [story]).said == "0 stories came, 1 story went."
    assert laptop.shared_folder.exchange(folder, (), numbers).said == "1 story came, 1 story went."
    work_as(laptop, "RM")
    edit(laptop, story, "Monday", "Tuesday")
    assert laptop.shared_folder.exchange(folder).said == "0 stories came, 1 story went."
    assert desk.shared_folder.exchange(folder, (), numbers).said == "1 story came, 1 story went."
    assert desk.store.stories.text(story) == TEXT.replace("Monday", "Tuesday")
    laptop.shared_folder.exchange(folder)
    for copy in (desk, laptop):
        assert copy.shared_folder.exchange(folder).said == "0 stories came, 0 stories went."
    there = {place.name for place in folder.iterdir()}
    assert there == {NAMED, *(copy.exchange.me().id for copy in (desk, laptop))}


def test_what_cannot_be_taken_is_told_and_the_rest_goes_on(desk, laptop, story, folder):
    desk.shared_folder.exchange(folder, [story])
    assert "is not known here" in laptop.shared_folder.exchange(folder).left
    (folder / desk.exchange.me().id / "x.copydesk").write_bytes(b"nothing")
    done = laptop.shared_folder.exchange(folder, (), [number_of(desk.exchange.me())])
    assert (done.said, "This file is no pack" in done.left) == ("1 story came, 1 story went.", True)


def test_a_folder_that_is_not_there_is_told(desk, tmp_path):
    with pytest.raises(KnownError, match="is no folder: make it first"):
        desk.shared_folder.exchange(tmp_path / "none")


def test_a_mount_point_without_its_stick_is_no_new_desk(desk, laptop, story, folder, tmp_path):
    desk.shared_folder.exchange(folder, [story])
    stick = folder.rename(tmp_path / "stick")
    folder.mkdir()
    for act in (desk.syncing.task(str(folder)).look, lambda: desk.shared_folder.exchange(folder, [story])):
        with pytest.raises(
            OutOfReach, match="is bare, and this copy exchanged stories by it before: connect the stick"
        ):
            act()
    assert list(folder.iterdir()) == []
    assert laptop.shared_folder.exchange(folder).said == "0 stories came, 0 stories went."  # it knows of no stick
    (folder / "desk").mkdir()
    assert desk.shared_folder.exchange(folder / "desk", [story]).said.endswith("1 story went.")
    (folder / "desk").rename(tmp_path / "elsewhere")
    folder.rmdir()
    stick.rename(folder)
    assert desk.shared_folder.exchange(folder, [story]).said == "0 stories came, 0 stories went."


def refused_as(desk, folder, story, why):
    """Return the number that a folder is accepted by, which was refused for this reason with nothing written in it."""
    before = sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))
    plan = desk.shared_folder.look(folder, [story])
    assert plan.odd
    assert re.search(why, plan.strangers[0]), plan.strangers[0]
    with pytest.raises(KnownError, match=f"{why}.* or say --accept “{plan.numbers[0]}” to copydesk share"):
        desk.shared_folder.exchange(folder, [story])
    assert sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*")) == before
    return plan.numbers[:1]


def test_another_stick_at_the_same_path_is_told_until_somebody_says_that_it_is_meant(desk, laptop, story, folder):
    desk.shared_folder.exchange(folder, [story])
    other = folder.with_name("other")
    other.mkdir()
    laptop.shared_folder.exchange(other, [laptop.stories.open_text("Rain\n\nIt rained.\n", "rain").id])
    folder.rename(folder.with_name("first"))
    other.rename(folder)
    number = refused_as(desk, folder, story, "is another folder than the one that this copy exchanged by at this path")
    assert desk.shared_folder.exchange(folder, [story], number).said.endswith("1 story went.")
    assert desk.shared_folder.exchange(folder, [story]).said.endswith("0 stories went.")
    (folder / NAMED).unlink()
    refused_as(desk, folder, story, "does not say any more whether it is the one")


def test_a_copied_stick_is_told_and_becomes_a_folder_of_its_own_when_it_is_meant(desk, story, folder):
    desk.shared_folder.exchange(folder, [story])
    copied = folder.with_name("copied")
    shutil.copytree(folder, copied)
    number = refused_as(desk, copied, story, f"is a copy of {re.escape(str(folder))}: both say that they are one")
    edit(desk, story, "Monday", "Tuesday")
    assert desk.shared_folder.exchange(copied, accepted=number).said.endswith("1 story went.")
    assert id_of(copied) != id_of(folder)
    for each in (folder, copied):
        assert not desk.shared_folder.look(each).odd
        desk.shared_folder.exchange(each)


def test_a_stick_that_was_put_back_to_an_earlier_day_is_told_wherever_it_lies(desk, story, folder):
    desk.shared_folder.exchange(folder, [story])
    earlier = folder.with_name("earlier")
    shutil.copytree(folder, earlier)
    desk.shared_folder.exchange(folder)
    shutil.rmtree(folder)
    shutil.copytree(earlier, folder)
    assert not desk.shared_folder.look(folder).odd, "the last visit may be lost with a stick that is pulled out"
    for _ in range(2):
        desk.shared_folder.exchange(folder)
    shutil.rmtree(folder)
    number = refused_as(desk, earlier, story, "is as it was before .*, when this copy exchanged by it last")
    desk.shared_folder.exchange(earlier, [story], number)
    moved = earlier.rename(folder.with_name("elsewhere"))
    assert not desk.shared_folder.look(moved).odd, "the same stick at another path"


def test_what_a_folder_would_come_to_is_told_and_done_as_over_a_line(desk, laptop, story, folder):
    first = desk.syncing.task(str(folder))
    assert [one.said for one in first.look().stories] == ["“Bridge opens” goes: it is new there."]
    assert first.go().said == "0 stories came, 1 went, 0 changed in both places."
    numbers = (number_of(desk.exchange.me()),)
    task = laptop.syncing.task(str(folder), accepted=numbers)
    plan = task.look()
    assert (plan.said, plan.numbers) == ("1 story comes, 0 go.", numbers)
    assert laptop.syncing.task(str(folder), HERE_ALONE, numbers).go().came == 0
    assert laptop.syncing.task(str(folder), Wish(Filter(section="Sport")), numbers).go().came == 0
    assert task.go(only=["another"]).came == 0
    laptop.syncing.arrived(task.go())
    work_as(laptop, "RM")
    edit(laptop, story, "Monday", "Tuesday")
    edit(desk, story, "Monday", "Wednesday")
    laptop.syncing.task(str(folder)).go()
    desk.exchange.accept(laptop.exchange.me())
    assert first.look().said == "1 story comes, 1 goes, 1 needs you."
    assert first.go().apart == 1


def test_packs_that_say_nothing_new_are_not_read(desk, laptop, story, folder, monkeypatch):
    laptop.exchange.accept(desk.exchange.me())
    for copy in (desk, laptop):
        copy.shared_folder.exchange(folder, [story])
    monkeypatch.setattr(desk.packs, "look", None)
    assert desk.shared_folder.exchange(folder).said == "0 stories came, 0 stories went."


def test_whoever_is_broken_off_or_killed_at_putting_goes_on(desk, laptop, story, folder, monkeypatch):
    laptop.exchange.accept(desk.exchange.me())
    assert desk.shared_folder.go(folder, [story], progress=lambda done, of: done < 0).broken_off
    desk.shared_folder.exchange(folder, [story])
    laptop.shared_folder.exchange(folder)
    work_as(laptop, "RM")
    edit(desk, story, "Monday", "Tuesday")
    pack, killed = desk.packs.write, RuntimeError("killed")

    def then_killed(*given):
        pack(*given)
        raise killed

    monkeypatch.setattr(desk.packs, "write", then_killed)
    with pytest.raises(RuntimeError):
        desk.shared_folder.exchange(folder)
    assert laptop.shared_folder.exchange(folder).said == "1 story came, 1 story went."
    assert "Tuesday" in laptop.store.stories.text(story)


@pytest.mark.parametrize("after", [0, 2])
def test_a_stick_that_is_pulled_out_in_the_middle_is_told_and_the_rest_goes_the_next_time(
    desk, laptop, story, folder, tmp_path, after
):
    laptop.exchange.accept(desk.exchange.me())
    desk.exchange.accept(laptop.exchange.me())
    other = desk.stories.open_text("One.\n", "one").id
    desk.shared_folder.exchange(folder, [story, other])
    laptop.shared_folder.exchange(folder)
    edit(desk, story, "Monday", "Tuesday")
    edit(desk, other, "One", "Two")
    desk.shared_folder.exchange(folder)
    work_as(laptop, "RM")
    more = laptop.stories.open_text("Three.\n", "three").id
    away = tmp_path / "pulled out"

    def pulled(done, _):
        if done == after and folder.is_dir():
            folder.rename(away)
        return True

    with pytest.raises(OutOfReach, match="is out of reach: connect the stick or the share again"):
        laptop.shared_folder.go(folder, [more], progress=pulled)
    away.rename(folder)
    laptop.shared_folder.exchange(folder, [more])
    desk.shared_folder.exchange(folder)
    assert ("Tuesday" in laptop.store.stories.text(story), laptop.store.stories.text(other)) == (True, "Two.\n")
    assert desk.store.stories.text(more) == "Three.\n"


@pytest.mark.parametrize("said", ["[]", "{", "[" * 100_000, '{"x": 1}'])
def test_a_list_that_makes_no_sense_costs_nothing_but_time(desk, laptop, story, folder, said):
    laptop.exchange.accept(desk.exchange.me())
    desk.shared_folder.exchange(folder, [story])
    (folder / desk.exchange.me().id / "standing.json").write_text(said)
    assert laptop.shared_folder.exchange(folder).said == "1 story came, 1 story went."


def test_a_copy_is_accepted_though_its_pack_has_no_story_that_is_new(desk, laptop, story, folder):
    desk.shared_folder.exchange(folder, [story])
    laptop.shared_folder.exchange(folder, accepted=[number_of(desk.exchange.me())])
    (folder / laptop.exchange.me().id / "standing.json").unlink()  # else its pack is not even looked at
    assert "is not known here" in desk.shared_folder.exchange(folder).left
    assert desk.shared_folder.exchange(folder, accepted=[number_of(laptop.exchange.me())]).left == ""
    assert desk.shared_folder.exchange(folder).left == "", "its number was accepted for good"


def test_what_a_copy_decided_comes_with_its_number_though_no_text_is_new(desk, laptop, story, folder):
    desk.shared_folder.exchange(folder, [story])
    laptop.shared_folder.exchange(folder, accepted=[number_of(desk.exchange.me())])
    work_as(laptop, "RM")
    laptop.review.comment(story, TEXT, Span(0, 6), "Which bridge?")
    laptop.shared_folder.exchange(folder)
    desk.shared_folder.exchange(folder, accepted=[number_of(laptop.exchange.me())])
    assert len(desk.review.threads(story)) == 1
