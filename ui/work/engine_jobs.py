"""Long jobs of the engine's lane, such as installing: with progress on the main thread, and stopped by their token."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from desk.errors import KnownError
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token

if TYPE_CHECKING:
    from desk.services.examiner import Examiner

Told: TypeAlias = Callable[[int, int, str], None]
"""Takes how much is done, of how much (0 where nobody knows), and what is being done."""
Cancelled: TypeAlias = Callable[[], bool]


def run_engine_job(
    hub: Hub,
    token: Token,
    job: "Callable[[Examiner, Told, Cancelled], object]",
    told: Told,
    done: Callable[[object], None],
    failed: Callable[[KnownError], None],
    stopped: Callable[[], None],
) -> None:
    """Begin a job, which the token stops; one of `done`, `failed` and `stopped` is called at its end."""
    progress = hub.lanes.relay(told)
    hub.check(Lane.ENGINE, lambda examiner: job(examiner, progress, token.cancelled), done, failed, token, stopped)
