"""Every setting with its default: those of the house, and those of the window, the desk and the engine."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from desk.checks.check import Item
from desk.checks.house import House
from desk.errors import KnownError
from desk.review.people import EVERY_SECTION, Role, role_words
from desk.review.words import BARS
from desk.settings.declaring import Declaration, Group, declarations_of, setting
from desk.settings.kinds import FileName, Flag, FolderName, Number, OneOf, SomeOf, Text, Texts
from desk.settings.of_house import HouseSettings
from desk.settings.own_keys import OwnKeys
from desk.text.house_marks import HouseMarks
from desk.writers.format_words import AS_IT_STANDS, FORMAT_WORDS

MANUAL_ITEMS = ("Facts checked", "Headline matches the story", "Legal read")
_EXPORTED = {AS_IT_STANDS: "Plain text, as it stands"} | {slug: known.words for slug, known in FORMAT_WORDS.items()}
_AS_STORY = "As house style or story have them"
TYPED_QUOTES = {"story": _AS_STORY, "curly": "Curly (“ ”)", "straight": 'As typed (" ")'}
TYPED_DASHES = {"story": _AS_STORY, "typed": "As typed (--)", "em": "An em dash (—)", "en": "An en dash (–)"}
TYPED_ELLIPSES = {"story": _AS_STORY, "typed": "As typed (...)", "sign": "One sign (…)"}
THEMES = {"system": "As the system", "light": "Light", "dark": "Dark"}
COMING = {
    "all": "All stories of the desk",
    "mine": "What waits for me",
    "here": "None but those that are here already",
}
RETIRED = frozenset({"watched_folder"})
"""Settings of earlier versions that nobody reads any more."""
_SERVERS = ("postgresql", "postgres", "sqlite")


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text.strip())
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_database(text: str) -> bool:
    scheme, colon, rest = text.partition("://")
    if colon:
        return scheme.partition("+")[0] in _SERVERS and bool(rest)
    try:
        return Path(text).expanduser().is_absolute()
    except RuntimeError:  # a home of nobody
        return False


_ADDRESS = Text("the address of a server such as http://desk.example:8081", _is_web_address)
_DATABASE = Text("the whole path of a file, or a URL that begins with postgresql:// or sqlite:///", _is_database)


@dataclass(frozen=True, slots=True)
class SettingFault:
    """One line of the file that is not in force as it stands: the key, and a sentence with file and line."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Settings(HouseSettings):
    """Every setting as it is in force; the names are the keys of the file."""

    user_name: str = setting(
        "", Text(), Group.YOU, "Your name", "Signs your decisions and versions.", empty="your login name"
    )
    theme: str = setting("system", OneOf(THEMES), Group.YOU, "Colours", "The colours of the window.")
    window_percent: int = setting(
        100,
        Number(80, 250),
        Group.YOU,
        "Size of the window's words (per cent)",
        "The size of menus, lists and buttons; the text of a story has a size of its own.",
    )
    font_family: str = setting("", Text(), Group.YOU, "Font of the text", "The font of the text.", empty="our choice")
    font_size: int = setting(13, Number(6, 72), Group.YOU, "Size of the text (points)", "The size of the text.")
    line_width: int = setting(
        72, Number(30, 300), Group.YOU, "Length of a line (characters)", "Characters a line; 60 to 80 read best."
    )
    open_last: bool = setting(
        True,
        Flag(),
        Group.YOU,
        "Open the last stories at start",
        "Begin with the stories that were on the screen last, each at its place.",
    )
    change_bars: str = setting(
        "saved",
        OneOf(BARS),
        Group.YOU,
        "Bars in the margin",
        "What changed in the text, as bars beside it.",
    )
    words_per_minute: int = setting(
        230, Number(50, 1000), Group.YOU, "Reading speed (words a minute)", "Words a minute, for the reading time."
    )
    typed_quotes: str = setting(
        "story",
        OneOf(TYPED_QUOTES),
        Group.LANGUAGE,
        "Quotation marks while typing",
        "What the keys for quotation marks and apostrophes put in; undo gives back what was typed.",
    )
    typed_dash: str = setting(
        "story",
        OneOf(TYPED_DASHES),
        Group.LANGUAGE,
        "Two hyphens while typing",
        "What two hyphens become; the spaces around them stay as they are typed.",
    )
    typed_ellipsis: str = setting(
        "story",
        OneOf(TYPED_ELLIPSES),
        Group.LANGUAGE,
        "Three full stops while typing",
        "What three full stops become.",
    )
    grammar_kept: tuple[str, ...] = setting(
        (),
        Texts(),
        Group.GRAMMAR,
        "Kept as they are",
        "Grammar rules that are no longer proposed for lowering.",
        in_dialog=False,
    )
    grammar_rules_file: str = setting(
        "",
        FileName(),
        Group.GRAMMAR,
        "Own grammar rules (an XML file)",
        "The desk's own grammar rules in LanguageTool's form, read beside ours.",
        empty="none",
    )
    manual_items: tuple[str, ...] = setting(
        MANUAL_ITEMS,
        Texts(never=tuple(Item)),
        Group.DESK,
        "Ticked by hand",
        "The lines of the checklist that are ticked by hand.",
    )
    column_characters: int = setting(
        34,
        Number(10, 200),
        Group.DESK,
        "A line of the column (characters)",
        "Characters of a line of the printed column, for lengths in lines.",
    )
    headline_width: int = setting(
        0,
        Number(0, 200),
        Group.DESK,
        "Width of a headline (units)",
        "Units that fit into a line of a headline (i, l and t are a half, m, w and capitals 1½), 0 for no fit.",
    )
    headline_lines: int = setting(
        1, Number(1, 6), Group.DESK, "Lines of a headline", "Lines that a headline may have, for its fit."
    )
    headline_case: str = setting(
        "sentence",
        OneOf({"sentence": "Like a sentence", "title": "Like a Title"}),
        Group.DESK,
        "Headlines are written",
        "The case that Headline in the house’s case writes.",
    )
    sections: tuple[str, ...] = setting(
        ("News", "World", "Business", "Culture", "Sport"),
        Texts(never=(EVERY_SECTION,)),
        Group.DESK,
        "Sections",
        "The sections that are offered for a story.",
    )
    roles: tuple[str, ...] = setting(
        tuple(role.value for role in Role),
        SomeOf(OneOf({role.value: role.value for role in Role}, former=role_words())),
        Group.DESK,
        "Your roles",
        "What you may do while nobody is set up.",
        in_dialog=False,
        stand_in=(),
        until="you have no role",
    )
    account: str = setting(
        "",
        Text(),
        Group.DESK,
        "Account",
        "Whose work it is while nobody is set up, whatever the name; the window writes it once.",
        in_dialog=False,
    )
    person: str = setting(
        "", Text(), Group.DESK, "Who works here", "Who works on this laptop; the window writes it.", in_dialog=False
    )
    set_up_declined: bool = setting(
        False, Flag(), Group.DESK, "No set-up", "That nobody is to be set up; the window writes it.", in_dialog=False
    )
    shared_desktop: bool = setting(
        False, Flag(), Group.DESK, "Shared desktop", "Ask at each start who is working.", stand_in=True
    )
    pin_needed: bool = setting(
        False, Flag(), Group.DESK, "Ask for a PIN", "Ask for the PIN of those who have one.", stand_in=True
    )
    review_file: str = setting(
        "",
        FileName(),
        Group.DESK,
        "The desk's own review",
        "The desk's own states, moves and gate.",
        empty="review.toml beside the settings",
        in_dialog=False,
    )
    outgoing_folder: str = setting(
        "",
        FolderName(until="nothing goes out"),
        Group.DESK,
        "Outgoing folder",
        "Where every approved story is written with its seal.",
        empty="none",
    )
    outgoing_formats: tuple[str, ...] = setting(
        ("docx",),
        SomeOf(OneOf({slug: words for slug, words in _EXPORTED.items() if slug != "txt"})),
        Group.DESK,
        "Formats that go out",
        "The formats of the outgoing folder; text is the text as it stands.",
        stand_in=(),
        until="nothing goes out",
    )
    export_format: str = setting(
        AS_IT_STANDS,
        OneOf(_EXPORTED),
        Group.DESK,
        "Last exported as",
        "What Export… offers first; the window writes it.",
        in_dialog=False,
    )
    export_folder: str = setting(
        "",
        Text(),
        Group.DESK,
        "Last exported to",
        "Where Export… begins; the window writes it.",
        empty="the folder of the story's own file",
        in_dialog=False,
    )
    incoming_folder: str = setting(
        "",
        FolderName(),
        Group.DESK,
        "Watched folder",
        "The whole path of a folder whose new files become stories of the queue, once each; they stay where they are.",
        empty="none",
    )
    database: str = setting(
        "",
        _DATABASE,
        Group.DESK,
        "Database",
        "Where the stories are, a file or a URL; needs a restart, and `copydesk --db` overrules it.",
        empty="the usual place",
        until="the desk's stories, words and names stay out of reach",
    )
    desk_at: str = setting(
        "",
        Text("an address that begins with postgresql://, or the whole path of a folder or file", _is_database),
        Group.EXCHANGE,
        "The desk",
        "Where stories are exchanged: the address of the desk's database, or a folder on a share.",
        empty="no desk",
    )
    desk_stories: str = setting(
        "all",
        OneOf(COMING),
        Group.EXCHANGE,
        "Stories that come",
        "Which stories of the desk come here; those that are here already are exchanged in any case.",
    )
    desk_section: str = setting(
        "",
        Text(),
        Group.EXCHANGE,
        "Their section",
        "The one section whose stories come.",
        empty="every section",
    )
    desk_by_itself: bool = setting(
        False,
        Flag(),
        Group.EXCHANGE,
        "By itself",
        "Exchange with the desk by itself whenever there is a line.",
        stand_in=False,
    )
    keep_warm_seconds: int = setting(
        300,
        Number(0, 86_400),
        Group.ENGINE,
        "Keep it warm for (seconds)",
        "How long the grammar server stays after the last window has closed.",
    )
    learn_from_approved: bool = setting(
        True,
        Flag(),
        Group.LANGUAGE,
        "Learn from approved stories",
        "Words and names that several approved stories write are in use on this desk.",
        stand_in=False,
    )
    engine_at_login: bool = setting(
        False,
        Flag(),
        Group.ENGINE,
        "At login",
        "Start the grammar engine when you log in; it stays for twelve hours.",
    )
    engine_url: str = setting(
        "",
        _ADDRESS,
        Group.ENGINE,
        "A server of the desk",
        "The address of a LanguageTool server that the desk already runs; then none is started here.",
        empty="our own server",
    )
    java: str = setting(
        "",
        Text(),
        Group.ENGINE,
        "Another Java",
        "The path of a Java 17 or newer, or system for the one of the system.",
        empty="the one that comes along",
    )
    own_keys: tuple[str, ...] = setting(
        (),
        OwnKeys(),
        Group.KEYS,
        "Keys of your own",
        "Keys that you chose instead of ours, each as ACTION: keys.",
    )
    faults: tuple[SettingFault, ...] = ()
    """What of the file is not in force; every other line of it is."""

    def house(self) -> House:
        """Return the part of the settings that the checks know; the store adds dictionary and name book."""
        return House(**{one.name: getattr(self, one.name) for one in fields(HouseSettings)})

    def typed_marks(self) -> HouseMarks:
        """Return what becomes of marks that are typed; a house file may say more (`Examiner.typed_marks`)."""
        return HouseMarks(self.typed_quotes, self.typed_dash, self.typed_ellipsis)

    def stories_at(self) -> str:
        """Return the database, empty for the usual place; raises `KnownError` where the file names none that can be.

        Nothing stands in for it: stories would be written into another database than the desk's.
        """
        for fault in self.faults:
            if fault.name == "database":
                raise KnownError(fault.sentence)
        return self.database


@cache
def declarations() -> MappingProxyType[str, Declaration]:
    """Return every setting, by its key in the file."""
    return MappingProxyType(dict(declarations_of(Settings)))


def default_of(name: str) -> Any:
    """Return the default of a setting."""
    return getattr(_DEFAULTS, name)


_DEFAULTS = Settings()
