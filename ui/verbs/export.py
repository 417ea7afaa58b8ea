"""The verbs that write a story where the user wants it: its text, a new document, the one that it came in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desk.errors import KnownError
from desk.story import GoingBack, StoryView
from desk.writers.file_names import file_name, free_name
from desk.writers.format_words import AS_IT_STANDS, FORMAT_WORDS, format_of
from ui.verbs.window_parts import WindowParts
from ui.work import operations

if TYPE_CHECKING:
    from ui.dialogs.send_back import SendBackDialog

TEXT_ENDINGS = (".txt", ".md", ".markdown")
FILTER = f"Plain text, as it stands ({' '.join(f'*{ending}' for ending in TEXT_ENDINGS)})"
_OTHERS = "All files (*)"


def filters() -> dict[str, str]:
    """Return the lines of the file dialog, the slug of each format by its line; plain text stands first."""
    documents = {f"{known.words} (*{known.ending})": slug for slug, known in FORMAT_WORDS.items() if slug != "txt"}
    return {FILTER: AS_IT_STANDS, **documents, _OTHERS: AS_IT_STANDS}


def chosen_file(path: Path, chosen: str) -> tuple[Path, str]:
    """Return which file is meant in which format: by its ending, else by the line that was chosen.

    A name without the ending of its format gets it, and then a number where there is such a file: nobody was asked.
    """
    wanted = filters().get(chosen, AS_IT_STANDS)
    if path.suffix.lower() in endings_of(wanted):
        return path, wanted
    if path.suffix.lower() in TEXT_ENDINGS:
        return path, AS_IT_STANDS
    if by_ending := format_of(path):
        return path, by_ending
    ending = endings_of(wanted)[0]
    return path.with_name(free_name(path.parent, path.name, (ending,)) + ending), wanted


def endings_of(format_: str) -> Sequence[str]:
    """Return the endings of a format, with their dots, the usual one first."""
    return TEXT_ENDINGS if format_ == AS_IT_STANDS else (FORMAT_WORDS[format_].ending,)


class ExportVerbs:
    """Ask for format and place, and offer those of the last time."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"export": self.export, "send_back": self.send_back}

    def export(self) -> None:
        """Ask for a file and write the story into it."""
        story = self._p.hub.story
        if story is None:
            return
        wanted = self._p.hub.facts.settings.export_format
        line = next((line for line, slug in filters().items() if slug == wanted), FILTER)
        start, lines = str(self._start(story, wanted)), ";;".join(filters())
        name, chosen = QFileDialog.getSaveFileName(self._p.window, "Export the story", start, lines, line)
        if name:
            path, format_ = chosen_file(Path(name), chosen)
            operations.export(self._p.hub, story.id, self._p.live_draft.draft(), path, format_)

    def send_back(self) -> None:
        """Save the story, show what goes back into the document that it came in, and ask how."""
        if story := self._p.hub.story:
            self._p.open_story.save(lambda: self._ask_back(story))

    def _ask_back(self, story: StoryView) -> None:
        from ui.dialogs.send_back import SendBackDialog

        def show(back: GoingBack) -> None:
            dialog = SendBackDialog(back, self._p.window)
            SendBack(self._p, story, back.name, dialog)
            dialog.open()

        self._p.hub.ask(lambda desk: desk.documents.going_back(story.id), show, self._cannot_go_back)

    def _cannot_go_back(self, error: KnownError) -> None:
        self._p.notices.tell("going-back", str(error), [("Export…", self.export)])

    def _start(self, story: StoryView, format_: str) -> Path:
        """Return the file that is offered: beside the last one, at first beside the story's own."""
        kept = self._p.hub.facts.settings.export_folder
        own = story.text_path
        name = file_name(own.stem if own else story.slug)
        if format_ != AS_IT_STANDS:
            ending = FORMAT_WORDS[format_].ending
        else:
            ending = own.suffix if own and own.suffix.lower() in TEXT_ENDINGS else TEXT_ENDINGS[0]
        return (Path(kept) if kept else own.parent if own else Path.home()) / (name + ending)


class SendBack(QObject):
    """Writes the document that a dialog asks about; it lives as long as the dialog."""

    def __init__(self, parts: WindowParts, story: StoryView, name: str, dialog: "SendBackDialog") -> None:
        super().__init__(dialog)
        self._p, self._story, self._name = parts, story, name
        dialog.wanted.connect(self._save)

    def _save(self, clean: bool, findings: bool) -> None:
        own = Path(self._name)
        folder = self._story.path.parent if self._story.path else Path.home()
        start = folder / file_name(f"{own.stem}-edited", own.suffix)
        line = f"{own.suffix.removeprefix('.').upper()} (*{own.suffix})"
        name, _ = QFileDialog.getSaveFileName(self._p.window, "Return to the sender’s document", str(start), line)
        if name:
            path = Path(name)
            path = path if path.suffix.lower() == own.suffix.lower() else path.with_name(path.name + own.suffix)
            operations.give_back(self._p.hub, self._story.id, path, clean=clean, findings=findings)
