"""An entry is one row, with its ratings, signs and care as JSON; sessions that are settled."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    "DROP INDEX ix_entries_deleted_at",
    "ALTER TABLE entries RENAME TO entries_0002",
    """
    CREATE TABLE entries (
        id INTEGER NOT NULL,
        stamp INTEGER NOT NULL,
        session_id TEXT NOT NULL,
        date TEXT NOT NULL,
        ratings TEXT NOT NULL,
        signs TEXT NOT NULL,
        care TEXT NOT NULL,
        new_product TEXT NOT NULL,
        medicines TEXT NOT NULL,
        notes TEXT NOT NULL,
        private_notes TEXT NOT NULL,
        advice_received TEXT NOT NULL,
        entered_at TEXT,
        changed_at TEXT,
        done_at TEXT,
        added_at TEXT,
        deleted_at TEXT,
        undone INTEGER NOT NULL,
        CONSTRAINT pk_entries PRIMARY KEY (id),
        CONSTRAINT ck_entries_date CHECK (date IS date(date)),
        CONSTRAINT ck_entries_ratings
            CHECK (json_valid(ratings) AND ratings GLOB '{*'
                AND ratings NOT GLOB '*:[^0-4]*' AND ratings NOT GLOB '*:?[^,}]*'),
        CONSTRAINT ck_entries_signs
            CHECK (json_valid(signs) AND signs GLOB '{*'
                AND signs NOT GLOB '*:[^01]*' AND signs NOT GLOB '*:?[^,}]*'),
        CONSTRAINT ck_entries_care CHECK (json_valid(care) AND care GLOB '[[]*'),
        CONSTRAINT ck_entries_entered_at CHECK (entered_at IS NULL
            OR entered_at IS strftime('%Y-%m-%dT%H:%M:%SZ', entered_at)),
        CONSTRAINT ck_entries_changed_at CHECK (changed_at IS NULL
            OR changed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', changed_at)),
        CONSTRAINT ck_entries_done_at CHECK (done_at IS NULL
            OR done_at IS strftime('%Y-%m-%dT%H:%M:%SZ', done_at)),
        CONSTRAINT ck_entries_added_at CHECK (added_at IS NULL
            OR added_at IS strftime('%Y-%m-%dT%H:%M:%SZ', added_at)),
        CONSTRAINT ck_entries_undone_is_deleted CHECK (undone = 0 OR deleted_at IS NOT NULL),
        CONSTRAINT ck_entries_deleted_at CHECK (deleted_at IS NULL
            OR deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
        CONSTRAINT ck_entries_undone CHECK (undone IN (0, 1)),
        CONSTRAINT uq_entries_session_id_date UNIQUE (session_id, date),
        CONSTRAINT fk_entries_session_id
            FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
    ) STRICT
    """,
    # that an entry was not there before was a version of its own, the first
    """
    INSERT INTO entries
    SELECT id, stamp, session_id, date,
        (SELECT json_group_object(symptom, grade) FROM ratings WHERE entry_id = was.id),
        (SELECT json_group_object(sign, present) FROM signs WHERE entry_id = was.id),
        (SELECT json_group_array(item) FROM care WHERE entry_id = was.id),
        new_product, medicines, notes, private_notes, advice_received,
        entered_at, changed_at, done_at,
        (
            SELECT at FROM entry_versions
            WHERE session_id = was.session_id AND date = was.date AND number = 1 AND what IS NULL
        ),
        deleted_at, undone
    FROM entries_0002 AS was ORDER BY id
    """,
    """
    DELETE FROM entry_versions
    WHERE number = 1 AND what IS NULL AND EXISTS (
        SELECT 1 FROM entries
        WHERE session_id = entry_versions.session_id AND date = entry_versions.date
    )
    """,
    "DROP TABLE ratings",
    "DROP TABLE signs",
    "DROP TABLE care",
    "DROP TABLE entries_0002",
    "CREATE INDEX ix_entries_deleted_at ON entries (deleted_at) WHERE deleted_at IS NOT NULL",
    """
    CREATE TABLE settled (
        session_id TEXT NOT NULL,
        rules TEXT NOT NULL,
        until TEXT,
        CONSTRAINT pk_settled PRIMARY KEY (session_id),
        CONSTRAINT ck_settled_rules CHECK (rules <> ''),
        CONSTRAINT ck_settled_until CHECK (until IS date(until)),
        CONSTRAINT fk_settled_session_id
            FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
    ) WITHOUT ROWID, STRICT
    """,
)


def upgrade() -> None:
    """Gather the narrow rows of each entry into its own; nothing else refers to them."""
    for statement in _STATEMENTS:
        op.execute(statement)
