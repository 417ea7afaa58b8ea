"""American states behind a town: in full, short, or by the two letters of the post."""

import re
from collections.abc import Iterator

from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.passage import RunningText
from desk.text.matcher import matcher

_STATES = """Alabama,Ala.,AL;Alaska,,AK;Arizona,Ariz.,AZ;Arkansas,Ark.,AR;California,Calif.,CA;Colorado,Colo.,CO;
Connecticut,Conn.,CT;Delaware,Del.,DE;Florida,Fla.,FL;Georgia,Ga.,GA;Hawaii,,HI;Idaho,,ID;Illinois,Ill.,IL;
Indiana,Ind.,IN;Iowa,,IA;Kansas,Kan.,KS;Kentucky,Ky.,KY;Louisiana,La.,LA;Maine,,ME;Maryland,Md.,MD;
Massachusetts,Mass.,MA;Michigan,Mich.,MI;Minnesota,Minn.,MN;Mississippi,Miss.,MS;Missouri,Mo.,MO;Montana,Mont.,MT;
Nebraska,Neb.,NE;Nevada,Nev.,NV;New Hampshire,N.H.,NH;New Jersey,N.J.,NJ;New Mexico,N.M.,NM;New York,N.Y.,NY;
North Carolina,N.C.,NC;North Dakota,N.D.,ND;Ohio,,OH;Oklahoma,Okla.,OK;Oregon,Ore.,OR;Pennsylvania,Pa.,PA;
Rhode Island,R.I.,RI;South Carolina,S.C.,SC;South Dakota,S.D.,SD;Tennessee,Tenn.,TN;Texas,,TX;Utah,,UT;
Vermont,Vt.,VT;Virginia,Va.,VA;Washington,Wash.,WA;West Virginia,W.Va.,WV;Wisconsin,Wis.,WI;Wyoming,Wyo.,WY"""
_ROWS = tuple(tuple(row.strip().split(",")) for row in _STATES.split(";"))
_FORMS = ("long", "short", "postal")
_OF = {text: (row, form) for row in _ROWS for form, text in zip(_FORMS, row, strict=True) if text}
_BEHIND_COMMA = matcher(
    r", (?<=[\w.]..)(?P<s>"
    + "|".join(re.escape(text) for text in sorted(_OF, key=len, reverse=True))
    + r"|[A-Z][a-z])(?![\w’'-])"
)
"""A town, a comma and a state; two letters of which one is small (“Oh”) are a slip of the post's."""
_POSTAL_SLIP = {row[2].capitalize(): row for row in _ROWS if row[2].capitalize() not in _OF and row[2] != "MS"}
"""“Ms” is a title: “On Sunday, Ms. Zamora said”."""
_OF_A_PARTY = matcher(r" (?:Democrat|Republican|[Ii]ndependent|Libertarian|State|University|Tech)\b")
"""“Ada Reed, Nevada Democrat”, “Ada Reed, Oregon State’s coach”: a person and no town stands before the comma."""


_BEHIND_A_STATE = matcher(
    r"\b(?:" + "|".join(row[0] for row in _ROWS if row[0] not in ("New York", "Washington")) + r")$"
)
"""“Offices in Florida, Tennessee and Virginia”: states in a row, behind no town."""
_TOWN = matcher(r"\b[A-Z][\w’'.-]+$")
_REACH = 24
"""Code points of the last word of a town."""


def states(passage: RunningText) -> Iterator[FormPlace]:
    """Yield states behind a town."""
    for found in _BEHIND_COMMA.finditer(passage.outside):
        if not _TOWN.search(passage.outside, max(0, found.start() - _REACH), found.start()):
            continue
        text = found["s"]
        if _BEHIND_A_STATE.search(passage.outside, max(0, found.start() - _REACH), found.start()):
            continue
        if _OF_A_PARTY.match(passage.outside, found.end()):
            continue
        if text in _OF:
            row, form = _OF[text]
        elif text in _POSTAL_SLIP and passage.outside[found.end() : found.end() + 1] in (".", ",", ""):
            row, form = _POSTAL_SLIP[text], "postal"
        else:
            continue
        if form == "short" and not row[1]:
            continue
        writes = tuple((name, one or row[0]) for name, one in zip(_FORMS, row, strict=True) if name != form)
        yield FormPlace("states.form", "", form, *found.span("s"), writes)
