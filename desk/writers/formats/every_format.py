"""Each format of new documents by the name that a user gives it."""

from collections.abc import Callable, Mapping

from desk.writers.formats.new_docx import as_docx
from desk.writers.formats.new_html import as_html
from desk.writers.formats.new_newsml_g2 import as_newsml_g2
from desk.writers.formats.new_ninjs import as_ninjs
from desk.writers.formats.new_nitf import as_nitf
from desk.writers.formats.new_odt import as_odt
from desk.writers.formats.new_text import as_markdown, as_text
from desk.writers.formats.story import ExportedStory

FORMATS: Mapping[str, Callable[[ExportedStory], bytes]] = {
    "docx": as_docx,
    "odt": as_odt,
    "html": as_html,
    "md": as_markdown,
    "txt": as_text,
    "ninjs": as_ninjs,
    "newsml-g2": as_newsml_g2,
    "nitf": as_nitf,
}
