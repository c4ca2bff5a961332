"""A deleted photo waits like a deleted entry, and a photo keeps the two points marked on it."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_STATEMENTS = (
    "DROP INDEX ix_photos_sha256",
    "ALTER TABLE photos RENAME TO photos_0001",
    """
    CREATE TABLE photos (
        id INTEGER NOT NULL,
        session_id TEXT NOT NULL,
        date TEXT NOT NULL,
        "view" TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        caption TEXT NOT NULL,
        taken_at TEXT,
        marks TEXT,
        added_at TEXT NOT NULL,
        deleted_at TEXT,
        undone INTEGER NOT NULL,
        CONSTRAINT pk_photos PRIMARY KEY (id),
        CONSTRAINT ck_photos_date CHECK (date IS date(date)),
        CONSTRAINT ck_photos_view CHECK (view <> ''),
        CONSTRAINT ck_photos_sha256 CHECK (sha256 <> ''),
        CONSTRAINT ck_photos_taken_at CHECK (taken_at <> ''),
        CONSTRAINT ck_photos_marks CHECK (json_valid(marks) AND json_type(marks) = 'array'),
        CONSTRAINT ck_photos_added_at
            CHECK (added_at IS strftime('%Y-%m-%dT%H:%M:%SZ', added_at)),
        CONSTRAINT ck_photos_undone_is_deleted CHECK (undone = 0 OR deleted_at IS NOT NULL),
        CONSTRAINT ck_photos_deleted_at
            CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
        CONSTRAINT ck_photos_undone CHECK (undone IN (0, 1)),
        CONSTRAINT uq_photos_session_id_date_view_sha256
            UNIQUE (session_id, date, "view", sha256),
        CONSTRAINT fk_photos_session_id
            FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    INSERT INTO photos
        (id, session_id, date, view, sha256, caption, taken_at, added_at, undone)
    SELECT id, session_id, date, view, sha256, caption, taken_at, added_at, 0
    FROM photos_0001
    """,
    "DROP TABLE photos_0001",
    "CREATE INDEX ix_photos_sha256 ON photos (sha256)",
)


def upgrade() -> None:
    """Rebuild the table of photos with its new columns; nothing else refers to it."""
    for statement in _STATEMENTS:
        op.execute(statement)
