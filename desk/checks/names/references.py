"""How people are referred to after their full name: the short form of their culture, titles, shared family names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from desk.checks.check import Severity
from desk.checks.house import House, NameAnswer, Verdict
from desk.checks.names.articles import ARTICLE
from desk.checks.names.group import StoryNames
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists
from desk.checks.names.people import Mention, NamedPeople
from desk.checks.names.suspicion import Suspicion
from desk.text.matcher import matcher
from desk.text.spans import Span

_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "President", "Chairman", "Premier", "Leader", "Dr", "Secretary"})


def used_before_introduced(story: StoryNames, folk: NamedPeople) -> Iterator[Suspicion]:
    """Yield family names that speak or bear a title in the body before the paragraph that names them in full.

    Headline and lead may anticipate a name, so the first block of a story does not count; nor do quotations, nor
    families in the news.
    """
    known = lists()
    for family, full in folk.full.items():
        if family in known.places or family in known.families or is_word(family):
            continue
        first = min(full, key=lambda m: m.start)
        block = story.runs[first.run].block
        early = [m for m in folk.bare.get(family, ()) if _FIRST_BODY <= story.runs[m.run].block < block]
        early = [m for m in early if story.in_copy(m.run) and _acts(story, m) and not quoted(story, m)]
        if not early or any(family in map(squashed, m.words[:-1]) and m.start < first.start for m in folk.mentions):
            continue  # a firm of that name may stand above: Kestrel Foods, and Edwin Kestrel, who founded it
        if squashed(first.words[0]) in known.given and story.in_copy(first.run):
            yield Suspicion(
                "names.unintroduced",
                " ".join(first.words),
                early[0].words[-1],
                (_span(first),),
                (_span(early[0]),),
                f"the full name “{' '.join(first.words)}” comes later",
                Severity.HINT,
            )


_SPEAKS = matcher(r"[’'\"”,]*\s+(?:said|says|told|added|wrote|tweeted|asked|explained|argued|insisted|warned)\b")


def _acts(story: StoryNames, mention: Mention) -> bool:
    """Return whether a bare name is used as that of somebody the reader knows: with a courtesy title, or speaking."""
    return _courteous(mention) or bool(_SPEAKS.match(story.text, mention.end))


_FIRST_BODY = 1  # number of the first block in which a name counts as used


def quoted(story: StoryNames, mention: Mention) -> bool:
    """Return whether a mention stands inside a quotation of its block."""
    block = story.blocks[story.runs[mention.run].block]
    before = story.text[block.start : mention.start]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end)


def family_name_first(story: StoryNames, folk: NamedPeople, house: House) -> Iterator[Suspicion]:
    """Yield second references that take the given name of a family-name-first name for the family name ("Mr. Un")."""
    if _EASTERN.isdisjoint(house.family_name_first):
        return
    for given, mentions in folk.full.items():
        first = next((m for m in mentions if _is_eastern(m)), None)
        if first is None:
            continue
        wrong = [m for m in folk.bare.get(given, ()) if m.start > first.start and _acts(story, m)]
        if wrong:
            family = first.words[0]
            yield Suspicion(
                "names.reference-form",
                family,
                wrong[0].words[-1],
                (_span(first),),
                tuple(map(_span, wrong)),
                f"in “{' '.join(first.words)}” the family name is {family}",
                Severity.WARNING if any(map(_courteous, wrong)) else Severity.HINT,
            )


_EASTERN = frozenset({"korean", "chinese"})


def _is_eastern(mention: Mention) -> bool:
    """Return whether a full name is plainly Korean or Chinese, family name first: Xi Jinping, but not Kim Basinger.

    Japanese families have more than one syllable in Latin letters; Vietnamese are called by the last word.
    """
    family, *given = (squashed(word) for word in mention.words)
    known = lists()
    if family not in known.eastern or family in known.vietnamese or _syllables(family) > 1:
        return False
    if all(is_word(word) for word in given) or any(map(_is_western, given)):
        return False
    if len(given) == 1:
        other = given[0] in known.given or given[0] in known.places or family in known.given
        return not other and _syllables(given[0]) <= _SYLLABLES
    return len(given) == _SYLLABLES and all(_syllables(word) == 1 for word in given)


def _is_western(word: str) -> bool:
    return word in lists().surnames and word not in lists().eastern


_SYLLABLES = 2  # of a Korean or Chinese given name at most
_VOWELS = matcher(r"[aeiouy]+")


def _syllables(word: str) -> int:
    return len(_VOWELS.findall(word))


def _courteous(mention: Mention) -> bool:
    return any(title.rstrip(".") in _COURTESY for title in mention.titles)


_NAMING = frozenset({"Abu", "Umm", "Oum"})
_HONOUR = 2  # words of the name of honour itself; what follows says where its bearer is from


def names_of_honour(story: StoryNames, folk: NamedPeople) -> Iterator[Suspicion]:
    """Yield "Hamza" alone where the story has "Abu Hamza": the two words are one name and do not come apart.

    South Asian given names begin with Abu as well and are shortened, so in a story from there the full name must end
    in an Arabic "al-".
    """
    shortened = not lists().honour_shortened.isdisjoint(word.key for word in story.words.values())
    whole: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for mention in folk.mentions:
        if (
            len(mention.words) < _HONOUR
            or mention.words[0] not in _NAMING
            or squashed(mention.words[1]) in lists().honour_places
        ):
            continue
        if ARTICLE.match(mention.words[-1]) or (len(mention.words) == _HONOUR and not shortened):
            honour, name = mention.words[:2]
            whole[honour, name].append(Span(mention.start, mention.start + len(f"{honour} {name}")))
    for (honour, name), places in whole.items():
        alone = [m for m in folk.bare.get(squashed(name), ()) if m.start > places[0].start]
        if squashed(name) in {squashed(m.words[0]) for m in folk.mentions if len(m.words) > 1}:
            continue  # somebody else is called so
        if alone:
            form = f"{honour} {name}"
            yield Suspicion(
                "names.reference-form",
                form,
                name,
                tuple(places),
                tuple(map(_span, alone)),
                f"“{form}” is one name and is not shortened",
            )


def shared_family_names(folk: NamedPeople, answers: Iterable[NameAnswer]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Yield each bare family name that two people bear, once the editor has said that they are two."""
    different = [answer for answer in answers if answer.verdict is Verdict.DIFFERENT]
    families: dict[str, set[str]] = defaultdict(set)
    for answer in different:
        ours, theirs = answer.first.split(), answer.second.split()
        if len(ours) > 1 and len(theirs) > 1 and squashed(ours[-1]) == squashed(theirs[-1]):
            families[squashed(ours[-1])] |= {" ".join(answer.first.split()), " ".join(answer.second.split())}
    for family, people in families.items():
        bearers = [m for m in folk.full.get(family, ()) if " ".join(m.words) in people]
        if len({m.words for m in bearers}) > 1:
            for mention in folk.bare.get(family, ()):
                yield mention, bearers
