"""The rules of the names check, each with a text that shows it and one that it must leave in peace."""

from desk.checks.check import Example, Rule
from desk.checks.house import BookEntry, Brief, DeskUse, House, NameAnswer, NameKind, Verdict

_TWO_PEOPLE = Brief(name_answers=(NameAnswer("Martin Oakhurst", "Melvin Oakhurst", Verdict.DIFFERENT),))
_LOCK = (
    "The harbour master, Marta Oldenkamp, opened the new lock on Tuesday after two years of work, and the first ship "
    "of the day went through it in nine minutes.\n\n"
    "Oldenkamp said that ships of all sizes would pass, and that the old lock would be kept for boats.\n\n"
    "The council paid for half of the work and the port for the rest, which is about what both had planned."
)
_BOOK = Brief(House(name_book=(BookEntry("Port Elvin", NameKind.PLACE, ("Elvinhaven",), "since 2019"),)))

_USE = Brief(House(use=DeskUse(names={"Marta Oldenkamp": 5})))


def _rule(name: str, description: str, why: str, found: str, left_alone: str, brief: Brief | None = None) -> Rule:
    known = brief or Brief()
    return Rule(f"names.{name}", description, why, (Example(found, True, known), Example(left_alone, False, known)))


RULES: tuple[Rule, ...] = (
    _rule(
        "near-variant",
        "Two spellings of one person, place or organisation",
        "A misspelt name wrongs the person who bears it and is among the commonest reasons for a correction (common "
        "newsroom practice: one person, one spelling).",
        "Maria Kowalska won the seat. Kowalska thanked voters.\n\nLater, Kowlaska said the count was fair.",
        "Anna Zuma met Peter Duma. Zuma spoke first, and Duma agreed.",
    ),
    _rule(
        "transliteration",
        "One name carried over from another script or language in two ways",
        "Readers and searches take two romanisations for two people, so a story keeps to one (common newsroom style "
        "on names from other scripts).",
        "Rashid Qaramov opened the school. Visitors came from Lower Sedge.\n\nPeople cheered Karamov there.",
        "They flew to Kyiv on Monday and back from Kyiv on Friday.",
    ),
    _rule(
        "given-name",
        "A family name that suddenly has another given name",
        "The deed or words of one person are laid on another, who may complain of it, and readers cannot tell which "
        "name is right.",
        "Martin Oakhurst runs the ferry. Oakhurst said so.\n\nNobody was hurt, and Oakhurst said the pier "
        "would open.\n\nOn Friday Melvin Oakhurst closed it.",
        "Martin Oakhurst runs the ferry with his brother, Melvin Oakhurst.",
    ),
    _rule(
        "spacing",
        "One name with another accent, hyphen, space, apostrophe or capital",
        "A name is spelt as its bearer spells it, accents, capitals and hyphens included (common newsroom style), and "
        "a second form shows that one was not looked up.",
        "Fiona MacDowell won. MacDowell left early, and Macdowell came back.",
        "The MacDowell case was heard; MACDOWELL, said the sign.",
    ),
    _rule(
        "initialism",
        "An initialism with full stops in some places and without them in others",
        "Houses differ on full stops in initialisms, and agree that a story holds one form (common newsroom style).",
        "The U.N. sent a team. The U.N. chief left, and the UN agreed.",
        "The U.N. sent a team. The U.N. chief left.",
    ),
    _rule(
        "acronym",
        "An acronym with its letters in another order",
        "Two letters in the wrong order may name another body, and spelling checkers take any row of capitals as it "
        "is.",
        "The harbour agency, HARPA, met. Later HARPA voted, and HRAPA staff left.",
        "Both NATO and NASA sent people.",
    ),
    _rule(
        "acronym-mismatch",
        "An acronym that does not fit the name it was introduced with",
        "Readers learn the acronym from the words beside it: where the letters do not fit, either the name or the "
        "acronym is wrong.",
        "The International Monetary Fund (IFM) agreed.",
        "The International Monetary Fund (IMF) agreed.",
    ),
    _rule(
        "reference-form",
        "A second reference that shortens a name the wrong way for its culture",
        "Where the family name stands first, the last word is the given name, and calling a person by it alone reads "
        "as a mistake or as disrespect (common newsroom style on Chinese and Korean names).",
        "President Xi Jinping arrived. Later President Jinping left.",
        "President Xi Jinping arrived. Later President Xi left.",
    ),
    _rule(
        "title-change",
        "Titles that exclude each other for one person",
        "A wrong Mr., Ms. or Mrs. misgenders a person, and a second office or rank is that of last year or of somebody "
        "else: each calls for a correction.",
        "The mayor, Anna Reedham, spoke. Mr. Reedham left. Ms. Reedham came back, and Ms. Reedham sat down.",
        "The mayor, Anna Reedham, spoke. Ms. Reedham left.",
    ),
    _rule(
        "unintroduced",
        "A family name used before the person is introduced, or of a person who is never introduced",
        "Readers cannot know who speaks until the full name and the role are given, as is usual at first mention "
        "(common newsroom style); most often a paragraph was moved.",
        "The vote was close.\n\nReedham said so.\n\nThe mayor, Anna Reedham, won.",
        "The vote was close.\n\nThe mayor, Anna Reedham, won.\n\nReedham said so.",
    ),
    _rule(
        "shared-surname",
        "A bare family name that two people of the story bear, once the editor said so",
        "With two bearers of one family name in a story, readers may lay words or deeds on the wrong one (common "
        "newsroom style: the given name is repeated).",
        "Martin Oakhurst met his brother, Melvin Oakhurst, on the pier. Oakhurst laughed.",
        "Martin Oakhurst met his brother, Melvin Oakhurst, on the pier. Melvin Oakhurst laughed.",
        _TWO_PEOPLE,
    ),
    _rule(
        "furniture",
        "A name in headline, caption or byline that differs from the body",
        "Headlines, captions and bylines are written apart from the body, often by someone else, and a wrong name "
        "there is seen first and copied farthest.",
        f"Oldenkapm opens the lock\n\n{_LOCK}",
        f"Oldenkamp opens the lock\n\n{_LOCK}",
    ),
    _rule(
        "book",
        "A name that departs from the desk's name book",
        "The desk looked this name up once and wrote down its form (the desk's own name book); departing from it "
        "brings a settled mistake back.",
        "They sailed to Elvinhaven at noon.",
        "They sailed to Port Elvin at noon.",
        _BOOK,
    ),
    _rule(
        "approved",
        "A name that one slip parts from a name in stories that the desk approved",
        "Several approved stories, read by different people on different days, write the name in one way; a letter's "
        "difference is more often a slip than somebody else (the desk's own approved stories).",
        "The harbour master, Marta Oldenkapm, opened the lock on Tuesday.",
        "The harbour master, Marta Oldenkamp, opened the lock on Tuesday.",
        _USE,
    ),
)
