"""The rules of the names check, each with a text that shows it and one that it must leave in peace."""

from desk.checks.check import Example, Rule


def _rule(name: str, description: str, found: str, left_alone: str) -> Rule:
    return Rule(f"names.{name}", description, (Example(found, True), Example(left_alone, False)))


RULES: tuple[Rule, ...] = (
    _rule(
        "near-variant",
        "Two spellings of one person, place or organisation",
        "Maria Kowalska won the seat. Kowalska thanked voters.\n\nLater, Kowlaska said the count was fair.",
        "Anna Zuma met Peter Duma. Zuma spoke first, and Duma agreed.",
    ),
    _rule(
        "transliteration",
        "One name carried over from another script or language in two ways",
        "Rashid Qaramov opened the school. Visitors came from Lower Sedge.\n\nPeople cheered Karamov there.",
        "They flew to Kyiv on Monday and back from Kyiv on Friday.",
    ),
    _rule(
        "given-name",
        "A family name that suddenly has another given name",
        "Martin Oakhurst runs the ferry. Oakhurst said so.\n\nNobody was hurt, and Oakhurst said the pier "
        "would open.\n\nOn Friday Melvin Oakhurst closed it.",
        "Martin Oakhurst runs the ferry with his brother, Melvin Oakhurst.",
    ),
    _rule(
        "spacing",
        "One name with another accent, hyphen, space, apostrophe or capital",
        "Fiona MacDowell won. MacDowell left early, and Macdowell came back.",
        "The MacDowell case was heard; MACDOWELL, said the sign.",
    ),
    _rule(
        "initialism",
        "An initialism with full stops in some places and without them in others",
        "The U.N. sent a team. The U.N. chief left, and the UN agreed.",
        "The U.N. sent a team. The U.N. chief left.",
    ),
    _rule(
        "acronym",
        "An acronym with its letters in another order",
        "The harbour agency, HARPA, met. Later HARPA voted, and HRAPA staff left.",
        "Both NATO and NASA sent people.",
    ),
    _rule(
        "acronym-mismatch",
        "An acronym that does not fit the name it was introduced with",
        "The International Monetary Fund (IFM) agreed.",
        "The International Monetary Fund (IMF) agreed.",
    ),
    _rule(
        "reference-form",
        "A second reference that shortens a name the wrong way for its culture",
        "President Xi Jinping arrived. Later President Jinping left.",
        "President Xi Jinping arrived. Later President Xi left.",
    ),
    _rule(
        "title-change",
        "Titles that exclude each other for one person",
        "The mayor, Anna Reedham, spoke. Mr. Reedham left. Ms. Reedham came back, and Ms. Reedham sat down.",
        "The mayor, Anna Reedham, spoke. Ms. Reedham left.",
    ),
    _rule(
        "unintroduced",
        "A family name used before the person is introduced",
        "The vote was close.\n\nReedham said so.\n\nThe mayor, Anna Reedham, won.",
        "The vote was close.\n\nThe mayor, Anna Reedham, won.\n\nReedham said so.",
    ),
    Rule("names.shared-surname", "A bare family name that two people of the story bear, once the editor said so"),
    Rule("names.furniture", "A name in headline, caption or byline that differs from the body"),
    Rule("names.book", "A name that departs from the desk's name book"),
)
