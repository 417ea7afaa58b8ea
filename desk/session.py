"""The product in one sentence as code: read a draft, map it, check it, decide, save, move it on, and say what changed.

`Session` is the one door between window (or command line) and everything below. Methods under "Store" touch the
database and belong to one worker, the store lane; `examine` belongs to the check lanes; the rest is quick and pure.
Every method raises `KnownError` with one sentence for the user.
"""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from desk.checks.ads.copymap import mapped
from desk.checks.check import Check, Item
from desk.checks.grammar import GrammarCheck, spoken_variant
from desk.checks.grammar.service import GrammarEngine
from desk.checks.house import Brief
from desk.checks.registry import OWN
from desk.engine import ReadingCache, run
from desk.paths import config_dir
from desk.readers import Draft as FileDraft
from desk.readers import manuscript, read_draft
from desk.settings import Settings, read_settings, write_settings
from desk.story import Changes, Draft, Examination, Part
from desk.text.blocks import Kind, Manuscript


def _never() -> bool:
    return False


@lru_cache(maxsize=4)
def _mapped(text: str, format_: str, by_hand: tuple[tuple[int, Kind], ...]) -> Manuscript:
    """Return the copy map; kept for the few texts that several lanes ask about at the same moment."""
    return mapped(manuscript(text, format_), dict(by_hand))


class Session:
    """One user's desk: settings, checks with their cache, the grammar engine, and the store once it is opened."""

    def __init__(self, settings_path: Path | None = None, database: str = "") -> None:
        self._settings_path = settings_path or config_dir() / "settings.toml"
        self.settings: Settings = read_settings(self._settings_path)
        self.database = database or self.settings.database
        self.cache = ReadingCache()
        self.engine = GrammarEngine(
            url=self.settings.engine_url, java=self.settings.java, keep_warm=self.settings.keep_warm_seconds
        )
        self._checks: Mapping[Item, Check] = MappingProxyType(
            {check.item: check for check in (GrammarCheck(self.engine), *(make() for make in OWN))}
        )
        self._house = self.settings.house()

    # -- Settings ----------------------------------------------------------------------------------------------------

    def change_settings(self, changes: Mapping[str, object]) -> Changes:
        """Write some settings; says which parts they touch."""
        self.settings = write_settings(self._settings_path, changes)
        return Changes(frozenset({Part.SETTINGS, Part.BRIEF}))

    # -- Checking (check lanes) --------------------------------------------------------------------------------------

    def read(self, path: Path) -> FileDraft:
        """Return the draft in the file at `path`, its encoding recognised."""
        return read_draft(path)

    def house_brief(self, variant: str = "") -> Brief:
        """Return what the checks are told about a text that is no story of the store."""
        return Brief(self._house, variant)

    def examine(
        self,
        draft: Draft,
        brief: Brief,
        items: Collection[Item] = tuple(Item),
        cancelled: Callable[[], bool] = _never,
        first: int = 0,
    ) -> Examination:
        """Return copy map and one run an item; blocks near the code point `first` are read first.

        May be called from several lanes at once. Raises `Cancelled` once `cancelled()` turns true.
        """
        story = _mapped(draft.text, draft.format, tuple(sorted(draft.by_hand.items())))
        checks = [self._checks[item] for item in Item if item in items]
        runs = {result.item: result for result in run(checks, story, brief, self.cache, cancelled, first)}
        return Examination(story, runs, self._other_english(story, brief) if Item.GRAMMAR in items else "")

    def _other_english(self, story: Manuscript, brief: Brief) -> str:
        spoken = spoken_variant(" ".join(block.flat for block in story.blocks if block.editorial))
        return "" if spoken is None or brief.english in (spoken, "en") else spoken

    # -- Ending ------------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the engine and the store."""
        self.engine.close()
