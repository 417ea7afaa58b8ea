"""Asks for a moment to the minute, or for none: a box to tick, the moment, and the usual ones by one key."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QWidget

from desk.text.moments import from_micros, local, micros, now
from ui.look.widgets import button

_STEP = 5
"""Minutes that a moment is rounded up to."""


def usual(now: datetime) -> tuple[tuple[str, datetime], ...]:
    """Return the usual moments after `now` (with its zone): in an hour, this evening while there is one, tomorrow."""
    hour = _rounded(now + timedelta(hours=1))
    evening = now.replace(hour=18, minute=0, second=0, microsecond=0)
    tomorrow = (now + timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)
    here = [("In 1 hour", hour), ("18:00", evening), ("Tomorrow 09:00", tomorrow)]
    return tuple((words, moment) for words, moment in here if moment > now)


def _rounded(moment: datetime) -> datetime:
    late = timedelta(minutes=moment.minute % _STEP, seconds=moment.second, microseconds=moment.microsecond)
    return moment - late + (timedelta(minutes=_STEP) if late else timedelta())


class MomentField(QWidget):
    """A moment in the user's own time, or none."""

    changed = Signal()

    def __init__(self, words: str, moment: datetime | None, *, ticked: bool | None = None) -> None:
        """`words` say what the moment is; without one the usual first is offered, unticked unless `ticked`."""
        super().__init__()
        choices = usual(local(now()))
        self.box = QCheckBox(words)
        self.box.setAccessibleName(words)
        self.box.setChecked(moment is not None if ticked is None else ticked)
        self.edit = QDateTimeEdit(_to_qt(moment or choices[0][1]))
        self.edit.setDisplayFormat("ddd d MMM yyyy  HH:mm")
        self.edit.setCalendarPopup(True)
        self.edit.setAccessibleName(f"{words}: day and time")
        self.edit.setEnabled(self.box.isChecked())
        self.box.toggled.connect(self._toggled)
        self.edit.dateTimeChanged.connect(self.changed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.box)
        line.addWidget(self.edit, 1)
        self.choices = [self._choice(words_, at) for words_, at in choices]
        """The buttons of the usual moments."""
        for choice in self.choices:
            line.addWidget(choice)

    def _choice(self, words: str, moment: datetime) -> QWidget:
        def choose() -> None:
            self.box.setChecked(True)
            self.edit.setDateTime(_to_qt(moment))

        return button(words, choose)

    def setAccessibleName(self, name: str) -> None:
        """Name box and moment after the label beside them, which hands the keyboard on to them."""
        super().setAccessibleName(name)
        self.setFocusProxy(self.edit if self.box.isChecked() else self.box)  # where no label is, Tab comes back to it
        self.box.setAccessibleName(f"{name}: {self.box.text()}")
        self.edit.setAccessibleName(f"{name}: day and time")

    def _toggled(self, on: bool) -> None:
        self.edit.setEnabled(on)
        self.changed.emit()

    def moment(self) -> datetime | None:
        """Return the moment with its zone, None where none is wanted."""
        return _from_qt(self.edit.dateTime()) if self.box.isChecked() else None


def _to_qt(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(micros(moment) // 60_000_000 * 60)


def _from_qt(moment: QDateTime) -> datetime:
    return local(from_micros(moment.toSecsSinceEpoch() * 1_000_000))
