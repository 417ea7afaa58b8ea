"""Recognisers: code that finds forms which neither a pattern nor a table of words can tell."""

from desk.checks.style.choices.recognisers import marks, numbers, places, words
from desk.checks.style.choices.recognisers.states import states

RECOGNISERS = {
    "counts": numbers.counts,
    "ordinals": numbers.ordinals,
    "opening": numbers.opening,
    "thousands": numbers.thousands,
    "quotation_marks": marks.quotation_marks,
    "apostrophes": marks.apostrophes,
    "dashes": marks.dashes,
    "stops": marks.stops,
    "marked_titles": marks.marked_titles,
    "ise": words.ise,
    "points": words.points,
    "capitals": words.capitals,
    "offices": words.all_offices,
    "offices_before": words.offices_before,
    "possessives": marks.possessives,
    "ly": words.ly,
    "colons": words.colons,
    "said": words.said,
    "ampersands": words.ampersands,
    "brackets": words.brackets,
    "states": states,
    "renamed": places.renamed,
}
"""The recognisers of one block, by the name that `code` has in the file."""
