"""An examiner for one command of the terminal, which needs no window and no open desk."""

from desk.commands.say import say
from desk.commands.told_settings import tell_faults
from desk.errors import KnownError
from desk.paths import data_dir
from desk.services.examiner import Examiner


def examiner_for(database: str) -> Examiner:
    """Return what checks files: with the desk's own words and names where there is a desk, without one otherwise."""
    examiner = Examiner()
    tell_faults(examiner.settings)
    try:
        named = database or examiner.settings.stories_at()
    except KnownError:  # told already
        return examiner
    if named or (data_dir() / "copydesk.db").exists():
        _know_the_desks_words(examiner, named)
    return examiner


def _know_the_desks_words(examiner: Examiner, database: str) -> None:
    from desk.services.own_words import know_own_words

    try:
        know_own_words(examiner, database)
    except KnownError as error:
        say(f"The desk's own words and names are left out: {error}", err=True)
