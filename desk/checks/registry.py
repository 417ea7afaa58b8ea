"""The checks: one small room each, registered here and nowhere else."""

from collections.abc import Callable
from typing import Any

from desk.checks.ads import AdsCheck
from desk.checks.check import Check
from desk.checks.names.check_names import NamesCheck
from desk.checks.structure import StructureCheck
from desk.checks.style import StyleCheck

OWN: tuple[Callable[[], Check[Any]], ...] = (NamesCheck, AdsCheck, StyleCheck, StructureCheck)
"""The checks that need nothing but Python, as factories; the grammar check needs an engine, so the session makes it."""
