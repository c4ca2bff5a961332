"""The SQL the program runs, made by ``make statements`` from the tables and ``core``."""

# ruff: noqa: E501 - each statement in its line

from __future__ import annotations

from recovery_tracker.data.engine import Prepared

CREATE_TABLES = (
    """CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)""",
    """CREATE TABLE own_items (
	place INTEGER NOT NULL,
	kind TEXT NOT NULL,
	code TEXT NOT NULL,
	label TEXT NOT NULL,
	retired INTEGER NOT NULL,
	added_at TEXT NOT NULL,
	CONSTRAINT pk_own_items PRIMARY KEY (place),
	CONSTRAINT ck_own_items_kind CHECK (kind IN ('symptom', 'care_item')),
	CONSTRAINT ck_own_items_code CHECK (code <> ''),
	CONSTRAINT ck_own_items_retired CHECK (retired IN (0, 1)),
	CONSTRAINT ck_own_items_added_at CHECK (added_at IS strftime('%Y-%m-%dT%H:%M:%SZ', added_at)),
	CONSTRAINT uq_own_items_kind_code UNIQUE (kind, code)
)
 STRICT""",
    """CREATE TABLE pictures (
	sha256 TEXT NOT NULL,
	data BLOB NOT NULL,
	thumbnail BLOB NOT NULL,
	CONSTRAINT pk_pictures PRIMARY KEY (sha256),
	CONSTRAINT ck_pictures_sha256 CHECK (length(sha256) = 64)
)
 STRICT""",
    """CREATE TABLE profile (
	id INTEGER NOT NULL,
	name TEXT NOT NULL,
	birth_date TEXT,
	patient_number TEXT NOT NULL,
	skin_type TEXT,
	skin_conditions TEXT NOT NULL,
	skin_tone INTEGER,
	sensitive INTEGER,
	cold_sores INTEGER,
	keloid INTEGER,
	metal_allergy INTEGER,
	diabetes INTEGER,
	weak_immunity INTEGER,
	blood_thinners INTEGER,
	pregnant_or_breastfeeding INTEGER,
	severe_allergy INTEGER,
	isotretinoin INTEGER,
	allergies TEXT NOT NULL,
	dermatologist_name TEXT NOT NULL,
	dermatologist_clinic TEXT NOT NULL,
	dermatologist_phone TEXT NOT NULL,
	dermatologist_email TEXT NOT NULL,
	appointment TEXT,
	questions TEXT NOT NULL,
	CONSTRAINT pk_profile PRIMARY KEY (id),
	CONSTRAINT ck_profile_id CHECK (id = 1),
	CONSTRAINT ck_profile_birth_date CHECK (birth_date IS date(birth_date)),
	CONSTRAINT ck_profile_skin_type CHECK (skin_type <> ''),
	CONSTRAINT ck_profile_skin_conditions CHECK (json_valid(skin_conditions) AND json_type(skin_conditions) = 'array'),
	CONSTRAINT ck_profile_skin_tone CHECK (skin_tone BETWEEN 1 AND 6),
	CONSTRAINT ck_profile_sensitive CHECK (sensitive IN (0, 1)),
	CONSTRAINT ck_profile_cold_sores CHECK (cold_sores IN (0, 1)),
	CONSTRAINT ck_profile_keloid CHECK (keloid IN (0, 1)),
	CONSTRAINT ck_profile_metal_allergy CHECK (metal_allergy IN (0, 1)),
	CONSTRAINT ck_profile_diabetes CHECK (diabetes IN (0, 1)),
	CONSTRAINT ck_profile_weak_immunity CHECK (weak_immunity IN (0, 1)),
	CONSTRAINT ck_profile_blood_thinners CHECK (blood_thinners IN (0, 1)),
	CONSTRAINT ck_profile_pregnant_or_breastfeeding CHECK (pregnant_or_breastfeeding IN (0, 1)),
	CONSTRAINT ck_profile_severe_allergy CHECK (severe_allergy IN (0, 1)),
	CONSTRAINT ck_profile_isotretinoin CHECK (isotretinoin IN (0, 1)),
	CONSTRAINT ck_profile_appointment CHECK (appointment IS date(appointment))
)
 STRICT""",
    """CREATE TABLE profile_versions (
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	what TEXT,
	CONSTRAINT pk_profile_versions PRIMARY KEY (number),
	CONSTRAINT ck_profile_versions_at CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)),
	CONSTRAINT ck_profile_versions_what CHECK (json_valid(what))
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE sessions (
	id TEXT NOT NULL,
	date TEXT NOT NULL,
	treatment TEXT NOT NULL,
	device TEXT,
	needle_depth_mm REAL,
	aggressive INTEGER,
	areas TEXT NOT NULL,
	products TEXT NOT NULL,
	numbing_cream TEXT NOT NULL,
	recent_procedures TEXT NOT NULL,
	performed_by TEXT,
	reused_or_shared_needles INTEGER,
	practitioner TEXT NOT NULL,
	notes TEXT NOT NULL,
	archived INTEGER NOT NULL,
	deleted_at TEXT,
	undone INTEGER NOT NULL,
	CONSTRAINT pk_sessions PRIMARY KEY (id),
	CONSTRAINT ck_sessions_date CHECK (date IS date(date)),
	CONSTRAINT ck_sessions_treatment CHECK (treatment <> ''),
	CONSTRAINT ck_sessions_device CHECK (device <> ''),
	CONSTRAINT ck_sessions_needle_depth_mm CHECK (needle_depth_mm BETWEEN 0.1 AND 4.0),
	CONSTRAINT ck_sessions_aggressive CHECK (aggressive IN (0, 1)),
	CONSTRAINT ck_sessions_areas CHECK (json_valid(areas) AND json_type(areas) = 'array'),
	CONSTRAINT ck_sessions_products CHECK (json_valid(products) AND json_type(products) = 'array'),
	CONSTRAINT ck_sessions_recent_procedures CHECK (json_valid(recent_procedures) AND json_type(recent_procedures) = 'array'),
	CONSTRAINT ck_sessions_performed_by CHECK (performed_by <> ''),
	CONSTRAINT ck_sessions_reused_or_shared_needles CHECK (reused_or_shared_needles IN (0, 1)),
	CONSTRAINT ck_sessions_archived CHECK (archived IN (0, 1)),
	CONSTRAINT ck_sessions_undone_is_deleted CHECK (undone = 0 OR deleted_at IS NOT NULL),
	CONSTRAINT ck_sessions_deleted_at CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
	CONSTRAINT ck_sessions_undone CHECK (undone IN (0, 1))
)
 STRICT""",
    """CREATE TABLE acts (
	session_id TEXT NOT NULL,
	place INTEGER NOT NULL,
	date TEXT NOT NULL,
	rule TEXT NOT NULL,
	act TEXT,
	urgency_felt TEXT,
	at TEXT,
	covered TEXT NOT NULL,
	CONSTRAINT pk_acts PRIMARY KEY (session_id, place),
	CONSTRAINT ck_acts_date CHECK (date IS date(date)),
	CONSTRAINT ck_acts_rule CHECK (rule <> ''),
	CONSTRAINT ck_acts_act CHECK (act <> ''),
	CONSTRAINT ck_acts_urgency_felt CHECK (urgency_felt <> ''),
	CONSTRAINT ck_acts_at CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)),
	CONSTRAINT ck_acts_covered CHECK (json_valid(covered) AND json_type(covered) = 'array'),
	CONSTRAINT ck_acts_says_something CHECK (act IS NOT NULL OR urgency_felt IS NOT NULL),
	CONSTRAINT fk_acts_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE entries (
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
	CONSTRAINT ck_entries_ratings CHECK (json_valid(ratings) AND ratings GLOB '{*' AND ratings NOT GLOB '*:[^0-4]*' AND ratings NOT GLOB '*:?[^,}]*'),
	CONSTRAINT ck_entries_signs CHECK (json_valid(signs) AND signs GLOB '{*' AND signs NOT GLOB '*:[^01]*' AND signs NOT GLOB '*:?[^,}]*'),
	CONSTRAINT ck_entries_care CHECK (json_valid(care) AND care GLOB '[[]*'),
	CONSTRAINT ck_entries_entered_at CHECK (entered_at IS NULL OR entered_at IS strftime('%Y-%m-%dT%H:%M:%SZ', entered_at)),
	CONSTRAINT ck_entries_changed_at CHECK (changed_at IS NULL OR changed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', changed_at)),
	CONSTRAINT ck_entries_done_at CHECK (done_at IS NULL OR done_at IS strftime('%Y-%m-%dT%H:%M:%SZ', done_at)),
	CONSTRAINT ck_entries_added_at CHECK (added_at IS NULL OR added_at IS strftime('%Y-%m-%dT%H:%M:%SZ', added_at)),
	CONSTRAINT ck_entries_undone_is_deleted CHECK (undone = 0 OR deleted_at IS NOT NULL),
	CONSTRAINT ck_entries_deleted_at CHECK (deleted_at IS NULL OR deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
	CONSTRAINT ck_entries_undone CHECK (undone IN (0, 1)),
	CONSTRAINT uq_entries_session_id_date UNIQUE (session_id, date),
	CONSTRAINT fk_entries_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 STRICT""",
    "CREATE INDEX ix_entries_deleted_at ON entries (deleted_at) WHERE deleted_at IS NOT NULL",
    """CREATE TABLE entry_versions (
	session_id TEXT NOT NULL,
	date TEXT NOT NULL,
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	what TEXT,
	CONSTRAINT pk_entry_versions PRIMARY KEY (session_id, date, number),
	CONSTRAINT ck_entry_versions_date CHECK (date IS date(date)),
	CONSTRAINT ck_entry_versions_at CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)),
	CONSTRAINT ck_entry_versions_what CHECK (json_valid(what)),
	CONSTRAINT fk_entry_versions_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE photos (
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
	CONSTRAINT ck_photos_added_at CHECK (added_at IS strftime('%Y-%m-%dT%H:%M:%SZ', added_at)),
	CONSTRAINT ck_photos_undone_is_deleted CHECK (undone = 0 OR deleted_at IS NOT NULL),
	CONSTRAINT ck_photos_deleted_at CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
	CONSTRAINT ck_photos_undone CHECK (undone IN (0, 1)),
	CONSTRAINT uq_photos_session_id_date_view_sha256 UNIQUE (session_id, date, "view", sha256),
	CONSTRAINT fk_photos_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 STRICT""",
    "CREATE INDEX ix_photos_sha256 ON photos (sha256)",
    """CREATE TABLE session_versions (
	session_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	what TEXT,
	CONSTRAINT pk_session_versions PRIMARY KEY (session_id, number),
	CONSTRAINT ck_session_versions_at CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)),
	CONSTRAINT ck_session_versions_what CHECK (json_valid(what)),
	CONSTRAINT fk_session_versions_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE settled (
	session_id TEXT NOT NULL,
	rules TEXT NOT NULL,
	until TEXT,
	CONSTRAINT pk_settled PRIMARY KEY (session_id),
	CONSTRAINT ck_settled_rules CHECK (rules <> ''),
	CONSTRAINT ck_settled_until CHECK (until IS date(until)),
	CONSTRAINT fk_settled_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE shown (
	id INTEGER NOT NULL,
	session_id TEXT NOT NULL,
	rule TEXT NOT NULL,
	level TEXT NOT NULL,
	deadline TEXT,
	date TEXT NOT NULL,
	text TEXT NOT NULL,
	reason TEXT NOT NULL,
	guidance TEXT NOT NULL,
	shown_at TEXT NOT NULL,
	CONSTRAINT pk_shown PRIMARY KEY (id),
	CONSTRAINT ck_shown_rule CHECK (rule <> ''),
	CONSTRAINT ck_shown_level CHECK (level <> ''),
	CONSTRAINT ck_shown_deadline CHECK (deadline <> ''),
	CONSTRAINT ck_shown_date CHECK (date IS date(date)),
	CONSTRAINT ck_shown_shown_at CHECK (shown_at IS strftime('%Y-%m-%dT%H:%M:%SZ', shown_at)),
	CONSTRAINT fk_shown_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 STRICT""",
    "CREATE INDEX ix_shown_session_id ON shown (session_id)",
)
READ_PROFILE = Prepared(
    "SELECT profile.name, profile.birth_date, profile.patient_number, profile.skin_type, profile.sensitive, profile.skin_conditions, profile.skin_tone, profile.cold_sores, profile.keloid, profile.metal_allergy, profile.diabetes, profile.weak_immunity, profile.blood_thinners, profile.pregnant_or_breastfeeding, profile.severe_allergy, profile.isotretinoin, profile.allergies, profile.appointment, profile.questions, profile.dermatologist_name, profile.dermatologist_clinic, profile.dermatologist_phone, profile.dermatologist_email FROM profile",
)
KEEP_PROFILE = Prepared(
    "INSERT INTO profile (id, name, birth_date, patient_number, skin_type, skin_conditions, skin_tone, sensitive, cold_sores, keloid, metal_allergy, diabetes, weak_immunity, blood_thinners, pregnant_or_breastfeeding, severe_allergy, isotretinoin, allergies, dermatologist_name, dermatologist_clinic, dermatologist_phone, dermatologist_email, appointment, questions) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, birth_date = excluded.birth_date, patient_number = excluded.patient_number, skin_type = excluded.skin_type, skin_conditions = excluded.skin_conditions, skin_tone = excluded.skin_tone, sensitive = excluded.sensitive, cold_sores = excluded.cold_sores, keloid = excluded.keloid, metal_allergy = excluded.metal_allergy, diabetes = excluded.diabetes, weak_immunity = excluded.weak_immunity, blood_thinners = excluded.blood_thinners, pregnant_or_breastfeeding = excluded.pregnant_or_breastfeeding, severe_allergy = excluded.severe_allergy, isotretinoin = excluded.isotretinoin, allergies = excluded.allergies, dermatologist_name = excluded.dermatologist_name, dermatologist_clinic = excluded.dermatologist_clinic, dermatologist_phone = excluded.dermatologist_phone, dermatologist_email = excluded.dermatologist_email, appointment = excluded.appointment, questions = excluded.questions",
    "name",
    "birth_date",
    "patient_number",
    "skin_type",
    "skin_conditions",
    "skin_tone",
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
    "allergies",
    "dermatologist_name",
    "dermatologist_clinic",
    "dermatologist_phone",
    "dermatologist_email",
    "appointment",
    "questions",
)
READ_ITEMS = Prepared(
    "SELECT own_items.code, own_items.label, own_items.retired FROM own_items WHERE own_items.kind = ? ORDER BY own_items.place",
    "kind",
)
KEEP_ITEM = Prepared(
    "INSERT INTO own_items (kind, code, label, retired, added_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, code) DO UPDATE SET label = excluded.label, retired = excluded.retired",
    "kind",
    "code",
    "label",
    "retired",
    "added_at",
)
DROP_ITEM = Prepared(
    "DELETE FROM own_items WHERE own_items.kind = ? AND own_items.code = ?",
    "kind",
    "code",
)
READ_SESSIONS = Prepared(
    "SELECT sessions.id, sessions.date, sessions.treatment, sessions.device, sessions.needle_depth_mm, sessions.aggressive, sessions.areas, sessions.products, sessions.numbing_cream, sessions.recent_procedures, sessions.performed_by, sessions.reused_or_shared_needles, sessions.practitioner, sessions.notes, sessions.archived FROM sessions WHERE sessions.deleted_at IS NULL ORDER BY sessions.date, sessions.id",
)
READ_SESSION = Prepared(
    "SELECT sessions.id, sessions.date, sessions.treatment, sessions.device, sessions.needle_depth_mm, sessions.aggressive, sessions.areas, sessions.products, sessions.numbing_cream, sessions.recent_procedures, sessions.performed_by, sessions.reused_or_shared_needles, sessions.practitioner, sessions.notes, sessions.archived, sessions.deleted_at, sessions.undone FROM sessions WHERE sessions.id = ?",
    "session_id",
)
SESSION_IS_THERE = Prepared(
    "SELECT sessions.id FROM sessions WHERE sessions.id = ? AND sessions.deleted_at IS NULL",
    "session_id",
)
ADD_SESSION = Prepared(
    "INSERT INTO sessions (id, date, treatment, device, needle_depth_mm, aggressive, areas, products, numbing_cream, recent_procedures, performed_by, reused_or_shared_needles, practitioner, notes, archived, deleted_at, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0)",
    "id",
    "date",
    "treatment",
    "device",
    "needle_depth_mm",
    "aggressive",
    "areas",
    "products",
    "numbing_cream",
    "recent_procedures",
    "performed_by",
    "reused_or_shared_needles",
    "practitioner",
    "notes",
    "archived",
)
CHANGE_SESSION = Prepared(
    "UPDATE sessions SET date=?, treatment=?, device=?, needle_depth_mm=?, aggressive=?, areas=?, products=?, numbing_cream=?, recent_procedures=?, performed_by=?, reused_or_shared_needles=?, practitioner=?, notes=?, archived=? WHERE sessions.id = ?",
    "date",
    "treatment",
    "device",
    "needle_depth_mm",
    "aggressive",
    "areas",
    "products",
    "numbing_cream",
    "recent_procedures",
    "performed_by",
    "reused_or_shared_needles",
    "practitioner",
    "notes",
    "archived",
    "of_id",
)
MARK_SESSION = Prepared(
    "UPDATE sessions SET deleted_at=?, undone=? WHERE sessions.id = ?",
    "deleted_at",
    "undone",
    "of_id",
)
READ_STAMPS = Prepared(
    "SELECT entries.stamp, entries.date FROM entries WHERE entries.session_id = ? AND entries.deleted_at IS NULL ORDER BY entries.date",
    "session_id",
)
READ_ENTRIES = Prepared(
    "SELECT entries.stamp, entries.id, entries.deleted_at, entries.date, entries.ratings, entries.signs, entries.care, entries.new_product, entries.medicines, entries.notes, entries.private_notes, entries.advice_received, entries.entered_at, entries.changed_at, entries.done_at FROM entries WHERE entries.session_id = ?",
    "session_id",
)
READ_ENTRY = Prepared(
    "SELECT entries.stamp, entries.id, entries.deleted_at, entries.date, entries.ratings, entries.signs, entries.care, entries.new_product, entries.medicines, entries.notes, entries.private_notes, entries.advice_received, entries.entered_at, entries.changed_at, entries.done_at FROM entries WHERE entries.session_id = ? AND entries.date = ?",
    "session_id",
    "date",
)
READ_DAY = Prepared(
    "SELECT entries.stamp, entries.id, entries.deleted_at, entries.date, entries.ratings, entries.signs, entries.care, entries.new_product, entries.medicines, entries.notes, entries.private_notes, entries.advice_received, entries.entered_at, entries.changed_at, entries.done_at FROM sessions LEFT OUTER JOIN entries ON entries.session_id = sessions.id AND entries.date = ? WHERE sessions.id = ? AND sessions.deleted_at IS NULL",
    "date",
    "session_id",
)
ADD_ENTRY = Prepared(
    "INSERT INTO entries (stamp, session_id, date, ratings, signs, care, new_product, medicines, notes, private_notes, advice_received, entered_at, changed_at, done_at, added_at, undone) VALUES (random(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, 0)",
    "session_id",
    "date",
    "ratings",
    "signs",
    "care",
    "new_product",
    "medicines",
    "notes",
    "private_notes",
    "advice_received",
    "entered_at",
    "changed_at",
    "done_at",
    "added_at",
)
CHANGE_ENTRY = Prepared(
    "UPDATE entries SET stamp=random(), ratings=?, signs=?, care=?, new_product=?, medicines=?, notes=?, private_notes=?, advice_received=?, entered_at=nullif(?, ''), changed_at=nullif(?, ''), done_at=nullif(?, ''), deleted_at=NULL, undone=0 WHERE entries.id = ?",
    "to_ratings",
    "to_signs",
    "to_care",
    "to_new_product",
    "to_medicines",
    "to_notes",
    "to_private_notes",
    "to_advice_received",
    "to_entered_at",
    "to_changed_at",
    "to_done_at",
    "of_id",
)
HIDE_ENTRY = Prepared(
    "UPDATE entries SET deleted_at=?, undone=? WHERE entries.id = ?",
    "deleted_at",
    "undone",
    "of_id",
)
ADD_ENTRY_VERSION = Prepared(
    "INSERT INTO entry_versions (session_id, date, number, at, what) VALUES (?, ?, (SELECT coalesce(max(entry_versions.number), 0) + 1 AS anon_1 FROM entry_versions WHERE entry_versions.session_id = ? AND entry_versions.date = ?), ?, ?)",
    "of_session_id",
    "of_date",
    "of_session_id",
    "of_date",
    "of_at",
    "of_what",
)
ADD_SESSION_VERSION = Prepared(
    "INSERT INTO session_versions (session_id, number, at, what) VALUES (?, (SELECT coalesce(max(session_versions.number), 0) + 1 AS anon_1 FROM session_versions WHERE session_versions.session_id = ?), ?, ?)",
    "of_session_id",
    "of_session_id",
    "of_at",
    "of_what",
)
ADD_PROFILE_VERSION = Prepared(
    "INSERT INTO profile_versions (number, at, what) VALUES ((SELECT coalesce(max(profile_versions.number), 0) + 1 AS anon_1 FROM profile_versions), ?, ?)",
    "of_at",
    "of_what",
)
READ_ENTRY_VERSIONS = Prepared(
    "SELECT entry_versions.at, entry_versions.what FROM entry_versions WHERE entry_versions.session_id = ? AND entry_versions.date = ? ORDER BY entry_versions.number DESC",
    "session_id",
    "date",
)
READ_ENTRY_ADDED = Prepared(
    "SELECT entries.added_at FROM entries WHERE entries.session_id = ? AND entries.date = ?",
    "session_id",
    "date",
)
READ_SESSION_VERSIONS = Prepared(
    "SELECT session_versions.at, session_versions.what FROM session_versions WHERE session_versions.session_id = ? ORDER BY session_versions.number DESC",
    "session_id",
)
READ_PROFILE_VERSIONS = Prepared(
    "SELECT profile_versions.at, profile_versions.what FROM profile_versions ORDER BY profile_versions.number DESC",
)
READ_ACTS = Prepared(
    "SELECT acts.date, acts.rule, acts.act, acts.urgency_felt, acts.at, acts.covered FROM acts WHERE acts.session_id = ? ORDER BY acts.place",
    "session_id",
)
DROP_ACTS = Prepared(
    "DELETE FROM acts WHERE acts.session_id = ?",
    "session_id",
)
ADD_ACT = Prepared(
    "INSERT INTO acts (session_id, place, date, rule, act, urgency_felt, at, covered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "session_id",
    "place",
    "date",
    "rule",
    "act",
    "urgency_felt",
    "at",
    "covered",
)
READ_SHOWN = Prepared(
    "SELECT shown.session_id, shown.rule, shown.level, shown.deadline, shown.date, shown.text, shown.reason, shown.guidance, shown.shown_at FROM shown WHERE shown.session_id = ? ORDER BY shown.id",
    "session_id",
)
WAS_SHOWN = Prepared(
    "SELECT EXISTS (SELECT * FROM shown WHERE shown.session_id IS ? AND shown.rule IS ? AND shown.level IS ? AND shown.deadline IS ? AND shown.date IS ? AND shown.text IS ? AND shown.reason IS ? AND shown.guidance IS ?) AS anon_1",
    "session_id",
    "rule",
    "level",
    "deadline",
    "date",
    "text",
    "reason",
    "guidance",
)
ADD_SHOWN = Prepared(
    "INSERT INTO shown (session_id, rule, level, deadline, date, text, reason, guidance, shown_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "session_id",
    "rule",
    "level",
    "deadline",
    "date",
    "text",
    "reason",
    "guidance",
    "shown_at",
)
UNSETTLED = Prepared(
    "SELECT sessions.id FROM sessions WHERE sessions.deleted_at IS NULL AND NOT (EXISTS (SELECT * FROM settled WHERE settled.session_id = sessions.id AND settled.rules = ? AND settled.until < ?)) ORDER BY sessions.date DESC, sessions.id DESC",
    "rules",
    "today",
)
KEEP_SETTLED = Prepared(
    "INSERT INTO settled (session_id, rules, until) VALUES (?, ?, ?) ON CONFLICT (session_id) DO UPDATE SET rules = excluded.rules, until = excluded.until",
    "session_id",
    "rules",
    "until",
)
DROP_SETTLED = Prepared(
    "DELETE FROM settled WHERE settled.session_id = ?",
    "session_id",
)
DROP_ALL_SETTLED = Prepared(
    "DELETE FROM settled",
)
READ_PHOTOS = Prepared(
    'SELECT photos.date, photos."view", photos.sha256, photos.caption, photos.taken_at, photos.marks FROM photos WHERE photos.session_id = ? AND photos.deleted_at IS NULL',
    "session_id",
)
KEEP_PHOTO = Prepared(
    'INSERT INTO photos (session_id, date, "view", sha256, caption, taken_at, marks, added_at, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (session_id, date, "view", sha256) DO UPDATE SET caption = excluded.caption, taken_at = excluded.taken_at, marks = excluded.marks, deleted_at = excluded.deleted_at, undone = excluded.undone',
    "session_id",
    "date",
    "view",
    "sha256",
    "caption",
    "taken_at",
    "marks",
    "added_at",
)
HIDE_PHOTO = Prepared(
    'UPDATE photos SET deleted_at=?, undone=? WHERE photos.session_id = ? AND photos.date = ? AND photos."view" = ? AND photos.sha256 = ?',
    "deleted_at",
    "undone",
    "of_session_id",
    "of_date",
    "of_view",
    "of_sha256",
)
KEEP_PICTURE = Prepared(
    "INSERT INTO pictures (sha256, data, thumbnail) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    "sha256",
    "data",
    "thumbnail",
)
READ_PICTURE = Prepared(
    "SELECT pictures.data FROM pictures WHERE pictures.sha256 = ?",
    "sha256",
)
READ_THUMBNAIL = Prepared(
    "SELECT pictures.thumbnail FROM pictures WHERE pictures.sha256 = ?",
    "sha256",
)
DELETED_SESSIONS = Prepared(
    "SELECT sessions.id, sessions.date, sessions.deleted_at FROM sessions WHERE sessions.deleted_at IS NOT NULL AND sessions.undone = 0",
)
DELETED_ENTRIES = Prepared(
    "SELECT entries.session_id, entries.date, entries.deleted_at FROM entries JOIN sessions ON sessions.id = entries.session_id WHERE entries.deleted_at IS NOT NULL AND entries.undone = 0 AND sessions.deleted_at IS NULL",
)
DELETED_PHOTOS = Prepared(
    'SELECT photos.session_id, photos.deleted_at, photos.date, photos."view", photos.sha256, photos.caption, photos.taken_at, photos.marks FROM photos JOIN sessions ON sessions.id = photos.session_id WHERE photos.deleted_at IS NOT NULL AND photos.undone = 0 AND sessions.deleted_at IS NULL',
)
DUE_SESSIONS = Prepared(
    "SELECT sessions.id, sessions.undone FROM sessions WHERE sessions.deleted_at < ?",
    "before",
)
DUE_ENTRIES = Prepared(
    "SELECT entries.id, entries.undone, entries.session_id, entries.date FROM entries WHERE entries.deleted_at < ?",
    "before",
)
DUE_PHOTOS = Prepared(
    "SELECT photos.id, photos.undone FROM photos WHERE photos.deleted_at < ?",
    "before",
)
FORGET_SESSION = Prepared(
    "DELETE FROM sessions WHERE sessions.id = ?",
    "id",
)
FORGET_ENTRY = Prepared(
    "DELETE FROM entries WHERE entries.id = ?",
    "id",
)
FORGET_PHOTO = Prepared(
    "DELETE FROM photos WHERE photos.id = ?",
    "id",
)
FORGET_ENTRY_VERSIONS = Prepared(
    "DELETE FROM entry_versions WHERE entry_versions.session_id = ? AND entry_versions.date = ?",
    "session_id",
    "date",
)
FORGET_SHOWN = Prepared(
    "DELETE FROM shown WHERE shown.session_id = ? AND shown.date = ?",
    "session_id",
    "date",
)
FORGET_PICTURES = Prepared(
    "DELETE FROM pictures WHERE (pictures.sha256 NOT IN (SELECT photos.sha256 FROM photos))",
)
