"""The row of a story that was not here before, as its card says; what was done to it since is put on it afterwards."""

from sqlalchemy import Connection, insert

from desk.checks.check import Item
from desk.exchange.bag import StoryBag
from desk.exchange.graph import heads
from desk.review.states import State
from desk.store.database import tables
from desk.text.links import links_plain
from desk.text.moments import now


def add_story(connection: Connection, bag: StoryBag) -> None:
    """Write the row; its version is 0 until its versions are there."""
    card = bag.card
    versions = {version.id: version for part in bag.parts for version in part.versions}
    last = versions[heads({digest: version.parents for digest, version in versions.items()})[0]]
    connection.execute(
        insert(tables.stories).values(
            id=card.id,
            slug=card.slug,
            headline=card.headline,
            section=card.section,
            variant=card.variant,
            state=State.DRAFT.value,
            owner=card.owner.name,
            owner_id=card.owner.id,
            path="",
            source_sha256=card.source_sha256,
            format=card.format,
            encoding=card.encoding,
            created=card.created,
            changed=now(),
            place=0,
            version=0,
            sha256=last.sha256,
            kinds=[list(pair) for pair in last.kinds],
            roles=[list(pair) for pair in card.roles],
            links=links_plain(last.links),
            embargo=card.embargo,
            details=dict(card.details),
            deadline=card.deadline,
            errors=0,
            warnings=0,
            hints=0,
            tally={"open": {}, "unchecked": [item.value for item in Item]},
            hands="",
            waived=0,
            unchecked=len(Item),
            seal="",
        )
    )
