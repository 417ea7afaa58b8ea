"""The weights that come with the application: classes of words, subjects, commas, cuts; used as they were fitted."""

import hashlib
import logging
from dataclasses import dataclass
from functools import cache

from desk.careful import careful_file
from desk.checks.grammar.clauses.weights import MOST, MappedWeights
from desk.paths import resources_dir

VERSION = "clauses 29"
"""Raised with each change of weights, features or rules: readings are kept with the story."""
_CLASSES, _SUBJECTS = "word_classes.weights", "subjects.weights"
_SPLICES, _CUTS = "splices.weights", "cuts.weights"
DIGESTS = {
    _CLASSES: "d3cf7008cef9adc62b0137878a472659babc2486c98ac1c773bca1a638c9866f",
    _SUBJECTS: "20861e2c7c7c7000d8b2a6515f10491134c56434a267712a399de3f9bb02ec2c",
    _SPLICES: "49a57f7be197d10ca97b866e14cf182445d08480bcf8a92214b7254a587751a6",
    _CUTS: "bbf3f587ece5898cb1cb1a6a838655c141698c155d1fd477684cec581d19cdbb",
}
MISSING, DAMAGED = "missing", "damaged"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class ClauseModel:
    """What reads the shape of a sentence."""

    classes: MappedWeights
    subjects: MappedWeights
    splices: MappedWeights
    cuts: MappedWeights


@cache
def clause_model() -> ClauseModel | None:
    """Return the weights, mapped once; None where a file is missing or another one than the rules are for."""
    if clause_problem():
        _log.warning("shapes of sentences are not read: the weights are %s", clause_problem())
        return None
    folder = resources_dir() / "grammar"
    return ClauseModel(*(MappedWeights(folder / name) for name in DIGESTS))


@cache
def clause_problem() -> str:
    """Return `MISSING` or `DAMAGED` where the weights cannot be used, else an empty text; read once, 5 ms."""
    for name, digest in DIGESTS.items():
        try:
            with careful_file(resources_dir() / "grammar" / name, MOST) as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    return DAMAGED
        except FileNotFoundError:
            return MISSING
        except OSError:
            return DAMAGED
    return ""
