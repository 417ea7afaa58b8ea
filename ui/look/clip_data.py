"""What a clipboard, or something dropped, offers; a text of our own goes out and comes back letter by letter."""

import json

from PySide6.QtCore import QMimeData

from desk.text.links import Links, links_from, links_of, links_plain

_OWN = "application/x-copydesk-text"


def offered(data: QMimeData | None) -> tuple[str, str]:
    """Return the HTML and the plain text that are offered, each empty where there is none.

    A passage of a story needs no HTML: its plain text is the very words, soft wraps and U+00A0 included.
    """
    if data is None:  # offscreen, an empty clipboard is none
        return "", ""
    html = data.html() if data.hasHtml() and not data.hasFormat(_OWN) else ""
    return html, data.text() if data.hasText() else ""


def own_data(plain: str, html: str, links: Links = ()) -> QMimeData:
    """Return a passage of a story as it is given to others."""
    data = QMimeData()
    data.setText(plain)
    data.setHtml(html)
    data.setData(_OWN, json.dumps(links_plain(links)).encode())
    return data


def own_links(data: QMimeData) -> Links:
    """Return the links of a passage of a story; whoever wrote them, none but those that are kept."""
    try:
        found = links_from(json.loads(bytes(data.data(_OWN).data()) or b"[]"))
    except (ValueError, TypeError, RecursionError):
        return ()
    text = data.text()
    within_it = (link for link in found if link.span.end <= len(text))
    return links_of(text, [(link.span.start, link.span.end, link.address) for link in within_it])[0]
