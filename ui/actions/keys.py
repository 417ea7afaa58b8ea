"""Keys of the table: as words for tips and sentences, as shortcuts of a view, and read from an event."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk.errors import BugError
from ui.actions.spec import IN_DIALOGS, ActionSpec, Where
from ui.actions.table import counting_in, meaning, spec_of

_MOST_LISTED = 4
"""A longer row of keys is told by its first and its last."""


def key_of(name: str, where: Where | None = None, nth: int = 0) -> str:
    """Return the first (or another) key of an action in its place, as this system writes it."""
    spec = spec_of(name)
    keys = spec.keys_in(where or spec.where)
    if nth >= len(keys):
        raise BugError(f"{name!r} has no key number {nth} in this place")
    return _native(keys[nth])


def with_key(words: str, name: str, where: Where | None = None) -> str:
    """Return words with the key of an action behind them, for tool tips and buttons."""
    return f"{words} ({key_of(name, where)})"


def name_of(name: str, where: Where | None = None) -> str:
    """Return what an action is called, with its key: the tip of a button that shows no words."""
    return with_key(spec_of(name).name, name, where)


def tip_of(name: str, where: Where | None = None) -> str:
    """Return what an action does, with its key: the tip of a button that shows its name."""
    return with_key(spec_of(name).help.rstrip("."), name, where)


def keys_of(spec: ActionSpec, where: Where | None = None) -> str:
    """Return all keys of an action in one place, as this system writes them; empty for none."""
    return listed([_native(keys) for keys in spec.keys_in(where or spec.where)])


def listed(keys: Sequence[str]) -> str:
    """Return keys in a row, a long row as its two ends."""
    return ", ".join(keys) if len(keys) <= _MOST_LISTED else f"{keys[0]} … {keys[-1]}"


def bindings(spec: ActionSpec, where: Where | None = None) -> list[QKeySequence]:
    """Return everything that an action answers to in one place, the keys of this system included."""
    out = [QKeySequence(keys) for keys in spec.keys_in(where or spec.where)]
    if spec.standard is not None and where in (None, spec.where):
        out += [keys for keys in QKeySequence.keyBindings(spec.standard) if keys not in out]
    return out


def shortcuts(view: QWidget, where: Where, verbs: Mapping[str, Callable[[], object]]) -> None:
    """Let the keys of a place call these verbs, by id, while the keyboard is in `view`; one each, none left over."""
    context = (
        Qt.ShortcutContext.WindowShortcut if where in IN_DIALOGS else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    wanted = {spec.id: spec for spec in counting_in(where) if not spec.is_native}
    if wanted.keys() != verbs.keys():
        raise BugError(f"verbs and table differ in {where}: {sorted(wanted.keys() ^ verbs.keys())}")
    for name, verb in verbs.items():
        for keys in bindings(wanted[name], where):
            shortcut = QShortcut(keys, view)
            shortcut.setContext(context)
            shortcut.activated.connect(verb)


def numbered_shortcuts(view: QWidget, name: str, verb: Callable[[int], object]) -> None:
    """Let each key of an action that has a row of them call a verb with its number from 0, in the window of `view`."""
    for nth, keys in enumerate(bindings(spec_of(name))):
        NumberedShortcut(keys, view, nth, verb).setContext(Qt.ShortcutContext.WindowShortcut)


class NumberedShortcut(QShortcut):
    """One key of a row of them; it tells its number."""

    def __init__(self, keys: QKeySequence, view: QWidget, nth: int, verb: Callable[[int], object]) -> None:
        super().__init__(keys, view)
        self._nth, self._verb = nth, verb
        self.activated.connect(self._do)

    def _do(self) -> None:
        self._verb(self._nth)


def pressed(event: QKeyEvent, where: Where) -> str:
    """Return the id of the action that a key means in a place, empty for none; the keypad counts like the rest."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
    return meaning(keys.toString(), where)


def is_key(event: QKeyEvent, name: str) -> bool:
    """Return whether a key means an action, the keys of this system included."""
    spec = spec_of(name)
    return (spec.standard is not None and event.matches(spec.standard)) or pressed(event, spec.where) == name


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
