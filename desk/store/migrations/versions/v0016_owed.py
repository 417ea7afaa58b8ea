"""What is owed to a text that was emptied stands in the database, so that a restart forgets none of it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "owed", sa.Column("what", sa.String(64), nullable=False), sa.PrimaryKeyConstraint("what", name="pk_owed")
    )
