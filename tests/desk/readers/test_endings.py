from pathlib import Path

from desk.readers.endings import ENDINGS, is_called_document, opened_endings
from desk.readers.file_kind import FileKind
from tests.rows import rows


def test_every_format_has_endings_and_each_is_offered_once():
    assert set(ENDINGS) == set(FileKind)
    offered = opened_endings()
    assert offered[:2] == ("txt", "md")
    assert len(offered) == len(set(offered))
    assert {"docx", "odt", "rtf", "doc"} <= set(offered)


@rows(
    ("name", "is_one"),
    [("a.docx", True), ("a.ODT", True), ("a.doc", True), ("a.txt", False), ("a.md", False), ("a", False)],
)
def test_plain_text_may_not_have_the_name_of_a_document(name, is_one):
    assert is_called_document(Path(name)) is is_one
