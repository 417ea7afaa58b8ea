"""The figures of a story against each other and against the calendar."""

from desk.checks.figures.check import FiguresCheck

__all__ = ["FiguresCheck"]
