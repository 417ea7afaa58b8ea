"""Asks how a story goes back into the document that it came in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desk.story import GoingBack
from desk.text.words import plural
from ui.look.dialog_frame import Dialog


class SendBackDialog(Dialog):
    """What goes back, and two choices: changes marked or taken as accepted, open findings as comments or not."""

    wanted = Signal(bool, bool)
    """Whether clean, and whether with the findings."""

    def __init__(self, back: GoingBack, parent: QWidget | None) -> None:
        super().__init__("Return to the sender’s document", parent, 560)
        self.say(_told(back))
        self.clean = QCheckBox("&Clean: every change accepted, none marked")
        self.clean.setToolTip("Tracked changes that the document came with are accepted, too.")
        self.findings = QCheckBox("Open &findings as comments")
        self.findings.setToolTip("What the checks found and nobody has settled stands as a comment of Copydesk.")
        for box in (self.clean, self.findings):
            self.body.addWidget(box)
        self.answer("Cancel", self.reject)
        self.answer("Save as…", self._accept, primary=True).setFocus()

    def _accept(self) -> None:
        clean, findings = self.clean.isChecked(), self.findings.isChecked()
        self.accept()
        self.wanted.emit(clean, findings)


def _told(back: GoingBack) -> str:
    """Return what goes back, in sentences."""
    parts = []
    if back.changes:
        by = _listed(back.by)
        parts.append(f"{plural(back.changes, 'change')}{f' by {by}' if by else ''}")
    if back.comments:
        parts.append(plural(back.comments, "comment"))
    if not parts:
        return f"Nothing was changed or noted since “{back.name}” came in: it would go back as it is."
    what = " and ".join(parts)
    return (
        f"“{back.name}” goes back with {what}. Each change is tracked by its name and time; everything else in the "
        "document stays as it is."
    )


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
