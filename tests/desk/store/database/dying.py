"""An approval in a process of its own, which ends in the middle of it as if it were killed."""

import os

from desk.review.move_request import MoveRequest
from desk.review.people import Person
from desk.review.seal import content_of
from desk.review.signing import SigningKey
from desk.review.states import Action
from desk.store.approval import one_move, reviews
from desk.store.connect import open_store
from desk.store.records.values import Ask
from desk.text.blocks import Manuscript

ALONE = Person("Odile Brandt")
KILLED = 9
"""The status of a process that ended where it was to end."""
PLACES = {
    "at the signature": (SigningKey, "sign"),
    "before the seal": (reviews, "write_seal"),
    "before the state": (one_move.Moving, "written"),
    "after the commit": None,
}
"""Where it ends, by what is called there; nothing is put back, for the process is gone."""


def approve_and_die(where, story, place):
    """Approve the story, and end at that place."""
    store, key = open_store(where), SigningKey.new()
    store.keys.add(ALONE, key.fingerprint, key.public)
    if PLACES[place]:
        setattr(*PLACES[place], _dies)
    text = store.stories.text(story)
    asked = Ask(MoveRequest(story=story, action=Action.APPROVE), ALONE)
    store.reviews.approve(asked, content_of(Manuscript.of(text), "", {}), key)
    if not PLACES[place]:
        _dies()


def _dies(*_, **__):
    os._exit(KILLED)
