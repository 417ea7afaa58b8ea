"""How people are referred to after their full name: the short form of their culture, titles, shared family names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from desk.checks.check import Severity
from desk.checks.house import House, NameAnswer, Verdict
from desk.checks.names.group import Story
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists
from desk.checks.names.people import Mention, People
from desk.checks.names.suspicion import Suspicion
from desk.text.spans import Span

_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "President", "Chairman", "Premier", "Leader", "Dr", "Secretary"})


def used_before_introduced(story: Story, folk: People) -> Iterator[Suspicion]:
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
        if early and squashed(first.words[0]) in known.given and story.in_copy(first.run):
            yield Suspicion(
                "names.unintroduced",
                " ".join(first.words),
                early[0].words[-1],
                (_span(first),),
                (_span(early[0]),),
                f"the full name “{' '.join(first.words)}” comes later",
                Severity.HINT,
            )


_SPEAKS = re.compile(r"[’'\"”,]*\s+(?:said|says|told|added|wrote|tweeted|asked|explained|argued|insisted|warned)\b")


def _acts(story: Story, mention: Mention) -> bool:
    """Return whether a bare name is used as that of somebody the reader knows: with a courtesy title, or speaking."""
    return _courteous(mention) or bool(_SPEAKS.match(story.text, mention.end))


_FIRST_BODY = 1  # number of the first block in which a name counts as used


def quoted(story: Story, mention: Mention) -> bool:
    """Return whether a mention stands inside a quotation of its block."""
    block = story.blocks[story.runs[mention.run].block]
    before = story.text[block.start : mention.start]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end)


def family_name_first(story: Story, folk: People, house: House) -> Iterator[Suspicion]:
    """Yield second references that take the given name of a family-name-first name for the family name ("Mr. Un")."""
    if not _EASTERN & house.family_name_first:
        return
    for given, mentions in folk.full.items():
        first = next((m for m in mentions if _is_eastern(m)), None)
        wrong = [m for m in folk.bare.get(given, ()) if first and m.start > first.start and _courteous(m)]
        if first and wrong:
            family = first.words[0]
            yield Suspicion(
                "names.reference-form",
                family,
                wrong[0].words[-1],
                (_span(first),),
                tuple(map(_span, wrong)),
                f"in “{' '.join(first.words)}” the family name is {family}",
            )


_EASTERN = frozenset({"korean", "chinese"})


def _is_eastern(mention: Mention) -> bool:
    """Return whether a full name plainly has the family name in front: Xi Jinping, but not Kim Basinger."""
    family, *given = (squashed(word) for word in mention.words)
    known = lists()
    if family not in known.eastern or any(word in known.given or word in known.surnames for word in given[:1]):
        return False
    return (len(given) == 1 and family not in known.given) or (len(given) == _SYLLABLES and len(given[1]) <= _SYLLABLE)


_SYLLABLES = 2
_SYLLABLE = 5  # letters of one Korean or Chinese syllable at most, with one to spare


def _courteous(mention: Mention) -> bool:
    return any(title.rstrip(".") in _COURTESY for title in mention.titles)


_NAMING = frozenset({"Abu", "Umm", "Oum"})
_HONOUR = 2  # words of the name of honour itself; what follows says where its bearer is from
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)[-‐‑]", re.IGNORECASE)


def names_of_honour(story: Story, folk: People) -> Iterator[Suspicion]:
    """Yield "Hamza" alone where the story has "Abu Hamza": the two words are one name and do not come apart.

    South Asian given names begin with Abu as well and are shortened, so the full name must end in an Arabic "al-".
    """
    whole: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for mention in folk.mentions:
        if len(mention.words) > _HONOUR and mention.words[0] in _NAMING and _ARTICLE.match(mention.words[-1]):
            honour, name = mention.words[:2]
            whole[honour, name].append(Span(mention.start, mention.start + len(f"{honour} {name}")))
    for (honour, name), places in whole.items():
        alone = [m for m in folk.bare.get(squashed(name), ()) if m.start > places[0].start]
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


def article_kept_and_dropped(story: Story, folk: People, house: House) -> Iterator[Suspicion]:
    """Yield an Arabic family name that stands alone both with its article and without; the house says which to keep."""
    for family, with_article in folk.bare.items():
        spelled = with_article[0].words[-1]
        article = _ARTICLE.match(spelled)
        if article is None or not any(m.words[-1] == spelled for m in folk.full.get(family, ())):
            continue
        plain = spelled[article.end() :]
        without = [m for m in folk.bare.get(squashed(plain), ()) if m.words[-1] == plain]
        if not without:
            continue
        forms = [(plain, without), (spelled, with_article)]
        (keep, kept), (depart, departing) = forms if house.drop_al_on_second_reference else forms[::-1]
        yield Suspicion(
            "names.reference-form",
            keep,
            depart,
            tuple(map(_span, kept)),
            tuple(map(_span, departing)),
            "the article is kept in some places and dropped in others",
            Severity.HINT,
        )


_RIVALS = (
    ({"Mr"}, {"Mrs", "Ms", "Miss"}),
    ({"Sen", "Senator"}, {"Rep", "Representative", "Congressman", "Congresswoman"}),
)


def titles_changed(story: Story, folk: People) -> Iterator[Suspicion]:
    """Yield a family name that one person of the story bears, and that stands with titles which exclude each other."""
    for family, bare in folk.bare.items():
        bearers = {m.words[0] for m in folk.full.get(family, ())}
        if len(bearers) != 1 or family in lists().families:
            continue
        for ours, theirs in _RIVALS:
            sides = [[m for m in (*bare, *folk.full[family]) if _titled(m, side)] for side in (ours, theirs)]
            if all(sides):
                keep, depart = sorted(sides, key=lambda side: (-len(side), side[0].start))
                yield _title(family, keep, depart)


def _titled(mention: Mention, titles: set[str]) -> bool:
    return bool(mention.titles) and mention.titles[-1].rstrip(".") in titles


def _title(family: str, keep: list[Mention], depart: list[Mention]) -> Suspicion:
    ours, theirs = (f"{side[0].titles[-1]} {side[0].words[-1]}" for side in (keep, depart))
    return Suspicion(
        "names.title-change",
        ours,
        theirs,
        tuple(map(_whole, keep)),
        tuple(map(_whole, depart)),
        f"only one {keep[0].words[-1]} is introduced",
        Severity.HINT,
        once=True,
    )


def _whole(mention: Mention) -> Span:
    """Return the place of a mention together with the last title before it."""
    return Span(mention.start - len(mention.titles[-1]) - 1, mention.end)


def shared_family_names(folk: People, answers: Iterable[NameAnswer]) -> Iterator[tuple[Mention, list[Mention]]]:
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
