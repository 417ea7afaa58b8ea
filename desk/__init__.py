"""Copydesk without a window: read `desk/__main__.py`, then `desk/session.py`."""

__version__ = "0.1.0"
