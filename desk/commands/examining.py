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
    if not named and not (data_dir() / "copydesk.db").exists():
        return examiner
    examiner.close()
    return _examiner_of_desk(named)


def _examiner_of_desk(database: str) -> Examiner:
    """Return an examiner that knows the words and names of a desk; its database is let go of at once."""
    from desk.session import Session

    session = Session(database=database)
    try:
        session.open_store().store.close()
    except KnownError as error:
        say(f"The desk's own words and names are left out: {error}", err=True)
    return session.examiner
