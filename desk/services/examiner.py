"""What `copydesk check` needs: settings, checks with their cache, the grammar engine. No database, no window."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import TYPE_CHECKING

from desk import __version__
from desk.checking.copy_map import copy_map_of
from desk.checking.overlaps import told_once
from desk.checking.runner import ItemRun, ReadingCache, run
from desk.checking.trying import RemediesTried, in_order, remedies_tried, tried_key
from desk.checks.check import Finding, Item
from desk.checks.house import BookEntry, Brief, DeskUse, House
from desk.checks.registry import Checks
from desk.errors import KnownError
from desk.paths import config_dir
from desk.readers.clipboard import Clip, clip_of
from desk.readers.draft import FileDraft
from desk.readers.guarded import GuardedReader
from desk.readers.reading import file_digest, read_file
from desk.review.words import NOT_PROVED
from desk.settings.declared import Settings
from desk.settings.of_house import HouseSettings
from desk.settings.reading import read_settings
from desk.settings.writing import write_settings
from desk.story import Changes, Draft, Examination, Part, StoryView
from desk.text.blocks import Manuscript
from desk.text.copy_and_ads import Apart
from desk.text.house_marks import HouseMarks
from desk.text.kept import let_go_of_closed_stories
from desk.text.spans import Span

if TYPE_CHECKING:  # a check of other items imports neither the engine nor what it says
    from desk.checks.figures.entries import FigureEntry
    from desk.checks.grammar.engine.engine import GrammarEngine
    from desk.checks.names.entries import Ledger
    from desk.thesaurus.thesaurus import Thesaurus


_SECONDS_OF_TRIES = 1.0
"""For how long a terminal tries remedies before it prints: some 30 findings at 33 ms each, and more is a draft far from
its last hour. 72 in 4,600 words held `copydesk check` up for 2.3 s.
"""


def _never() -> bool:
    return False


class Examiner:
    """Settings, checks and engine of one user; `examine` may be called from several lanes at once."""

    def __init__(self, settings_path: Path | None = None, cache: ReadingCache | None = None) -> None:
        self.settings_path = settings_path or config_dir() / "settings.toml"
        self.settings: Settings = read_settings(self.settings_path)
        self.cache = cache or ReadingCache()
        self.documents = GuardedReader()
        """Reads documents, on the lane that reads files alone."""
        self._mutex = RLock()
        self._engine: GrammarEngine | None = None
        self._checks = Checks(lambda: self.engine)
        self._dictionary: frozenset[str] = frozenset()
        self._name_book: tuple[BookEntry, ...] = ()
        self._use = DeskUse()
        self._house = self._made_house()

    @property
    def engine(self) -> "GrammarEngine":
        """Return the grammar engine, made when it is first asked for."""
        with self._mutex:
            if self._engine is None:
                self._engine = engine_of(self.settings)
            return self._engine

    @property
    def thesaurus(self) -> "Thesaurus":
        """Return the dictionary of meanings and synonyms, whether it is installed or not."""
        from desk.thesaurus.thesaurus import Thesaurus

        return Thesaurus()

    def _made_house(self) -> House:
        return replace(self.settings.house(), dictionary=self._dictionary, name_book=self._name_book, use=self._use)

    def know(self, dictionary: frozenset[str], name_book: tuple[BookEntry, ...], use: DeskUse) -> None:
        """Tell the checks a desk's own words, its agreed spellings and what its approved stories write from now on."""
        self._dictionary, self._name_book, self._use = dictionary, name_book, use
        self._house = self._made_house()

    def change_settings(self, changes: Mapping[str, object]) -> Changes:
        """Write some settings; what they touch is looked at again."""
        from desk.checks.grammar.engine.desk_rules import desk_rules

        if problem := desk_rules(str(changes.get("grammar_rules_file", ""))).problem:
            raise KnownError(problem)
        before = self.settings
        with _entry_at_login(before.engine_at_login, changes.get("engine_at_login")):
            self.settings = write_settings(self.settings_path, changes)
        self._house = self._made_house()
        if self._engine:
            self._engine.variant = self.settings.variant
        parts = {Part.SETTINGS, Part.BRIEF}
        if (before.engine_at_login and not self.settings.engine_at_login) or _server(before) != _server(self.settings):
            self.engine.keep_no_longer()
        if _engine_part(before) != _engine_part(self.settings):
            self._leave_engine()
            self._checks = Checks(lambda: self.engine)
            parts.add(Part.ENGINE)
        return Changes(frozenset(parts), said="Settings saved.")

    def read(self, path: Path) -> FileDraft:
        """Return the draft in the file at `path`, its format and encoding recognised."""
        return read_file(path, self.documents)

    def file_digest(self, path: Path) -> str:
        """Return the SHA-256 of the file at `path`, if it can be read."""
        return file_digest(path)

    @property
    def house(self) -> House:
        """Return what every check is told: the settings, the desk's own words and its agreed spellings."""
        return self._house

    def house_brief(self, variant: str = "") -> Brief:
        """Return what the checks are told about a text that is no story of the store."""
        return Brief(self._house, variant)

    def brief(self, story: StoryView) -> Brief:
        """Return what the checks are told about a story of the desk."""
        return story.brief(self._house)

    def typed_marks(self) -> HouseMarks:
        """Return the marks to write while typing; raises `KnownError` where the house file is wrong."""
        marks = self.settings.typed_marks()
        if not self.settings.house_file:
            return marks
        from desk.checks.style.choices.typed_marks import marks_of_house

        return marks_of_house(marks, self.settings.house_file)

    def grammar_key(self, variant: str) -> str:
        """Return under which key grammar's readings of texts in this English are kept."""
        return self._checks[Item.GRAMMAR].key(self.house_brief(variant))

    def checked_by(self, variant: str, runs: Iterable[ItemRun]) -> tuple[str, str]:
        """Return rule set and grammar engine with their versions, for a run that is kept; no engine if it was off."""
        brief, keys = self.house_brief(variant), []
        for item, check in sorted(self._checks.items()):
            try:
                keys.append(f"{item} {check.key(brief)}")
            except KnownError as error:  # the desk's own style file is broken: the item is unchecked and says so
                keys.append(f"{item} {error}")
        with suppress(KnownError):  # told above, as style's
            keys.append(_judged_by(brief.house))
        grammar = any(run.item is Item.GRAMMAR and not run.unchecked for run in runs)
        return f"Copydesk {__version__}, rule set {_short_digest(keys)}", self._engine_told() if grammar else ""

    def _engine_told(self) -> str:
        """Return which engine reads grammar, for people and for seals."""
        server = self.engine.desks_server
        return f"LanguageTool {NOT_PROVED} ({server})" if server else f"LanguageTool {self.engine.key}"

    def examine(
        self,
        draft: Draft,
        brief: Brief,
        items: Collection[Item] = tuple(Item),
        cancelled: Callable[[], bool] = _never,
        first: int = 0,
    ) -> Examination:
        """Return copy map and one run an item; blocks near the code point `first` are read first.

        Raises `Cancelled` once `cancelled()` turns true.
        """
        story = copy_map_of(draft)
        checks = [self._checks[item] for item in Item if item in items]
        runs = told_once({result.item: result for result in run(checks, story, brief, self.cache, cancelled, first)})
        return Examination(story, runs, _other_english(story, brief) if Item.GRAMMAR in items else "")

    def remedies_tried(
        self,
        examination: Examination,
        brief: Brief,
        cancelled: Callable[[], bool] = _never,
        enough: Callable[[], bool] = _never,
    ) -> RemediesTried:
        """Return in which order the remedies of grammar stand once each was tried on its paragraph.

        The runs of an examination are left as they are, for a seal names them: what is tried comes later, if at all.
        Once `enough()` turns true the order stands on what was tried by then. Raises `Cancelled` where it is asked to.
        """
        run = examination.runs.get(Item.GRAMMAR)
        if run is None or not any(finding.remedies for finding in run.findings):
            return RemediesTried()
        return remedies_tried(self._checks.grammar, examination.manuscript, brief, self.cache, cancelled, enough)

    def with_remedies_tried(
        self, examination: Examination, brief: Brief, cancelled: Callable[[], bool] = _never
    ) -> Examination:
        """Return the examination for somebody to read at once, its remedies tried for a second; raises `Cancelled`."""
        until = monotonic() + _SECONDS_OF_TRIES
        orders = self.remedies_tried(examination, brief, cancelled, lambda: monotonic() >= until).orders
        runs = {item: in_order(run, orders) for item, run in examination.runs.items()}
        return replace(examination, runs=runs)

    def tried_key(self, variant: str) -> str:
        """Return under which key it is kept what was tried of remedies in texts in this English."""
        return tried_key(self._checks.grammar, self.house_brief(variant))

    def rest(self) -> None:
        """Let go of most of what is kept of closed stories: another one was opened."""
        self.cache.rest()
        let_go_of_closed_stories()

    def clip(self, html: str, plain: str) -> Clip:
        """Return what a clipboard comes to; much HTML is read in a process of its own."""
        return clip_of(html, plain, self.documents.clip)

    def copy_only(self, draft: Draft) -> Apart:
        """Return the story of a draft by itself, and its paid text in boxes labelled for the desk's country."""
        from desk.checks.ads.copy_only import copy_only

        story = copy_map_of(draft)
        return copy_only(story, self._house.country, draft.links)

    @property
    def rules_problem(self) -> str:
        """Return why the desk's own grammar rules are not in force; empty where they are, or where there are none."""
        return self.engine.rules_problem

    @property
    def at_login_problem(self) -> str:
        """Return what is wrong with the entry that starts the engine at login; empty where that is as it is wanted."""
        from desk.at_login import trouble_at_login

        return trouble_at_login(self.settings.engine_at_login)

    def ledger(self, manuscript_: Manuscript, findings: Collection[Finding], brief: Brief) -> "Ledger":
        """Return every name of a story; `findings` are those of the names check for this manuscript."""
        from desk.checks.names.ledger import ledger

        return ledger(manuscript_, findings, brief)

    def in_sentence_case(self, text: str, span: Span, brief: Brief) -> str:
        """Return the words at a place of a story as a sentence; names of the rest and of the desk keep capitals."""
        from desk.checks.names.sentence_case import in_sentence_case

        rest = self.examine(Draft(f"{text[: span.start]}{text[span.end :]}"), brief, (Item.NAMES,))
        ledger = self.ledger(rest.manuscript, rest.runs[Item.NAMES].findings, brief)
        forms = (form.text for entry in ledger.entries for form in entry.forms)
        return in_sentence_case(text, span, (*forms, *(entry.spelling for entry in brief.house.name_book)))

    def figures(
        self, manuscript_: Manuscript, findings: Collection[Finding], brief: Brief
    ) -> "tuple[FigureEntry, ...]":
        """Return every figure of a story; `findings` are those of the figures check for this manuscript."""
        from desk.checks.figures.ledger import figure_ledger

        return figure_ledger(manuscript_, findings, brief.figure_answers)

    def close(self) -> None:
        """Let go of the engine, and of the process that waits for a document."""
        self._leave_engine()
        self.documents.close()

    def _leave_engine(self) -> None:
        with self._mutex:
            if self._engine is not None:
                self._engine.close()
            self._engine = None


