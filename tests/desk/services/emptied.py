"""What tests of emptying a text by law share: the words that must go, and where they may lie."""

SECRET = "\nThe child is called Wilhelmina Ostrander and lives by the mill.\n"
WHY = "order of the court, 4 KfH 12/26"


def faults(desk):
    return [*desk.store.audit.faults(), *desk.store.trail.faults(), *desk.store.packing.faults()]


def holds(desk, words):
    """Return whether the file of a database, its log or a backup of it has these words anywhere, as it lies there."""
    path = desk.store.path
    beside = [path, *path.parent.glob(f"{path.name}-*"), *(path.parent / "backups").glob(f"{path.stem}-*")]
    return any(words.encode() in file.read_bytes() for file in beside)
