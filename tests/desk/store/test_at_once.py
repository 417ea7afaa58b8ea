"""Several at once on one database, real races on both kinds: one holder a story, no false sentence, no crash."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest

from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from desk.review.comments import anchored, opened, resolved
from desk.review.looks import Look
from desk.review.people import Person, Role, actor
from desk.review.queue import Filter
from desk.review.states import Action
from desk.store.connect import open_store
from desk.store.records.values import NewStory
from desk.text.spans import Span

ROSA, IVO = actor("1" * 32, "Rosa Marquez"), actor("2" * 32, "Ivo Lang")
TEXT = "Rain.\n"
ROUNDS = 12


@pytest.fixture
def race(where, store):
    """Return a function that lets two stores do something at the same moment, and returns what came of each."""
    barrier = Barrier(2)

    def lane(verb, number, rounds):
        came = []
        with closing(open_store(where)) as own:
            for nth in range(rounds):
                barrier.wait()
                try:
                    came.append(verb(own, number, nth))
                except KnownError as error:
                    came.append(error)
                except BaseException:
                    barrier.abort()  # else the other one waits for ever
                    raise
            barrier.wait()  # else what the quicker one held would be free for the last round of the other
        return came

    def races(first, second=None, rounds=ROUNDS):
        with ThreadPoolExecutor(2) as lanes:
            both = [lanes.submit(lane, first, 0, rounds), lanes.submit(lane, second or first, 1, rounds)]
            return list(zip(*(one.result() for one in both), strict=True))

    return races


@pytest.fixture
def stories(store):
    return [store.stories.create(NewStory(slug=f"s{nth}", text=TEXT), ROSA).id for nth in range(ROUNDS)]


def test_one_of_two_holds_a_story(race, stories):
    for first, second in race(lambda store, number, nth: store.locks.take(stories[nth], (ROSA, IVO)[number])):
        assert (first is None) != (second is None)


def test_a_move_while_a_story_is_opened_is_no_other_program(race, stories, ask, store, check):
    for story in stories:
        check(story)
    asks = [ask(story, Action.SUBMIT, Person("Rosa Marquez")) for story in stories]

    def move(own, number, nth):
        return own.reviews.move(asks[nth]).id

    def opened_meanwhile(own, number, nth):
        return "".join(own.reviews.look_after(stories[nth]) for _ in range(4))

    assert [said for _, said in race(move, opened_meanwhile)] == [""] * ROUNDS


def test_two_keepers_who_agree_one_spelling_leave_one_line(race, store):
    def agree(own, number, nth):
        return own.book.agree(BookEntry(f"Ines Dorval {nth}", NameKind.PERSON), ("Rosa", "Ivo")[number])

    race(agree)
    assert len(store.book.lines()) == ROUNDS


def test_one_of_two_accepts_a_proposal(race, store, stories, approve, check):
    check(stories[0])
    approve(stories[0])
    names = [BookEntry(f"Ines Dorval {nth}", NameKind.PERSON) for nth in range(ROUNDS)]
    lines = [proposal.id for proposal in store.proposals.make(stories[0], names)]

    def accept(own, number, nth):
        own.proposals.accept(lines[nth], "Rosa")

    for came in race(accept):
        assert sum(isinstance(one, KnownError) for one in came) == 1


def test_two_people_with_the_same_initials_are_not_both_added(race, store):
    def add(own, number, nth):
        return own.people.add(f"Person {number} {nth}", f"x{nth}", {"*": {Role.EDITOR}})

    for came in race(add):
        assert sum(isinstance(one, KnownError) for one in came) == 1


def test_one_of_two_settles_a_comment(race, store, stories):
    remarks = [opened(story, ROSA, "Which dam?", anchored(TEXT, Span(0, 4)), 1) for story in stories]
    threads = [store.comments.add(remark)[0] for remark in remarks]

    def settle(own, number, nth):
        return own.comments.add(resolved(threads[nth], (ROSA, IVO)[number]))

    for came in race(settle):
        assert sum(isinstance(one, KnownError) for one in came) == 1


def test_two_windows_of_one_person_keep_one_look_and_one_view(race, store, stories):
    def keep(own, number, nth):
        own.looks.keep(Look(ROSA, stories[0], 1, "0" * 64, ()))
        return own.queue_views.keep(Person("Rosa Marquez"), f"Mine {nth}", Filter())

    race(keep)
    assert len(store.queue_views.of(Person("Rosa Marquez").ids)) == ROUNDS
