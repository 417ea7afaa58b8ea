import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.readers.draft import draft_of_text, read_draft, whole
from desk.readers.encoding import decoded

STORY = "The café’s owner, Zoë Brandt, said “no” – twice.\n\nShe closed at 10 p.m.\n"


@pytest.fixture
def write(tmp_path):
    def make(raw, name="story.txt"):
        path = tmp_path / name
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return path

    return make


@pytest.mark.parametrize(
    ("encoding", "named", "guessed"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", False),
        ("utf-16", "utf-16-le", False),
        ("utf-16-le", "utf-16-le", True),
        ("utf-16-be", "utf-16-be", True),
        ("utf-32", "utf-32-le", False),
        ("cp1252", "cp1252", True),
    ],
)
def test_encodings_are_recognised_and_admitted_where_guessed(write, encoding, named, guessed):
    draft = read_draft(write(STORY.encode(encoding)))
    assert (draft.text, draft.encoding, draft.guessed) == (STORY, named, guessed)
    assert bool(draft.notes) == guessed


def test_latin_1_is_called_so_where_windows_has_nothing_to_add(write):
    draft = read_draft(write("Die Straße in Köln.".encode("latin-1")))
    assert (draft.text, draft.encoding, draft.guessed) == ("Die Straße in Köln.", "latin-1", True)
    assert "Latin-1" in draft.notes[0]


def test_another_code_page_is_left_to_the_library(write):
    text = "Премьер-министр выступил в среду перед парламентом и ответил на вопросы журналистов. " * 8
    assert read_draft(write(text.encode("cp1251"))).text == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_text_comes_through_unchanged(text):
    heard = decoded(text.encode())
    assert heard.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_become_a_text_or_a_plain_no(raw):
    heard = decoded(raw)
    assert heard is None or isinstance(heard.text, str)


def test_only_line_ends_and_the_mark_are_changed(write):
    raw = b"\xef\xbb\xbfone\r\ntwo\rthree\n\n  four\xc2\xa0five \n"
    assert read_draft(write(raw)).text == "one\ntwo\nthree\n\n  four\u00a0five \n"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (bytes(range(256)) * 40, "binary data"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF"),
        (b"{\\rtf1\\ansi Hello}", "is an RTF document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "is a Word document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"photo.jpg", "is a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, r"is a picture \(PNG\), not a text\. Open a text, Word"),
        (b"SQLite format 3\0" + b"\0" * 100, "is a database"),
    ],
)
def test_what_is_no_text_is_told_in_one_sentence(write, raw, says):
    with pytest.raises(KnownError, match=says) as told:
        read_draft(write(raw))
    assert "\n" not in str(told.value)


def test_a_file_over_the_limit_is_refused_before_it_is_read(write, tmp_path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(KnownError, match=r"too large for a story \(50 MB; the limit is 2 MB\)"):
        read_draft(huge)


def test_a_line_of_a_million_characters_opens_with_a_note(write):
    draft = read_draft(write("word " * 200_000))
    assert len(draft.text) == 1_000_000
    assert "1,000,000 characters" in draft.notes[0]


def test_hidden_characters_are_noted_and_kept(write):
    nul = read_draft(write("one\0two and then many more words so that it stays a text"))
    assert "\0" in nul.text
    assert "NUL" in nul.notes[0]
    turned = read_draft(write("pay \u202e001 now"))
    assert "reading direction" in turned.notes[0]


def test_lone_surrogates_of_utf16_are_kept_and_noted(write):
    draft = read_draft(write(b"\xff\xfe" + "good ".encode("utf-16-le") + b"\x00\xd8" + "bye".encode("utf-16-le")))
    assert draft.text == "good \ud800bye"
    assert any("surrogate" in note for note in draft.notes)


def test_the_window_gets_a_whole_text_of_the_same_length_and_is_told():
    draft = draft_of_text("good \ud800bye \udc00")
    mended = whole(draft)
    assert mended.text == "good \ufffdbye \ufffd"
    assert "Each is shown as “\ufffd”" in mended.notes[0]
    assert whole(mended) is mended


def test_half_a_unit_at_the_end_of_utf16_is_noted(write):
    draft = read_draft(write(b"\xff\xfe" + "good".encode("utf-16-le") + b"\x41"))
    assert (draft.text, draft.guessed) == ("good", True)


def test_a_folder_a_missing_file_and_a_pipe_are_told(tmp_path):
    with pytest.raises(KnownError, match="is a folder"):
        read_draft(tmp_path)
    with pytest.raises(KnownError, match="does not exist"):
        read_draft(tmp_path / "gone.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_hold_the_window_up(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(KnownError, match="a device or a pipe"):
        read_draft(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_told(write):
    path = write("x")
    path.chmod(0)
    with pytest.raises(KnownError, match="cannot be read"):
        read_draft(path)


def test_a_name_below_a_file_is_told(write):
    with pytest.raises(KnownError, match="cannot be read"):
        read_draft(write("x") / "story.txt")


def test_pasted_text_is_a_draft_and_nothing_is_none():
    assert draft_of_text("\ufeffone\r\ntwo").text == "one\ntwo"
    with pytest.raises(KnownError, match="no text to paste"):
        draft_of_text(" \n")


def test_a_paragraph_separator_is_a_line_end():
    assert draft_of_text("one\u2029two\r\nthree").text == "one\ntwo\nthree"


def test_a_paste_over_the_limit_is_one_sentence():
    with pytest.raises(KnownError, match="too large for a story"):
        draft_of_text("word " * 500_000)
