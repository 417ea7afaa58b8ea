import pytest
from PySide6.QtGui import QPdfWriter

from desk.errors import KnownError
from ui.look.printing import Paper, print_without_a_screen, write_pdf

PAGE = "<h1>Review</h1>" + "<p>The bridge opened on Monday.</p>" * 200


def test_a_page_becomes_a_pdf_of_as_many_leaves_as_it_takes(qapp, tmp_path):
    path = tmp_path / "r.pdf"
    write_pdf(PAGE, path, "Review")
    raw = path.read_bytes()
    assert raw.startswith(b"%PDF-")
    assert raw.count(b"/Type /Page\n") + raw.count(b"/Type /Page ") > 1 or raw.count(b"/Page") > 2
    assert [p.name for p in tmp_path.iterdir()] == ["r.pdf"]
    print_without_a_screen("<p>Again</p>", path)
    assert path.stat().st_size < len(raw)


def test_a_place_that_cannot_be_written_is_one_sentence(qapp, tmp_path):
    folder = tmp_path / "a folder"
    folder.mkdir()
    (folder / "x").touch()
    with pytest.raises(KnownError, match="was not written"):
        write_pdf(PAGE, folder)
    with pytest.raises(KnownError, match="was not written"):
        write_pdf(PAGE, tmp_path / "none" / "r.pdf")


def test_a_heading_stands_on_the_page_of_what_it_heads(qapp, tmp_path):
    rows = "".join(f"<tr><td>Row {nth}</td></tr>" for nth in range(30))
    for filler in range(20, 60, 3):
        page = "<p>Words</p>" * filler + f"<h2>Heading</h2><table width='100%'>{rows}</table>"
        paper = Paper(page, QPdfWriter(str(tmp_path / "x.pdf")))
        (heading,) = [n for n, words in enumerate(paper.lines) if words[1] == "Heading"]
        assert paper.lines[heading][0] == paper.lines[heading + 1][0], filler


def test_every_page_is_numbered_under_the_title(qapp, tmp_path):
    paper = Paper(PAGE, QPdfWriter(str(tmp_path / "x.pdf")))
    assert paper.pages > 1
    paper.draw("A title " * 60)
