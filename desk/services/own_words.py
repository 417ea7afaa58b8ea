"""What checks know of a desk besides its settings, for a check of files: the rest of the desk is not opened for it."""

from desk.services.desk_use import use_in
from desk.services.examiner import Examiner


def know_own_words(examiner: Examiner, database: str) -> None:
    """Tell the checks a desk's own words, agreed spellings and use, and let go of its database; raises `KnownError`.

    A whole desk has thirty services, whose import takes longer than the check of a story.
    """
    from desk.store.connect import open_store

    store = open_store(database)
    try:
        examiner.know(store.dictionary.words(), store.book.entries(), use_in(store, examiner.settings))
    finally:
        store.close()
