# SPDX-License-Identifier: MIT
"""Schema 1: the practice; ``v001_journal`` adds what undo needs and ``v001_search`` the search index.

Frozen once released: it describes files that exist, so it imports nothing that may change.
"""

from collections.abc import Callable

from winback_desktop.storage.migrations import v001_journal, v001_search

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL
) STRICT;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''), sort_key TEXT NOT NULL,
    given TEXT NOT NULL, family TEXT NOT NULL, additional TEXT NOT NULL,
    honorific TEXT NOT NULL, suffix TEXT NOT NULL, nickname TEXT NOT NULL,
    organisation TEXT NOT NULL, job_title TEXT NOT NULL,
    roles TEXT NOT NULL, tags TEXT NOT NULL, language TEXT NOT NULL,
    customer_since TEXT, about TEXT NOT NULL,
    status TEXT NOT NULL, status_since TEXT, status_note TEXT NOT NULL,
    uid TEXT NOT NULL, created_at TEXT, updated_at TEXT, deleted_at TEXT,
    status_channel TEXT NOT NULL, status_scope TEXT NOT NULL
) STRICT;
CREATE INDEX contact_by_name ON contact (sort_key, id, roles) WHERE deleted_at IS NULL;
CREATE INDEX contact_in_role ON contact (sort_key, id, roles)
    WHERE deleted_at IS NULL AND (instr(roles, 'best') OR instr(roles, 'lean-on'));
CREATE INDEX contact_deleted ON contact (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX contact_by_uid ON contact (uid) WHERE uid <> '';
CREATE INDEX contact_tagged ON contact (tags) WHERE tags <> '' AND deleted_at IS NULL;
CREATE INDEX contact_by_organisation ON contact (organisation COLLATE NOCASE)
    WHERE organisation <> '' AND deleted_at IS NULL;

CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL, position INTEGER NOT NULL,
    contact INTEGER NOT NULL REFERENCES contact
) STRICT;
CREATE INDEX contact_point_by_contact ON contact_point (contact);
CREATE INDEX contact_point_by_value ON contact_point (value, kind);

CREATE TABLE address (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    street TEXT NOT NULL, extended TEXT NOT NULL, po_box TEXT NOT NULL, locality TEXT NOT NULL,
    region TEXT NOT NULL, postal_code TEXT NOT NULL, country TEXT NOT NULL, country_name TEXT NOT NULL,
    label TEXT NOT NULL, valid_from TEXT, valid_to TEXT, returned_on TEXT, position INTEGER NOT NULL,
    contact INTEGER NOT NULL REFERENCES contact
) STRICT;
CREATE INDEX address_by_contact ON address (contact);

CREATE TABLE important_date (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL, month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31), year INTEGER,
    contact INTEGER NOT NULL REFERENCES contact
) STRICT;
CREATE INDEX important_date_by_contact ON important_date (contact);
CREATE INDEX important_date_by_day ON important_date (month, day);

CREATE TABLE interest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL, sort_key TEXT NOT NULL, category TEXT NOT NULL, words TEXT NOT NULL,
    heard_on TEXT, heard_where TEXT NOT NULL, attitude TEXT NOT NULL,
    still_true INTEGER NOT NULL CHECK (still_true IN (0, 1)), certainty INTEGER NOT NULL,
    position INTEGER NOT NULL, contact INTEGER NOT NULL REFERENCES contact
) STRICT;
CREATE INDEX interest_by_contact ON interest (contact, position);
CREATE INDEX interest_by_label ON interest (sort_key, contact);

CREATE TABLE constraint_ (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, avoid TEXT NOT NULL, noted_on TEXT,
    contact INTEGER NOT NULL REFERENCES contact
) STRICT;
CREATE INDEX constraint_by_contact ON constraint_ (contact);

CREATE TABLE asked (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL, "on" TEXT NOT NULL, answer TEXT NOT NULL,
    contact INTEGER NOT NULL REFERENCES contact
) STRICT;
CREATE INDEX asked_by_contact ON asked (contact);

