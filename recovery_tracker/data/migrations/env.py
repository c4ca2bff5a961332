"""Alembic's entry: run the migrations on the connection, and in the transaction, it is given."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,  # SQLite changes most of a table by rebuilding it
    transactional_ddl=True,
)
context.run_migrations()
