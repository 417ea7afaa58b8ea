"""Texts that were kept in files of this machine while their database was away: what has emptied words of them goes too.

Which story a file is of stands in it, and which emptied texts it was compared with: afterwards nobody has their words.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.careful import careful_text
from desk.keychain import write_private
from desk.paths import data_dir
from desk.review.seal import text_digest
from desk.text.moments import date_alone, from_iso
from desk.text.plain import OF_ANOTHER_FORM

ENDING = ".json"
_RUN = 8
"""Words that must stand side by side as only the emptied text has them: three, as “said on Monday”, anybody types."""
_MOST_BYTES = 800_000_000
Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Going:
    """A text that is emptied: its digest, the stories that have it, and the runs of words that it alone has."""

    sha256: str
    stories: frozenset[str]
    runs: Runs

    def is_in(self, story: str, words: str) -> bool:
        """Return whether words that were typed on a story are this text, or have a run of it."""
        return text_digest(words) == self.sha256 or (story in self.stories and not self.runs.isdisjoint(runs_of(words)))


def runs_of(words: str) -> Runs:
    """Return each eight words that stand side by side, or all where there are fewer."""
    each = re.findall(r"\w+", words.casefold())
    return frozenset(tuple(each[at : at + _RUN]) for at in range(max(1, len(each) - _RUN + 1)))


def folder() -> Path:
    """Return where they lie."""
    return data_dir() / "unsaved"


def take_out(going: Sequence[Going], digests: Collection[str]) -> None:
    """Delete the files that have words of texts that are emptied by now, and note in the others what they have not."""
    for path in _files():
        with suppress(OSError, *OF_ANOTHER_FORM):  # such a file is named by `may_have`
            plain = _read(path)
            if any(each.is_in(plain["id"], plain["text"]) for each in going):
                path.unlink(missing_ok=True)
            elif any(plain["id"] in each.stories for each in going) and _read(path) == plain:
                plain["without"] = sorted({*plain.get("without", ()), *digests})
                write_private(path, json.dumps(plain) + "\n")


def is_emptied(words: str, emptied: Mapping[str, datetime]) -> bool:
    """Return whether words are a text that was emptied."""
    return text_digest(words) in emptied


def is_doubtful(plain: Any, emptied: Mapping[str, datetime], of_story: Collection[str]) -> bool:
    """Return whether what a file says may have words of emptied texts of its story: older, and not compared with them.

    What is typed once a text is empty is whoever's who types it, as in a window.
    """
    when, without = from_iso(plain["when"]), frozenset(plain.get("without", ()))
    return any(digest not in without and when < emptied[digest] for digest in of_story)


def may_have(emptied: Mapping[str, datetime], stories: Mapping[str, Collection[str]]) -> dict[Path, str]:
    """Return the files that may have words of emptied texts, with a sentence each."""
    found: dict[Path, str] = {}
    for path in _files() if emptied else ():
        try:
            plain = _read(path)
            if is_doubtful(plain, emptied, stories.get(plain["id"], ())):
                day = date_alone(from_iso(plain["when"]))
                found[path] = (
                    f"What was typed on “{plain['slug']}” until {day} is kept in {path}, and may have the words still: "
                    "nothing here can tell any more. Delete it."
                )
        except (OSError, *OF_ANOTHER_FORM):
            found[path] = f"{path} cannot be read, and may have the words still: delete it."
    return found


def _files() -> list[Path]:
    return sorted(folder().glob(f"*{ENDING}"))


def _read(path: Path) -> Any:
    plain = json.loads(careful_text(path, _MOST_BYTES))
    return {**plain, "id": str(plain["id"]), "text": str(plain["text"])}
