"""What the status line says about a text: how long it is, how long it takes to read, and where the cursor is."""

from dataclasses import dataclass

from desk.text.blocks import BlockRole
from desk.text.length import Length, Unit, headline_words, lines_of
from desk.text.spans import Span
from desk.text.words import grouped, plural
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
    left_out: int = 0
    """Words of advertising, its labels and leftovers, which none of the counts holds."""
    lines: int = 0
    """Lines of the desk's column, where the length is wanted in those."""
    length: Length | None = None
    headline: str = ""
    """The counts of the headline while the cursor is in it."""

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
        apart = f" · {grouped(self.left_out)} left out" if self.left_out else ""
        if self.length is not None:
            now = self.lines if self.length.unit is Unit.LINES else self.words
            return f"{self._head}{self.length.against(now)}{apart}"
        if self.headline:
            return f"{self._head}{plural(self.words, 'word')}{apart}"
        rest = f"{plural(self.characters, 'character')} · {self.reading_time} to read"
        return f"{plural(self.words, 'word')} · {rest}{apart}"

    @property
    def _head(self) -> str:
        return f"{self.headline} · " if self.headline else ""

    @property
    def left_out_words(self) -> str:
        """Return what the counts leave out, in one sentence."""
        counted = "Headline, byline and captions are counted; advertising, its labels and leftovers are not"
        return f"{counted}: {plural(self.left_out, 'word')}." if self.left_out else f"{counted}; here there are none."

    @property
    def place(self) -> str:
        """Return where the cursor is in one phrase."""
        if not self.paragraphs:
            return f"Line {self.line}"
        return f"Line {self.line} · paragraph {self.paragraph} of {self.paragraphs}"


@dataclass(frozen=True, slots=True)
class Aims:
    """What a story is counted against: how long it is to be, lines of so many characters, the room of a headline."""

    length: Length | None = None
    column: int = 34
    headline_width: int = 0
    headline_lines: int = 1


class Counter:
    """Counts words block by block, and anew only for blocks that changed."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[int, int]] = {}
        self._aims = Aims()

    def aim(self, aims: Aims) -> None:
        """Count against these."""
        if aims != self._aims:
            self._aims = aims
            self._words = {}

    def status(self, text: str, copy_map: CopyMap, point: int, selected: Span, words_per_minute: int) -> Status:
        """Return the status of a text with the cursor at `point`."""
        words = characters = lines = left_out = 0
        counted: dict[str, tuple[int, int]] = {}
        for stand in copy_map:
            piece = stand.span.of(text)
            counts = counted[piece] = self._words[piece] if piece in self._words else self._counted(piece)
            if stand.block.editorial:
                words += counts[0]
                lines += counts[1]
                characters += len(piece)
            else:
                left_out += counts[0]
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
            left_out=left_out,
            lines=lines,
            length=self._aims.length,
            headline=self._headline(text, copy_map, point),
        )

    def _counted(self, piece: str) -> tuple[int, int]:
        words = piece.split()
        wants_lines = self._aims.length is not None and self._aims.length.unit is Unit.LINES
        return len(words), lines_of(words, self._aims.column) if wants_lines else 0

    def _headline(self, text: str, copy_map: CopyMap, point: int) -> str:
        """Return the counts of the headline that the cursor is in, empty anywhere else."""
        at = copy_map.index_at(point)
        if at < 0 or copy_map[at].block.role is not BlockRole.HEADLINE or point > copy_map[at].end:
            return ""
        return headline_words(copy_map[at].span.of(text), self._aims.headline_width, self._aims.headline_lines)
