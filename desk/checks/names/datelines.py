"""What follows the town of a dateline, by which the town in capitals is known: "HARWICK (Reuters) - The bridge ..."."""

import re

_DASH = r"\s*(?:[—–]|(?<=\s)-+\s)"
FOLLOWS_TOWN = re.compile(rf"\s*(?:,[^—–\n]{{1,40}}?)?\s*(?:\([^)\n]{{1,20}}\))?{_DASH}")
"""A date, an agency in brackets, and the dash; to be matched where the town ends."""
FOLLOWS_WIRE = re.compile(rf"\){_DASH}")
"""The bracket and the dash; to be matched where the agency ends."""
