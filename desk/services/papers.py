"""Rules of review, house style and name book on their way: signed to laptops, and from them as proposals."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desk.careful import careful_text
from desk.checks.house import BookEntry
from desk.errors import KnownError
from desk.review.desk_then import HOUSE, NAMES, PAPERS, REVIEW
from desk.review.papers import PaperLine, PapersStand
from desk.review.people import Person, Role
from desk.services.context import RULES_FILE
from desk.story import Changes
from desk.writers.text import write_text

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.signing_keys import SigningKeysService

_NOT_THEIRS = "Only an administrator gives out what the desk works by."
_SETTINGS = {REVIEW: "review_file", HOUSE: "house_file"}


class PapersService:
    """Gives out what a desk works by, and puts in force what its desk gave out."""

    def __init__(self, context: "DeskContext", signing_keys: "SigningKeysService") -> None:
        self._context, self._store, self._signing_keys = context, context.store, signing_keys

    def standing(self) -> PapersStand:
        """Return how each paper stands against what was given out last."""
        given, own = self._store.papers.given(), self._own()
        lines = tuple(_line(name, own[name], given.get(name, "")) for name in PAPERS)
        at_home = not self._store.strands.names().home
        return PapersStand(lines, at_home, "" if self._may(self._context.person, at_home) else _NOT_THEIRS)

    def _may(self, person: Person, at_home: bool) -> bool:
        """Return whether somebody gives out what the desk works by; on a laptop everybody may propose."""
        return not at_home or not self._context.people or person.may({Role.ADMIN})

    def give_out(self) -> Changes:
        """Enter rules, house style and name book as they are on this machine, as far as they differ from the last ones.

        At the desk an administrator's key signs that, and they are in force on every laptop that hears of it; on a
        laptop they are a proposal to its desk.
        """
        person, at_home = self._context.signed(), not self._store.strands.names().home
        if not self._may(person, at_home):
            raise KnownError(_NOT_THEIRS)
        signer = self._signing_keys.signer(person) if at_home and self._context.people else None
        given = self._store.papers.given()
        fresh = {name: words for name, words in self._own().items() if words and words != given.get(name, "")}
        for name, words in fresh.items():
            self._store.papers.enter(name, words, person.actor, signer)
        told = ", ".join(PAPERS[name] for name in fresh)
        if not told:
            return Changes(frozenset(), said="Nothing differs from what was given out last.")
        where = "They go to laptops with the next pack or sync." if at_home else "The desk is asked with the next sync."
        return Changes(frozenset(), said=f"Given out: {told}. {where}", to_read=self._signing_keys.untold())

    def _own(self) -> Mapping[str, str]:
        return {
            REVIEW: _words_of(self._path(REVIEW)),
            HOUSE: _words_of(self._path(HOUSE)),
            NAMES: _names_of(self._store.book.entries()),
        }

    def _path(self, name: str) -> Path | None:
        named = str(getattr(self._context.settings, _SETTINGS[name]))
        if named:
            return Path(named).expanduser()
        return self._context.examiner.settings_path.parent / RULES_FILE if name == REVIEW else None

    def put_in_force(self) -> str:
        """Put in force on a laptop what its desk gave out; returns what changed, in a sentence, empty for nothing."""
        if not self._store.strands.names().home:
            return ""
        given = self._store.papers.given()
        changed = [name for name, words in given.items() if name in PAPERS and self._put(name, words)]
        told = ", ".join(PAPERS[name] for name in sorted(changed))
        return f"In force from the desk: {told}." if told else ""

    def _put(self, name: str, words: str) -> bool:
        """Put one paper in force; returns whether it was another one before."""
        if name == NAMES:
            from desk.store.names.book_files import read_book

            came = self._store.book.take_in(read_book(words), "the desk")
            if came.added or came.changed:
                self._context.read_words()
            return bool(came.added or came.changed)
        path = self._context.examiner.settings_path.parent / "of-the-desk" / f"{name}.toml"
        if _words_of(path) == words and self._path(name) == path:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, words)
        self._context.change_settings({_SETTINGS[name]: str(path)})
        return True

    def take_over(self, name: str, words: str) -> None:
        """Let what a laptop proposed be the desk's: written where the desk has it, the former one kept beside it."""
        if name == NAMES:
            from desk.store.names.book_files import read_book

            self._store.book.take_in(read_book(words), self._context.person.name)
            self._context.read_words()
            return
        path = self._path(name) or self._context.examiner.settings_path.parent / f"{name}.toml"
        if former := _words_of(path):
            write_text(path.with_name(f"{path.name}.before"), former)
        write_text(path, words)
        self._context.change_settings({_SETTINGS[name]: str(path)})


def _line(name: str, own: str, given: str) -> PaperLine:
    differs = bool(own) and own != given
    if differs:
        how = "Changed here since it was given out." if given else "Here, and not given out yet."
    elif own:
        how = "Given out as it is here."
    else:
        how = "Given out once; here is none any more, and laptops keep it." if given else "There is none here."
    return PaperLine(PAPERS[name], how, differs, bool(own) and not differs)


def _names_of(entries: Iterable[BookEntry]) -> str:
    """Return the agreed spellings as JSON, without by whom and when: the same in every copy that has the same ones."""
    plain = [
        {"spelling": e.spelling, "kind": e.kind.value, "variants": list(e.variants), "note": e.note}
        for e in sorted(entries, key=lambda entry: (entry.spelling, entry.kind.value))
    ]
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n" if plain else ""


def _words_of(path: Path | None) -> str:
    return careful_text(path) if path is not None and path.exists() else ""
