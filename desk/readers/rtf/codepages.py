"""Which code page the bytes of a font stand in: each font of an RTF file names its own."""

import codecs

_CHARSETS = {
    77: "mac_roman",
    78: "cp932",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_PAGES = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 1361: "johab"}
SYMBOLS = 2
"""The character set of fonts whose places are signs, not letters."""


def of_charset(charset: int, own: str) -> str:
    """Return the code page of a font's character set in a file whose own code page is `own`.

    Set 0 is Western Windows whatever the file says, but in files of a Mac or of a double-byte page, whose writers mean
    their own.
    """
    if charset == 0 and own.startswith("cp125"):
        return "cp1252"
    return _CHARSETS.get(charset, own)


def of_number(page: int) -> str:
    """Return the code page with this number of Windows, an empty string where Python knows none."""
    name = _PAGES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
