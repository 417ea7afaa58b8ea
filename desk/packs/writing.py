"""Writes a pack: the same load by the same key at the same moment is the same file, byte by byte."""

import hashlib
import io
import zipfile
from datetime import datetime
from pathlib import Path

from desk.errors import KnownError
from desk.exchange.bag import Load
from desk.exchange.bag_bytes import StrandSigner, desk_to_bytes, must_be_whole, strand_of, to_bytes
from desk.exchange.bag_plain import strand_plain
from desk.packs.layout import (
    CONTENTS,
    DESK,
    FORM_OF_PACKS,
    MOST_FILES,
    MOST_OF_A_FILE,
    SIGNATURE,
    original_name,
    story_name,
    text_name,
)
from desk.review.seal import canonical
from desk.text.moments import micros
from desk.text.words import grouped
from desk.writers.text import write_bytes

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment of a ZIP: what a file says of its age is in the list of contents, signed."""
_PLAIN_FILE = 0o100644 << 16


def packed(load: Load, signer: StrandSigner, name: str, made: datetime) -> bytes:
    """Return a load as a pack, signed by a copy that is called `name`; raises `KnownError` where it is too much."""
    must_be_whole(load)
    files = _files(load)
    if len(files) + 2 > MOST_FILES:
        raise KnownError(f"A pack holds at most {grouped(MOST_FILES)} files: pack fewer stories at once.")
    contents = canonical(
        {
            "copydesk_pack": FORM_OF_PACKS,
            "made": micros(made),
            "packed_by": strand_plain(strand_of(signer, name)),
            "files": [[file, hashlib.sha256(raw).hexdigest(), len(raw)] for file, raw in files],
        }
    )
    signature = signer.sign(contents)
    whole = _zipped([(CONTENTS, contents.encode("ascii")), (SIGNATURE, signature.encode("ascii")), *files])
    if len(whole) > MOST_OF_A_FILE:
        raise KnownError(f"A pack has at most {MOST_OF_A_FILE // 1_000_000} MB: pack fewer stories at once.")
    return whole


def write_pack(path: Path, whole: bytes, passphrase: str = "") -> None:
    """Write a pack to a file, whole or not at all; under a passphrase where one is given."""
    if passphrase:
        from desk.packs.locking import locked

        whole = locked(whole, passphrase)
    write_bytes(path, whole)


def _files(load: Load) -> list[tuple[str, bytes]]:
    """Return everything but the list of contents, in its order."""
    files = [(DESK, desk_to_bytes(load.desk))]
    files += sorted((story_name(bag.card.id), to_bytes(bag)) for bag in load.bags)
    texts = load.texts.items()
    files += sorted((text_name(digest), text.encode("utf-8", "surrogatepass")) for digest, text in texts)
    files += sorted((original_name(digest), raw) for digest, raw in load.originals.items())
    return files


def _zipped(files: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files:
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system, entry.external_attr, entry.compress_type = 3, _PLAIN_FILE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, raw)
    return out.getvalue()
