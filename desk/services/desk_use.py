"""What the desk's approved stories speak for: asked when the desk's own words are, learned behind each approval."""

import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desk.checking.desk_use import MOST_TEXTS, Approved, TextUse, spoken_for, standing_in, text_use_of
from desk.checks.check import Item
from desk.checks.house import Brief, DeskUse
from desk.errors import KnownError
from desk.review.seal import text_digest
from desk.services.sum_of_use import SumOfUse
from desk.settings.declared import Settings
from desk.story import Part

if TYPE_CHECKING:  # SQLAlchemy takes 0.2 s to import
    from desk.services.context import DeskContext
    from desk.store.connect import Store

_log = logging.getLogger(__name__)
READINGS = "use of approved texts 1"
"""What the readings of approved texts are kept under: another number where something else is read."""
AT_ONCE = 5
"""Texts that are read behind one approval: it, and some that came from elsewhere or were forgotten; 40 ms each."""


@contextmanager
def or_another_time() -> Iterator[None]:
    """Let a fault go to the log: what is saved, approved or taken in by now hangs on nothing that is learned of it."""
    try:
        yield
    except KnownError as error:
        _log.warning("nothing was learned: %s", error)
    except Exception:  # noqa: BLE001 - a mistake of ours in reading a text undoes no approval
        _log.exception("nothing was learned")


def use_in(store: "Store", settings: Settings) -> DeskUse:
    """Return what approved stories speak for; nothing where the desk does not want that, and of texts not read yet."""
    if not settings.learn_from_approved:
        return DeskUse()
    approved = store.last_texts.approved(MOST_TEXTS)
    last = SumOfUse.here().of(store, _mark(approved))
    return _use(store, approved, _known(store, approved)) if last is None else last


def _use(store: "Store", approved: Sequence[Approved], known: Mapping[str, TextUse]) -> DeskUse:
    """Return what approved texts speak for: what their readings say that stands in them as well."""
    told = spoken_for(approved, known)
    if told == DeskUse():
        return told
    texts = store.last_texts.of([one.story for one in approved if one.sha256 in known])
    sound = ((one.sha256, one.text) for one in texts if text_digest(one.text) == one.sha256)
    return spoken_for(approved, standing_in(sound, known, told))


def _mark(approved: Sequence[Approved]) -> str:
    """Return what a sum is known by: which texts were approved, by whom and when."""
    told = sorted((one.sha256, str(one.day), one.approver, *sorted(one.writers)) for one in approved)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _known(store: "Store", approved: Sequence[Approved]) -> dict[str, TextUse]:
    return store.readings.known(Item.NAMES, READINGS, [one.sha256 for one in approved], text_use_of)


class DeskUseService:
    """Learns from approved stories, for the store lane; never within the transaction that approves one."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    @property
    def now(self) -> DeskUse:
        """Return what the checks are told."""
        return self._context.examiner.house.use

    def learn(self) -> frozenset[Part]:
        """Read a few approved texts that are not read yet; returns what of the desk that changed.

        What goes wrong is done another time.
        """
        before = self.now
        with or_another_time():
            self.read_unread(AT_ONCE)
        return frozenset({Part.BRIEF} if self.now != before else ())

    def read_unread(self, most: int = MOST_TEXTS) -> int:
        """Read up to `most` approved texts that are not read yet, the last first; returns how many there were."""
        unread = list[Approved]()
        if self._context.settings.learn_from_approved:
            approved = self._store.last_texts.approved(MOST_TEXTS)
            known = _known(self._store, approved)
            unread = [one for one in approved if one.sha256 not in known][:most]
            known |= self._read([one.story for one in unread])
            SumOfUse.here(made=True).keep(self._store, _mark(approved), _use(self._store, approved, known))
        self._context.read_words()
        return len(unread)

    def _read(self, stories: Sequence[str]) -> dict[str, TextUse]:
        from desk.checking.copy_map import unkept_copy_map_of
        from desk.checking.text_use import use_of  # the names check, which a desk that only opens does without

        brief = Brief(self._context.settings.house())
        texts = self._store.last_texts.of(stories)
        read = {one.sha256: use_of(unkept_copy_map_of(one), brief) for one in texts}
        self._store.readings.fill(Item.NAMES, READINGS, read)
        return read
