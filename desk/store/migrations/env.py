"""What Alembic runs: the migrations, on the connection and in the transaction it was handed."""

from alembic import context

from desk.store.database.tables import metadata

_GIVEN = context.config.attributes
context.configure(
    connection=_GIVEN["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    on_version_apply=lambda **_: _GIVEN["stepped"](),
    counted=_GIVEN["counted"],
    filled_later=_GIVEN["filled_later"],
)
with context.begin_transaction():
    context.run_migrations()
