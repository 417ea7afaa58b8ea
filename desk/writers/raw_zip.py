"""A zipped document with a few parts written anew: all others keep their very bytes, packed as they were.

The records are those of the ZIP format's own description (APPNOTE 4.3.7, 4.3.12, 4.3.16).
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO

from desk.errors import KnownError
from desk.readers.archive import plain_name

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_SIZES_BEHIND = 0x8
"""The flag of an entry whose sizes stand behind its bytes; ours stand in front."""
_UTF8 = 0x800
_MOST = 0xFFFFFFFF
_FIRST_DAY = (1980 - 1980) << 9 | 1 << 5 | 1
"""The earliest day that the format knows: a new part tells nothing of the clock."""


@dataclass(frozen=True, slots=True)
class _PackedPart:
    """One part as it is packed; `moment` is time and day of the file as the format writes them."""

    name: bytes
    packed: bytes
    unpacked: int
    checksum: int
    method: int
    flags: int
    moment: tuple[int, int] = (0, _FIRST_DAY)
    attributes: tuple[int, int] = (0, 0)
    made_by: int = 20


def repacked(raw: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the zipped document with these parts instead of its own, those that it lacks behind all others."""
    left = {plain_name(name): (name, content) for name, content in changed.items()}
    entries = []
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        for info in archive.infolist():
            old = _copied(raw, info)
            _, content = left.pop(plain_name(info.filename), ("", None))
            entries.append(old if content is None else _packed(old.name, content, old))
    entries += [_packed(name.encode(), content) for name, content in left.values()]
    return _written(entries)


def packed(parts: Mapping[str, bytes], *, stored: str = "") -> bytes:
    """Return a new zipped document; the part called `stored` is not packed, as OpenDocument wants its first one."""
    return _written([_packed(name.encode(), content, store=name == stored) for name, content in parts.items()])


def _packed(name: bytes, content: bytes, like: _PackedPart | None = None, *, store: bool = False) -> _PackedPart:
    deflate = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = content if store else deflate.compress(content) + deflate.flush()
    method = zipfile.ZIP_STORED if store else zipfile.ZIP_DEFLATED
    entry = _PackedPart(name, data, len(content), zlib.crc32(content), method, 0 if name.isascii() else _UTF8)
    if like is None:
        return entry
    return replace(
        entry, flags=like.flags & _UTF8, moment=like.moment, attributes=like.attributes, made_by=like.made_by
    )


def _copied(raw: bytes, info: zipfile.ZipInfo) -> _PackedPart:
    try:
        head = _LOCAL.unpack_from(raw, info.header_offset)
    except struct.error as error:
        raise KnownError("The file is cut off or damaged: ask for it again.") from error
    named = info.header_offset + _LOCAL.size
    start = named + head[9] + head[10]
    data = raw[start : start + info.compress_size]
    if head[0] != b"PK\x03\x04" or len(data) != info.compress_size or info.file_size > _MOST:
        raise KnownError("The file is cut off or damaged: ask for it again.")
    return _PackedPart(
        name=raw[named : named + head[9]],
        packed=data,
        unpacked=info.file_size,
        checksum=info.CRC,
        method=info.compress_type,
        flags=info.flag_bits & ~_SIZES_BEHIND,
        moment=(head[4], head[5]),
        attributes=(info.internal_attr, info.external_attr),
        made_by=info.create_system << 8 | info.create_version,
    )


def _written(entries: list[_PackedPart]) -> bytes:
    out = bytearray()
    directory = bytearray()
    for one in entries:
        about = (20, one.flags, one.method, *one.moment, one.checksum, len(one.packed), one.unpacked, len(one.name), 0)
        directory += _CENTRAL.pack(b"PK\x01\x02", one.made_by, *about, 0, 0, *one.attributes, len(out)) + one.name
        out += _LOCAL.pack(b"PK\x03\x04", *about) + one.name + one.packed
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(directory), len(out), 0)
    return bytes(out + directory + end)
