"""A story as a page of HTML for the printer: clean, or double-spaced for marks by hand."""

from html import escape

from desk.report.marked import marked
from desk.text.blocks import Manuscript

_STYLE = """
body { font-family: Georgia, "Times New Roman", serif; font-size: 12pt; }
.slug { font-family: sans-serif; font-size: 9pt; color: #555555; }
.headline { font-size: 17pt; font-weight: bold; }
.crosshead, th { font-weight: bold; }
table { margin: 10px 0; }
th, td { padding: 2px 12px 2px 0; }
"""


def printed_story(manuscript: Manuscript, slug: str, said: str, *, for_marks: bool) -> str:
    """Return the page: what is said of the story in one line, then its blocks; paid text is named as such."""
    spaced = "p, td, th { line-height: 200%; margin-bottom: 0; }" if for_marks else "p { line-height: 130%; }"
    body = marked(manuscript, (), {})
    return (
        f'<html><head><meta charset="utf-8"><style>{_STYLE}{spaced}</style></head><body>'
        f'<div class="slug">{escape(slug)} · {escape(said)}</div>{body}</body></html>'
    )
