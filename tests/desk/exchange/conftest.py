from dataclasses import replace

import pytest

from desk.exchange.bag import (
    BagEntry,
    BagOriginal,
    BagRemark,
    BagSeal,
    BagVersion,
    StoryBag,
    StoryCard,
    StrandPart,
)
from desk.exchange.bag_bytes import signed_bag, signed_part, strand_of
from desk.review.comments import Anchor, Remark, Sort
from desk.review.decisions import Decision, Done
from desk.review.ids import new_id
from desk.review.people import Actor
from desk.review.seal import text_digest
from desk.review.signing import SigningKey
from desk.review.trail import NO_CHAIN, TrailEntry, link
from desk.text.moments import from_micros

WHEN = from_micros(1_795_000_000_000_000)
ROSA = Actor("0" * 31 + "a", "Rosa Marquez", "RM")


@pytest.fixture(scope="session")
def laptop_key():
    return SigningKey.new()


@pytest.fixture(scope="session")
def make_part(laptop_key):
    """Return a signed part: texts saved one after the other, each with a waiver for its reason."""

    def makes(story, texts, reasons=("as quoted",), key=laptop_key, name="laptop of Rosa"):
        versions, entries, chain = [], [], NO_CHAIN
        for text in texts:
            parents = (versions[-1].id,) if versions else ()
            versions.append(BagVersion(story, text_digest(text), parents, ROSA, "saved", WHEN, ((0, "furniture"),)))
        for place, reason in enumerate(reasons, 1):
            done = Decision(Done.WAIVED, story, ROSA, reason=reason, note={"seen": {"b" * 32: 3}}, when=WHEN)
            entries.append(BagEntry(chain, TrailEntry(place, link(chain, done, place), done)))
            chain = entries[-1].entry.chain
        said = Remark(story, Sort.OPENED, ROSA, "Is it?", anchor=Anchor(0, 3, texts[0][:3]), when=WHEN)
        remark = BagRemark(replace(said, thread=said.id), version=versions[0].id)
        original = BagOriginal(versions[0].id, "c" * 64, 12, "flood.docx", "docx", WHEN)
        part = StrandPart(
            strand_of(key, name),
            story,
            entries=tuple(entries),
            versions=tuple(sorted(versions, key=lambda version: version.id)),
            remarks=(remark,),
            seals=(BagSeal(new_id(), '{"a":1}', "c2lnbmVk", ({"item": "style"},)),),
            originals=(original,),
            place=len(entries) + 2,
            chain=chain,
        )
        return signed_part(part, key)

    return makes


@pytest.fixture(scope="session")
def make_bag(make_part, laptop_key):
    def makes(texts, reasons=("as quoted",), slug="flood"):
        story = new_id()
        card = StoryCard(story, slug, "Metro", "en-GB", ROSA, "text", "utf-8", "", WHEN, embargo=WHEN)
        bag = StoryBag(card, (make_part(story, texts, reasons),), strand_of(laptop_key, "laptop of Rosa"))
        return signed_bag(bag, laptop_key)

    return makes
