"""Each line of the table of tries: what is done to Copydesk, what must hold, and how often."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line: `short` tries in every run (0 where one alone costs seconds), `full` with `--stress`.

    Seconds where many work at once (writers). None where the tests bring their own number.
    """

    done: str
    holds: str
    short: int = 0
    full: int = 0
    worst: str = ""
    """How the worst measured is written, `{:.1f} s` say; empty where nothing is measured."""


WRITERS = "none lost, one holder, no false sentence"
ENGINE = "never passed unseen; found again, or told as lost within 10 s"
TOLD = "{:.1f} s until told, {:.1f} s until back"
ROWS = {
    "session": Row("session killed while it writes, SQLite", "nothing committed is lost", 5, 500),
    "session-server": Row("session killed while it writes, PostgreSQL", "nothing committed is lost", 2, 500),
    "making": Row("session killed while it makes the database", "the database opens", 4, 100),
    "window": Row(
        "window killed while somebody types, SQLite", "at most 2 s of typing is lost", 2, 50, "{:.2f} s of typing"
    ),
    "window-server": Row(
        "window killed while somebody types, PostgreSQL", "at most 2 s of typing is lost", 1, 50, "{:.2f} s of typing"
    ),
    "writers": Row("change of a story by one of eight writers at once, SQLite", WRITERS, 0, 600, "{:.0f} s long"),
    "writers-server": Row(
        "change of a story by one of eight writers at once, PostgreSQL", WRITERS, 0, 600, "{:.0f} s long"
    ),
    "files": Row(
        "hostile file opened", "a text or one sentence, 5 s of the processor, 1 GB", 6, 500, "{:.1f} s, {:.2f} GB"
    ),
    "server": Row("grammar server that misbehaves", "not checked, with the reason", worst="{:.1f} s"),
    "engine": Row("grammar engine killed, a stranger at its port", ENGINE, 1, 10, TOLD),
    "engine-halted": Row("grammar engine and its keeper halted", ENGINE, 1, 10, TOLD),
    "engine-once": Row(
        "grammar engine hung, kept on, or killed between two checks, its run file damaged",
        "found again; stopped for good",
    ),
    "engine-both": Row("grammar engine and its keeper killed", ENGINE, 0, 10, TOLD),
    "engine-cache": Row("grammar engine killed, its start-up cache damaged", ENGINE, 0, 10, TOLD),
    "forgeries": Row("forgery in a database", "seen by whom docs/forgeries.md says"),
    "forged-files": Row("forgery in a seal file", "told as docs/forgeries.md says"),
    "disk": Row("disk full at any byte of an import", "one sentence, the database whole", 1, 100),
    "open-files": Row("no more files may be opened", "done, or one sentence; the database whole", 1, 60),
    "homes": Row("odd homes and locales", "the same findings, or one sentence", 1, 24),
    "copies": Row(
        "history of 2 to 5 databases, one a server's, that work apart", "same heads, order and states", 2, 2000
    ),
    "network": Row("socket used by a window at work", "for this machine alone"),
    "network-traced": Row("network call of window, terminal and engine, all traced", "to this machine alone", 0, 2),
}
