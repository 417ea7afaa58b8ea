"""Files as earlier versions left them, with invented stories in them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from desk.store.database.sqlite import APPLICATION_ID
from desk.store.migrations import REVISIONS

OLD = Path(__file__).parent / "old"
SOME = {"0001": "harbour", **dict.fromkeys(REVISIONS[1:-1], "bridge")}
"""A story of each old file that was approved and stayed so."""


def as_left_by(version, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.executescript((OLD / f"{version}.sql").read_text("utf-8"))
