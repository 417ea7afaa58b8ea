import getpass
import uuid

import pytest

from desk.review import ids
from desk.review.ids import new_id, now
from desk.review.people import EVERY_ROLE, Person, Role, same_person, working


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
    assert working("Rosa", [Role.SLOT]).roles == {Role.SLOT}


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
    assert Person("Rosa", frozenset({Role.RIM})).may({Role.RIM, Role.SLOT})
    assert not Person("Rosa", frozenset({Role.RIM})).may({Role.SLOT})
    assert Person("Rosa", frozenset()).may(())


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
