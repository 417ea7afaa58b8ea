"""HTML: saved pages, exports, and what word processors and browsers put on the clipboard."""

from desk.readers.assembly import assembled
from desk.readers.declared import declared_text
from desk.readers.document import Document
from desk.readers.gathered import Gathered, Paragraph
from desk.readers.safe_xml import html_root_of
from desk.readers.web.head import metadata_of
from desk.readers.web.main_content import is_page, main_content
from desk.readers.web.walker import WebWalker

__all__ = ["html_paragraphs", "read_html"]

_CLIPBOARD = "Version:"
"""How Windows begins HTML on its clipboard, with places in bytes that nobody needs."""
_SENTENCES = {
    "hidden": "The page holds hidden text, which is left out.",
    "comments": "The page holds comments of Word, which are left out: ask for the document itself as .docx.",
}


def read_html(raw: bytes) -> Document:
    """Return the document in the bytes of an HTML file; of a page of the web, its main content."""
    text, told = declared_text(raw)
    return document_of_html(text, told)


def document_of_html(text: str, told: list[str]) -> Document:
    """Return the document in HTML; `told` are sentences for the user that go with it."""
    if text.startswith(_CLIPBOARD):
        text = text[text.find("<") :]
    root = html_root_of(text)
    page = is_page(root)
    roots, without = main_content(root) if page else ([root], set())
    walker = WebWalker(lines=page, without=without)
    for one in roots:
        walker.read(one)
    if page:
        walker.noticed["hidden"] = 0  # menus and dialogs that wait to be opened: every page has some
    warnings = [*told, *(sentence for what, sentence in _SENTENCES.items() if walker.noticed[what])]
    return assembled(Gathered(walker.paragraphs, metadata=metadata_of(root), warnings=warnings))


def html_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a piece of HTML, as wires and mails carry it."""
    return WebWalker().read(html_root_of(text)) if text.strip() else []
