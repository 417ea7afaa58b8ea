"""Operations that enter what a person alone can say: what counts of two decisions, which words go for good."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk.story import Changes
from ui.work.hub import Hub

if TYPE_CHECKING:
    from desk.review.asked import Asked


def answer_asked(hub: Hub, asked: "Asked", nth: int) -> None:
    """Enter what a person said to a question, by the number of the answer."""
    hub.store(lambda desk: desk.needs.answer(asked, nth))


def empty_text(hub: Hub, story_id: str, number: int, reason: str, done: Callable[[Changes], None]) -> None:
    """Take the words of a version out for good."""
    hub.store(lambda desk: desk.emptying.empty(story_id, [number], reason), done)


def delete_files(hub: Hub, files: Sequence[Path]) -> None:
    """Delete files that have words of emptied texts still."""
    hub.store(lambda desk: desk.emptying.delete(files))
