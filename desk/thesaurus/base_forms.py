"""From a word as it stands in a text to the forms that a dictionary lists: “said” to “say”, “ferries” to “ferry”."""

from collections.abc import Iterator, Mapping

from desk.thesaurus.entry import PartOfSpeech

_ENDINGS: Mapping[PartOfSpeech, tuple[tuple[str, str], ...]] = {
    PartOfSpeech.NOUN: (
        ("s", ""),
        ("ses", "s"),
        ("xes", "x"),
        ("zes", "z"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("men", "man"),
        ("ies", "y"),
    ),
    PartOfSpeech.VERB: (
        ("s", ""),
        ("ies", "y"),
        ("es", "e"),
        ("es", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ),
    PartOfSpeech.ADJECTIVE: (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    PartOfSpeech.ADVERB: (),
}
"""What English puts at the end of a word and what stood there before (morphy(7WN)); the rest are exceptions."""


def key_of(words: str) -> str:
    """Return words as the dictionary keys them: small letters, straight apostrophes, no possessive, `_` for spaces."""
    key = "_".join(words.casefold().replace("’", "'").split())
    return key.removesuffix("'s").removesuffix("'")


def base_forms(key: str, part: PartOfSpeech, exceptions: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what may be listed for a key as this part of speech: itself first, then its exceptions, then by rule.

    Of a set phrase the first word is the one that has forms (“took place”).
    """
    yield key
    first, joint, rest = key.partition("_")
    yield from (base + joint + rest for base in _bases(first, part, exceptions))
    if joint:
        yield from _bases(key, part, exceptions)  # police officers


def _bases(key: str, part: PartOfSpeech, exceptions: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from exceptions.get(key, ())
    for ending, before in _ENDINGS[part]:
        if key.endswith(ending) and len(key) > len(ending):
            stem = key.removesuffix(ending)
            yield stem + before
            if not before and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]  # planned, bigger
