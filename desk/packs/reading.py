"""Reads a pack that anybody may have made: everything is proved before anything is believed, and nothing is written.

Each refusal is one sentence. What the archive claims of itself (sizes, names, kinds) is judged before a byte is
unpacked; then the signature of the list of contents, the digest of each file, and at last the bags.
"""

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.careful import TooLarge, careful_bytes
from desk.errors import KnownError
from desk.exchange.bag import ID_LENGTH, DeskBag, Load, StoryBag, Strand
from desk.exchange.bag_bytes import desk_from_bytes, from_bytes, must_be_whole
from desk.packs.contents import PackContents, contents_of
from desk.packs.layout import (
    ALWAYS_FINE,
    CONTENTS,
    DESK,
    FORM_OF_PACKS,
    MOST_FILES,
    MOST_OF_A_FILE,
    MOST_TIMES,
    MOST_UNPACKED,
    SIGNATURE,
    most_of,
    original_name,
    story_name,
    text_name,
)
from desk.review.seal import canonical
from desk.review.seal_form import fits, plain_of
from desk.text.moments import from_micros
from desk.text.words import grouped, shortened

_AGAIN = "have it packed again"
_HOLDS = {
    "copydesk_pack": int,
    "made": range(253_402_300_800_000_000),
    "packed_by": {"id": re.compile(r"[0-9a-f]{32}"), "public": str, "name": str},
    "files": [(str, re.compile(r"[0-9a-f]{64}"), range(MOST_UNPACKED))],
}
_ENCRYPTED = 0x1
_END = 22
"""Bytes of the record that ends an archive."""
_MOST_OF_ITS_LIST = MOST_FILES * (46 + 150)
"""Bytes of the list of an archive: our longest name has 74."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read and proved: what it holds in words, and what can be taken in."""

    contents: PackContents
    load: Load


@dataclass(frozen=True, slots=True)
class _SignedList:
    """The list of contents, proved."""

    made: int
    packed_by: Strand
    files: tuple[tuple[str, str, int], ...]


def read_pack(path: Path, passphrase: str = "") -> Pack:
    """Return the pack of a file; raises `PackLocked` where it wants a passphrase, `KnownError` for what is wrong."""
    try:
        raw = careful_bytes(path, MOST_OF_A_FILE)
    except TooLarge as error:
        raise KnownError(f"{path} is too large for a pack: {error.strerror}.") from error
    except OSError as error:
        raise KnownError(f"{path} could not be read: {error.strerror or error}.") from error
    return pack_of(raw, passphrase)


def pack_of(raw: bytes, passphrase: str = "") -> Pack:
    """Return the pack of some bytes, as `read_pack` does."""
    from desk.packs.locking import is_locked, unlocked

    sealed = is_locked(raw)
    whole = unlocked(raw, passphrase) if sealed else raw
    files = _unpacked(whole)
    listed = _proved_list(files)
    _must_be_as_listed(files, listed)
    load = _load_of(files)
    size = sum(len(file) for file in files.values())
    contents = contents_of(load, from_micros(listed.made), listed.packed_by, size=size, locked=sealed)
    return Pack(contents, load)


# -- The archive ------------------------------------------------------------------------------------------------------


