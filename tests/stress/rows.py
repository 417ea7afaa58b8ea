"""Each line of the table of tries: what is done to Copydesk, what must hold, and how often."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line: `short` tries in every run, `full` with `--stress`; None where the tests bring their own."""

    done: str
    holds: str
    short: int | None = None
    full: int | None = None
    worst: str = ""
    """How the worst measured is written, `{:.1f} s` say; empty where nothing is measured."""


ROWS = {
    "session": Row("session killed while it writes, SQLite", "nothing committed is lost", 6, 500),
    "session-server": Row("session killed while it writes, PostgreSQL", "nothing committed is lost", 2, 500),
    "making": Row("session killed while it makes the database", "the database opens", 6, 100),
    "window": Row(
        "window killed while somebody types, SQLite", "at most 2 s of typing is lost", 3, 50, "{:.2f} s of typing"
    ),
    "window-server": Row(
        "window killed while somebody types, PostgreSQL", "at most 2 s of typing is lost", 1, 50, "{:.2f} s of typing"
    ),
}
