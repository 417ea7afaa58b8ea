"""Texts whose database has gone: kept as files in the data folder, taken in when one of that name is opened again."""

import json
import logging
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.errors import KnownError
from desk.keychain import write_private
from desk.readers.draft import MOST_BYTES, file_bytes
from desk.store.stories.unsaved_files import ENDING, folder, is_doubtful, is_emptied
from desk.text.blocks import Kind
from desk.text.links import links_from, links_plain
from desk.text.moments import from_iso, iso, now
from desk.text.plain import OF_ANOTHER_FORM

if TYPE_CHECKING:
    from desk.store.connect import Store
    from desk.store.records.values import RecoveryCopy

_log = logging.getLogger(__name__)


def keep_aside(copy: "RecoveryCopy", database: str) -> Path:
    """Write a copy to a file of its own, in the place of the last one of this story, and return where it is."""
    path = _path(copy.id)
    plain = {
        "database": database,
        "id": copy.id,
        "slug": copy.slug,
        "text": copy.text,
        "kinds": {str(at): kind.value for at, kind in copy.by_hand.items()},
        "place": copy.place,
        "format": copy.format,
        "path": "" if copy.path is None else str(copy.path),
        "when": iso(now()),
        "links": links_plain(copy.links),
    }
    try:
        write_private(path, json.dumps(plain) + "\n")
    except OSError as error:
        raise KnownError(
            f"It could not be kept in {path} either ({error.strerror}): copy it to another program."
        ) from (error)
    return path


def drop_aside(story: str) -> None:
    """Throw away what was kept of a story: the database has it by now."""
    with suppress(OSError):  # offered once more at worst
        _path(story).unlink(missing_ok=True)


def take_in(store: "Store") -> None:
    """Put what was kept aside into the database, where it is offered like any text that was not saved.

    A text that was emptied by law goes; what may have words of one stays in its file.
    """
    files = sorted(folder().glob(f"*{ENDING}"))
    emptied, stories = _emptied(store) if files else ({}, {})
    for path in files:
        try:
            plain = json.loads(file_bytes(path, 8 * MOST_BYTES)[0])
            copy = _copy(plain) if plain["database"] == store.name else None
            if copy is not None and is_doubtful(plain, emptied, stories.get(copy.id, ())):
                continue  # it is named among what may have emptied words
        except (KnownError, *OF_ANOTHER_FORM) as error:
            _log.error("%s is no text that Copydesk kept: %s", path, error)
            continue
        if copy is not None:
            if not is_emptied(copy.text, emptied):
                store.recovery.leave(copy)
            drop_aside(path.stem)


def _emptied(store: "Store") -> tuple[dict[str, datetime], dict[str, frozenset[str]]]:
    """Return when texts were emptied, and of which stories; nothing where the desk was altered, which others tell."""
    with suppress(KnownError):
        return store.emptying.when(), store.emptying.stories()
    return {}, {}


def _copy(plain: Any) -> "RecoveryCopy":
    from desk.store.records.values import RecoveryCopy

    words = {name: str(plain[name]) for name in ("id", "slug", "text", "format")}
    return RecoveryCopy(
        **words,
        by_hand={int(at): Kind(kind) for at, kind in plain["kinds"].items()},
        place=int(plain["place"]),
        path=Path(plain["path"]) if plain["path"] else None,
        when=from_iso(plain["when"]),
        links=links_from(plain.get("links", ())),
    )


def _path(story: str) -> Path:
    return folder() / f"{story}{ENDING}"
