"""From bytes to text: UTF-8, UTF-16, Windows-1252 or Latin-1, named, and admitted where it was guessed.

The order matters more than the method: UTF-8 is nearly impossible to meet by accident, UTF-16 shows in its zero bytes,
and whatever is left of European news copy is Windows-1252, unless it uses the bytes that Windows-1252 leaves undefined.
charset-normalizer has the last word only where those rules say nothing (other code pages).
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """A decoded text with the name of its encoding, whether that was guessed, and a sentence on it."""

    text: str
    encoding: str
    guessed: bool = False
    notes: tuple[str, ...] = ()


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
}
_LONG_GONE = ["mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman", "mac_turkish"]
"""Code pages of Macs before 2001: near twins of the Windows ones, and no newsroom sends them any more."""
_SAMPLE = 65_536
_MOST_CONTROLS = 0.002
"""Share of control characters (no tab, newline, form feed) from which bytes are binary data rather than a text."""
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]")


def decoded(raw: bytes) -> Heard | None:
    """Return the text in these bytes without a byte order mark, or None if they are binary data."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _by_mark(raw[len(mark) :], encoding)
    for heard in _candidates(raw):
        return None if _binary(heard.text) else heard
    return None


def _by_mark(raw: bytes, encoding: str) -> Heard:
    try:
        return Heard(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        note = f"Not all of the file is valid {_NAMES.get(encoding, encoding)}: look for odd characters."
        return Heard(_lenient(raw, encoding), encoding, guessed=True, notes=(note,))


def _lenient(raw: bytes, encoding: str) -> str:
    """Decode what is broken without losing a byte in silence: half pairs stay as surrogates, others show as escapes."""
    if encoding.startswith("utf-16"):
        return raw[: len(raw) // 2 * 2].decode(encoding, "surrogatepass")
    return raw.decode(encoding, "backslashreplace")


def _candidates(raw: bytes) -> Iterator[Heard]:
    wide = _wide(raw)
    if wide:
        yield wide
    try:
        yield Heard(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        yield _single_byte(raw)


def _wide(raw: bytes) -> Heard | None:
    """UTF-16 without a mark: in Western text every other byte is zero, in one of the two places."""
    sample = raw[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if len(raw) % 2 or max(even, odd) < 0.4 * half or min(even, odd) > 0.05 * half:
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    note = f"Read as {_NAMES[encoding]}: the file names no encoding, its zero bytes speak for it."
    return Heard(_lenient(raw, encoding), encoding, guessed=True, notes=(note,))


_UNDEFINED = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _single_byte(raw: bytes) -> Heard:
    if not any(byte in raw for byte in _UNDEFINED):
        encoding = "cp1252" if any(0x80 <= byte <= 0x9F for byte in raw) else "latin-1"
        text = raw.decode(encoding)
        if _western(text):
            return _guessed(text, encoding)
    from charset_normalizer import from_bytes  # rarely needed, and 12 ms of every start

    best = from_bytes(raw[:_SAMPLE], cp_exclusion=_LONG_GONE).best()
    if best is not None and best.encoding not in ("ascii", "utf_8"):
        return _guessed(raw.decode(best.encoding, "replace"), best.encoding)
    return _guessed(raw.decode("latin-1"), "latin-1")


def _western(text: str) -> bool:
    """Whether the letters above ASCII stay a small part: in another code page they would be most of the text."""
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    foreign = sum(c.isalpha() and c > "\x7f" for c in sample)
    return foreign <= 0.25 * letters


def _guessed(text: str, encoding: str) -> Heard:
    name = _NAMES.get(encoding, encoding)
    return Heard(
        text, encoding, guessed=True, notes=(f"Read as {name}: the file names no encoding, so this is a guess.",)
    )


def _binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    zeros = sample.count("\0")
    return controls > _MOST_CONTROLS * len(sample) + 1 or zeros > 0.1 * len(sample)
