"""The head of the review view: which story this is, how its approval stands, and the three decisions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desk.review.seal import SealStatus
from desk.review_page import ReviewPage
from desk.text.moments import to_the_minute
from desk.text.words import plural
from ui.actions.keys import tip_of, with_key
from ui.actions.spec import Where
from ui.look import icons, theme
from ui.look.tips import plain_tip
from ui.look.widgets import ShortLabel, button, label, row, tool


def about(page: ReviewPage) -> str:
    """Return state, section and last version in one line."""
    story = page.story
    last = page.versions[0] if page.versions else None
    saved = f"version {last.number} by {last.who or 'somebody'}, {to_the_minute(last.when)}" if last else ""
    words = plural(page.manuscript.words, "word")
    due = f"due {to_the_minute(story.deadline)}" if story.deadline is not None else ""
    held = f"held until {to_the_minute(story.hold_until)}" if story.hold_until is not None else ""
    embargo = story.embargo_words()
    hands = f"with {page.hands}" if page.hands else ""
    unnamed = plural(len(page.unnamed), "unnamed source") if page.unnamed else ""
    parts = (page.state or story.state_words, embargo, held, due, hands, story.section, saved, words, unnamed)
    return " · ".join(part for part in parts if part)


def seal_words(seal: SealStatus) -> str:
    """Return how an approval stands, in one or two sentences."""
    if not seal.stands:
        why = seal.why_void.rstrip(".") or "The text is no longer the one that was approved"
        given = f"It was given by {seal.who}, {to_the_minute(seal.when)}"
        return f"Approval void. {why}. {given}; C shows what was done since."
    with_ = [plural(seal.waivers, "waiver") if seal.waivers else ""]
    with_ += [f"not checked: {', '.join(seal.unchecked)}" if seal.unchecked else ""]
    sealed = " · ".join(part for part in with_ if part)
    approved = f"Approved by {seal.who}, {to_the_minute(seal.when)}: exactly this text."
    return " ".join(part for part in (approved, sealed and f"With {sealed}.", seal.remark) if part)


class SealBanner(QFrame):
    """One line under the head: the approval that stands, or that it is void."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("seal")
        self._icon, self._words = label(), label("", wrap=True)
        line = row(self._icon, self._words, margins=(16, 7, 16, 7))
        line.setStretchFactor(self._words, 1)
        self.setLayout(line)
        self._seal: SealStatus | None = None

    @property
    def words(self) -> str:
        """Return what the banner says."""
        return self._words.text()

    def show_seal(self, seal: SealStatus | None) -> None:
        """Show how the last approval stands; nothing where there was none."""
        self._seal = seal
        self.setVisible(seal is not None)
        if seal is not None:
            self._words.setText(seal_words(seal))
            self.setAccessibleName(self._words.text())
            self.setProperty("void", not seal.stands)
            self.style().unpolish(self)
            self.style().polish(self)
            now = theme.current()
            name, colour = ("seal", now.passed) if seal.stands else ("seal-void", now.attention)
            self._icon.setPixmap(icons.pixmap(name, colour, 20, self.devicePixelRatioF()))

    def tint(self) -> None:
        """Take on the colours of the theme."""
        self.show_seal(self._seal)


class Head(QFrame):
    """Slug, state and decisions."""

    approve_wanted = Signal()
    return_wanted = Signal()
    hold_wanted = Signal()
    back_wanted = Signal()
    blockers_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paneHeader")
        self._slug, self._about = ShortLabel("paneTitle"), ShortLabel("muted")
        self.blockers = button("", self.blockers_wanted.emit, link=True)
        self.approve = button(_keyed("Approve", "approve"), self.approve_wanted.emit, primary=True, icon="")
        self.give_back = button(_keyed("Return…", "give_back"), self.return_wanted.emit)
        self.hold = button(_keyed("Hold…", "hold"), self.hold_wanted.emit)
        self.approve.setAccessibleName("Approve exactly this text")
        self.give_back.setAccessibleName("Return with notes")
        self.hold.setAccessibleName("Hold")
        self.back = tool("previous-page", "Back", self.back_wanted.emit, tip_of("leave_review"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._slug)
        names.addWidget(self._about)
        line = row(self.back, margins=(8, 6, 12, 6))
        line.addLayout(names, 1)
        for one in (self.blockers, self.hold, self.give_back, self.approve):
            line.addWidget(one)
        self.setLayout(line)
        self.setMinimumHeight(52)

    def show_page(self, page: ReviewPage) -> None:
        """Show a page's story and which decisions are open."""
        self._slug.say(page.story.slug or "(no slug)")
        self._about.say(about(page))
        in_the_way = page.approving.in_the_way
        count = len(in_the_way)
        self.approve.setText(_keyed("Approve…" if count else "Approve", "approve"))
        things = plural(count, "thing is", "things are")
        self.blockers.setText(f"{things} in the way")
        self.blockers.setAccessibleName(f"{things} in the way of an approval: show them")
        self.blockers.setToolTip(plain_tip("\n".join(obstacle.sentence for obstacle in in_the_way)))
        self.blockers.setVisible(bool(count))
        buttons = (
            (self.approve, page.approving, tip_of("approve", Where.REVIEW)),
            (self.give_back, page.returning, tip_of("give_back", Where.REVIEW)),
            (self.hold, page.holding, tip_of("hold", Where.REVIEW)),
        )
        for one, move, tip in buttons:
            one.setEnabled(move.can_be_made)
            one.setToolTip(plain_tip(move.why_not or tip))


def _keyed(words: str, name: str) -> str:
    return with_key(f"{words} ", name, Where.REVIEW)
