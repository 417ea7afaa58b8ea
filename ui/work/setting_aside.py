"""Keeping what was typed in a file, beside a database that is waited for."""

from collections.abc import Callable
from pathlib import Path

from desk.errors import KnownError
from desk.story import Draft, StoryView
from ui.work.hub import Hub


def set_aside(
    hub: Hub, story: StoryView, draft: Draft, done: Callable[[Path | None], None], failed: Callable[[KnownError], None]
) -> None:
    """Write a draft to a file that is offered at the next start, then call `done` or `failed`."""
    hub.beside_store(lambda desk: desk.saving.set_aside(story, draft), done, failed)
