"""The problem in hand: which finding the keys speak of, and the way to the next and the previous one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desk.checking.checklist import Judged
from desk.checks.check import Finding
from ui.work.board import Board


def after(findings: Sequence[Finding], place: tuple[int, str]) -> Finding | None:
    """Return the first finding behind `place` (start in code points, fingerprint), going round at the end."""
    return next((f for f in findings if (f.span.start, f.fingerprint) > place), findings[0] if findings else None)


def before(findings: Sequence[Finding], place: tuple[int, str]) -> Finding | None:
    """Return the last finding before `place`, going round at the start."""
    earlier = [f for f in findings if (f.span.start, f.fingerprint) < place]
    return earlier[-1] if earlier else (findings[-1] if findings else None)


class CurrentFinding(QObject):
    """Keeps the finding in hand while the checklist changes around it."""

    chosen = Signal(object)
    """The `Judged` in hand, or None; also when what is known of it changed."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._current: Judged | None = None
        self._is_left = False
        board.changed.connect(self._refresh)

    @property
    def current(self) -> Judged | None:
        """Return the finding in hand with its standing."""
        return self._current

    def choose(self, finding: Finding | None) -> None:
        """Take a finding in hand, or none."""
        self._is_left = False
        self._board.hold_order(finding.fingerprint if finding else "")
        found = self._find(finding) if finding else None
        if found != self._current:
            self._current = found
            self.chosen.emit(found)

    def leave(self) -> None:
        """Keep the finding in hand, but count the next and the previous one from where the cursor went."""
        self._is_left = True

    def step(
        self,
        place: int,
        *,
        back: bool = False,
        among: Callable[[Finding], bool] | None = None,
        but: Finding | None = None,
    ) -> Finding | None:
        """Take the next (or previous) open finding in hand, from the one in hand or, where that was left, `place`.

        Only those `among` which it may be count, and not the one that is left out by `but`.
        """
        wanted = [f for f in self._board.open_findings if f != but and (among is None or among(f))]
        findings = sorted(wanted, key=lambda f: (f.span.start, f.fingerprint))
        at = self._current.finding if self._current and not self._is_left else None
        start = (at.span.start, at.fingerprint) if at else (place, "" if not back else "~")
        found = before(findings, start) if back else after(findings, start)
        self.choose(found)
        return found

    def count(self) -> tuple[int, int]:
        """Return the number of the finding in hand among the open ones (0 if it is none of them), and of those."""
        prints = [f.fingerprint for f in self._board.open_findings]
        here = self._current.finding.fingerprint if self._current else ""
        return (prints.index(here) + 1 if here in prints else 0), len(prints)

    def _find(self, finding: Finding) -> Judged | None:
        return next(
            (
                judged
                for judged in self._board.judged
                if judged.finding.fingerprint == finding.fingerprint and judged.finding.item == finding.item
            ),
            None,
        )

    def _refresh(self) -> None:
        if self._current:
            left = self._is_left
            self.choose(self._current.finding)
            self._is_left = left
