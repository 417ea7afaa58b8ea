"""The window: only when, where and how it looks; what it means is in `desk`."""

import importlib
import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401 (brings the hook that is looked for below)


def _always(_module: ModuleType) -> bool:
    """Return what the toolkit finds of our own modules anyway: that they may use it."""
    return True


def _leave_sources_unread() -> None:
    """Have the toolkit take every module for one that may use it.

    With each import it reads the module's source for the word "PySide6", to know whether snake_case names may be chosen
    there, which nobody does here; the lines stay in `linecache`: 27 MB, and 0.1 s of each start. Where a later toolkit
    has no such look, nothing is changed.
    """
    look = "_mod_uses_pyside"
    if "shibokensupport.feature" in sys.modules and hasattr(
        features := importlib.import_module("shibokensupport.feature"), look
    ):
        setattr(features, look, _always)


_leave_sources_unread()
