"""Texts that show what the ads check finds and what it leaves in peace; all people and goods are invented."""

_TOP = """Council votes to keep the ferry running

By Orla Whitcombe

The town council voted on Tuesday to keep the night ferry running until the new bridge opens, after residents of the
island said they would be cut off from the hospital.

Councillor Piet Aldane told the meeting that the ferry had carried 4,000 passengers last winter. “Nobody should have to
wait for the morning because the council wants to save money,” he said."""

_END = """The vote was nine to four. Councillor Aldane said the ferry company had agreed to the same terms as last year,
and that the council would look at the costs again in March.

Residents who came to the meeting cheered when the result was announced, and the ferry company said in a statement that
it would keep the timetable of last winter."""

_AD = """Larkfell Trail Jacket 3L Waterproof - LTJ310

Larkfell Trail Jacket 3L Waterproof - LTJ310

Lightweight, breathable and fully waterproof jacket with an adjustable hood and two zip pockets for your next hike..."""

_REMAINS = """Related stories

Share on Facebook

Leave a comment

0 comments

© 2024 Larkfell Herald. All rights reserved. Privacy Policy | Terms of Use"""

CLEAN = f"{_TOP}\n\n{_END}\n"
UNLABELLED = f"{_TOP}\n\n{_AD}\n\n{_END}\n"
LABELLED = f"{_TOP}\n\nAdvertisement\n\n{_AD}\n\n{_END}\n"
WEAKLY_LABELLED = f"{_TOP}\n\nPromoted\n\n{_AD}\n\n{_END}\n"
WITH_REMAINS = f"{_TOP}\n\n{_END}\n\n{_REMAINS}\n"
SUPPORTED = f"{_TOP}\n\n{_END}\n\nThis reporting was supported by the Whitcombe Fund for Local News.\n"
WRONGLY_LABELLED = f"{_TOP}\n\nSupported by Larkfell Outdoor\n\n{_AD}\n\n{_END}\n"
LABELLED_ABROAD = f"{_TOP}\n\nAnzeige\n\n{_AD}\n\n{_END}\n"
LABELLED_AFTER = f"{_TOP}\n\n{_AD}\n\nAdvertisement\n\n{_END}\n"
BOXED = f"{_TOP}\n\n{_END}\n\n[Advertisement]\n\n{_AD}\n\n[End of advertisement]\n"
