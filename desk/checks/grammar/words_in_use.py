"""Words that are in use somewhere in English though the dictionaries lack them: a third opinion, `words_in_use.txt`."""

from functools import cache

from desk.paths import resources_dir
from desk.text.kept import kept_by_word


@kept_by_word
def is_in_use(word: str) -> bool:
    """Return whether the list has the word, in any case; about 100 µs, for the few words that nobody else knows."""
    return f"\n{word.casefold()}\n".encode(errors="surrogatepass") in _words()


@cache
def _words() -> bytes:
    """Return the file as it stands, one word a line: 1 MB, a fifth of what a set of them takes."""
    return (resources_dir() / "grammar" / "words_in_use.txt").read_bytes()
