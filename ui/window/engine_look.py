"""What a window does about the grammar engine: says whether it is there and its rules are in force, and warms it up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.verbs.window_parts import WindowParts
from ui.window.welcome import Welcome
from ui.work.lanes import Lane, nothing

if TYPE_CHECKING:
    from desk.services.examiner import Examiner


def _is_usable(examiner: "Examiner") -> bool:
    return examiner.engine.status().usable


def _warm_up(examiner: "Examiner") -> None:
    examiner.engine.warm_up(examiner.house.variant)


def _rules_problem(examiner: "Examiner") -> str:
    return examiner.rules_problem


class EngineLook(QObject):
    """Each look goes through the engine's lane, behind what is checked there."""

    def __init__(self, parts: WindowParts, welcome: Welcome) -> None:
        super().__init__(parts.window)
        self._p, self._welcome = parts, welcome

    def look(self) -> None:
        """Say on the first page whether the engine is there, and warm it up behind that."""
        self._p.hub.check(Lane.ENGINE, _is_usable, self._known, nothing)

    def look_at_rules(self) -> None:
        """Say why the desk's own grammar rules are not in force."""
        self._p.hub.check(Lane.ENGINE, _rules_problem, self._tell_of_rules, nothing)

    def _tell_of_rules(self, problem: str) -> None:
        if problem:
            self._p.notices.tell_error("rules", problem)
        else:
            self._p.notices.drop("rules")

    def _known(self, usable: bool) -> None:
        self._welcome.show_engine(installed=usable, remark=self._p.hub.facts.engine_remark)
        if usable:
            self._p.hub.check(Lane.ENGINE, _warm_up, nothing, nothing)
        self.look_at_rules()
