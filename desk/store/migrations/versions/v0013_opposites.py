"""The queue knows of what was decided differently in two places, and finds two stories of one document quickly."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add a column and an index; what was decided differently before is counted with the next thing that comes in."""
    op.add_column("stories", sa.Column("opposites", sa.Integer(), nullable=False, server_default="0"))
    if op.get_context().dialect.name == "postgresql":
        op.alter_column("stories", "opposites", server_default=None)
    op.create_index("ix_stories_source", "stories", ["source_sha256"])
