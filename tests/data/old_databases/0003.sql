BEGIN TRANSACTION;
CREATE TABLE acts (
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
 STRICT;
INSERT INTO "acts" VALUES('a',0,'2026-03-03','pus','contacted','very','2026-03-12T20:00:00Z','["pus"]');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
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
 STRICT;
INSERT INTO "entries" VALUES(1,8471824054297214818,'a','2026-03-03','{"redness":3,"swelling":0,"flaking":0,"dryness":0,"bruising":0,"pain":0,"burning":0,"itching":0,"x_0000000a":2}','{"pus":1,"fever":0,"spreading_redness":0,"blisters":0,"warmth":0,"cold_sore":0,"hives":0,"breathing_difficulty":0}','["sun"]','','','é','','','2026-03-12T20:00:00Z',NULL,NULL,'2026-03-12T20:00:00Z',NULL,0);
INSERT INTO "entries" VALUES(2,206258849487398266,'a','2026-03-04','{"flaking":0}','{}','[]','','','','mine','',NULL,NULL,'2026-03-12T20:00:00Z','2026-03-12T21:00:00Z',NULL,0);
CREATE TABLE entry_versions (
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
 STRICT;
INSERT INTO "entry_versions" VALUES('a','2026-03-03',1,'2026-03-12T21:00:00Z','{"date":"2026-03-03","scores":{"redness":1},"entered_at":"2026-03-12T20:00:00Z"}');
CREATE TABLE own_items (
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
 STRICT;
INSERT INTO "own_items" VALUES(1,'symptom','x_0000000a','Tingling',0,'2026-03-12T20:00:00Z');
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
	CONSTRAINT ck_photos_added_at CHECK (added_at IS strftime('%Y-%m-%dT%H:%M:%SZ', added_at)),
	CONSTRAINT ck_photos_undone_is_deleted CHECK (undone = 0 OR deleted_at IS NOT NULL),
	CONSTRAINT ck_photos_deleted_at CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
	CONSTRAINT ck_photos_undone CHECK (undone IN (0, 1)),
	CONSTRAINT uq_photos_session_id_date_view_sha256 UNIQUE (session_id, date, "view", sha256),
	CONSTRAINT fk_photos_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 STRICT;
INSERT INTO "photos" VALUES(1,'a','2026-03-03','front','d697be0c352605cb6f4751b61ec32ef35c8a64f9561a72c121017177ef919e10','after',NULL,NULL,'2026-03-12T20:00:00Z',NULL,0);
CREATE TABLE pictures (
	sha256 TEXT NOT NULL,
	data BLOB NOT NULL,
	thumbnail BLOB NOT NULL,
	CONSTRAINT pk_pictures PRIMARY KEY (sha256),
	CONSTRAINT ck_pictures_sha256 CHECK (length(sha256) = 64)
)
 STRICT;
INSERT INTO "pictures" VALUES('d697be0c352605cb6f4751b61ec32ef35c8a64f9561a72c121017177ef919e10',X'FFD82070696374757265',X'736D616C6C');
CREATE TABLE profile (
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
 STRICT;
INSERT INTO "profile" VALUES(1,'Ada',NULL,'','dry','[]',NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','Dr G','','','',NULL,'');
CREATE TABLE profile_versions (
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	what TEXT,
	CONSTRAINT pk_profile_versions PRIMARY KEY (number),
	CONSTRAINT ck_profile_versions_at CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)),
	CONSTRAINT ck_profile_versions_what CHECK (json_valid(what))
)
 WITHOUT ROWID,
 STRICT;
INSERT INTO "profile_versions" VALUES(1,'2026-03-12T20:00:00Z',NULL);
CREATE TABLE session_versions (
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
 STRICT;
INSERT INTO "session_versions" VALUES('a',1,'2026-03-12T20:00:00Z',NULL);
INSERT INTO "session_versions" VALUES('b',1,'2026-03-12T20:00:00Z',NULL);
INSERT INTO "session_versions" VALUES('b',2,'2026-03-12T22:00:00Z','{"id":"b","date":"2025-12-02","notes":"deleted"}');
CREATE TABLE sessions (
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
 STRICT;
INSERT INTO "sessions" VALUES('a','2026-03-02','microneedling','pen',1.5,NULL,'["face"]','["serum"]','','[]',NULL,NULL,'','',0,NULL,0);
INSERT INTO "sessions" VALUES('b','2025-12-02','microneedling',NULL,NULL,NULL,'[]','[]','','[]',NULL,NULL,'','deleted',0,'2026-03-12T22:00:00Z',0);
CREATE TABLE settled (
	session_id TEXT NOT NULL,
	rules TEXT NOT NULL,
	until TEXT,
	CONSTRAINT pk_settled PRIMARY KEY (session_id),
	CONSTRAINT ck_settled_rules CHECK (rules <> ''),
	CONSTRAINT ck_settled_until CHECK (until IS date(until)),
	CONSTRAINT fk_settled_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;
INSERT INTO "settled" VALUES('a','rules of that day','2026-04-01');
CREATE TABLE shown (
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
 STRICT;
INSERT INTO "shown" VALUES(1,'a','pus','urgent','today','2026-03-03','Get help.','Pus.','1','2026-03-12T20:00:00Z');
CREATE INDEX ix_entries_deleted_at ON entries (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_photos_sha256 ON photos (sha256);
CREATE INDEX ix_shown_session_id ON shown (session_id);
COMMIT;
