"""How people are referred to after their full name: the short form of their culture, titles, shared family names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from desk.checks.check import Severity
from desk.checks.house import House, NameAnswer, Verdict
from desk.checks.names.group import Story
from desk.checks.names.letters import squashed
from desk.checks.names.lists import lists
from desk.checks.names.people import Mention, People
from desk.checks.names.suspicion import Suspicion
from desk.text.spans import Span

_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "President", "Chairman", "Premier", "Leader", "Dr", "Secretary"})


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end)


def family_name_first(story: Story, folk: People, house: House) -> Iterator[Suspicion]:
    """Yield second references that take the given name of a family-name-first name for the family name ("Mr. Un")."""
    if not {"korean", "chinese"} & house.family_name_first:
        return
    eastern = lists().eastern
    for family, mentions in list(folk.full.items()):
        first = next((m for m in mentions if len(m.words) == 3 and squashed(m.words[0]) in eastern), None)
        if (
            first is None
            or squashed(first.words[1]) in lists().given - eastern
            or family in folk.full.keys() - {family}
        ):
            continue
        wrong = [m for m in folk.bare.get(family, ()) if m.start > first.start and _courteous(m)]
        if wrong:
            yield Suspicion(
                "names.reference-form", first.words[0], wrong[0].words[-1], (_span(first),),
                tuple(_span(m) for m in wrong), f"in “{' '.join(first.words)}” the family name is {first.words[0]}",
            )  # fmt: skip


def _courteous(mention: Mention) -> bool:
    return any(title.rstrip(".") in _COURTESY for title in mention.titles)


_NAMING = frozenset({"Abu", "Umm", "Oum"})


def names_of_honour(story: Story, folk: People) -> Iterator[Suspicion]:
    """Yield "Hamza" alone where the story has "Abu Hamza": the two words are one name and do not come apart.

    South Asian given names begin with Abu as well and are shortened, so "Abu Hamza" must be the story's usual form.
    """
    whole: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for mention in folk.mentions:
        if len(mention.words) > 1 and mention.words[0] in _NAMING:
            honour, name = mention.words[:2]
            whole[honour, name].append(Span(mention.start, mention.start + len(f"{honour} {name}")))
    for (honour, name), places in whole.items():
        alone = [m for m in folk.bare.get(squashed(name), ()) if m.start > places[0].start]
        if alone and len(places) > len(alone):
            form = f"{honour} {name}"
            yield Suspicion(
                "names.reference-form",
                form,
                name,
                tuple(places),
                tuple(map(_span, alone)),
                f"“{form}” is one name and is not shortened",
            )


_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)[-‐‑]", re.IGNORECASE)


def article_kept_and_dropped(story: Story, folk: People, house: House) -> Iterator[Suspicion]:
    """Yield an Arabic family name that stands alone both with its article and without; the house says which to keep."""
    for family, with_article in list(folk.bare.items()):
        spelled = with_article[0].words[-1] if with_article else ""
        article = _ARTICLE.match(spelled)
        if article is None or len(with_article) != sum(m.words[-1] == spelled for m in with_article):
            continue
        plain = spelled[article.end() :]
        without = [m for m in folk.bare.get(squashed(plain), ()) if m.words[-1] == plain]
        introduced = any(m.words[-1] == spelled for m in folk.full.get(family, ()))
        if not without or not introduced:
            continue
        forms = [(plain, without), (spelled, with_article)]
        (keep, kept), (depart, departing) = forms if house.drop_al_on_second_reference else forms[::-1]
        yield Suspicion(
            "names.reference-form", keep, depart, tuple(map(_span, kept)), tuple(map(_span, departing)),
            "the article is kept in some places and dropped in others", Severity.HINT,
        )  # fmt: skip


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
        "names.title-change", ours, theirs, tuple(map(_whole, keep)), tuple(map(_whole, depart)),
        f"only one {keep[0].words[-1]} is introduced", Severity.HINT, once=True,
    )  # fmt: skip


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
