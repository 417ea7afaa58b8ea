"""RTF cut into what it is written in: groups, control words, control signs, bytes of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<code>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|[\r\n\0]+"
    rb"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)


_THEMSELVES = (b"\\", b"{", b"}")
"""Signs that stand for themselves; one may be the second byte of a Japanese or Chinese character."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: `kind` is word, sign, brace or text; `number` is the parameter of a word, None without one."""

    kind: str
    text: str = ""
    number: int | None = None
    raw: bytes = b""


def tokens(raw: bytes) -> Iterator[Token]:
    """Yield the pieces of an RTF file; binary data is jumped over, the end of a line means nothing."""
    at = 0
    while found := _TOKEN.match(raw, at):
        at = found.end()
        kind = found.lastgroup
        if kind in ("word", "number"):
            number = int(found["number"]) if found["number"] else None
            word = found["word"].decode("ascii")
            if word == "bin":
                at += max(number or 0, 0)
            else:
                yield Token("word", word, number)
        elif kind == "code":
            yield Token("text", raw=bytes.fromhex(found["code"].decode("ascii")))
        elif kind == "sign" and found["sign"] in _THEMSELVES:
            yield Token("text", raw=found["sign"])
        elif kind == "text":
            yield Token("text", raw=found["text"])
        elif kind:
            yield Token(kind, found[kind].decode("latin-1"))