CREATE TABLE loss (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    kind TEXT NOT NULL, learned_on TEXT NOT NULL, happened_on TEXT, value INTEGER,
    currency TEXT NOT NULL, cause TEXT, mechanism TEXT NOT NULL,
    reason_given TEXT NOT NULL, my_reading TEXT NOT NULL, competitor TEXT NOT NULL,
    previous_loss INTEGER REFERENCES loss, created_at TEXT
) STRICT;
CREATE INDEX loss_by_contact ON loss (contact, learned_on);
CREATE INDEX loss_by_day ON loss (learned_on, cause, mechanism, contact);
CREATE INDEX loss_by_previous ON loss (previous_loss) WHERE previous_loss IS NOT NULL;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    loss INTEGER NOT NULL REFERENCES loss,
    contact INTEGER NOT NULL REFERENCES contact,
    state TEXT NOT NULL, quiet_until TEXT NOT NULL, state_since TEXT,
    paused_from TEXT, paused_until TEXT, state_reason TEXT NOT NULL,
    unlocked_on TEXT, unlock_reason TEXT NOT NULL
) STRICT;
CREATE INDEX plan_by_loss ON plan (loss);
CREATE INDEX plan_by_contact ON plan (contact);
CREATE INDEX plan_by_state ON plan (state, quiet_until);
CREATE INDEX plan_by_state_since ON plan (state, state_since, loss, contact);
CREATE INDEX plan_live ON plan (id) WHERE state IN ('quiet', 'active');

CREATE TABLE plan_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT, plan INTEGER NOT NULL REFERENCES plan,
    contact INTEGER NOT NULL REFERENCES contact, state TEXT NOT NULL, "on" TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX plan_move_by_plan ON plan_move (plan);
CREATE INDEX plan_move_by_contact ON plan_move (contact);

CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan INTEGER NOT NULL REFERENCES plan,
    contact INTEGER NOT NULL REFERENCES contact,
    kind TEXT NOT NULL, due TEXT NOT NULL, first_due TEXT NOT NULL, state TEXT NOT NULL,
    reason TEXT NOT NULL, smaller INTEGER NOT NULL CHECK (smaller IN (0, 1)), done_on TEXT
) STRICT;
CREATE INDEX step_by_plan ON step (plan);
CREATE INDEX step_by_contact ON step (contact);
CREATE INDEX step_undone ON step (plan, state, kind)
    WHERE state <> 'done' AND kind IN ('note', 'lunch', 'gift');
CREATE INDEX step_kept ON step (kind, state, done_on <= due)
    WHERE state = 'done' AND kind IN ('note', 'lunch', 'gift');
CREATE INDEX step_turn ON step (plan, kind)
    WHERE state IN ('planned', 'ready', 'under-way', 'postponed') AND kind IN ('note', 'lunch', 'gift');
CREATE INDEX step_by_due ON step (due, id, state, plan, contact, kind);
CREATE INDEX step_open_by_due ON step (due, id, state, plan, contact, kind)
    WHERE state IN ('planned', 'ready', 'under-way', 'postponed');
CREATE INDEX step_open_by_state ON step (state, due, plan, kind)
    WHERE state IN ('planned', 'ready', 'under-way', 'postponed');

CREATE TABLE step_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES step,
    from_state TEXT NOT NULL, to_state TEXT NOT NULL, from_due TEXT NOT NULL, to_due TEXT NOT NULL,
    at TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX step_move_by_step ON step_move (step);

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    text TEXT NOT NULL, plan INTEGER REFERENCES plan, step INTEGER REFERENCES step,
    occasion TEXT NOT NULL, tone TEXT NOT NULL, language TEXT NOT NULL, state TEXT NOT NULL,
    posted_on TEXT, updated_at TEXT
) STRICT;
CREATE INDEX note_by_contact ON note (contact, posted_on);
CREATE INDEX note_by_plan ON note (plan) WHERE plan IS NOT NULL;
CREATE INDEX note_by_step ON note (step) WHERE step IS NOT NULL;

CREATE TABLE note_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE, text TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX note_version_by_note ON note_version (note);

