"""What a clipboard, or something dropped, offers; a text of our own goes out and comes back letter by letter."""

from PySide6.QtCore import QMimeData

_OWN = "application/x-copydesk-text"


def offered(data: QMimeData | None) -> tuple[str, str]:
    """Return the HTML and the plain text that are offered, each empty where there is none.

    A passage of a story needs no HTML: its plain text is the very words, soft wraps and U+00A0 included.
    """
    if data is None:  # offscreen, an empty clipboard is none
        return "", ""
    html = data.html() if data.hasHtml() and not data.hasFormat(_OWN) else ""
    return html, data.text() if data.hasText() else ""


def own_data(plain: str, html: str) -> QMimeData:
    """Return a passage of a story as it is given to others."""
    data = QMimeData()
    data.setText(plain)
    data.setHtml(html)
    data.setData(_OWN, b"1")
    return data