def _short_digest(parts: Iterable[str]) -> str:
    """Return twelve hexadecimal digits that stand for these parts in this order."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _judged_by(house: House) -> str:
    """Return what the checks judge by: the desk's settings for them, and what its house file says."""
    from desk.checks.style.choices.house_file import house_style

    files = {"house_file", "style_file"}  # what stands in them counts, not where they lie; style's key has the second
    told = {one.name: getattr(house, one.name) for one in fields(HouseSettings) if one.name not in files}
    return f"{sorted(told.items())!r} {house_style(house.house_file, house.choices)!r}"


def _other_english(story: Manuscript, brief: Brief) -> str:
    from desk.checks.grammar.variant import spoken_variant

    spoken = spoken_variant(block.flat for block in story.blocks if block.editorial)
    return "" if spoken is None or brief.english in (spoken, "en") else spoken


@contextmanager
def _entry_at_login(before: bool, wanted: object) -> Iterator[None]:
    """Have the engine started at login or not from now on, where that was said; as before where settings fail."""
    from desk.at_login import set_at_login

    if wanted is None:
        yield
        return
    set_at_login(bool(wanted))
    try:
        yield
    except KnownError:
        set_at_login(before)
        raise


def engine_of(settings: Settings) -> "GrammarEngine":
    """Return the grammar engine that these settings ask for; nothing is started yet."""
    from desk.checks.grammar.engine.engine import GrammarEngine

    return GrammarEngine(
        url=settings.engine_url,
        java=settings.java,
        keep_warm=settings.keep_warm_seconds,
        rules_file=settings.grammar_rules_file,
        variant=settings.variant,
    )


def _server(settings: Settings) -> tuple[str, str, str]:
    """Return what makes a server another one."""
    return settings.engine_url, settings.java, settings.grammar_rules_file


def _engine_part(settings: Settings) -> tuple[int, tuple[str, str, str]]:
    return settings.keep_warm_seconds, _server(settings)
