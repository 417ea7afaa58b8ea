"""When a desk reads documents in a process of their own, and when not."""

import hashlib

import pytest

from desk.session import Session
from tests.desk.services.test_open_document import BODY, words


@pytest.fixture
def desk(tmp_path):
    opened = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db")).open_store()
    yield opened
    opened.close()


def test_a_process_waits_for_the_next_document_until_the_desk_is_closed(desk, word_file):
    assert desk.examiner.documents.waiting is None
    desk.stories.open_file(word_file(BODY))
    waits = desk.examiner.documents.waiting
    assert waits is not None
    assert desk.stories.open_file(word_file(BODY + words("It rained."), "rain.docx")).text.endswith("It rained.")
    assert desk.examiner.documents.waiting not in (None, waits), "the second was read by the one that waited"
    desk.close()
    assert desk.examiner.documents.waiting is None


def test_the_digest_of_a_document_is_that_of_its_bytes_and_needs_no_reading(desk, word_file):
    path = word_file(BODY)
    assert desk.examiner.file_digest(path) == hashlib.sha256(path.read_bytes()).hexdigest()
    assert desk.examiner.documents.waiting is None
