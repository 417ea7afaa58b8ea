"""Plain text and Markdown of a story; Markdown's own signs in words and addresses are escaped."""

import re

from desk.text.blocks import BlockRole
from desk.writers.formats.story import ExportedStory

_BEFORE = {
    BlockRole.HEADLINE: "# ",
    BlockRole.CROSSHEAD: "## ",
    BlockRole.PULL_QUOTE: "> ",
}
_AROUND = {BlockRole.STANDFIRST: "**", BlockRole.BYLINE: "*", BlockRole.CAPTION: "*"}
_SIGNS = re.compile(r"([\\`*_\[\]<>&])|^(\s*)([#+=~|-]|\d+(?=[.)]))", re.MULTILINE)

_OF_ADDRESS = re.compile(r"[\\<>&]")


def as_text(story: ExportedStory) -> bytes:
    """Return the story as plain text, the paid boxes last between their labels."""
    parts = [line.text for line in story.lines]
    for box in story.boxes:
        parts += [f"[{box.label}]", *box.paragraphs, box.end]
    return ("\n\n".join(parts) + "\n").encode()


def as_markdown(story: ExportedStory) -> bytes:
    """Return the story as Markdown, the paid boxes last between rules."""
    parts = []
    for line in story.lines:
        words, around = line.told(_escaped, _link), _AROUND.get(line.role, "")
        parts.append(f"{_BEFORE.get(line.role, '')}{around}{words}{around}")
    for box in story.boxes:
        inside = (line.told(_escaped, _link) for line in box.lines)
        parts += ["---", f"**{_escaped(box.label)}**", *inside, f"*{_escaped(box.end)}*", "---"]
    return ("\n\n".join(parts) + "\n").encode()


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda m: f"\\{m[1]}" if m[1] else _at_the_start(m[2], m[3]), text).replace("\n", "\\\n")


def _link(said: str, address: str) -> str:
    return f"[{said}](<{_OF_ADDRESS.sub(_escape, address)}>)"


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _at_the_start(room: str, sign: str) -> str:
    return f"{room}{sign}\\" if sign.isdigit() else f"{room}\\{sign}"
