"""Makes every dialog there is with something in it, to be walked through or looked at."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog

import ui
from desk.checks.house import BookEntry
from desk.checks.names.entries import Form, LedgerEntry, NameKind
from desk.exchange.bag import Load, Strand
from desk.merging.apart import ApartSide, NeedsYou, TextsApart
from desk.merging.merge import merge
from desk.merging.values import MergeText
from desk.packs.contents import PackContents, PackedStory
from desk.packs.preview import Arrival, ComingStory, PackPreview
from desk.review.asked import Asked, Needs
from desk.review.comments import CommentThread, Placed, Remark, Sort, anchored
from desk.review.people import Actor, Person, Role
from desk.review_page import ReviewPage, VersionLine
from desk.services.queue import Candidate
from desk.store.database.backups import Backup
from desk.store.records.values import Agreed, Upgrading
from desk.story import GoingBack, MoveOption, RecoveryOffer
from desk.text.copy_and_ads import Apart, Box
from desk.text.diff import compare
from desk.text.length import Length
from desk.text.moments import now
from desk.text.spans import Span
from ui.dialogs.about import AboutDialog
from ui.dialogs.approve import ApproveDialog
from ui.dialogs.asked import AskedDialog
from ui.dialogs.bring_back import BringBackDialog
from ui.dialogs.characters import CharactersDialog
from ui.dialogs.comment import CommentDialog, Passage, ThreadDialog
from ui.dialogs.copy_only import CopyOnlyDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.empty_text import EmptyTextDialog
from ui.dialogs.engine import EngineDialog
from ui.dialogs.exchange import ExchangeDialog
from ui.dialogs.give_back import GiveBackDialog
from ui.dialogs.headlines import HeadlinesDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.laying import LayingDialog
from ui.dialogs.length import LengthDialog
from ui.dialogs.link import LinkDialog
from ui.dialogs.look_up import LookUpDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.needs_you import NeedsYouDialog
from ui.dialogs.overtaken import OvertakenDialog
from ui.dialogs.papers import PapersDialog
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.prepare import PrepareDialog
from ui.dialogs.print_story import PrintStoryDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.report import ReportDialog
from ui.dialogs.rules import RulesDialog
from ui.dialogs.send_back import SendBackDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.stuck import StuckDialog
from ui.dialogs.take_along import TakeAlongDialog
from ui.dialogs.unread import UnreadDialog
from ui.dialogs.unusable import UnusableDialog
from ui.dialogs.upgrading import UpgradingDialog
from ui.dialogs.versions import VersionsDialog
from ui.dialogs.waiting import WaitingDialog
from ui.dialogs.waive import WaiveDialog
from ui.dialogs.words_left import WordsLeftDialog
from ui.house.page import HouseStylePage
from ui.look.dialog_frame import Dialog
from ui.look.fonts import reading_font
from ui.names.book import EntryDialog, NameBookDialog
from ui.names.places import PlacesDialog
from ui.people.desk import PeopleDialog, TakeOutDialog
from ui.people.person import PersonDialog
from ui.people.switch import SwitchDialog
from ui.queue.keep_view import KeepViewDialog
from ui.work.lanes import nothing

Make = Callable[[], QDialog]


def dialog_classes() -> dict[str, type[QDialog]]:
    """Return every class of dialog that the window has, by its name: all of `ui/` is imported to find them."""
    for found in pkgutil.walk_packages(ui.__path__, "ui."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    ours = (one for one in _below(QDialog) if one.__module__.startswith("ui."))
    return {one.__name__: one for one in ours if one is not Dialog}


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _texts_apart() -> TextsApart:
    lead, rest = "The bridge will close on Monday.", "Ferries will run every ten minutes."
    base, ours, theirs = (
        MergeText(f"{lead.replace('Monday', day)}\n\n{rest}\n") for day in ("Monday", "Tuesday", "Friday")
    )
    sides = ApartSide("Anna Berg", now()), ApartSide("Rosa Marquez", now(), "laptop of Rosa")
    return TextsApart("s1", "flood", *sides, ours, theirs, merge(base, ours, theirs))


_PEOPLE = (
    Person("Anna Berg", id="p1", letters="AB", has_pin=True),
    Person("Rosa Marquez", frozenset({Role.EDITOR}), {"News": frozenset({Role.CHIEF})}, "p2", "RM"),
)


def _told(headline: str) -> str:
    return f"Headline: {len(headline)} characters"


def _why_not(action: str) -> str:
    return "No story is open." if action == "save" else ""


def _placed(text: str, span: Span) -> Placed:
    first = Remark("s1", Sort.OPENED, Actor("p1", "Anna Berg", "AB"), "Is this so?", id="c1")
    answer = Remark("s1", Sort.ANSWERED, Actor("p2", "Rosa Marquez", "RM"), "It is.", "c1")
    return Placed(CommentThread(anchored(text, span), (first, answer)), span)


def _preview() -> PackPreview:
    laptop = Strand("0123456789abcdef" * 2, "", "laptop of Rosa")
    coming = tuple(ComingStory(f"s{nth}", "flood", how, nth) for nth, how in enumerate(Arrival))
    packed = tuple(
        PackedStory(one.id, "flood", "The flood", "News", 2, 1, 3, 0, ("Rosa Marquez",), now(), now()) for one in coming
    )
    nothing_to_take = Load(())
    return PackPreview(PackContents(packed, now(), laptop, "ab" * 32, 2_000), coming, nothing_to_take, (laptop,))


@dataclass(frozen=True)
class Shown:
    """A window with a story open, and what its desk says of that: asked once, in the store lane."""

    window: Any
    page: ReviewPage
    options: Sequence[MoveOption]
    lines: Sequence[VersionLine]


def asked(desk: Any, story: str) -> tuple[ReviewPage, Sequence[MoveOption], Sequence[VersionLine]]:
    """Return what some dialogs show of a story."""
    return desk.review.page(story), desk.moves.options(story), desk.versions.lines(story)


def makers(shown: Shown) -> Mapping[str, Make]:
    """Return what makes each dialog, by the name of its class."""
    return {**_of_the_text(shown), **_of_the_review(shown), **_of_the_desk(shown), **_of_the_window(shown)}


def _of_the_text(shown: Shown) -> Mapping[str, Make]:
    window, hub = shown.window.frame, shown.window.hub
    text, font = hub.story.text, reading_font("", 13)
    span, finding = Span(0, 7), hub.board.open_findings[0]
    entry = LedgerEntry("Okafor", NameKind.PERSON, (Form("Okafor", (span,)), Form("Okafour", (Span(8, 14),))), span)
    return {
        "CharactersDialog": lambda: CharactersDialog(window),
        "CommentDialog": lambda: CommentDialog(Passage(hub.story.id, text, span), window),
        "CopyOnlyDialog": lambda: CopyOnlyDialog(Apart(text, (Box("Advertisement", "Buy this."),), 1), nothing, window),
        "DetailsDialog": lambda: DetailsDialog(hub.story, hub.facts.settings, window),
        "HeadlinesDialog": lambda: HeadlinesDialog("Bridge", ("Span",), _told, window, may_use=True),
        "LayingDialog": lambda: LayingDialog(_texts_apart(), font, 72, window),
        "LengthDialog": lambda: LengthDialog(Length(400), 32, window),
        "LinkDialog": lambda: LinkDialog("the pier", "https://harbour.test", window),
        "LookUpDialog": lambda: LookUpDialog("pier", hub, window, may_put=True),
        "OvertakenDialog": lambda: OvertakenDialog(
            "Anna Berg", 3, compare(text, text.replace("Friday", "Monday")), window
        ),
        "PlacesDialog": lambda: PlacesDialog(text, entry, "Okafor", "Okafour", window),
        "PrintStoryDialog": lambda: PrintStoryDialog("flood", window),
        "RecoveryDialog": lambda: RecoveryDialog([RecoveryOffer("r", "flood", text, text[:40], now())], window),
        "WaitingDialog": lambda: WaitingDialog("flood", window),
        "StuckDialog": lambda: StuckDialog("The database is locked by another program.", window),
        "ThreadDialog": lambda: ThreadDialog(_placed(text, span), window),
        "VersionsDialog": lambda: VersionsDialog(shown.lines, font, 72, window, edited=True, read_only=False),
        "WaiveDialog": lambda: WaiveDialog(finding, ("As spoken",), window),
    }


def _of_the_review(shown: Shown) -> Mapping[str, Make]:
    window, story = shown.window.frame, shown.window.hub.story
    others = [Candidate("s1", "flood", "News", "", (("Grammar: 2 open", None),)), Candidate("s2", "rain", "News", "")]
    back = GoingBack("story.docx", 3, ("Anna Berg",), 1)
    return {
        "ApproveDialog": lambda: ApproveDialog(others, window),
        "GiveBackDialog": lambda: GiveBackDialog(shown.page, _PEOPLE, window),
        "MoveDialog": lambda: MoveDialog(story, shown.options, window, state="Draft", people=_PEOPLE),
        "ReportDialog": lambda: ReportDialog("flood", "<h1>Review</h1><p>Everything was checked.</p>", window),
        "SendBackDialog": lambda: SendBackDialog(back, window),
    }


def _of_the_desk(shown: Shown) -> Mapping[str, Make]:
    window, hub = shown.window.frame, shown.window.hub
    agreed = Agreed("b1", BookEntry("Kim Jong Un", NameKind.PERSON, ("Kim Jong-un",)), "Anna Berg", now())
    apart = NeedsYou("s1", "flood", "laptop of Rosa", "2 paragraphs need you", 2)
    sides = ("Anna Berg set it to 18:00.", "Rosa Marquez set it to 17:00.")
    asked = Asked("q1", "s1", "flood", "Which deadline counts?", sides, ("18:00", "17:00"), "17:00 holds until then.")
    travelling = shown.window.verbs.exchange.travelling
    backup = Backup(Path("desk-1.db"), now(), "before an update", 40_000)
    return {
        "AskedDialog": lambda: AskedDialog(asked, window),
        "ExchangeDialog": lambda: ExchangeDialog(travelling, hub.facts.settings, window),
        "BringBackDialog": lambda: BringBackDialog("flood.copydesk", _preview(), window),
        "EmptyTextDialog": lambda: EmptyTextDialog(2, "The digest of the words stays.", window),
        "WordsLeftDialog": lambda: WordsLeftDialog(
            ["The pack /media/stick/bridge.copydesk has the words still: delete it, or pack the story anew."],
            [Path("/media/stick/bridge.copydesk")],
            window,
        ),
        "EntryDialog": lambda: EntryDialog(agreed, window),
        "KeepViewDialog": lambda: KeepViewDialog("Sport tonight", window),
        "NameBookDialog": lambda: NameBookDialog(hub, window),
        "NeedsYouDialog": lambda: NeedsYouDialog(Needs((apart,), (asked,)), window),
        "PassphraseDialog": lambda: PassphraseDialog(Path("flood.copydesk"), "This pack is locked.", window),
        "PeopleDialog": lambda: PeopleDialog(hub, window),
        "PersonDialog": lambda: PersonDialog(_PEOPLE[1], ("News", "Sport"), window),
        "PapersDialog": lambda: PapersDialog(hub, window),
        "PrepareDialog": lambda: PrepareDialog(hub, travelling, tuple, window),
        "SwitchDialog": lambda: SwitchDialog(_PEOPLE, _PEOPLE[0], nothing, window, pins=True, start=False),
        "TakeAlongDialog": lambda: TakeAlongDialog("flood", 2, 12, window),
        "TakeOutDialog": lambda: TakeOutDialog(_PEOPLE[1], window),
        "UnreadDialog": lambda: UnreadDialog(hub, window),
        "UpgradingDialog": lambda: _upgrading(window),
        "UnusableDialog": lambda: UnusableDialog("The database is damaged.", [backup], window),
    }


def _upgrading(window: Any) -> Dialog:
    dialog = UpgradingDialog(window)
    words = "The words of the stories go into the index of the search."
    dialog.show_progress(Upgrading(words, 34_200, 100_000, "stories", copied=True))
    return dialog


def _of_the_window(shown: Shown) -> Mapping[str, Make]:
    window, hub = shown.window.frame, shown.window.hub
    return {
        "AboutDialog": lambda: AboutDialog(window),
        "CrashDialog": lambda: CrashDialog("Traceback", window),
        "EngineDialog": lambda: EngineDialog(hub, window),
        "KeysDialog": lambda: KeysDialog(_why_not, window),
        "RulesDialog": lambda: RulesDialog(hub, window),
        "SettingsDialog": lambda: SettingsDialog(hub.facts.settings, window, HouseStylePage(hub)),
    }
