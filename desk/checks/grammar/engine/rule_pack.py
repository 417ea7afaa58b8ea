"""The pack of rules that LanguageTool reads beside its own: ours, and the desk's own file behind it.

LanguageTool reads one file of that kind, so the two become one; the desk's file is read and tried first, in
`desk_rules.py`, for a file that LanguageTool cannot load would take the whole engine along.
"""

import hashlib
import zipfile
from pathlib import Path

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


def pack_version(desk: str = "") -> str:
    """Return a digest of our rules (12 hexadecimal digits): readings made with other rules are not used."""
    parts = (*noise().more, pack_text(desk))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def write_pack(target: Path, desk: str = "") -> None:
    """Write our rules as a jar in which LanguageTool finds them beside its own."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as jar:
        info = zipfile.ZipInfo(f"{RULES_FOLDER}/grammar_custom.xml", _EPOCH)
        jar.writestr(info, pack_text(desk).encode(), zipfile.ZIP_DEFLATED)
