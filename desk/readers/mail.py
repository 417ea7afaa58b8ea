"""Mails (RFC 5322, MIME) and pages saved as one file (MHTML, RFC 2557): their text, and what came with it."""

import email
import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart

from desk.errors import KnownError
from desk.readers.assembly import assembled
from desk.readers.declared import declared_text
from desk.readers.document import Document, DocumentRole
from desk.readers.gathered import Gathered, Paragraph, RevisedText
from desk.readers.unwrapped import unwrapped
from desk.readers.web import document_of_html, html_paragraphs
from desk.text.words import plural

_HEADERS = {
    "subject": "headline",
    "from": "byline",
    "date": "created",
    "keywords": "keywords",
    "content-language": "language",
    "message-id": "id",
}


def read_mail(raw: bytes) -> Document:
    """Return the document in the bytes of a mail, its subject on top; raises `KnownError` where it has no text."""
    message = email.message_from_bytes(raw.removeprefix(b"\xef\xbb\xbf"), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    try:
        bodies = list(_shown(message)) or [body for body in [message.get_body(("html", "plain"))] if body is not None]
        told = _told(message)
        metadata = _metadata(message)
    except (MessageError, ValueError, KeyError, IndexError, AttributeError) as error:  # as its parsers raise them
        raise KnownError("The mail breaks the rules of its format: ask for its text by itself.") from error
    if not bodies:
        raise KnownError("The mail holds no text, only attachments: open those.")
    subject = metadata.get("headline")
    paragraphs = [Paragraph(-1, DocumentRole.TITLE, pieces=[RevisedText(subject)])] if subject else []
    for body in bodies:
        text, heard = _text(body)
        told += [sentence for sentence in heard if sentence not in told]
        if message.get_content_type() == "multipart/related" and message.get("snapshot-content-location"):
            return document_of_html(text, told)
        paragraphs += _paragraphs(body, text)
    return assembled(Gathered(paragraphs, metadata=metadata, warnings=told))


def _shown(part: MIMEPart) -> Iterator[MIMEPart]:
    """Yield the parts of the text that a program for mail shows, in their order (RFC 2046, 5.1; RFC 2183).

    Some break a text at each picture. Of alternatives one is shown, of a page with its pictures the page.
    """
    if part.get_content_type() in ("multipart/alternative", "multipart/related"):
        best = part.get_body(("html", "plain"))
        yield from () if best is None else [best]
    elif part.is_multipart() and part.get_content_maintype() == "multipart":
        for one in part.iter_parts():
            yield from _shown(one)
    elif (
        part.get_content_type() in ("text/html", "text/plain") and not part.is_attachment() and not part.get_filename()
    ):
        yield part


def _paragraphs(body: MIMEPart, text: str) -> list[Paragraph]:
    if body.get_content_type() == "text/html":
        return html_paragraphs(text)
    flowed = str(body.get_param("format") or "").lower() == "flowed"
    lines = _flowed(text) if flowed else unwrapped(text)
    return [Paragraph(0, pieces=[RevisedText(line)]) for line in lines]


def _text(body: MIMEPart) -> tuple[str, list[str]]:
    raw = body.get_payload(decode=True)
    raw = raw if isinstance(raw, bytes) else b""
    named = body.get_content_charset()
    text, told = declared_text(raw)
    if named and not raw.isascii() and told:  # a guess: the mail itself knows better
        try:
            return raw.decode(named), []
        except (LookupError, UnicodeDecodeError):
            return text, told
    return text, told


def _flowed(text: str) -> list[str]:
    """Return the paragraphs of a text in which lines that end in a blank run on (RFC 3676)."""
    return text.replace("\r\n", "\n").replace("\n-- \n", "\n--\n").replace(" \n", " ").split("\n")


def _metadata(message: EmailMessage) -> dict[str, str]:
    said = {name: " ".join(str(message.get(header) or "").split()) for header, name in _HEADERS.items()}
    sender = message.get("from")
    addresses = getattr(sender, "addresses", ())
    if addresses:
        said["byline"] = addresses[0].display_name or addresses[0].addr_spec
    return {name: text for name, text in said.items() if text}


def _told(message: EmailMessage) -> list[str]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    named = [str(name) for name in names if not str(name).startswith(("image/", "text/"))]
    if not named or message.get_content_type() == "multipart/related":
        return []
    return [
        f"The mail came with {plural(len(named), 'attachment')} ({', '.join(named[:5])}): not read, open them apart."
    ]
