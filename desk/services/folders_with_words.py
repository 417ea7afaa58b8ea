"""Which shared folders may have words of emptied texts in packs of this copy: the next exchange mends it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.packs.layout import ENDING
from desk.services.seen_folders import KnownFolder, SeenFolders, id_of

if TYPE_CHECKING:
    from desk.store.connect import Store


def folders_with_words(store: "Store") -> tuple[str, ...]:
    """Return a sentence for each folder by which nothing was exchanged since a text was emptied."""
    known, stories = store.strands.me(), store.emptying.stories()
    if known is None or not stories:
        return ()
    when = store.emptying.when()
    last = {story: max(when[digest] for digest in texts) for story, texts in stories.items()}
    strand = known[0].id
    return tuple(filter(None, (_said(folder, strand, last) for folder in SeenFolders(strand).folders())))


def _said(known: KnownFolder, strand: str, emptied: Mapping[str, datetime]) -> str:
    since = [story for story, when in emptied.items() if known.when is None or known.when < when]
    folder, what = Path(known.path), "what this copy put there may have the words still"
    if not since:
        return ""
    try:
        if folder.is_dir() and id_of(folder) == known.id:  # several sticks may come to one path
            is_any = any((folder / strand / f"{story}{ENDING}").exists() for story in since)
            return f"In the folder {folder} {what}: exchange by it once more." if is_any else ""
    except OSError:
        pass  # a share that answers with an error is as far away as one that is not there
    return f"The folder {folder} is out of reach, and {what}: connect it and exchange by it once more."
