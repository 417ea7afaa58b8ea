"""What can be done about a database that cannot be opened."""

from desk.errors import KnownError
from desk.services.rescue import Rescue


def test_an_address_that_makes_no_sense_has_no_backups_and_no_error_of_its_own():
    assert Rescue("nonsense://desk").backups_for(KnownError("“nonsense://desk” is no database address.")) == ()