CREATE TABLE touch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    kind TEXT NOT NULL, "on" TEXT NOT NULL, summary TEXT NOT NULL, heard TEXT NOT NULL,
    plan INTEGER REFERENCES plan, step INTEGER REFERENCES step
) STRICT;
CREATE INDEX touch_by_contact ON touch (contact, "on");
CREATE INDEX touch_by_day ON touch ("on", contact, kind);
CREATE INDEX touch_by_plan ON touch (plan) WHERE plan IS NOT NULL;
CREATE INDEX touch_by_step ON touch (step) WHERE step IS NOT NULL;

CREATE TABLE gift (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    title TEXT NOT NULL, because TEXT NOT NULL, idea TEXT NOT NULL,
    interest INTEGER REFERENCES interest, state TEXT NOT NULL, cost INTEGER, currency TEXT NOT NULL,
    "on" TEXT, plan INTEGER REFERENCES plan, step INTEGER REFERENCES step, reason TEXT NOT NULL,
    paid_on TEXT, lead_days INTEGER NOT NULL CHECK (lead_days >= 0)
) STRICT;
CREATE INDEX gift_by_contact ON gift (contact);
CREATE INDEX gift_by_payment ON gift (paid_on) WHERE paid_on IS NOT NULL;
CREATE INDEX gift_under_way ON gift (step) WHERE state IN ('chosen', 'bought');
CREATE INDEX gift_by_day ON gift ("on") WHERE cost IS NOT NULL;
CREATE INDEX gift_by_interest ON gift (interest) WHERE interest IS NOT NULL;
CREATE INDEX gift_by_plan ON gift (plan) WHERE plan IS NOT NULL;
CREATE INDEX gift_by_step ON gift (step) WHERE step IS NOT NULL;

CREATE TABLE gift_policy (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation TEXT NOT NULL UNIQUE COLLATE NOCASE,
    per_gift INTEGER, per_year INTEGER, currency TEXT NOT NULL,
    source TEXT NOT NULL, checked_on TEXT, words TEXT NOT NULL
) STRICT;

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    form TEXT NOT NULL, proposed TEXT NOT NULL, "on" TEXT, at TEXT NOT NULL, venue TEXT NOT NULL,
    invitation TEXT NOT NULL, news TEXT NOT NULL, next_words TEXT NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    plan INTEGER REFERENCES plan, step INTEGER REFERENCES step
) STRICT;
CREATE INDEX meeting_by_contact ON meeting (contact);
CREATE INDEX meeting_by_plan ON meeting (plan) WHERE plan IS NOT NULL;
CREATE INDEX meeting_by_step ON meeting (step) WHERE step IS NOT NULL;
CREATE INDEX meeting_by_day ON meeting ("on") WHERE "on" IS NOT NULL;

CREATE TABLE value_idea (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL, detail TEXT NOT NULL, added_on TEXT
) STRICT;

CREATE TABLE news_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL, detail TEXT NOT NULL, "on" TEXT
) STRICT;

CREATE TABLE value_use (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    title TEXT NOT NULL, "on" TEXT NOT NULL,
    value_idea INTEGER REFERENCES value_idea, news_item INTEGER REFERENCES news_item,
    meeting INTEGER REFERENCES meeting
) STRICT;
CREATE INDEX value_use_by_contact ON value_use (contact);
CREATE INDEX value_use_by_idea ON value_use (value_idea) WHERE value_idea IS NOT NULL;
CREATE INDEX value_use_by_news ON value_use (news_item) WHERE news_item IS NOT NULL;
CREATE INDEX value_use_by_meeting ON value_use (meeting) WHERE meeting IS NOT NULL;

CREATE TABLE comeback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    plan INTEGER NOT NULL REFERENCES plan, loss INTEGER NOT NULL REFERENCES loss,
    "on" TEXT NOT NULL, helped TEXT NOT NULL, value INTEGER, currency TEXT NOT NULL
) STRICT;
CREATE INDEX comeback_by_contact ON comeback (contact);
CREATE UNIQUE INDEX comeback_by_plan ON comeback (plan);
CREATE INDEX comeback_by_loss ON comeback (loss);

