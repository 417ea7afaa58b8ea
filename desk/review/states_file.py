"""A desk's own review as a TOML file: what it changes of the table of states, and what the gate asks of each item.

version = 1
second_read = false                      # the first reader sends straight to the section chief
chief_may_approve_own_copy = false

[state.with-the-lawyer]                  # another state; `name` is what people read, and renames one of ours
name = "With the lawyer"
after = "second-read"

[move.to-lawyer]                         # another move; what is left out of one of ours stays
words = "Send to the lawyer"
from = ["second-read"]
to = "with-the-lawyer"
roles = ["copy-editor"]

[gate]                                   # off, recommended or required
"Legal read" = "recommended"
errors_passed_by = ["section-chief"]
again_after_edit = ["Headline matches the story"]

[gate.section.Sport]
"Legal read" = "off"

States, moves and roles may be written in words as well ("Second read", "copy editor"), as files of older versions have
them: what is kept is the slug.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desk.checks.check import Item
from desk.review.people import Role
from desk.review.rules import Policy, Rules, Weight
from desk.review.states import TABLE, Action, Move, Read, State, Table, Watch
from desk.review.table_checks import check_sense
from desk.review.words import STATES, to_slug, words_for
from desk.settings.kinds import shown
from desk.text.nearest import did_you_mean
from desk.toml_places import Places, read_table

VERSION = 1
_TOP = {"version", "second_read", "chief_may_approve_own_copy", "state", "move", "gate"}
_STATE = {"name", "after"}
_MOVE = {"words", "from", "to", "roles", "reason", "read", "watch", "to_person", "until", "off"}
_GATE = {"errors_passed_by", "again_after_edit", "section"}
_BY_SLUG = ("state", "move")
_JOIN_BY_THEMSELVES = (Action.RETURN, Action.HOLD, Action.SPIKE)
"""Moves that a new state has without being named: nothing may be stuck."""


def read_rules(path: Path, manual_items: Sequence[str] = (), *, must_exist: bool = False) -> Rules:
    """Return the review of the file at `path`, ours where there is none; `KnownError` with the line and the reason."""
    if not must_exist and not path.exists():
        return Rules(manual_items=tuple(manual_items))
    given, places = read_table(path, "The desk's rules of review in")
    reader = _TableReader(_by_slug(given, places), places.by(_BY_SLUG, to_slug), tuple(manual_items))
    return reader.rules()


def _by_slug(given: Mapping[str, Any], places: Places) -> dict[str, Any]:
    """Return what was given with states and moves by slug; the words that a state was written in are its name."""
    out = dict(given)
    for what in _BY_SLUG:
        if not isinstance(given.get(what), Mapping):
            continue
        found: dict[str, Any] = {}
        for key, table in given[what].items():
            if to_slug(key) in found:
                raise places.wrong(f"“{key}” stands here twice: both are “{to_slug(key)}”.", what, key)
            named = what == "state" and isinstance(table, Mapping) and key != to_slug(key)
            found[to_slug(key)] = {"name": key, **table} if named else table
        out[what] = found
    return out


@dataclass(slots=True)
class _TableReader:
    """Goes through one file; every method returns what it read, or raises with its line."""

    given: Mapping[str, Any]
    places: Places
    manual: tuple[str, ...]
    moves: dict[str, Move] = field(default_factory=lambda: {move.action: move for move in TABLE.moves})
    names: dict[str, str] = field(default_factory=lambda: dict(TABLE.names))

    def rules(self) -> Rules:
        self._version()
        self._known(self.given, _TOP)
        if self._switch("second_read", default=True) is False:
            self._without_second_read()
        for state in self._tables("state"):
            self._state(state)
        for move in self._tables("move"):
            self._move(move)
        own_copy = self._switch("chief_may_approve_own_copy", default=True)
        table = Table(self.names, tuple(self.moves.values()), own_copy)
        check_sense(table, self.places)
        return Rules(table, self._policy(), self.manual)

    def _version(self) -> None:
        version = self.given.get("version")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise self.places.wrong(f"the file must say which version it is of: version = {VERSION}.", "version")
        if version > VERSION:
            raise self.places.wrong(
                f"this file is of version {version}, from a newer Copydesk, and this one reads version {VERSION}: "
                "update Copydesk, or move the file away.",
                "version",
            )

    def _without_second_read(self) -> None:
        first = self.moves.pop(Action.PASS_ON)
        send = self.moves[Action.SEND_TO_CHIEF]
        self.moves[Action.SEND_TO_CHIEF] = replace(send, sources=first.sources, read=Read.FIRST)
        self._drop(State.SECOND_READ)

    def _drop(self, state: str) -> None:
        del self.names[state]
        self.moves = {key: replace(move, sources=move.sources - {state}) for key, move in self.moves.items()}

    def _state(self, state: str) -> None:
        at = ("state", state)
        table = self._table(*at)
        self._known(table, _STATE, *at)
        name = self._text(table, "name", self.names.get(state) or words_for(STATES, state), *at)
        if name in (n for s, n in self.names.items() if s != state):
            raise self.places.wrong(f"there is a state “{name}” already.", *at, "name")
        if state in self.names:
            self.names[state] = name
            return
        after = self._text(table, "after", State.CHIEF, *at)
        if to_slug(after) not in self.names:
            raise self.places.wrong(
                f"“after” must be a state, and “{after}” is none{self._state_meant(after)}.", *at, "after"
            )
        order = list(self.names.items())
        order.insert([s for s, _ in order].index(to_slug(after)) + 1, (state, name))
        self.names = dict(order)
        for action in _JOIN_BY_THEMSELVES:
            if action in self.moves and "from" not in self._move_table(action):
                self.moves[action] = replace(self.moves[action], sources=self.moves[action].sources | {state})

    def _move_table(self, action: str) -> Mapping[str, Any]:
        moves = self.given.get("move")
        table = moves.get(action) if isinstance(moves, Mapping) else None
        return table if isinstance(table, Mapping) else {}

    def _move(self, action: str) -> None:
        at = ("move", action)
        table = self._table(*at)
        self._known(table, _MOVE, *at)
        if self._flag(table, "off", False, *at):
            if action in (Action.APPROVE, Action.REOPEN, Action.RETURN):
                raise self.places.wrong(f"“{action}” cannot be switched off: without it a story is stuck.", *at, "off")
            self.moves.pop(action, None)
            return
        old = self.moves.get(action)
        if old is None:
            if missing := [key for key in ("words", "from", "to") if key not in table]:
                raise self.places.wrong(f"a new move needs “{missing[0]}”{did_you_mean(action, self.moves)}.", *at)
            old = Move(action, action, frozenset(), None)
        self.moves[action] = Move(
            action=action,
            words=self._text(table, "words", old.words, *at),
            sources=frozenset(self._states(table, "from", old.sources, *at)),
            target=self._target(table, old, *at),
            roles=frozenset(self._roles(table, "roles", old.roles, *at)),
            reason=self._flag(table, "reason", old.reason, *at),
            read=self._one(table, "read", Read, old.read, *at),
            watch=self._one(table, "watch", Watch, old.watch, *at),
            asks_person=self._flag(table, "to_person", old.asks_person, *at),
            asks_until=self._flag(table, "until", old.asks_until, *at),
        )

    def _target(self, table: Mapping[str, Any], old: Move, *at: str) -> str | None:
        if "to" not in table:
            return old.target
        target = self._text(table, "to", "", *at)
        if to_slug(target) not in self.names:
            raise self.places.wrong(
                f"“{target}” is no state{self._state_meant(target)}: use {_all(self.names)}.", *at, "to"
            )
        return to_slug(target)

    def _states(self, table: Mapping[str, Any], key: str, old: frozenset[str], *at: str) -> Sequence[str]:
        states = self._texts(table, key, tuple(old), *at)
        if odd := [state for state in states if to_slug(state) not in self.names]:
            meant = self._state_meant(odd[0])
            raise self.places.wrong(f"“{odd[0]}” is no state{meant}: use {_all(self.names)}.", *at, key)
        return [to_slug(state) for state in states]

    def _roles(self, table: Mapping[str, Any], key: str, old: frozenset[Role], *at: str) -> list[Role]:
        words = self._texts(table, key, tuple(old), *at)
        if odd := [word for word in words if to_slug(word) not in set(Role)]:
            raise self.places.wrong(
                f"“{odd[0]}” is no role{did_you_mean(to_slug(odd[0]), Role)}: use {_all(Role)}.", *at, key
            )
        return [Role(to_slug(word)) for word in words]

    def _state_meant(self, word: str) -> str:
        return did_you_mean(to_slug(word), self.names)

    def _policy(self) -> Policy:
        gate = self._table("gate") if "gate" in self.given else {}
        items = {*Item, *self.manual}
        sections = self._table("gate", "section") if "section" in gate else {}
        again = self._texts(gate, "again_after_edit", (), "gate")
        if odd := [item for item in again if item not in self.manual]:
            meant = did_you_mean(odd[0], self.manual)
            raise self.places.wrong(f"“{odd[0]}” is no manual item of this desk{meant}.", "gate", "again_after_edit")
        usual = Policy()
        return Policy(
            self._weights({k: v for k, v in gate.items() if k not in _GATE}, items, "gate"),
            {
                name: self._weights(self._table("gate", "section", name), items, "gate", "section", name)
                for name in sections
            },
            frozenset(self._roles(gate, "errors_passed_by", usual.errors_by, "gate")),
            frozenset(again),
        )

    def _weights(self, table: Mapping[str, Any], items: set[str], *at: str) -> dict[str, Weight]:
        if odd := [item for item in table if item not in items]:
            meant = did_you_mean(odd[0], items | _GATE)
            raise self.places.wrong(
                f"“{odd[0]}” is no item of the checklist{meant}: use {_all(sorted(items))}.", *at, odd[0]
            )
        return {item: self._one(table, item, Weight, Weight.REQUIRED, *at) for item in table}

    # -- values ------------------------------------------------------------------------------------------------------

    def _tables(self, key: str) -> list[str]:
        return list(self._table(key)) if key in self.given else []

    def _table(self, *keys: str) -> Mapping[str, Any]:
        table: Any = self.given
        for key in keys:
            table = table[key]
        if not isinstance(table, Mapping):
            raise self.places.wrong(f"“{keys[-1]}” must be a table.", *keys)
        return table

    def _known(self, table: Mapping[str, Any], keys: set[str], *at: str) -> None:
        if odd := [key for key in table if key not in keys]:
            meant = did_you_mean(odd[0], keys)
            raise self.places.wrong(f"“{odd[0]}” is unknown here{meant}: use {_all(sorted(keys))}.", *at, odd[0])

    def _switch(self, key: str, *, default: bool) -> bool:
        return self._flag(self.given, key, default)

    def _flag(self, table: Mapping[str, Any], key: str, old: bool, *at: str) -> bool:
        value = table.get(key, old)
        if not isinstance(value, bool):
            raise self.places.wrong(f"“{key}” must be true or false.", *at, key)
        return value

    def _text(self, table: Mapping[str, Any], key: str, old: str, *at: str) -> str:
        value = table.get(key, old)
        if not isinstance(value, str) or not value.strip():
            raise self.places.wrong(f"“{key}” must be words in quotation marks.", *at, key)
        return value

    def _texts(self, table: Mapping[str, Any], key: str, old: Sequence[str], *at: str) -> Sequence[str]:
        value = table.get(key, list(old))
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.places.wrong(f"“{key}” must be a list of words in quotation marks.", *at, key)
        return value

    def _one(self, table: Mapping[str, Any], key: str, kind: Any, old: Any, *at: str) -> Any:
        value = table.get(key, old)
        if not isinstance(value, str) or value not in set(kind):
            meant = did_you_mean(str(value), kind)
            raise self.places.wrong(f"“{key}” must be one of {_all(kind)}, not {shown(value)}{meant}.", *at, key)
        return kind(value)


def _all(words: Any) -> str:
    return ", ".join(f"“{word}”" for word in words)
