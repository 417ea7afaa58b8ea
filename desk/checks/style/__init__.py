"""House style: rules as data, and the check that reads stories with them."""

from desk.checks.style.check import StyleCheck

__all__ = ["StyleCheck"]
