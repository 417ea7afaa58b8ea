"""Stories packed on one desk and brought back on another: looked at first, then taken, and twice is as once."""

import pytest

from desk.errors import KnownError
from desk.packs.layout import PackLocked
from desk.packs.loan import Loan
from desk.packs.preview import number_of
from desk.story import Draft
from desk.text.spans import Span
from tests.desk.services.copies import TEXT, work_as


@pytest.fixture
def desk(copies):
    return copies.desk()


@pytest.fixture
def laptop(copies):
    return copies.open("laptop of Rosa")


@pytest.fixture
def story(desk):
    return desk.stories.open_text(TEXT, "bridge").id


def edit(desk, story, old, new):
    desk.saving.build_on(story, desk.store.stories.get(story).version)
    return desk.saving.save(story, Draft(desk.store.stories.text(story).replace(old, new)), None)


def carried(source, target, folder, *stories):
    """Return what a pack of these would come to on the other desk."""
    file = folder / "out.copydesk"
    source.packs.pack(stories, file)
    return target.packs.look(file)


def test_a_pack_is_looked_at_taken_in_and_brought_back(desk, laptop, story, tmp_path):
    out = carried(desk, laptop, tmp_path, story)
    assert out.said == "1 story comes."
    assert out.strangers[0].startswith("Some of it was written on the desk, which is not known here. Its number is ")
    assert not laptop.store.stories.is_there(story)
    assert laptop.packs.take_in(out, accept=True).said == "1 story came."
    work_as(laptop, "RM")
    edit(laptop, story, "Monday", "Tuesday")
    back = carried(laptop, desk, tmp_path, story)
    assert back.stories[0].said == "“Bridge opens” goes on from the text here."
    desk.packs.take_in(back, accept=True)
    assert "Tuesday" in desk.store.stories.text(story)
    again = carried(laptop, desk, tmp_path, story)
    assert again.said == "0 stories come, 1 has no newer text."
    assert again.stories[0].said == "“Bridge opens” has no newer text than is here; nothing of it is new."


def test_a_story_changed_in_both_places_says_what_needs_a_person_and_keeps_both(desk, laptop, story, tmp_path):
    laptop.packs.take_in(carried(desk, laptop, tmp_path, story), accept=True)
    work_as(laptop, "RM")
    edit(laptop, story, "Monday", "Tuesday")
    edit(desk, story, "Monday", "Sunday")
    back = carried(laptop, desk, tmp_path, story)
    assert back.said == "1 story comes, 1 needs you."
    desk.packs.take_in(back, accept=True)
    assert "Sunday" in desk.store.stories.text(story)
    found = desk.laying.apart(story)
    assert (found.theirs.copy, len(found.merge.questions)) == ("laptop of Rosa", 1)
    assert "Tuesday" in found.theirs_text.text


def test_what_a_copy_that_nobody_knows_decided_is_told_before_it_is_taken(desk, laptop, story, tmp_path):
    laptop.packs.take_in(carried(desk, laptop, tmp_path, story), accept=True)
    work_as(laptop, "RM")
    laptop.review.comment(story, TEXT, Span(0, 6), "Which bridge?")
    back = carried(laptop, desk, tmp_path, story)
    assert back.unknown
    assert back.stories[0].said == "“Bridge opens” has no newer text than is here; new is 1 remark."
    desk.packs.take_in(back, accept=True)
    assert [thread.remarks[0].words for thread in desk.review.threads(story)] == ["Which bridge?"]


def test_a_copy_that_nobody_knows_is_not_taken_unseen(desk, laptop, story, tmp_path):
    out = carried(desk, laptop, tmp_path, story)
    with pytest.raises(KnownError, match="is not known here"):
        laptop.packs.take_in(out)
    assert not laptop.store.stories.is_there(story)
    assert number_of(out.unknown[0]) in out.strangers[0]


def test_a_locked_pack_wants_its_passphrase_and_an_altered_one_changes_nothing(desk, laptop, story, tmp_path):
    file = tmp_path / "locked"
    assert desk.packs.pack([story], file, "dünne Suppe").said.startswith(
        f"Packed 1 story into {file}.copydesk, locked. "
    )
    file = file.with_name("locked.copydesk")
    with pytest.raises(PackLocked):
        laptop.packs.look(file)
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    with pytest.raises(KnownError, match="damaged on its way"):
        laptop.packs.look(file, "dünne Suppe")
    assert laptop.store.stories.named("bridge") == []


def test_a_loan_is_shown_while_it_lasts_and_stops_nobody(desk, laptop, story, tmp_path):
    said = desk.packs.pack([story], tmp_path / "train.copydesk", loan=Loan("Rosa Marquez", "her laptop")).said
    assert "train.copydesk, lent to Rosa Marquez on her laptop. The number of this copy is " in said
    assert desk.queue.rows([story])[0].lent == "lent to Rosa Marquez on her laptop"
    laptop.packs.take_in(laptop.packs.look(tmp_path / "train.copydesk"), accept=True)
    edit(desk, story, "It rained", "It snowed")
    back = carried(laptop, desk, tmp_path, story)
    assert back.loans == ((Loan("Rosa Marquez", "her laptop"), (story,)),)
    assert back.stories[0].said.endswith(" It is lent to Rosa Marquez on her laptop.")
    desk.packs.take_in(back, accept=True, ended=[Loan("Rosa Marquez", "her laptop")])
    assert desk.stories.view(story).lent == ""


def test_a_pack_that_cannot_be_written_lends_nothing(desk, story, tmp_path):
    with pytest.raises(KnownError, match="was not written"):
        desk.packs.pack([story], tmp_path / "none" / "x.copydesk", loan=Loan("Rosa Marquez"))
    assert desk.stories.view(story).lent == ""


def test_nothing_chosen_is_told(desk, tmp_path):
    with pytest.raises(KnownError, match="No story was chosen"):
        desk.packs.pack([], tmp_path / "none")
