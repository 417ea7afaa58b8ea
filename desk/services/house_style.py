"""What a keeper does with the house file: look, choose, try on stories, and answer what approved stories propose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checking.house_trials import MOST_STORIES, DeskStory, StoryTrials
from desk.checks.check import Item
from desk.checks.style.choices.choice import StyleChoice
from desk.checks.style.choices.declared import choices, choices_digest
from desk.checks.style.choices.house_file import HouseFile
from desk.checks.style.choices.learning import FormsOfText, forms_of_plain
from desk.errors import KnownError
from desk.review.decisions import WHOLE_RULE
from desk.review.states import State
from desk.settings.house_writing import HouseEdit, HouseText, read_house, refused_writing, write_house
from desk.story import Changes, Part
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.context import DeskContext

FILE_NAME = "house.toml"
_KEPT = "forms of choices 2 "
"""What the readings of approved stories are kept under, with the digest of what was looked for."""


@dataclass(frozen=True, slots=True)
class HousePage:
    """The house file as a page shows it."""

    house: HouseText
    choices: tuple[StyleChoice, ...]
    fault: str = ""
    """Why nothing of the file can be read; empty where it can."""
    refused: str = ""
    """Why nothing can be changed here; empty where it can."""
    off: Mapping[str, str] = field(default_factory=dict)
    """Rule that is off whatever the file says -> who says so."""


@dataclass(frozen=True, slots=True)
class ApprovedForms:
    """What approved stories do: of which it is known by the digest of their text, and which are still to be read."""

    known: Mapping[str, FormsOfText] = field(default_factory=dict)
    unread: tuple[DeskStory, ...] = ()


class HouseStyleService:
    """The house file of a desk, for the store lane; whoever keeps the name book keeps the house style too."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def page(self, path: str = "") -> HousePage:
        """Return what the house file at `path` says (by default that of the settings), and who may change it."""
        file, known = self._path(path), choices()
        off = self._off()
        try:
            house = read_house(file)
        except KnownError as error:
            return HousePage(HouseText(file, "", "", HouseFile()), known, fault=str(error), refused=str(error), off=off)
        return HousePage(house, known, refused=self._refused(file), off=off)

    def change(self, page: HousePage, edit: HouseEdit) -> Changes:
        """Write what was chosen into the house file, a new one where there was none; a keeper does."""
        self._store.about_to_change()
        self._context.keeper("the house style")
        path = page.house.path
        write_house(path, page.house.digest, edit)
        parts = {Part.BRIEF}
        if not self._is_in_force(path):
            parts |= self._context.change_settings({"house_file": str(path)}).parts
        count = len(edit.values) + len(edit.words) + len(edit.notes) + bool(edit.based_on)
        said = f"{plural(count, 'choice')} of house style kept in {path.name}."
        if not count:
            said = "It will not be proposed again."
        return Changes(frozenset(parts), said=said)

    def trials(self) -> StoryTrials:
        """Return the stories that a choice is tried on, in the lane of checks: those that were changed last."""
        settings = self._context.settings
        return StoryTrials(self._store.last_texts.all(MOST_STORIES), settings.country, settings.variant)

    def approved(self) -> ApprovedForms:
        """Return what is known of the approved stories that were changed last, and which of them are still unread."""
        stories = self._store.last_texts.all(MOST_STORIES, (State.APPROVED,))
        known = self._store.readings.known(
            Item.STYLE, readings_key(), [story.sha256 for story in stories], forms_of_plain
        )
        return ApprovedForms(known, tuple(story for story in stories if story.sha256 not in known))

    def keep_forms(self, forms: Mapping[str, FormsOfText]) -> Changes:
        """Keep what approved stories do, so that nobody has to read them again."""
        self._store.readings.fill(Item.STYLE, readings_key(), forms)
        return Changes(frozenset())

    def _path(self, path: str) -> Path:
        if path or self._context.settings.house_file:
            return Path(path or self._context.settings.house_file).expanduser()
        folder = self._context.examiner.settings_path.parent
        names = (FILE_NAME, *(f"house-{nth}.toml" for nth in range(2, 100)))
        return next((folder / name for name in names if not (folder / name).exists()), folder / FILE_NAME)

    def _is_in_force(self, path: Path) -> bool:
        named = self._context.settings.house_file
        return bool(named) and Path(named).expanduser() == path

    def _off(self) -> dict[str, str]:
        """Return the rules that a decision on the whole desk, or the settings, switch off."""
        force = self._store.decisions.in_force("")  # of no story: the desk's alone
        decided = {rule: d.who.name for (rule, of), d in force.keys.items() if of == WHOLE_RULE}
        return {**decided, **dict.fromkeys(self._context.settings.style_off, "the settings")}

    def _refused(self, path: Path) -> str:
        try:
            self._context.keeper("the house style")
        except KnownError as error:
            return str(error)
        return refused_writing(path)


def readings_key() -> str:
    """Return what the forms of approved stories are kept under: it changes with what is looked for."""
    return f"{_KEPT}{choices_digest()}"
