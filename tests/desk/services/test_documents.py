"""Stories as documents, by a desk on a real store."""

import json

import pytest

from desk.errors import KnownError
from desk.readers.archive import Archive
from desk.services.seal_file import beside
from desk.story import Draft

pytestmark = pytest.mark.usefixtures("documents_here")


def draft_of(view, **changed):
    return Draft(**{"text": view.text, "by_hand": view.by_hand, "format": view.format, "roles": view.roles, **changed})


def test_an_approved_story_says_so_and_brings_its_seal(approved, tmp_path):
    desk, story = approved
    path = tmp_path / "bridge.docx"
    said = desk.documents.export(story.id, draft_of(story), path, "docx").said
    assert "Its seal is in bridge.docx.seal.json." in said
    assert json.loads(beside(path).read_text("utf-8"))["signature"]
    assert Archive(path.read_bytes()).read("docProps/core.xml").count(b"Approved by Odile Brandt") == 1


@pytest.mark.parametrize("change", [{"text": "Another text."}, {"by_hand": {0: "leftover"}}])
def test_another_text_than_the_approved_one_has_no_seal(approved, tmp_path, change):
    desk, story = approved
    path = tmp_path / "bridge.docx"
    assert "seal" not in desk.documents.export(story.id, draft_of(story, **change), path, "docx").said
    assert not beside(path).exists()


def test_document_and_seal_are_written_both_or_neither(approved, tmp_path):
    desk, story = approved
    path = tmp_path / "bridge.docx"
    beside(path).mkdir()
    with pytest.raises(KnownError, match=r"seal\.json was not written: it is a folder"):
        desk.documents.export(story.id, draft_of(story), path, "docx")
    assert not path.exists()


def test_the_document_that_a_story_came_in_is_not_overwritten(approved, word_file):
    desk, _ = approved
    path = word_file("<w:p><w:r><w:t>Tide comes in.</w:t></w:r></w:p>")
    before = path.read_bytes()
    view = desk.stories.open_file(path)
    with pytest.raises(KnownError, match="it is the document that the story came in"):
        desk.documents.export(view.id, draft_of(view), path, "docx")
    assert path.read_bytes() == before
