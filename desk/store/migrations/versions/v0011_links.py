"""Where words of a story lead is kept with each version, with what the story is now, and with what is being typed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the columns; of stories of before no link was kept."""
    for table in ("stories", "versions", "recovery"):
        op.add_column(table, sa.Column("links", sa.Text(), nullable=False, server_default="[]"))
        if op.get_context().dialect.name == "postgresql":
            op.alter_column(table, "links", server_default=None)
