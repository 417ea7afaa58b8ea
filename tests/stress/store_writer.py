"""A desk at work, to be killed: writes into the store without pause and says what is committed.

Called with the database and a seed. Each report is one JSON object, on standard output a line, said only after the call
of the store returned.
"""

import json
import random
import sys
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection

from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item, Severity
from desk.review.decisions import Done, on_finding
from desk.review.move_request import MoveRequest
from desk.review.people import Person
from desk.review.states import Action, State
from desk.store.connect import open_store
from desk.store.records.values import Ask, NewStory, RecoveryCopy
from desk.text.spans import Span

ROSA = Person("Rosa Marquez")
FINDING = Finding(Item.STYLE, "style.doubled-word", Span(0, 7), "the the", "Twice.", severity=Severity.ERROR)


def tell(into: Connection, database: str, seed: int) -> None:
    """Write until killed, and say it to another process."""

    def said(**what: object) -> None:
        into.send_bytes(json.dumps(what).encode())

    main(database, seed, said)


def main(database: str, seed: int, say: Callable[..., None]) -> None:
    """Write until killed."""
    chance = random.Random(seed)
    say(did="start")
    store = open_store(database)
    say(did="open")
    stories: list[str] = []
    for number in count(1):
        text = f"{number} " + "the the water rose " * chance.randrange(1, 400)
        step = chance.choice(["create", "save", "save", "keep", "keep", "keep", "decide", "undo", "check", "move"])
        if step == "create" or not stories:
            made = store.stories.create(NewStory(slug=f"s{seed}-{number}", text=text), ROSA.actor)
            stories.append(made.id)
            store.locks.take(made.id, ROSA.actor)
            say(did="save", story=made.id, version=1, sha256=made.sha256, number=number)
            continue
        story = chance.choice(stories)
        if step == "save":
            saved = store.stories.save(story, text, ROSA.actor).story
            say(did="save", story=story, version=saved.version, sha256=saved.sha256, number=number)
        elif step == "keep":
            store.recovery.save(RecoveryCopy(id=story, slug="s", text=text))
            say(did="keep", story=story, number=number)
        elif step == "decide":
            made_ = on_finding(Done.WAIVED, FINDING, story, ROSA.actor, reason=f"reason {number}")
            store.decisions.add(made_)
            say(did="decide", story=story, decision=made_.id)
        elif step == "undo":
            listed = store.decisions.in_force(story).listed
            if listed:
                say(did="decide", story=story, decision=store.decisions.undo(listed[0].id, ROSA).id)
        elif step == "check":
            run = store.runs.save(story, store.stories.get(story).sha256, [ItemRun(Item.STYLE, (FINDING,))])
            say(did="check", story=story, digest=run.digest)
        else:
            state = store.stories.get(story).state
            action = Action.SUBMIT if state == State.DRAFT else Action.HOLD
            ask = Ask(MoveRequest(story=story, action=action, note="to be killed"), ROSA)
            if state in (State.DRAFT, State.COPY_DESK):
                say(did="move", story=story, state=store.reviews.move(ask).state)


def say(**what: object) -> None:
    """Report one commit."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), say)
