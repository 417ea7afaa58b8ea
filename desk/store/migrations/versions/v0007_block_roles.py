"""What a document says its blocks are (headings, tables, captions) is kept with the story that was made from it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; stories of before were made from plain text, which says nothing of the kind."""
    op.add_column("stories", sa.Column("roles", sa.Text(), nullable=False, server_default="[]"))
    if op.get_context().dialect.name == "postgresql":
        op.alter_column("stories", "roles", server_default=None)
