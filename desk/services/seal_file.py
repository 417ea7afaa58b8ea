"""The small file beside an exported text: written with an approved one, read whoever wrote it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.errors import KnownError
from desk.readers.draft import file_bytes
from desk.review.seal import Seal, parsed
from desk.review.seal_form import plain_of
from desk.services.sealed_documents import SealedDocument, document_from

SEAL_SUFFIX = ".seal.json"
_MOST_BYTES = 8_000_000
"""Of a seal file: one with ten thousand waivers has two million, the longest text that it brings along four."""


@dataclass(frozen=True, slots=True)
class SealFile:
    """What a seal file holds: the seal, the public key (base64) that it gives, the slug that was signed."""

    seal: Seal
    public: str
    slug: str
    remark: str = ""
    """One sentence on words of the file that are none of ours; empty for none."""
    document: SealedDocument | None = None
    """The approved text, where the file stands beside a document; it is what was signed."""


def beside(path: Path) -> Path:
    """Return the place of the seal that goes with an exported text."""
    return path.with_name(path.name + SEAL_SUFFIX)


def seal_words(seal: Seal, public: str, document: SealedDocument | None = None) -> str:
    """Return the small file that goes beside an exported text: payload, signature and public key, as JSON.

    Beside a new document it holds the approved text, too, which the document tells in another order.
    """
    if not seal.payload:
        raise KnownError("This story was approved before seals were signed: approve it again to export a seal.")
    plain = {
        "what": _what(_slug(seal), seal),
        "payload": seal.payload,
        "signature": seal.signature,
        "public_key": public,
    }
    whole = plain if document is None else {**plain, "document": document.plain()}
    return json.dumps(whole, indent=2) + "\n"


def read_seal_file(path: Path) -> SealFile:
    """Return what the small file beside an exported text holds; raises `KnownError` for one that is no seal."""
    raw = file_bytes(path, _MOST_BYTES)[0]
    try:
        plain = plain_of(raw.decode("utf-8"))
        payload, signature, public = (_words(plain, name) for name in ("payload", "signature", "public_key"))
        seal = parsed(payload, signature)
        named = _fingerprint(public)
        document = _document(plain)
    except ValueError as error:  # a text that is no UTF-8 among them
        raise KnownError(f"{path} is no seal of Copydesk, or it was damaged: get the file again.") from error
    if named != seal.key:
        raise KnownError(f"The seal {path} was put together from two: its key is not the one that it names.")
    if document is not None and not document.is_of(seal):
        raise KnownError(f"The seal {path} was put together from two: the text in it is not the one that was signed.")
    slug = _slug(seal)
    remark = "" if plain.get("what") == _what(slug, seal) else _OTHER_WORDS
    return SealFile(seal, public, slug, remark, document)


def _document(plain: Any) -> SealedDocument | None:
    given = plain.get("document") if isinstance(plain, dict) else None
    return None if given is None else document_from(given)


_OTHER_WORDS = "What the seal file says in its line “what” is not what was signed: only what stands here counts."


def _words(plain: Any, name: str) -> str:
    value = plain.get(name) if isinstance(plain, dict) else None
    if isinstance(value, str):
        return value
    raise ValueError(name)


def _what(slug: str, seal: Seal) -> str:
    return f"Copydesk seal of “{slug}”, approved by {seal.who}: `copydesk verify` proves it"


def _slug(seal: Seal) -> str:
    return str(plain_of(seal.payload)["story"]["slug"])


def _fingerprint(public: str) -> str:
    from desk.review.signing import fingerprint

    return fingerprint(public)
