"""The word lists behind the names check: plain text files in `resources/names/`, read once when first needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from desk.checks.names.letters import groups_of_letters, squashed
from desk.paths import resources_dir
from desk.text.kept import kept_by_word


def _lines(name: str) -> Iterator[str]:
    text = (resources_dir() / "names" / name).read_text("utf-8")
    return (line for line in text.splitlines() if line and line[0] not in "#[")


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def lines_under(name: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the words of each line below each heading in square brackets."""
    out: dict[str, list[tuple[str, ...]]] = {}
    heading = ""
    for line in (resources_dir() / "names" / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif not line.startswith("#"):
            out.setdefault(heading, []).append(tuple(line.split()))
    return out


def parts_of(name: str) -> dict[str, frozenset[str]]:
    """Return the words below each heading in square brackets."""
    return {heading: frozenset(w for line in lines for w in line) for heading, lines in lines_under(name).items()}


def _households(name: str) -> dict[str, frozenset[str]]:
    """Return given names by squashed family name, from lines like `bush: george jeb`."""
    pairs = (line.split(":") for line in _lines(name))
    return {squashed(family): frozenset(members.split()) for family, members in pairs}


def _places_written(name: str) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for line in _lines(name):
        forms = tuple(form.strip() for form in line.split(","))
        out.update({form.split()[0]: forms for form in forms})
    return out


def _families(name: str) -> dict[str, frozenset[str]]:
    """Return for each plain word of a line all words of its lines: `bill: {bill, william, billy, ...}`."""
    out: dict[str, frozenset[str]] = {}
    for line in _lines(name):
        family = frozenset(squashed(word) for word in line.split())
        for word in family:
            out[word] = out.get(word, frozenset()) | family
    return out


@dataclass(frozen=True)
class Lists:
    """All lists, plain (no accents, small letters) except `titles` and `organisation_words`, which are as written."""

    titles: frozenset[str]
    function: frozenset[str]
    words: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    days: frozenset[str]
    peoples: frozenset[str]
    known: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    eastern: frozenset[str]
    vietnamese: frozenset[str]
    common_surnames: frozenset[str]
    short_forms: dict[str, frozenset[str]]
    variants: dict[str, frozenset[str]]
    families: dict[str, frozenset[str]]
    acronyms: dict[str, str]
    organisation_words: frozenset[str]
    """As written; a name that ends in one is an organisation's."""
    gendered: dict[str, tuple[str, int]]
    """By word for a man or a woman ("spokesman"): the man's word of its pair, and 1 if it is the woman's."""
    honour_places: frozenset[str]
    """What stands behind "Abu" in the name of a place."""
    honour_shortened: frozenset[str]
    """Words of countries where "Abu" is shortened away like any other given name."""
    known_by_surname: frozenset[str]
    """Family names that every reader knows: Shakespeare, Einstein."""
    places_written: dict[str, tuple[str, ...]]
    """The names of one place, by the first word of each."""
    long_places: tuple[str, ...]
    """As written; names of places that begin with a plain word."""

    @cached_property
    def letters(self) -> frozenset[str]:
        """Return every three letters in a row that some name or word has; about 30 ms the first time."""
        known = self.known | self.words | self.function
        return frozenset(group for word in known if word.isalpha() for group in groups_of_letters(word))


@cache
def lists() -> Lists:
    """Return the shipped lists; about 10 ms the first time."""
    parts, honour, of_places = parts_of("given.txt"), parts_of("honour.txt"), parts_of("places.txt")
    given, surnames, places = _words("given.txt"), _words("surnames.txt"), _words("places.txt")
    return Lists(
        titles=_words("titles.txt"),
        function=_words("function_words.txt"),
        words=_words("words.txt"),
        given=given,
        surnames=surnames,
        places=places,
        days=of_places["days"],
        peoples=of_places["peoples"],
        known=given | surnames | places | _words("organisations.txt"),
        women=parts["women"],
        men=parts["men"],
        vietnamese=_words("vietnamese.txt"),
        eastern=parts_of("surnames.txt")["east and south-east asia, pacific"],
        common_surnames=_words("common_surnames.txt"),
        short_forms=_families("short_forms.txt"),
        variants=_families("variants.txt"),
        families=_households("families.txt"),
        acronyms={short.strip(): long.strip() for short, long in (line.split("=") for line in _lines("acronyms.txt"))},
        organisation_words=_words("organisation_words.txt"),
        gendered={
            word: (line.split()[0], side) for line in _lines("gendered.txt") for side, word in enumerate(line.split())
        },
        honour_places=honour["places"],
        honour_shortened=honour["shortened"],
        known_by_surname=_words("known_by_surname.txt"),
        places_written=_places_written("place_variants.txt"),
        long_places=tuple(_lines("long_places.txt")),
    )


_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("ily", "y"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ers", ""), ("ers", "e"),
    ("ings", ""), ("ness", ""), ("ment", ""), ("ments", ""), ("less", ""), ("ful", ""), ("al", ""), ("ally", "al"),
    ("ist", ""), ("ism", ""), ("ists", ""), ("y", ""), ("y", "e"),
)  # fmt: skip
_PREFIXES = ("un", "re", "non", "over", "anti", "mis", "dis", "pre", "post", "under", "out", "co", "self")


_LONG_STEMS = frozenset(
    {"er", "ers", "est", "al", "ist", "ists", "ism", "y"}
)  # after less than four letters mostly no word
_VOWELS = frozenset("aeiou")


@kept_by_word
def _is_word(word: str) -> bool:
    known = lists().words
    if word in known or word in lists().function:
        return True
    return any(word.endswith(ending) and _joins(word[: -len(ending)], ending, base, known) for ending, base in _ENDINGS)


def _joins(stem: str, ending: str, base: str, known: frozenset[str]) -> bool:
    """Return whether an ending may stand behind the stem of a known word: "boxes" and "runner", not "lionns"."""
    if len(stem) < 3 + (ending in _LONG_STEMS):
        return False
    if stem + base in known:
        return bool(base) or (_takes_es(stem) if ending == "es" else not _turns_to_i(stem, ending))
    doubled = not base and ending[0] in _VOWELS and len(stem) > 3 and stem[-1] == stem[-2]
    return doubled and stem[:-1] in known


def _takes_es(stem: str) -> bool:
    return stem[-1] in "sxzho"


def _turns_to_i(stem: str, ending: str) -> bool:
    """Return whether a "y" at the end of the stem would have become an "i" ("memorial", not "memoryal")."""
    return stem[-1] == "y" and stem[-2] not in _VOWELS and ending[0] in "aes"


@kept_by_word
def is_word(word: str) -> bool:
    """Return whether a word in small letters is an ordinary English one, endings and common prefixes understood."""
    return _is_word(word) or any(
        word.startswith(p) and len(word) - len(p) >= 4 and _is_word(word[len(p) :]) for p in _PREFIXES
    )


def is_function_word(word: str) -> bool:
    """Return whether a word, as written, is one of the small words that begin sentences."""
    return word.lower().replace("’", "'") in lists().function


__all__ = ["Lists", "is_function_word", "is_word", "lists", "squashed"]
