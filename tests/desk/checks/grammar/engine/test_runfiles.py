"""How long a server stays: as long as one client holds a lease, and then as long as the last one wished."""

import pytest

from desk.checks.grammar.engine.daemon import LOOK_SECONDS, pause
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.runfiles import Lease, Leases, Room


@pytest.fixture
def room(tmp_path):
    return Room(Folders(tmp_path, tmp_path, tmp_path), "key").open()


@pytest.mark.parametrize("keep_warm", [0, 300])
def test_a_server_stays_while_a_client_holds_a_lease(room, keep_warm):
    lease = Lease(room, keep_warm)
    assert not Leases(room, keep_warm).expired()
    lease.give_up()


def test_without_warmth_it_goes_with_the_last_client(room):
    leases, first, second = Leases(room, 0), Lease(room, 0), Lease(room, 0)
    first.give_up()
    assert not leases.expired()
    second.give_up()
    assert leases.expired()


def test_the_last_clients_wish_counts(room):
    leases, lease = Leases(room, 0), Lease(room, 300)
    assert not leases.expired()
    lease.give_up()
    assert not leases.expired()


def test_a_server_that_is_to_be_kept_stays_without_a_client_until_its_time_is_over(room):
    room.keep_for("one", 60)
    leases = Leases(room, keep_warm=0, token="one")
    assert not leases.expired()
    room.keep_for("one", -1)
    assert leases.expired()


def test_a_server_that_is_started_later_is_not_kept(room):
    room.keep_for("one", 60)
    assert Leases(room, keep_warm=0, token="another").expired()


def test_a_server_is_kept_no_longer_where_nobody_wants_it(room, tmp_path):
    room.keep_for("one", 60)
    GrammarEngine(Folders(tmp_path, tmp_path, tmp_path)).keep_no_longer()
    assert Leases(room, keep_warm=0, token="one").expired()


def test_a_kept_server_without_warmth_is_looked_at_no_oftener_than_any_other(room):
    leases = Leases(room, keep_warm=0, token="one")
    assert pause(leases) < LOOK_SECONDS
    room.keep_for("one", 60)
    assert pause(leases) == LOOK_SECONDS
