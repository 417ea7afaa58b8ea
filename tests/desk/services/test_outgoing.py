"""The outgoing folder of a desk: approved stories with their seals, all of a story or nothing."""

import errno
import os

import pytest

from desk.readers.docx import read_docx
from desk.review.people import Role
from desk.services.proofs import verify_file
from desk.story import Draft


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def outgoing(desk, folder, *formats):
    desk.change_settings({"outgoing_folder": str(folder), "outgoing_formats": formats})


ALL = [
    "bridge.docx",
    "bridge.docx.seal.json",
    "bridge.html",
    "bridge.html.seal.json",
    "bridge.txt",
    "bridge.txt.seal.json",
]


def test_what_is_approved_goes_out_in_every_format_with_its_seal(approved, out):
    desk, story = approved
    assert desk.outgoing.send(story.id).said == ""
    outgoing(desk, out, "docx", "html", "text")
    assert desk.outgoing.send(story.id).said == f"It went out as bridge (3 files with seals in {out})."
    assert names(out) == ALL
    assert verify_file(out / "bridge.txt", desk.store).approved
    assert "opened" in read_docx((out / "bridge.docx").read_bytes()).text


def test_an_approval_sends_it_and_another_one_writes_over_nothing(approved, out, checked, go):
    desk, story = approved
    outgoing(desk, out, "docx")
    desk.outgoing.send(story.id)
    before = (out / "bridge.docx").read_bytes()
    go(desk, story.id, "return", note="once more")
    checked(desk, story.id, story.text + "\n\nIt snowed.")
    desk.people.change(desk.people.working.id, roles={"*": list(Role)})
    for initials, action in (("OB", "submit"), ("OB", "pass-on"), ("TR", "send-to-chief"), ("OB", "approve")):
        desk.people.switch(desk.people.with_initials(initials).id)
        go(desk, story.id, action)
    assert names(out) == ["bridge-2.docx", "bridge-2.docx.seal.json", "bridge.docx", "bridge.docx.seal.json"]
    assert (out / "bridge.docx").read_bytes() == before
    assert "It snowed." in read_docx((out / "bridge-2.docx").read_bytes()).text


def test_a_text_that_is_not_approved_never_goes_out(approved, out):
    desk, story = approved
    outgoing(desk, out, "docx")
    desk.saving.save(story.id, Draft(story.text + "More."), None)
    (unsent,) = desk.outgoing.send(story.id).unsent
    assert unsent.why == "“bridge” did not go out. Its text as it stands is not approved."
    assert names(out) == []


def test_where_the_folder_is_away_the_approval_stands_and_the_next_try_is_whole(approved, out, monkeypatch):
    desk, story = approved
    outgoing(desk, out / "gone", "docx", "html", "text")
    (unsent,) = desk.outgoing.send(story.id).unsent
    assert (unsent.story_id, unsent.why) == (
        story.id,
        f"“bridge” did not go out. The outgoing folder {out / 'gone'} is not there: connect it, or name another one in "
        "the settings.",
    )
    assert desk.stories.view(story.id).seal_valid
    outgoing(desk, out, "docx", "html", "text")
    left = iter([None] * 4)

    def full(handle):
        if next(left, "full") == "full":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr("os.fsync", full)
        (unsent,) = desk.outgoing.send(story.id).unsent
    assert "the disk is full" in unsent.why
    assert names(out) == []
    assert desk.outgoing.send(story.id).unsent == ()
    assert names(out) == ALL


def test_a_slug_that_no_system_keeps_becomes_a_name(approved, out):
    desk, story = approved
    outgoing(desk, out, "md")
    desk.stories.describe(story.id, slug="con: a/b?")
    assert desk.outgoing.send(story.id).unsent == ()
    assert names(out)[0] == "con- a-b-.md"
