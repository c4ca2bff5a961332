"""The tables of the diary, as they are declared today.

An entry is one row: its ratings, signs and care are JSON in it, so a symptom, sign or care item is
one line in its catalogue and no change here, and a day costs one row to keep. Lists of words
(products, areas ...) are JSON arrays in their row: they are short, ordered, read and written
whole, and never searched by element.

Dates are text ``YYYY-MM-DD``, moments text ``YYYY-MM-DDTHH:MM:SSZ`` (UTC), yes and no 1 and 0,
not stated NULL (or the empty text). Codes are checked by the domain, which knows the catalogues;
the database checks shapes and ranges, so that no slip of a program can leave nonsense behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    BLOB,
    INTEGER,
    REAL,
    TEXT,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

PROFILE_FLAGS = (
    "sensitive",
    "cold_sores",
    "keloid",
    "metal_allergy",
    "diabetes",
    "weak_immunity",
    "blood_thinners",
    "pregnant_or_breastfeeding",
    "severe_allergy",
    "isotretinoin",
)


def _table(name: str, items: Iterable[SchemaItem], **options: Any) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True, **options)


def _check(column: str, rule: str) -> CheckConstraint:
    return CheckConstraint(rule.format(column=column), name=column)


def _text(column: str) -> tuple[SchemaItem, ...]:
    return (Column(column, TEXT, nullable=False),)


def _code(column: str, *, stated: bool = True) -> tuple[SchemaItem, ...]:
    return Column(column, TEXT, nullable=not stated), _check(column, "{column} <> ''")


def _flag(column: str, *, stated: bool = False) -> tuple[SchemaItem, ...]:
    return Column(column, INTEGER, nullable=not stated), _check(column, "{column} IN (0, 1)")


def _words(column: str, *, stated: bool = True) -> tuple[SchemaItem, ...]:
    rule = "json_valid({column}) AND json_type({column}) = 'array'"
    return Column(column, TEXT, nullable=not stated), _check(column, rule)


def _codes(column: str) -> tuple[SchemaItem, ...]:
    """A JSON array of codes, as it is written without spaces."""
    rule = "json_valid({column}) AND {column} GLOB '[[]*'"
    return Column(column, TEXT, nullable=False), _check(column, rule)


def _date(column: str, *, stated: bool = True) -> tuple[SchemaItem, ...]:
    return Column(column, TEXT, nullable=not stated), _check(column, "{column} IS date({column})")


def _moment(column: str, *, stated: bool = False, rare: bool = False) -> tuple[SchemaItem, ...]:
    """A moment; one that is ``rare`` costs little where it is not stated."""
    rule = "{column} IS strftime('%Y-%m-%dT%H:%M:%SZ', {column})"
    return (
        Column(column, TEXT, nullable=not stated),
        _check(column, f"{{column}} IS NULL OR {rule}" if rare else rule),
    )


def _numbers(column: str, digits: str) -> tuple[SchemaItem, ...]:
    """A JSON object of codes, each with one of the digits, as it is written without spaces.

    ``json_type`` would parse the text once more, and this is asked of every day of an import.
    """
    rule = (
        f"json_valid({column}) AND {column} GLOB '{{{{*' AND {column} NOT GLOB '*:[^{digits}]*' "
        f"AND {column} NOT GLOB '*:?[^,}}}}]*'"
    )
    return Column(column, TEXT, nullable=False), _check(column, rule)


def _deletion(*, rare: bool = False) -> tuple[SchemaItem, ...]:
    """When it was deleted, and whether that was the taking back of an addition."""
    rule = CheckConstraint("undone = 0 OR deleted_at IS NOT NULL", name="undone_is_deleted")
    return (*_moment("deleted_at", rare=rare), *_flag("undone", stated=True), rule)


def _of(parent: str, column: str, kind: Any = TEXT) -> tuple[SchemaItem, ...]:
    """A row that lives and goes with its parent."""
    return (Column(column, kind, ForeignKey(parent, ondelete="CASCADE"), nullable=False),)


profile = _table(
    "profile",
    (
        Column("id", INTEGER, primary_key=True),
        _check("id", "{column} = 1"),
        *_text("name"),
        *_date("birth_date", stated=False),
        *_text("patient_number"),
        *_code("skin_type", stated=False),
        *_words("skin_conditions"),
        Column("skin_tone", INTEGER),
        _check("skin_tone", "{column} BETWEEN 1 AND 6"),
        *(item for flag in PROFILE_FLAGS for item in _flag(flag)),
        *_text("allergies"),
        *_text("dermatologist_name"),
        *_text("dermatologist_clinic"),
        *_text("dermatologist_phone"),
        *_text("dermatologist_email"),
        *_date("appointment", stated=False),
        *_text("questions"),
    ),
)

own_items = _table(
    "own_items",
    (
        Column("place", INTEGER, primary_key=True),
        Column("kind", TEXT, nullable=False),
        _check("kind", "{column} IN ('symptom', 'care_item')"),
        *_code("code"),
        *_text("label"),
        *_flag("retired", stated=True),
        *_moment("added_at", stated=True),
        UniqueConstraint("kind", "code"),
    ),
)

sessions = _table(
    "sessions",
    (
        Column("id", TEXT, primary_key=True, nullable=False),
        *_date("date"),
        *_code("treatment"),
        *_code("device", stated=False),
        Column("needle_depth_mm", REAL),
        _check("needle_depth_mm", "{column} BETWEEN 0.1 AND 4.0"),
        *_flag("aggressive"),
        *_words("areas"),
        *_words("products"),
        *_text("numbing_cream"),
        *_words("recent_procedures"),
        *_code("performed_by", stated=False),
        *_flag("reused_or_shared_needles"),
        *_text("practitioner"),
        *_text("notes"),
        *_flag("archived", stated=True),
        *_deletion(),
    ),
)

entries = _table(
    "entries",
    (
        Column("id", INTEGER, primary_key=True),
        Column("stamp", INTEGER, nullable=False),  # another one (by chance) at each change
        *_of("sessions.id", "session_id"),
        *_date("date"),
        *_numbers("ratings", "0-4"),
        *_numbers("signs", "01"),  # present or not
        *_codes("care"),
        *_text("new_product"),
        *_text("medicines"),
        *_text("notes"),
        *_text("private_notes"),
        *_text("advice_received"),
        *_moment("entered_at", rare=True),
        *_moment("changed_at", rare=True),
        *_moment("done_at", rare=True),
        *_moment("added_at", rare=True),  # until then it was not there: the end of its history
        *_deletion(rare=True),
        UniqueConstraint("session_id", "date"),
    ),
)
Index(None, entries.c.deleted_at, sqlite_where=entries.c.deleted_at.is_not(None))

acts = _table(
    "acts",
    (
        *_of("sessions.id", "session_id"),
        Column("place", INTEGER, nullable=False),
        *_date("date"),
        *_code("rule"),
        *_code("act", stated=False),
        *_code("urgency_felt", stated=False),
        *_moment("at"),
        *_words("covered"),
        PrimaryKeyConstraint("session_id", "place"),
        CheckConstraint("act IS NOT NULL OR urgency_felt IS NOT NULL", name="says_something"),
    ),
    sqlite_with_rowid=False,
)

shown = _table(
    "shown",
    (
        Column("id", INTEGER, primary_key=True),
        *_of("sessions.id", "session_id"),
        *_code("rule"),
        *_code("level"),
        *_code("deadline", stated=False),
        *_date("date"),
        *_text("text"),
        *_text("reason"),
        *_text("guidance"),
        *_moment("shown_at", stated=True),
    ),
)
Index(None, shown.c.session_id)

# What was judged and need not be judged again: with these rules no warning of the session can be
# active after this date (NULL: on no date) unless something of the session changes.
settled = _table(
    "settled",
    (
        *_of("sessions.id", "session_id"),
        *_code("rules"),
        *_date("until", stated=False),
        PrimaryKeyConstraint("session_id"),
    ),
    sqlite_with_rowid=False,
)

# What is known of a photo. Its bytes may be missing: a log that came as JSON names photos only.
photos = _table(
    "photos",
    (
        Column("id", INTEGER, primary_key=True),
        *_of("sessions.id", "session_id"),
        *_date("date"),
        *_code("view"),
        *_code("sha256"),
        *_text("caption"),
        *_code("taken_at", stated=False),  # the camera's own local time, as it said it
        *_words("marks", stated=False),  # four numbers: two points marked to lay photos over
        *_moment("added_at", stated=True),
        *_deletion(),
        UniqueConstraint("session_id", "date", "view", "sha256"),
    ),
)
Index(None, photos.c.sha256)

# Bytes apart from what is known of them, so that reading a session never walks over pictures.
pictures = _table(
    "pictures",
    (
        Column("sha256", TEXT, primary_key=True, nullable=False),
        _check("sha256", "length({column}) = 64"),
        Column("data", BLOB, nullable=False),
        Column("thumbnail", BLOB, nullable=False),
    ),
)


def _versions(name: str, key: tuple[SchemaItem, ...], *key_columns: str) -> Table:
    """Append-only: how something stood until a moment; NULL = it was not there."""
    return _table(
        name,
        (
            *key,
            Column("number", INTEGER, nullable=False),
            *_moment("at", stated=True),
            Column("what", TEXT),
            _check("what", "json_valid({column})"),
            PrimaryKeyConstraint(*key_columns, "number"),
        ),
        sqlite_with_rowid=False,
    )


entry_versions = _versions(
    "entry_versions", (*_of("sessions.id", "session_id"), *_date("date")), "session_id", "date"
)
session_versions = _versions("session_versions", _of("sessions.id", "session_id"), "session_id")
profile_versions = _versions("profile_versions", ())

# Alembic's own table, in Alembic's own words.
alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