def _unpacked(whole: bytes) -> dict[str, bytes]:
    """Return the files of an archive by their names, each within its bounds."""
    if not whole.startswith(b"PK\x03\x04"):
        raise KnownError("This file is no pack of Copydesk: choose one whose name ends in .copydesk.")
    _must_have_a_modest_list(whole)
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            entries = archive.infolist()
            _must_be_modest(entries, len(whole))
            for entry in entries:
                _must_be_plain(entry)
            return {entry.filename: _bytes_of(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        raise KnownError(f"This pack is cut off or damaged: {_AGAIN}, or copy it once more.") from error


def _must_have_a_modest_list(whole: bytes) -> None:
    """Raise `KnownError` where the archive's own list of its files is long: the library makes an object of each.

    Ten million entries of 46 bytes would take some 6 GB (600 bytes each) before anybody could count them. Ours end
    with the record of that list (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.16), without a
    comment and of less than 4 GB.
    """
    end = whole[-_END:]
    if len(end) < _END or not end.startswith(b"PK\x05\x06") or whole[-_END - 20 : -_END].startswith(b"PK\x06\x07"):
        raise KnownError(f"This pack is cut off or damaged: {_AGAIN}, or copy it once more.")
    if int.from_bytes(end[12:16], "little") > _MOST_OF_ITS_LIST:
        raise KnownError(f"This pack claims to hold more than {grouped(MOST_FILES)} files: it was not opened.")


def _must_be_modest(entries: Sequence[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MOST_FILES:
        raise KnownError(
            f"This pack claims to hold {grouped(len(entries))} files; at most {grouped(MOST_FILES)} are read."
        )
    twice = [name for name, times in Counter(entry.filename.casefold() for entry in entries).items() if times > 1]
    if twice:
        raise KnownError(f"This pack holds “{_shown(twice[0])}” twice: it was altered, {_AGAIN}.")
    whole = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if whole > MOST_UNPACKED or packed > size or (whole > ALWAYS_FINE and whole > MOST_TIMES * size):
        raise KnownError(
            f"This pack would become {grouped(whole // 1_000_000)} MB from {size / 1e6:,.1f}: it is made to fill "
            "memory, and was not opened."
        )


def _must_be_plain(entry: zipfile.ZipInfo) -> None:
    most = most_of(entry.filename)
    if not most:
        raise KnownError(f"This pack holds “{_shown(entry.filename)}”, which belongs to no pack: it was not opened.")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) or entry.flag_bits & _ENCRYPTED:
        raise KnownError(f"“{_shown(entry.filename)}” in this pack is no plain file: it was not opened.")
    if entry.file_size > most:
        raise KnownError(
            f"“{_shown(entry.filename)}” in this pack claims {grouped(entry.file_size // 1_000_000)} MB; at most "
            f"{grouped(most // 1_000_000)} are read."
        )


def _bytes_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        raw = file.read(entry.file_size + 1)
    if len(raw) != entry.file_size:
        raise KnownError(
            f"“{_shown(entry.filename)}” in this pack is not as long as it claims: it was altered, {_AGAIN}."
        )
    return raw


def _shown(name: str) -> str:
    return shortened("".join(sign if sign.isprintable() else "?" for sign in name), 60)


# -- The list of contents ---------------------------------------------------------------------------------------------


def _proved_list(files: Mapping[str, bytes]) -> _SignedList:
    if CONTENTS not in files or SIGNATURE not in files:
        raise KnownError(f"This pack has no signed list of contents: {_AGAIN}.")
    said, values = _values(files[CONTENTS])
    form = values.get("copydesk_pack") if isinstance(values, dict) else None
    if type(form) is int and form > FORM_OF_PACKS:
        raise KnownError(f"This pack was made by a newer Copydesk (form {form}): update this one to open it.")
    if form != FORM_OF_PACKS or not fits(values, _HOLDS) or canonical(values) != said:
        raise KnownError(f"The list of contents of this pack was altered or damaged: {_AGAIN}.")
    strand = Strand(values["packed_by"]["id"], values["packed_by"]["public"], values["packed_by"]["name"])
    _must_be_signed(said, files[SIGNATURE], strand)
    return _SignedList(values["made"], strand, tuple((name, digest, size) for name, digest, size in values["files"]))


def _values(raw: bytes) -> tuple[str, Any]:
    try:
        said = raw.decode("ascii")
        return said, plain_of(said)
    except ValueError as error:
        raise KnownError(f"The list of contents of this pack was altered or damaged: {_AGAIN}.") from error


def _must_be_signed(said: str, signature: bytes, strand: Strand) -> None:
    from desk.review.signing import fingerprint, proved

    try:
        named = fingerprint(strand.public)[:ID_LENGTH]
    except ValueError as error:
        raise KnownError(f"The key in this pack is none: it was altered, {_AGAIN}.") from error
    if named != strand.id:
        raise KnownError("This pack is signed by another key than that of the copy it names: it was not opened.")
    if not proved(said, signature.decode("ascii", "replace"), strand.public):
        raise KnownError(f"The signature of this pack does not fit its list of contents: it was altered, {_AGAIN}.")


def _must_be_as_listed(files: Mapping[str, bytes], listed: _SignedList) -> None:
    names = [name for name, _, _ in listed.files]
    for name, digest, size in listed.files:
        if name not in files:
            raise KnownError(f"“{_shown(name)}” is missing in this pack: {_AGAIN}.")
        if len(files[name]) != size or hashlib.sha256(files[name]).hexdigest() != digest:
            raise KnownError(f"“{_shown(name)}” in this pack was altered after it was packed: {_AGAIN}.")
    if len(set(names)) != len(names) or set(files) != {CONTENTS, SIGNATURE, *names}:
        more = sorted(set(files) - {CONTENTS, SIGNATURE, *names}) or names
        raise KnownError(f"“{_shown(more[0])}” was put into this pack after it was signed: it was not opened.")


# -- What it holds ----------------------------------------------------------------------------------------------------


def _load_of(files: Mapping[str, bytes]) -> Load:
    bags, texts, originals = list[StoryBag](), dict[str, str](), dict[str, bytes]()
    for name, raw in files.items():
        room, _, rest = name.partition("/")
        if room == "stories":
            bags.append(_bag_of(name, raw))
        elif room == "texts":
            texts[rest.removesuffix(".txt")] = _text_of(name, raw)
        elif room == "originals":
            originals[rest] = raw
    load = Load(tuple(bags), desk_from_bytes(files[DESK]) if DESK in files else DeskBag(), texts, originals)
    must_be_whole(load)
    _nothing_more(load)
    return load


def _bag_of(name: str, raw: bytes) -> StoryBag:
    bag = from_bytes(raw)
    if story_name(bag.card.id) != name:
        raise KnownError(f"“{bag.card.slug}” travels under the name of another story: it was not opened.")
    return bag


def _text_of(name: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise KnownError(f"“{_shown(name)}” in this pack is no text: {_AGAIN}.") from error


def _nothing_more(load: Load) -> None:
    """Raise `KnownError` where something travels that no story asks for."""
    wanted = {text_name(digest) for bag in load.bags for digest in bag.texts}
    wanted |= {original_name(digest) for bag in load.bags for digest in bag.originals}
    there = {*map(text_name, load.texts), *map(original_name, load.originals)}
    if more := sorted(there - wanted):
        raise KnownError(f"“{_shown(more[0])}” in this pack belongs to no story of it: it was not opened.")
