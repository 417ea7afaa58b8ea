"""Documents of approved stories, proved by what a reader reads in them."""

import json

import pytest

from desk.errors import KnownError
from desk.readers.docx import read_docx
from desk.readers.draft import FileDraft
from desk.services.proofs import as_lines, verify_file
from desk.services.seal_file import beside
from desk.services.sealed_documents import SealedDocument, document_from, says_the_same
from desk.story import Draft
from desk.text.blocks import Block, Manuscript
from desk.text.links import links_of
from desk.writers.format_words import FORMAT_WORDS
from desk.writers.formats.every_format import FORMATS

pytestmark = pytest.mark.usefixtures("documents_here")


@pytest.fixture
def exported(approved, tmp_path):
    """Write the approved story in one format, and return the desk and the file."""
    desk, story = approved

    def export(format_):
        path = tmp_path / f"bridge{FORMAT_WORDS[format_].ending}"
        draft = Draft(story.text, story.by_hand, format=story.format, roles=story.roles)
        desk.documents.export(story.id, draft, path, format_)
        return desk, path

    return export


@pytest.mark.parametrize("format_", FORMAT_WORDS)
def test_every_format_says_the_approved_text_and_another_word_is_seen(exported, format_):
    desk, path = exported(format_)
    proof = verify_file(path, desk.store)
    assert (proof.why, proof.approved) == ("", True)
    assert any("paragraph by paragraph" in remark and "not signed" in remark for remark in proof.remarks)
    other = path.with_name(f"other-{path.name}")
    seal = beside(path).read_text("utf-8")
    changed = desk.stories.view(proof.seal.story).text.replace("Monday", "Tuesday")
    assert "Tuesday" in changed
    desk.documents.export(proof.seal.story, Draft(changed), other, format_)
    beside(other).write_text(seal, "utf-8")
    proof = verify_file(other, desk.store)
    assert proof.why == "This document does not say the text that was approved."
    assert ("Monday", "Tuesday") in [(each.approved, each.now) for each in proof.differences]


def test_a_seal_file_with_another_text_in_it_is_refused(exported):
    desk, path = exported("docx")
    plain = json.loads(beside(path).read_text("utf-8"))
    plain["document"]["text"] = plain["document"]["text"].replace("Monday", "Tuesday")
    beside(path).write_text(json.dumps(plain), "utf-8")
    with pytest.raises(KnownError, match="not the one that was signed"):
        verify_file(path, desk.store)
    for wrong in (7, {"text": "x"}, {"text": "x", "copy_map": [[0, 9, "copy", ""]], "country": "US"}):
        beside(path).write_text(json.dumps({**plain, "document": wrong}), "utf-8")
        with pytest.raises(KnownError, match="no seal of Copydesk, or it was damaged"):
            verify_file(path, desk.store)


def test_away_from_the_desk_the_document_is_read_as_well(exported):
    _, path = exported("odt")
    proof = verify_file(path, None)
    assert proof.unknown
    assert verify_file(path, None, proof.seal.key[:16]).approved
    assert "approved" in as_lines(verify_file(path, None, proof.seal.key[:16]))[0]


def _read(links):
    """Return a Word file of one paragraph as it is read."""
    document = read_docx(FORMATS["docx"](_sealed(links).story()))
    return FileDraft(document.text, document=document)


def _sealed(links):
    text = "The bridge opens."
    found = links_of(text, [(text.index(words), text.index(words) + len(words), at) for words, at in links])[0]
    return SealedDocument(Manuscript(text, (Block(0, text),)), "US", found)


def test_a_document_whose_words_lead_elsewhere_is_not_what_was_approved():
    approved = [("bridge", "https://bridge.test/")]
    sealed = _sealed(approved)
    assert document_from(json.loads(json.dumps(sealed.plain()))).links == sealed.links
    assert says_the_same(sealed, _read(approved))
    assert not says_the_same(sealed, _read([("bridge", "https://elsewhere.test/")]))
    assert not says_the_same(sealed, _read([*approved, ("opens", "https://bridge.test/")]))
