"""Single words in the house file: put in, changed and taken out where they stand, in a list or in a table."""

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

from desk.checks.style.choices.choice import StyleChoice
from desk.checks.style.choices.declared import by_key
from desk.checks.style.choices.house_file import HOUSE, NOTES
from desk.errors import KnownError

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Key, Table

    Holder = tuple[MutableMapping[str, Any], str]


def holders(document: "TOMLDocument", choice: StyleChoice) -> "Iterator[Holder]":
    """Yield every table and key that says something of a choice, in the order of the file."""
    for name, given in list(document.items()):
        if by_key().get(name) is choice and (choice.words or not isinstance(given, MutableMapping)):
            yield document, name
        elif isinstance(given, MutableMapping):
            whole = "" if name == HOUSE else f"{name}."
            yield from ((given, key) for key in list(given) if by_key().get(f"{whole}{key}") is choice)


def spellings(value: str) -> list[str]:
    """Return the spellings that one word stands for, as they are written with commas between them."""
    return [one.strip() for one in value.split(",") if one.strip()]


def put_word(document: "TOMLDocument", choice: StyleChoice, word: str, value: str) -> None:
    """Give one word of a choice a value of its own; without a value it is taken out.

    Raises `KnownError` where one value for all words stands in the way.
    """
    where = list(holders(document, choice))
    if not value:
        for table, key in where:
            _take_out(table, key, word)
        return
    tables = [table[key] for table, key in where if isinstance(table[key], MutableMapping)]
    lists = [one for one in where if isinstance(one[0][one[1]], list)]
    if tables:
        tables[-1][word] = _written(choice, value)
    elif lists:
        _into_list(choice, *lists[-1], word, value)
    elif where:
        _beside_value(choice, *where[-1], word, value)
    else:
        _first(document, choice, word, _written(choice, value))


def _written(choice: StyleChoice, value: str) -> str | list[str]:
    """Return what stands in the file: spellings for a choice that has no forms, else a form."""
    return value if choice.forms else spellings(value)


def _take_out(table: MutableMapping[str, Any], key: str, word: str) -> None:
    given = table[key]
    if isinstance(given, MutableMapping) and word in given:
        del given[word]
    elif isinstance(given, list) and word in given:
        given.remove(word)
        if not given:
            del table[key]


def _into_list(choice: StyleChoice, table: MutableMapping[str, Any], key: str, word: str, value: str) -> None:
    """Put a word into a list of those that have the first form: all others have the last one."""
    if value == choice.forms[0].name:
        if word not in table[key]:
            table[key].append(word)
    elif value == choice.forms[-1].name:
        _take_out(table, key, word)
    else:
        raise KnownError(
            f"“{choice.key}” is a list in the house file: its words have “{choice.forms[0].name}”, all others "
            f"“{choice.forms[-1].name}”. Choose one of these for “{word}”."
        )


def _beside_value(choice: StyleChoice, table: MutableMapping[str, Any], key: str, word: str, value: str) -> None:
    """Make a list of one value for all words where that says the same."""
    form = choice.form_of(str(table[key]))
    if not choice.forms or form != choice.forms[-1].name or value != choice.forms[0].name:
        raise KnownError(
            f"“{choice.key}” has one value for all words in the house file (“{table[key]}”); take that back before "
            f"“{word}” has one of its own."
        )
    table[key] = [word]


def put_note(document: "TOMLDocument", choice: StyleChoice, text: str) -> None:
    """Say something with the findings of a choice, or nothing any more: where it stands, or behind the others."""
    import tomlkit

    for table, key in list(_notes_of(document, choice)):
        if text:
            table[key] = text
        else:
            del table[key]
        return
    if not text:
        return
    if NOTES not in document:
        if document.as_string().strip():
            document.add(tomlkit.nl())
        document.add(NOTES, tomlkit.table())
    notes: Any = document[NOTES]
    append_key(notes, choice.key, text)


def _notes_of(document: "TOMLDocument", choice: StyleChoice) -> "Iterator[Holder]":
    notes = document.get(NOTES)
    if not isinstance(notes, MutableMapping):
        return
    for name, given in list(notes.items()):
        if by_key().get(name) is choice and isinstance(given, str):
            yield notes, name
        elif isinstance(given, MutableMapping):
            yield from ((given, key) for key in list(given) if by_key().get(f"{name}.{key}") is choice)


def _first(document: "TOMLDocument", choice: StyleChoice, word: str, value: str | list[str]) -> None:
    """Put in the first word of a choice: in a table of its own, or with a dotted key in the one of its group."""
    import tomlkit

    group, _, name = choice.key.rpartition(".")
    parent = document.get(group) if group else None
    if parent is None:
        if document.as_string().strip():
            document.add(tomlkit.nl())
        words = tomlkit.table()
        words.append(word, value)
        document.add(group or name, words if not group else _around(name, words))
    elif hasattr(parent, "value") and isinstance(parent, MutableMapping):
        append_key(parent, tomlkit.key([name, word]), value)  # type: ignore[arg-type]  # a mapping with a `value` is a table
    else:
        raise KnownError(f"[{group}] must be a table in the house file; mend it there first.")


def _around(name: str, words: "Table") -> "Table":
    import tomlkit

    outer = tomlkit.table(is_super_table=True)
    outer.append(name, words)
    return outer


def append_key(table: "Table", key: "str | Key", value: object) -> None:
    """Set a new key behind the keys of a table; comments at its end stay at its end."""
    body = table.value.body
    last = max((nth for nth, (name, _) in enumerate(body) if name is not None), default=-1)
    behind = body[last + 1 :]
    del body[last + 1 :]
    table.append(key, value)
    body.extend(behind)