CREATE TABLE check_in (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "on" TEXT NOT NULL, word TEXT NOT NULL, level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    line TEXT NOT NULL, at TEXT
) STRICT;
CREATE INDEX check_in_by_day ON check_in ("on");

CREATE TABLE walk (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL, minutes INTEGER NOT NULL CHECK (minutes > 0),
    plan INTEGER REFERENCES plan, back_at TEXT, announced_at TEXT, answer TEXT, words TEXT NOT NULL
) STRICT;
CREATE INDEX walk_by_plan ON walk (plan) WHERE plan IS NOT NULL;

CREATE TABLE lean_on (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact, why TEXT NOT NULL
) STRICT;
CREATE INDEX lean_on_by_contact ON lean_on (contact);

CREATE TABLE best_customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    value INTEGER, currency TEXT NOT NULL, cadence INTEGER NOT NULL CHECK (cadence > 0)
) STRICT;
CREATE INDEX best_customer_by_contact ON best_customer (contact);

CREATE TABLE referral (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL REFERENCES contact,
    name TEXT NOT NULL, "on" TEXT NOT NULL, words TEXT NOT NULL,
    touch INTEGER REFERENCES touch, note INTEGER REFERENCES note, thanked_on TEXT
) STRICT;
CREATE INDEX referral_by_contact ON referral (contact);
CREATE INDEX referral_unthanked ON referral ("on") WHERE thanked_on IS NULL;
CREATE INDEX referral_by_touch ON referral (touch) WHERE touch IS NOT NULL;
CREATE INDEX referral_by_note ON referral (note) WHERE note IS NOT NULL;

CREATE TABLE mission (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, target INTEGER NOT NULL CHECK (target > 0),
    started_on TEXT NOT NULL, ended_on TEXT
) STRICT;

CREATE TABLE mission_pause (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mission INTEGER NOT NULL REFERENCES mission, first TEXT NOT NULL, resumed_on TEXT
) STRICT;
CREATE INDEX mission_pause_by_mission ON mission_pause (mission);

CREATE TABLE good_deed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "on" TEXT NOT NULL, who TEXT NOT NULL, how TEXT NOT NULL,
    mission INTEGER REFERENCES mission, customer INTEGER REFERENCES contact, at TEXT
) STRICT;
CREATE INDEX good_deed_by_mission ON good_deed (mission) WHERE mission IS NOT NULL;
CREATE INDEX good_deed_by_customer ON good_deed (customer) WHERE customer IS NOT NULL;
CREATE INDEX good_deed_by_day ON good_deed ("on");

CREATE TABLE day_off (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first TEXT NOT NULL, last TEXT NOT NULL, label TEXT NOT NULL, CHECK (first <= last)
) STRICT;
CREATE INDEX day_off_by_first ON day_off (first);

CREATE TABLE public_holiday (
    id INTEGER PRIMARY KEY,
    country TEXT NOT NULL, subdivision TEXT NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL
) STRICT;
CREATE INDEX public_holiday_by_place ON public_holiday (country, subdivision, day);

CREATE TABLE holiday_year (
    id INTEGER PRIMARY KEY,
    country TEXT NOT NULL, subdivision TEXT NOT NULL, year INTEGER NOT NULL,
    UNIQUE (country, subdivision, year)
) STRICT;

CREATE TABLE draft (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, content TEXT NOT NULL
) STRICT;

CREATE TABLE reminder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES step ON DELETE CASCADE,
    due TEXT NOT NULL, claimed_at TEXT, claimed_by TEXT NOT NULL, shown_at TEXT,
    acknowledged_at TEXT, UNIQUE (step, due)
) STRICT;
CREATE INDEX reminder_unshown ON reminder (step) WHERE shown_at IS NULL AND acknowledged_at IS NULL;

CREATE TABLE indexing (id INTEGER PRIMARY KEY CHECK (id = 1), paused INTEGER NOT NULL) STRICT;
INSERT INTO indexing VALUES (1, 0);
"""


def upgrade(run: Callable[[str], None]) -> None:
    """Build the schema in an empty file; ``run`` runs a script."""
    run(TABLES)
    run(v001_journal.TABLES)
    v001_search.upgrade(run)
