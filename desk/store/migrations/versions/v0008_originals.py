"""The documents that stories came in are kept, byte by byte and once each, so that edits can go back into them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

APPEND_ONLY = ("blobs", "originals")


def upgrade() -> None:
    """Make both tables; of stories of before the originals are where they were opened from, if they still are."""
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blobs")),
    )
    op.create_table(
        "originals",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("format", sa.String(length=64), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["blobs.sha256"], name=op.f("fk_originals_sha256")),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name=op.f("fk_originals_story")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_originals")),
    )
    op.create_index("ix_originals_story", "originals", ["story", "number"], unique=False)
    for table in APPEND_ONLY:
        _keep(table)


def _keep(table: str) -> None:
    """Let nobody change or remove a row of a table."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION copydesk_append_only()"
        )
        return
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
