import hashlib
from dataclasses import replace

import pytest

from desk.exchange.bag import Load, StoryBag
from desk.exchange.bag_bytes import signed_bag, signed_part
from desk.packs.writing import packed
from desk.review.seal import text_digest
from tests.desk.exchange.conftest import WHEN, laptop_key, make_bag, make_part

__all__ = ["laptop_key", "make_bag", "make_part"]
DOCUMENT = b"PK\x03\x04 what a reporter sent"


@pytest.fixture(scope="session")
def make_load(make_bag, laptop_key):
    """Return a load of stories, each of these texts, with the document that it was read from."""

    def makes(*stories, reasons=("as quoted",)):
        bags, texts = list[StoryBag](), {}
        for nth, story in enumerate(stories):
            bag = make_bag(list(story), reasons, f"flood-{nth}")
            kept = tuple(
                replace(one, sha256=hashlib.sha256(DOCUMENT).hexdigest(), size=len(DOCUMENT))
                for one in bag.parts[0].originals
            )
            part = signed_part(replace(bag.parts[0], originals=kept), laptop_key)
            bags.append(signed_bag(replace(bag, parts=(part,)), laptop_key))
            texts |= {text_digest(text): text for text in story}
        return Load(tuple(bags), texts=texts, originals={hashlib.sha256(DOCUMENT).hexdigest(): DOCUMENT})

    return makes


@pytest.fixture(scope="session")
def load(make_load):
    return make_load(["The flood reached Harrow Quay.", "The flood left."], ["A vote is due."])


@pytest.fixture(scope="session")
def whole(load, laptop_key):
    return packed(load, laptop_key, "laptop of Rosa", WHEN)
