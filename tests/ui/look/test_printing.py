import re
import zlib

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPdfWriter, QTextDocument

from desk.errors import KnownError
from ui.look import theme
from ui.look.page_breaks import keep_together
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


def inks(path):
    streams = re.findall(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL)
    drawn = b"".join(zlib.decompressobj().decompress(stream) for stream in streams if stream[:1] == b"\x78")
    return set(re.findall(rb"[\d. ]+ scn", drawn))


def test_the_ink_is_that_of_paper_in_a_dark_window_too(qapp, tmp_path):
    words = "<p>Words <a href='x'>and a link</a></p><table border='1'><tr><td>Cell</td></tr></table>"
    page, found = f"<html><body>{words}</body></html>", []
    for look in (theme.LIGHT, theme.DARK):
        theme.apply(qapp, look)
        write_pdf(page, tmp_path / "r.pdf")
        found.append(inks(tmp_path / "r.pdf"))
    assert found[0] == found[1] != set()


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


LONG = "Words that run on and on in a cell until they need several lines of their own. " * 4


def rows_in_pieces(paper):
    """Return the words of the rows whose cells do not stand on one page: each row says its number in every cell."""
    pages = {}
    for first, words, last in paper.lines:
        if words.startswith("Row "):
            pages.setdefault(words.split(":")[0], set()).update((first, last))
    return [row for row, seen in pages.items() if len(seen) > 1]


def test_a_heading_goes_with_its_table_and_the_line_between_them(qapp, tmp_path):
    rows = "".join(f"<tr><td>Row {nth}:</td><td>{LONG * 2}</td></tr>" for nth in range(3))
    table = f"<table width='100%'><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>"
    for filler in (34, 35):
        page = "<p>Words</p>" * filler + f"<h2>Heading</h2><p>A note.</p>{table}"
        lines = Paper(page, QPdfWriter(str(tmp_path / "x.pdf"))).lines
        said = [words for _, words, _ in lines]
        assert len({page for page, _, _ in lines[said.index("Heading") : said.index("Row 0:") + 1]}) == 1, filler


@pytest.mark.parametrize("head", ["", "<thead><tr><th>A</th><th>B</th></tr></thead>"], ids=["plain", "with a head"])
def test_a_row_of_a_table_stands_on_one_page(qapp, tmp_path, head):
    rows = "".join(f"<tr><td>Row {nth}:</td><td>Row {nth}: {LONG}</td></tr>" for nth in range(40))
    for filler in range(20, 44, 3):
        page = "<p>Words</p>" * filler + f"<h2>Heading</h2><table width='100%'>{head}<tbody>{rows}</tbody></table>"
        paper = Paper(page, QPdfWriter(str(tmp_path / "x.pdf")))
        assert rows_in_pieces(paper) == [], filler
        (heading,) = [n for n, words in enumerate(paper.lines) if words[1] == "Heading"]
        (first,) = [n for n, words in enumerate(paper.lines) if words[1] == "Row 0:"]
        assert {page for page, _, _ in paper.lines[heading : first + 1]} == {paper.lines[heading][0]}, filler
        assert paper.pages <= 5


def test_a_row_of_more_than_half_a_page_may_be_parted(qapp, tmp_path):
    page = "<p>Words</p>" * 30 + f"<table width='100%'><tr><td>Row 1: {LONG * 20}</td></tr></table>"
    assert Paper(page, QPdfWriter(str(tmp_path / "x.pdf"))).pages == 2


def test_every_page_is_numbered_under_the_title(qapp, tmp_path):
    paper = Paper(PAGE, QPdfWriter(str(tmp_path / "x.pdf")))
    assert paper.pages > 1
    paper.draw("A title " * 60)


def test_nothing_below_a_row_that_was_moved_is_lost(qapp):
    rows = "".join(f"<tr><td>{nth}</td><td>{LONG}</td></tr>" for nth in range(27))
    tables = f"<h2>Open</h2><table width='100%'><thead><tr><th>No.</th></tr></thead>{rows}</table><h2>By hand</h2>"
    below = "".join(f"<p>Paragraph {nth}. {LONG}</p>" for nth in range(6)) + "<h2>Trail</h2><p>The end.</p>"
    page = "<p>Words</p>" * 12 + tables + f"<table width='100%'>{rows[: len(rows) // 2]}</td></tr></table>" + below
    document = QTextDocument()
    document.setHtml(page)
    document.setPageSize(QSizeF(673, 964))
    keep_together(document, 964.0)
    assert document.pageCount() > 2
    block, lost = document.begin(), []
    while block.isValid():
        if block.text().strip() and not block.layout().lineCount():
            lost.append(block.text())
        block = block.next()
    assert lost == []


def test_the_head_of_a_table_is_repeated_above_a_row_of_it_alone(qapp):
    style = "<style>td, th { padding: 5px; border-bottom: 1px solid #ccc }</style>"
    rows = "".join(f"<tr><td>Row {nth}</td></tr>" for nth in range(30))
    table = f"{style}<table><thead><tr><th>Head</th></tr></thead>{rows}</table><h2>Next</h2><p>The end.</p>"
    alone = []
    whole = QTextDocument()
    whole.setHtml(table)
    for body in range(round(whole.size().height()) - 120, round(whole.size().height()), 2):
        document = QTextDocument()
        document.setHtml(table)
        document.setPageSize(QSizeF(673, body))
        keep_together(document, float(body))
        layout, (frame,) = document.documentLayout(), document.rootFrame().childFrames()
        last = layout.blockBoundingRect(frame.lastCursorPosition().block()).bottom()
        if layout.frameBoundingRect(frame).bottom() // body > last // body:
            alone.append(body)
    assert alone == []


def test_each_line_of_a_table_has_one_number(qapp, tmp_path):
    rows = "".join(f"<tr><td>Row {nth}</td><td>{LONG}</td><td>12</td></tr>" for nth in range(5))
    paper = Paper(f"<p>flood</p><p>Words</p><table>{rows}</table><p>The end.</p>", QPdfWriter(str(tmp_path / "x.pdf")))
    assert paper.line_tops == sorted(set(paper.line_tops))
    assert len(paper.line_tops) >= 2 + 5 * 2
