"""Names: every person, place and organisation of a story, and the places where one of them is written another way."""

from desk.checks.names.check_names import NamesCheck

__all__ = ["NamesCheck"]
