"""Exporting from the window: an approved text takes its seal along, any other goes alone."""

import json

import pytest

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.review.looks import Base, Since
from desk.review.move_request import MoveRequest
from desk.session import Session
from desk.story import Draft
from desk.text.links import TextLink
from desk.text.spans import Span

TEXT = "Ferry back\n\nBy Ada Holm\n\nThe ferry is back in service, the port authority said on Friday.\n"


@pytest.fixture
def desk(tmp_path):
    session = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db"))
    session.examiner.change_settings({"manual_items": []})
    made = session.open_store()
    yield made
    made.close()


@pytest.fixture
def approved(desk):
    view = desk.stories.open_text(TEXT, "ferry")
    desk.store.runs.save(view.id, desk.store.stories.get(view.id).sha256, [ItemRun(item) for item in Item])
    for action in ("submit", "pass-on", "send-to-chief", "approve"):
        view = desk.moves.move(MoveRequest(story=view.id, action=action)).story
    return view


def test_an_approved_text_takes_its_seal_along(desk, approved, tmp_path):
    said = desk.exports.export(approved.id, Draft(approved.text), tmp_path / "ferry.txt").said
    assert said.endswith("Its seal is in ferry.txt.seal.json.")
    assert desk.proofs.of_file(tmp_path / "ferry.txt").approved
    assert json.loads((tmp_path / "ferry.txt.seal.json").read_text("utf-8"))


def test_a_text_that_was_edited_since_goes_alone(desk, approved, tmp_path):
    desk.exports.export(approved.id, Draft(approved.text + "One more line.\n"), tmp_path / "ferry.txt")
    assert [path.name for path in tmp_path.glob("ferry*")] == ["ferry.txt"]


def test_a_file_that_others_changed_is_left_and_the_seal_lies_beside_the_copy(desk, approved, tmp_path):
    path = tmp_path / "own.txt"
    path.write_text("Somebody else's words.\n", "utf-8")
    desk.store.stories.describe(approved.id, path=path.resolve(), source_sha256="0" * 64)
    desk.exports.export(approved.id, Draft(approved.text), path)
    assert path.read_text("utf-8") == "Somebody else's words.\n"
    assert desk.proofs.of_file(tmp_path / "own-copydesk.txt").approved
    assert not (tmp_path / "own.txt.seal.json").exists()
    assert desk.store.stories.get(approved.id).source_sha256 == "0" * 64


def test_another_link_voids_the_approval_and_the_page_counts_it_against_what_was_approved(desk, approved):
    links = (TextLink(Span(0, 5), "https://harbour.test/"),)
    saved = desk.saving.save(approved.id, Draft(approved.text, links=links), None)
    assert not saved.story.seal_valid
    page = desk.review.page(approved.id)
    assert (page.base, page.links_changed) == (Base(1, Since.SEAL), 1)
    assert desk.saving.save(approved.id, Draft(approved.text), None).story.seal_valid
