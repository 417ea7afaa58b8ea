"""Whether a laptop can work without a network: what it has for that and what it lacks, and both carried to it at once.

A folder that prepares a laptop holds the grammar engine as `copydesk engine export` writes it, and stories as packs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checks.grammar.engine.progress import Asked, never
from desk.checks.grammar.odds.model import model_folder
from desk.errors import KnownError
from desk.packs.layout import ENDING
from desk.packs.line_words import ago
from desk.review.people import NOBODY
from desk.text.moments import now
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.checks.grammar.engine.engine import GrammarEngine
    from desk.checks.grammar.engine.status import EngineStatus
    from desk.services.context import DeskContext
    from desk.services.last_exchange import ExchangedService
    from desk.services.packs import PacksService
    from desk.services.signing_keys import SigningKeysService

ENGINE_FILE, PACK_FILE = "copydesk-engine.zip", f"stories{ENDING}"
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Readiness:
    """What there is for work without a network, and what is missing for it, in a sentence each."""

    has: tuple[str, ...]
    lacks: tuple[str, ...]
    on_wish: str = ""
    """What could be installed here besides, and nobody needs who does not want it; empty for nothing."""

    @property
    def said(self) -> str:
        """Return in one sentence whether the network can go."""
        if not self.lacks:
            return "This laptop can work without a network."
        return f"{plural(len(self.lacks), 'thing is', 'things are')} missing for work without a network."


class PreparingService:
    """What a laptop needs before it leaves, for the store lane; what there is of the engine is handed in."""

    def __init__(
        self, context: "DeskContext", exchanged: "ExchangedService", packs: "PacksService", keys: "SigningKeysService"
    ) -> None:
        self._context, self._exchanged, self._packs, self._keys = context, exchanged, packs, keys

    def readiness(self, engine: "EngineStatus") -> Readiness:
        """Return what is here and what is missing; `engine` is what there is of the grammar engine."""
        told = (*_engine(engine), _odds(), self._database(), self._stories(), self._person(), self._key(), self._desk())
        on_wish = f"Not installed, and only needed on wish: {engine.lacking}." if engine.lacking else ""
        return Readiness(tuple(has for has, _ in told if has), tuple(lacks for _, lacks in told if lacks), on_wish)

    def write(
        self, engine: "GrammarEngine", folder: Path, stories: Sequence[str], progress: Progress
    ) -> tuple[str, ...]:
        """Write engine and stories into a folder for a laptop; returns what was written, in a sentence each."""
        if not folder.is_dir():
            raise KnownError(f"{folder} is no folder: make it first, or connect the stick.")
        written = engine_written(engine, folder, progress)
        return (*written, self._packs.pack(stories, folder / PACK_FILE).said)

    # -- One matter each: what there is, or what is missing ------------------------------------------------------------

    def _database(self) -> tuple[str, str]:
        if not self._context.store.strands.is_shared:
            return "Its stories are in a file of its own.", ""
        name = self._context.store.name
        return (
            "",
            f"Its stories are on a server ({name}): without a network none can be opened; work on a file of its own.",
        )

    def _stories(self) -> tuple[str, str]:
        count = self._context.store.queue.changed_since(None)
        if count:
            return f"{plural(count, 'story is', 'stories are')} here.", ""
        return "", "No story is here: exchange with the desk, or bring back a pack."

    def _person(self) -> tuple[str, str]:
        if self._context.person is NOBODY:
            return "", "Nobody has said who works here: decisions are signed."
        return f"{self._context.person.name} works here.", ""

    def _key(self) -> tuple[str, str]:
        person = self._context.person
        try:
            return "", self._keys.lacking(person) if person.set_up else ""
        except KnownError as error:  # a keyring that is locked
            return "", str(error)

    def _desk(self) -> tuple[str, str]:
        state = self._exchanged.state()
        if not state.where:
            return "", ""
        if state.last is None:
            return "", "Nothing was exchanged with the desk yet."
        return f"Everything was exchanged with the desk {ago(state.last, now())}.", ""


def _engine(status: "EngineStatus") -> tuple[tuple[str, str], ...]:
    if status.url:
        return (("", f"Grammar is read by a server of the desk ({status.url}): without a network it is not checked."),)
    if not status.complete:
        return (("", "The grammar engine is not installed: without it grammar is not checked."),)
    if status.java is None:
        return (("", status.java_problem),)
    has = f"The grammar engine is installed (LanguageTool {status.version})."
    beside = f"Beside it are installed {status.beside}." if status.beside else ""
    return (has, ""), (beside, "")


def _odds() -> tuple[str, str]:
    if model_folder() is None:
        return (
            "",
            "The language model is missing: words in another's place are not looked for; install pocketsphinx 5.1.1.",
        )
    return "The language model for words in another's place is here.", ""


def engine_written(
    engine: "GrammarEngine", folder: Path, progress: Progress, cancelled: Asked = never
) -> tuple[str, ...]:
    """Write the engine and what is installed beside it into a folder; returns in sentences what went, and what not."""
    written, status = engine.export(folder / ENGINE_FILE, progress, cancelled), engine.status()
    went = f"the grammar engine, and beside it {status.beside}" if status.beside else "the grammar engine"
    left = (f"Not installed here, so it does not go along: {status.lacking}.",) if status.lacking else ()
    return f"{written} holds {went}.", *left


def engine_in(folder: Path) -> Path | None:
    """Return the exported engine in a folder, None where there is none."""
    file = folder / ENGINE_FILE
    return file if file.is_file() else None


def packs_in(folder: Path) -> list[Path]:
    """Return the packs that lie in a folder itself, by name."""
    return sorted(folder.glob(f"*{ENDING}"))
