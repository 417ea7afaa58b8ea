"""The texts of the stories that were changed last, many at once: for what a whole desk does, not for one story."""

from collections.abc import Sequence

from sqlalchemy import desc, select

from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.records.codec import kinds_from_plain
from desk.store.records.values import StoryText

_table = tables.stories


class LastTexts:
    """The room of last texts: it only reads."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def all(self, most: int, states: Sequence[str] = ()) -> list[StoryText]:
        """Return the texts of the `most` stories changed last (in these states), the last first: 20 ms for 500."""
        columns = [_table.c[name] for name in ("id", "slug", "variant", "sha256", "format", "kinds", "roles")]
        texts = tables.texts
        wanted = select(*columns, texts.c.body).join(texts, texts.c.sha256 == _table.c.sha256)
        if states:
            wanted = wanted.where(_table.c.state.in_(states))
        wanted = wanted.order_by(desc(_table.c.changed), desc(_table.c.number)).limit(most)
        with self._access.reading() as connection:
            return [
                StoryText(
                    row.id,
                    row.slug,
                    row.variant,
                    row.sha256,
                    text=row.body,
                    format=row.format,
                    by_hand=kinds_from_plain(row.kinds),
                    roles=tuple((digest, role) for digest, role in row.roles),
                )
                for row in connection.execute(wanted)
            ]
