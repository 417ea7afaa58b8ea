"""The structure of a story: what it needs, and what must not stand in it."""

from desk.checks.structure.check import StructureCheck

__all__ = ["StructureCheck"]
