"""The rules of the figures check, each with a text that shows it and one that it must leave in peace."""

from datetime import date

from desk.checks.check import Example, Rule
from desk.checks.house import Brief

_MARCH = Brief(dated=date(2026, 3, 6))
"""The story's own date in the examples that hang on one: a Friday."""

_STORM = (
    "A storm on Monday left 400 homes in the valley without power, and crews from three towns came to mend the lines "
    "before the night.\n\n"
    "The company that owns the lines said that nobody was hurt, and that the road to the mill would be shut"
    " for a day.\n\n"
    "The mayor, Ana Kovac, said that the school would be open for all who had no light, and that soup would"
    " be given out."
)


def _rule(name: str, description: str, why: str, found: str, left_alone: str, brief: Brief | None = None) -> Rule:
    known = brief or Brief()
    return Rule(f"figures.{name}", description, why, (Example(found, True, known), Example(left_alone, False, known)))


RULES: tuple[Rule, ...] = (
    _rule(
        "told-twice",
        "One thing told with two figures",
        "Headline, standfirst and story are written at different times, and readers who see both figures"
        " believe neither "
        "(common reason for a correction).",
        f"Storm leaves 4,000 homes without power\n\n{_STORM}",
        f"Storm leaves 400 homes without power\n\n{_STORM}",
    ),
    _rule(
        "score",
        "One match or vote with two results",
        "The result is what readers came for, and two of them send them elsewhere.",
        "Aldane beat Brookton 3-1 on Saturday.\n\nThe 3-2 win over Brookton put Aldane in second place.",
        "Aldane led Brookton 2-1 at the break and won 4-2.\n\nIn May, Aldane had lost to Brookton 1-0.",
    ),
    _rule(
        "weekday",
        "A date whose weekday is another",
        "Readers plan by the weekday or by the date and miss what they were told of; the calendar settles it, by the "
        "story's own date where no year is named.",
        "The ferry was sold on Monday, March 3, the port said.",
        "The ferry was sold on Tuesday, March 3, the port said.",
        _MARCH,
    ),
    _rule(
        "two-weekdays",
        "One date with two weekdays, or two dates that are not as far apart as their weekdays",
        "At least one of the two is wrong, and whoever reads only that one comes on the wrong day.",
        "The market opens on Saturday, July 11, and closes a week later, on Saturday, July 19.",
        "The market opens on Saturday, July 11, and closes a week later, on Saturday, July 18.",
    ),
    _rule(
        "no-such-day",
        "A day that its month does not have",
        "A date that does not exist is a slip of the finger or of the source, and nobody can act on it.",
        "The lease ends on June 31 and will not be renewed.",
        "The lease ends on June 30 and will not be renewed.",
    ),
    _rule(
        "no-such-time",
        "A time that no clock shows",
        "A time of day is what readers act on, and one that does not exist sends them to the source.",
        "The hearing begins at 7:75 p.m. in the hall.",
        "The hearing begins at 7:15 p.m. in the hall.",
    ),
    _rule(
        "time-twice",
        "“a.m.” and “morning” of one time",
        "The second word says what the first one said already (common newsroom style).",
        "The bridge was shut at 9 a.m. this morning.",
        "The bridge was shut at 9 a.m. on Monday.",
    ),
    _rule(
        "summer-time",
        "A time zone of the other half of the year",
        "Between standard and summer time lies an hour, and readers elsewhere reckon with the zone that is printed.",
        "The launch was moved to 9 a.m. EDT, the agency said on Jan. 12.",
        "The launch was moved to 9 a.m. EST, the agency said on Jan. 12.",
        Brief(dated=date(2026, 1, 13)),
    ),
    _rule(
        "range-words",
        "“from” or “between” with a dash or the wrong word",
        "“From” asks for “to” and “between” for “and”; a dash reads as neither (common newsroom style).",
        "She ran the club from 1998-2004 and left.",
        "She ran the club from 1998 to 2004, in 2005-07 she was away.",
    ),
    _rule(
        "backwards",
        "A span of years that ends before it begins",
        "One of the two years is wrong, and a life or a term of office hangs on it.",
        "She ran the club from 2015 to 2011 and left.",
        "She ran the club from 2011 to 2015 and left.",
    ),
    _rule(
        "percent-change",
        "A change that its own “from … to …” does not make",
        "Both figures stand side by side, so readers see which one was not worked out again.",
        "Riders rose from 200 to 250 a day, an increase of 20%.",
        "Riders rose from 200 to 250 a day, an increase of 25%.",
    ),
    _rule(
        "multiple",
        "“Doubled” or “halved” where the two numbers are another multiple",
        "The word is what readers remember, and the two numbers beside it show whether it holds.",
        "Membership doubled from 400 to 900 in a year.",
        "Membership doubled from 400 to 810 in a year.",
    ),
    _rule(
        "direction",
        "“Rose” before numbers that fall, or “fell” before numbers that rise",
        "The two numbers have changed places, or the verb is the wrong one; readers cannot tell which.",
        "The price rose from $80 to $30 a ton.",
        "The price fell from $80 to $30 a ton.",
    ),
    _rule(
        "span",
        "A count of years or hours that its own ends do not make",
        "Begin and end stand beside the count and stand for one fact.",
        "She led the union from 1990 to 2004, 12 years in which it grew.",
        "She led the union from 1990 to 2004, 14 years in which it grew.",
    ),
    _rule(
        "points",
        "Per cent where percentage points are meant",
        "From 4 to 5 per cent is a point, and a quarter more; the wrong word makes a small change large or a large one "
        "small.",
        "The rate rose from 4% to 5%, a rise of 1%.",
        "The rate rose from 4% to 5%, a rise of 1 percentage point.",
    ),
    _rule(
        "shares",
        "Two shares of one whole that are more than the whole",
        "Shares of one vote or one group end at a hundred, so one of them is wrong.",
        "Two-thirds of the members voted for the sale and 45% voted against it.",
        "Two-thirds of the members voted for the sale and 33% voted against it.",
    ),
    _rule(
        "sum",
        "Parts that do not make their whole",
        "Readers add up what stands in one sentence; which number is wrong only the source knows.",
        "Three people, two men and two women, were hurt.",
        "Four people, two men and two women, were hurt.",
    ),
    _rule(
        "vote",
        "More votes than members",
        "A vote is told by its numbers, and one that cannot be casts doubt on who won it.",
        "The nine-member council voted 6-4 to sell the hall.",
        "The nine-member council voted 6-3 to sell the hall.",
    ),
    _rule(
        "conversion",
        "A measure in two units that do not fit",
        "Half of the readers know only one of the two and take it as it stands (factors: NIST Special"
        " Publication 811).",
        "The trail is 10 miles (26 km) long.",
        "The trail is 10 miles (16 km) long.",
    ),
    _rule(
        "exchange-rate",
        "Two sums in two currencies at another rate than elsewhere in the story, or at one that never was",
        "Half of the readers know only one of the two, and a slip of a thousand looks like any other number.",
        "The mill cost £2 million ($2.5 million). Its owner paid £4 million ($6 million) for the quay.",
        "The mill cost £2 million ($2.5 million). Its owner paid £4 million ($5 million) for the quay.",
    ),
    _rule(
        "age",
        "One person with two ages",
        "An age is part of who somebody is, and two of them hint at two people or at a slip (common reason for a "
        "correction).",
        "Ana Kovac, 34, won the race. Nobody else came near.\n\nKovac, 43, had trained for a year.",
        "Ana Kovac, 34, won the race. Luka Kovac, 43, came second.",
    ),
    _rule(
        "birth-year",
        "An age that the year of birth does not make",
        "The two stand for one fact, and the story's own date tells that one of them is wrong.",
        "Ana Kovac, 34, who was born in 1981, won the race.",
        "Ana Kovac, 34, who was born in 1991, won the race.",
        _MARCH,
    ),
    _rule(
        "anniversary",
        "An anniversary that its year does not make",
        "An anniversary is the reason for the story, and one of the wrong number is seen by everybody who was there.",
        "The library, which was founded in 1926, marks its 110th anniversary this year.",
        "The library, which was founded in 1926, marks its 100th anniversary this year.",
        _MARCH,
    ),
    _rule(
        "capital",
        "A city called the capital of a country that has another one, or a capital put into another country",
        "It is one of the mistakes that readers of that country write in about (capitals: GeoNames).",
        "They flew to Sydney, the capital of Australia, on Monday.",
        "They flew to Canberra, the capital of Australia, and to Sydney, its largest city.",
    ),
    _rule(
        "former-country",
        "A country told of in a year in which it was called otherwise, or was no more",
        "The map has changed since, and readers who are from there know when (The World Factbook; ISO 3166-3).",
        "He kept a mill in Zaire in 2005.",
        "He kept a mill in Zaire in 1985.",
    ),
    _rule(
        "former-place",
        "A town told of in a year in which it was called otherwise",
        "A name that came and went with a government dates what is told beside it (renamings with their sources: "
        "resources/names/renamed_places.toml).",
        "She studied in Leningrad in 2005.",
        "She studied in Leningrad in 1985, and in St. Petersburg in 2005.",
    ),
    _rule(
        "since",
        "“Since” a year against “for” so many years",
        "The year and the count stand side by side and stand for one fact.",
        "He has worked there since 1996, or for 20 years.",
        "He has worked there since 1996, or for 30 years.",
        _MARCH,
    ),
)
