"""The pack of rules that LanguageTool reads beside its own: ours, and the desk's own file behind it.

LanguageTool reads one file of that kind, so the two become one; the desk's file is read and tried first, in
`desk_rules.py`, for a file that LanguageTool cannot load would take the whole engine along.
"""

import hashlib
import zipfile
from functools import lru_cache
from pathlib import Path

from desk.checks.grammar.engine.answer import MARK
from desk.checks.grammar.noise_file import noise
from desk.paths import resources_dir

RULES_FOLDER = "org/languagetool/rules/en"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip entries carry a date; a fixed one makes equal rules equal bytes
_END = "</rules>"


def pack_file() -> Path:
    """Return the file of our own rules, in LanguageTool's XML."""
    return resources_dir() / "grammar" / "newsroom.xml"


def pack_text(desk: str = "") -> str:
    """Return our rules as one file; `desk` are the categories of the desk's own file, empty for none."""
    text = pack_file().read_text("utf-8")
    return text.replace(_END, f"{desk}\n{_END}") if desk else text


@lru_cache(maxsize=2)  # every story that is opened or listed asks: 260 kB were read and hashed each time
def pack_version(desk: str = "") -> str:
    """Return a digest of our rules (12 hexadecimal digits): readings made with other rules are not used."""
    parts = (*noise().more, pack_text(desk))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def mark_of(desk: str = "") -> str:
    """Return the id of the rule that tells which pack a server has read."""
    return f"{MARK}{pack_version(desk)}"


def _marked(desk: str) -> str:
    """Return the pack with one rule more, which finds “copy desk canary”."""
    tokens = "".join(f"<token>{word}</token>" for word in ("copy", "desk", "canary"))
    rule = f'<rule id="{mark_of(desk)}" name="mark"><pattern>{tokens}</pattern><message>This pack.</message></rule>'
    category = f'<category id="COPYDESK_MARK" name="Copydesk: mark" type="grammar">{rule}</category>'
    return pack_text(desk).replace(_END, f"{category}\n{_END}")


def write_pack(target: Path, desk: str = "") -> None:
    """Write our rules as a jar in which LanguageTool finds them beside its own."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as jar:
        info = zipfile.ZipInfo(f"{RULES_FOLDER}/grammar_custom.xml", _EPOCH)
        jar.writestr(info, _marked(desk).encode(), zipfile.ZIP_DEFLATED)
