import getpass
import uuid

import pytest

from desk.errors import KnownError
from desk.review import ids
from desk.review.ids import new_id
from desk.review.people import (
    ALONE,
    EVERY_ROLE,
    NO_ONE,
    Actor,
    Person,
    Role,
    actor,
    id_of_name,
    kept_id,
    pin_fits,
    pin_hash,
    role_of,
    same_words,
    working,
)
from desk.text.moments import now
from tests.rows import rows


@rows(
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
    assert working("  Rosa   Marquez ", account="a") == Person("Rosa Marquez", EVERY_ROLE, id="a", alone=True)
    assert not working("Rosa", account="a").set_up
    assert working().name == "treyes"
    assert working("Rosa", [Role.EDITOR]).roles == {Role.EDITOR}


@pytest.mark.parametrize("error", [KeyError("uid"), OSError("no user"), ImportError("pwd")])
def test_a_system_that_knows_nobody_is_no_error(monkeypatch, error):
    def unknown():
        raise error

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert working().name == "Somebody"


def test_one_person_in_two_signatures():
    assert same_words("Tam Reyes", " tam  reyes")
    assert not same_words("Tam Reyes", "Tam Reyes Jr")
    assert not same_words("", "")


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


def test_who_did_something_is_told_by_the_id_alone():
    rosa = Person("Rosa", id="r", letters="Q", former=frozenset({id_of_name("Rosa Marquez")}))
    assert (rosa.actor.id, str(rosa.actor), rosa.actor.initials) == ("r", "Rosa", "Q")
    assert rosa.did(Actor("r", "Rosalind"))
    assert rosa.did(actor("", " rosa  MARQUEZ"))
    assert not rosa.did(actor("", "Rosa"))
    assert not rosa.did(actor("x", "Rosa"))
    assert not rosa.did(NO_ONE)
    assert not Person("").did(NO_ONE)


def test_what_was_kept_under_a_name_alone_is_kept_so_again():
    assert kept_id(actor("", "Rosa")) == ""
    assert kept_id(actor("r", "Rosa")) == "r"
    assert kept_id(Actor(id_of_name("Tam"), "Rosa")) == id_of_name("Tam")
    assert kept_id(NO_ONE) == ""
    assert actor("", "") == NO_ONE
    assert id_of_name("\ud800") != id_of_name("x")


def test_the_trail_is_told_as_what_somebody_acted():
    chief = Person("Odile", frozenset({Role.CHIEF, Role.EDITOR}), id="o")
    assert chief.acting_as({Role.CHIEF}) == Role.CHIEF
    assert chief.acting_as(()) == Role.EDITOR
    assert Person("Guest", frozenset(), id="g").acting_as(()) == "guest"
    assert Person("Rosa").acting_as({Role.CHIEF}) == ALONE


def test_a_pin_is_kept_salted_and_never_as_it_is():
    kept = pin_hash("pin18")
    assert "pin18" not in kept
    assert kept != pin_hash("pin18")
    assert pin_fits(kept, "pin18")
    assert not pin_fits(kept, "2719")
    assert pin_hash("") == ""
    assert pin_fits("", "anything")
    with pytest.raises(KnownError, match="at least 4 characters"):
        pin_hash("123")


@pytest.mark.usefixtures("guessed_dearly")
def test_a_pin_that_was_kept_before_still_fits_for_it_is_as_dear_to_guess():
    kept = "00112233445566778899aabbccddeeff:4822dd3e4cd4430c332d63b5cdbad4fe295736da2c4267c4f515d6623f4e80f4"
    assert pin_fits(kept, "pin18")
    assert not pin_fits(kept, "pin19")


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
