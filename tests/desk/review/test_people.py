import getpass
import uuid

import pytest

from desk.errors import KnownError
from desk.review import ids
from desk.review.ids import new_id
from desk.review.people import ALONE, EVERY_ROLE, Person, Role, pin_fits, pin_hash, role_of, same_person, working
from desk.text.moments import now


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Rosa Marquez", "RM"),
        ("rosa", "RO"),
        ("Ana Maria de Souza", "AMD"),
        ("t.reyes", "TR"),
        ("Ødegård", "ØD"),
        ("", ""),
    ],
)
def test_initials(name, initials):
    assert Person(name).initials == initials


def test_who_works_is_in_the_settings_or_known_to_the_system(monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "treyes")
    assert working("  Rosa   Marquez ") == Person("Rosa Marquez", EVERY_ROLE)
    assert working().name == "treyes"
    assert working("Rosa", [Role.EDITOR]).roles == {Role.EDITOR}


@pytest.mark.parametrize("error", [KeyError("uid"), OSError("no user"), ImportError("pwd")])
def test_a_system_that_knows_nobody_is_no_error(monkeypatch, error):
    def unknown():
        raise error

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert working().name == "Somebody"


def test_one_person_in_two_signatures():
    assert same_person("Tam Reyes", " tam  reyes")
    assert not same_person("Tam Reyes", "Tam Reyes Jr")
    assert not same_person("", "")


def test_roles():
    assert Person("Rosa", frozenset({Role.EDITOR})).may({Role.EDITOR, Role.CHIEF})
    assert not Person("Rosa", frozenset({Role.EDITOR})).may({Role.CHIEF})
    assert Person("Rosa", frozenset()).may(())


def test_older_settings_have_other_words_for_roles():
    assert [role_of(word) for word in ("rim", "slot", "section chief", "section-chief")] == [
        Role.EDITOR,
        Role.EDITOR,
        Role.CHIEF,
        Role.CHIEF,
    ]
    with pytest.raises(ValueError, match="boss"):
        role_of("boss")


def test_the_key_of_a_person_is_the_id_where_there_is_one():
    assert (Person("Rosa").key, Person("Rosa", id="r").key) == ("Rosa", "r")
    assert Person("Rosa", letters="Q").initials == "Q"


def test_the_trail_is_told_as_what_somebody_acted():
    chief = Person("Odile", frozenset({Role.CHIEF, Role.EDITOR}), id="o")
    assert chief.acting_as({Role.CHIEF}) == Role.CHIEF
    assert chief.acting_as(()) == Role.EDITOR
    assert Person("Guest", frozenset(), id="g").acting_as(()) == "guest"
    assert Person("Rosa").acting_as({Role.CHIEF}) == ALONE


def test_a_pin_is_kept_salted_and_never_as_it_is():
    kept = pin_hash("2718")
    assert "2718" not in kept
    assert kept != pin_hash("2718")
    assert pin_fits(kept, "2718")
    assert not pin_fits(kept, "2719")
    assert pin_hash("") == ""
    assert pin_fits("", "anything")
    with pytest.raises(KnownError, match="at least 4 characters"):
        pin_hash("123")


def test_ids_are_uuids_of_version_7_and_grow():
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(set(made))
    first = uuid.UUID(made[0])
    assert (first.version, first.variant) == (7, uuid.RFC_4122)
    assert abs((first.int >> 80) / 1000 - now().timestamp()) < 600


def test_ids_grow_even_if_the_clock_is_set_back(monkeypatch):
    before = new_id()
    monkeypatch.setattr(ids.time, "time_ns", lambda: 1)
    assert new_id() > before
