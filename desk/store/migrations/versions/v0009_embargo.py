"""What a wire says of a story is kept with it, its embargo above all; and which files of a folder became stories."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add both columns and the table; of stories of before nothing of the kind was kept."""
    op.add_column("stories", sa.Column("embargo", sa.BigInteger(), nullable=True))
    op.add_column("stories", sa.Column("details", sa.Text(), nullable=False, server_default="{}"))
    if op.get_context().dialect.name == "postgresql":
        op.alter_column("stories", "details", server_default=None)
    op.create_table(
        "arrivals",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_arrivals")),
    )
