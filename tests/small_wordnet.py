"""A dictionary of a few words in the form of WordNet's own files (wndb(5WN)), in words of our own."""

import hashlib
import io
import zipfile
from pathlib import Path

from desk.checks.grammar.engine.lock_file import Jar, Lock
from desk.thesaurus.thesaurus import Thesaurus

HEAD = "  1 A dictionary of a few words.  \n"
SETS = {
    "noun": [
        ("shore", "the land beside a sea", (), ""),
        ("quay wharf Pier", 'where ships are made fast; "she waited on the quay"', (("@", "noun", 0, "0000"),), ""),
        ("delay hold-up", "a time in which one waits", (), ""),
    ],
    "verb": [
        ("say tell", 'put into words; "he said so"; "say it again"', (("@", "verb", 1, "0000"),), " 01 + 02 00"),
        ("express", "make known", (), " 01 + 02 00"),
        ("say hold", "be of an opinion", (), " 01 + 02 00"),
        ("take_place happen", "come about", (), " 01 + 02 00"),
    ],
    "adj": [
        ("big large(a)", "of much size", (("&", "adj", 1, "0000"), ("!", "adj", 2, "0101")), ""),
        ("vast", "very big", (("&", "adj", 0, "0000"),), ""),
        ("small little", "of less size", (("!", "adj", 0, "0101"),), ""),
    ],
    "adv": [("away", "at a distance", (), "")],
}
"""Words, gloss, pointers (sign, file, number of the set, which words) and frames of each set, by file."""
EXCEPTIONS = {"noun": "wharves wharf\n", "verb": "said say\ntook take\n", "adj": "", "adv": ""}
_SIDE = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}


def _lines(offsets: dict[tuple[str, int], int], file: str) -> list[str]:
    out = []
    for nth, (words, gloss, pointers, frames) in enumerate(SETS[file]):
        listed = words.split()
        told = "".join(f" {sign} {offsets.get((to, n), 0):08d} {_SIDE[to]} {ends}" for sign, to, n, ends in pointers)
        written = " ".join(f"{word} 0" for word in listed)
        head = f"{offsets.get((file, nth), 0):08d} 00 {_SIDE[file]} {len(listed):02x} {written} {len(pointers):03d}"
        out.append(f"{head}{told}{frames} | {gloss}  \n")
    return out


def _index(offsets: dict[tuple[str, int], int], file: str) -> str:
    places: dict[str, list[int]] = {}
    for nth, (words, *_) in enumerate(SETS[file]):
        for word in words.split():
            places.setdefault(word.split("(")[0].casefold(), []).append(offsets[file, nth])
    line = "{} {} {} 0 {} 0 {}  \n".format
    told = (line(w, _SIDE[file], len(at), len(at), " ".join(f"{o:08d}" for o in at)) for w, at in places.items())
    return HEAD + "".join(sorted(told))


def jar_bytes() -> bytes:
    """Return the dictionary as a jar."""
    offsets: dict[tuple[str, int], int] = {}
    for file in SETS:
        at = len(HEAD)
        for nth, line in enumerate(_lines({}, file)):
            offsets[file, nth] = at
            at += len(line)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as jar:
        for file in SETS:
            jar.writestr(f"dict/data.{file}", HEAD + "".join(_lines(offsets, file)))
            jar.writestr(f"dict/index.{file}", _index(offsets, file))
            jar.writestr(f"dict/{file}.exc", EXCEPTIONS[file])
    return out.getvalue()


def lock_of(jar: bytes) -> Lock:
    """Return a lock for this jar alone."""
    one = Jar("org.test:small-wordnet:1", len(jar), hashlib.sha256(jar).hexdigest())
    return Lock("1", (one,), "wordnet", "dictionary")


def put_there(thesaurus: Thesaurus, jar: bytes) -> Path:
    """Install a jar without asking whether it is the right one, and return its path."""
    folder = thesaurus.folders.engine(thesaurus.lock)
    folder.mkdir(parents=True)
    path = folder / thesaurus.lock.jars[0].file_name
    path.write_bytes(jar)
    return path
