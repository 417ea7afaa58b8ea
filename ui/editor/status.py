"""What the status line says about a text: how long it is, how long it takes to read, and where the cursor is."""

from dataclasses import dataclass

from desk.text.spans import Span
from desk.text.words import plural
from ui.editor.copy_map import CopyMap


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of the story (copy and furniture), without advertising and leftovers; `seconds` is the reading time."""

    words: int = 0
    characters: int = 0
    seconds: int = 0
    line: int = 1
    column: int = 1
    paragraph: int = 0
    paragraphs: int = 0
    selected_words: int = 0
    selected_characters: int = 0

    @property
    def reading_time(self) -> str:
        """Return the reading time in words, in half minutes below three minutes."""
        if self.seconds < 30:
            return "under ½ min"
        minutes = self.seconds / 60
        halves = round(minutes * 2) if minutes < 3 else 2 * round(minutes)
        return f"{halves // 2 or ''}{'½' if halves % 2 else ''} min"

    @property
    def counts(self) -> str:
        """Return the lengths in one phrase, those of the selection if there is one."""
        if self.selected_characters:
            return f"{plural(self.selected_words, 'word')}, {plural(self.selected_characters, 'character')} selected"
        if not self.words:
            return "No words yet"
        return f"{plural(self.words, 'word')} · {plural(self.characters, 'character')} · {self.reading_time} to read"

    @property
    def place(self) -> str:
        """Return where the cursor is in one phrase."""
        if not self.paragraphs:
            return f"Line {self.line}"
        return f"Line {self.line} · paragraph {self.paragraph} of {self.paragraphs}"


class Counter:
    """Counts words block by block, and anew only for blocks that changed."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}

    def status(self, text: str, copy_map: CopyMap, point: int, selected: Span, words_per_minute: int) -> Status:
        """Return the status of a text with the cursor at `point`."""
        words = characters = 0
        counted: dict[str, int] = {}
        for stand in copy_map:
            if stand.block.editorial:
                piece = stand.span.of(text)
                counted[piece] = self._words[piece] if piece in self._words else len(piece.split())
                words += counted[piece]
                characters += len(piece)
        self._words = counted
        line_start = text.rfind("\n", 0, point) + 1
        return Status(
            words=words,
            characters=characters,
            seconds=round(60 * words / max(1, words_per_minute)),
            line=text.count("\n", 0, point) + 1,
            column=point - line_start + 1,
            paragraph=max(0, copy_map.index_at(point)) + 1 if len(copy_map) else 0,
            paragraphs=len(copy_map),
            selected_words=len(selected.of(text).split()),
            selected_characters=len(selected),
        )
