"""An embargo: the moment before which a story must not be published, by the clock of this machine."""

from datetime import datetime

from desk.text.moments import date_and_time, now, to_the_minute_there


def embargo_words(until: datetime | None, said: str = "", at: datetime | None = None) -> str:
    """Return "Embargoed until 14:00 CET" as long as an embargo holds at `at` (now), empty once it does not.

    `said` are the sender's words for one that names no moment: it holds until somebody sets or clears it.
    """
    if until is not None:
        return f"Embargoed until {to_the_minute_there(until, at)}" if until > (at or now()) else ""
    return f"Embargoed by its sender (“{said}”)" if said else ""


def lifts(old: datetime | None, said: str, new: datetime | None, at: datetime | None = None) -> bool:
    """Return whether an embargo that holds at `at` (now) ends earlier by `new`; one without a moment by none alone."""
    if not embargo_words(old, said, at):
        return False
    return new is None or (old is not None and new < old)


def moment_or_none(until: datetime | None) -> str:
    """Return the moment of an embargo for the trail, empty for none."""
    return "" if until is None else date_and_time(until)
