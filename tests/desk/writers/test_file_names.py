import os

from hypothesis import given
from hypothesis import strategies as st

from desk.writers.file_names import file_name, free_name
from tests.rows import rows


@rows(
    ("words", "name"),
    [
        ("flood", "flood"),
        ("Flood: what now?", "Flood- what now-"),
        ("a/b\\c|d", "a-b-c-d"),
        ("  tide. ", "tide"),
        ("...", "story"),
        ("", "story"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ("com1", "com1_"),
        ("console", "console"),
        ("a\u202ecod", "acod"),
        ("line\nend", "line end"),
        (".hidden", "hidden"),
    ],
)
def test_a_name_is_one_that_windows_keeps(words, name):
    assert file_name(words) == name


@given(st.text())
def test_any_words_become_a_name_that_can_be_written(words):
    name = file_name(words, ".docx")
    assert 0 < len(os.fsencode(name)) <= 200
    assert name.endswith(".docx")
    assert not name.startswith(".")
    assert not set(name) & set('<>:"/\\|?*\0')


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    assert free_name(tmp_path, "flood", (".docx", ".txt")) == "flood"
    (tmp_path / "flood.txt").touch()
    (tmp_path / "flood-2.docx").touch()
    assert free_name(tmp_path, "flood", (".docx", ".txt")) == "flood-3"
