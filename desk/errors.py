"""The two kinds of error: what a user can mend, and what we must mend."""


class KnownError(Exception):
    """The environment or the input is at fault; `str(error)` is one sentence that says what is wrong and the mend."""


class InTheWay(KnownError):  # noqa: N818 - reads as the state it is
    """A move has to wait until what stands in its way is cleared, or passed with a reason: the user can be asked."""


class Unavailable(KnownError):  # noqa: N818 - reads as the state it is
    """A check cannot run here and now; its item becomes `unchecked` with this sentence as the reason."""


class OutOfReach(KnownError):  # noqa: N818 - reads as the state it is
    """There is no line to a database or a folder now: what is to go there waits, and nothing is lost."""


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The caller asked the work to stop; nothing was kept of it."""


class BugError(Exception):
    """We are at fault: something that must not happen did. Ends in a crash report, never in a user's sentence."""
