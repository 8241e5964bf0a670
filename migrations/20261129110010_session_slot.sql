-- Slots (créneaux): when a session meets, for which course, where, with whom.

CREATE TABLE session_slot (
    id                uuid        NOT NULL,
    session_id        uuid        NOT NULL,
    kind              text        NOT NULL DEFAULT 'course',
    session_course_id uuid,
    title             text        NOT NULL DEFAULT '',
    starts_at         timestamptz NOT NULL,
    ends_at           timestamptz NOT NULL,
    place             text        NOT NULL DEFAULT '',
    remote_url        text,
    override_reason   text,
    cancelled_at      timestamptz,
    cancel_reason     text,
    has_attendance    boolean     NOT NULL DEFAULT false,
    sheet_state       text        NOT NULL DEFAULT 'open',
    sequence          integer     NOT NULL DEFAULT 0,
    version           integer     NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    updated_by        uuid,
    CONSTRAINT session_slot_pkey PRIMARY KEY (id),
    CONSTRAINT session_slot_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT session_slot_course_fkey FOREIGN KEY (session_course_id) REFERENCES session_course (id) ON DELETE RESTRICT,
    CONSTRAINT session_slot_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT session_slot_kind CHECK (kind IN ('course', 'exam')),
    CONSTRAINT session_slot_times CHECK (starts_at < ends_at AND ends_at <= starts_at + interval '24 hours'),
    CONSTRAINT session_slot_sheet_state CHECK (sheet_state IN ('open', 'closed', 'contested')),
    CONSTRAINT session_slot_cancelled CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL))
);
CREATE INDEX session_slot_session_idx ON session_slot (session_id, starts_at, id);
CREATE INDEX session_slot_course_idx ON session_slot (session_course_id);
CREATE INDEX session_slot_updated_by_idx ON session_slot (updated_by);
CREATE INDEX session_slot_time_idx ON session_slot (starts_at, ends_at);
CREATE UNIQUE INDEX session_slot_twice_key ON session_slot (session_id, starts_at, ends_at, kind, session_course_id, title, place)
    NULLS NOT DISTINCT WHERE cancelled_at IS NULL;
COMMENT ON TABLE session_slot IS 'Half-days are derived from its times in Paris; nothing is stored of them.';
COMMENT ON COLUMN session_slot.title IS 'What is done, beside or instead of the course.';
COMMENT ON COLUMN session_slot.place IS 'Room or address; empty: that of the session.';
COMMENT ON COLUMN session_slot.override_reason IS 'Why it stands although somebody or a room is taken at that time.';
COMMENT ON COLUMN session_slot.has_attendance IS 'Set by the first mark or signature: from then on its times change by rectification only.';
COMMENT ON COLUMN session_slot.sheet_state IS 'State of its attendance sheet.';
COMMENT ON COLUMN session_slot.sequence IS 'Raised by every change that calendars must learn (iCalendar SEQUENCE).';

CREATE TABLE slot_trainer (
    id          uuid        NOT NULL,
    slot_id     uuid        NOT NULL,
    person_id   uuid,
    first_name  text        NOT NULL,
    last_name   text        NOT NULL,
    assigned_at timestamptz NOT NULL,
    removed_at  timestamptz,
    reason      text,
    CONSTRAINT slot_trainer_pkey PRIMARY KEY (id),
    CONSTRAINT slot_trainer_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE CASCADE,
    CONSTRAINT slot_trainer_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX slot_trainer_slot_idx ON slot_trainer (slot_id);
CREATE INDEX slot_trainer_person_idx ON slot_trainer (person_id);
CREATE UNIQUE INDEX slot_trainer_once ON slot_trainer (slot_id, person_id) WHERE removed_at IS NULL;
COMMENT ON TABLE slot_trainer IS 'Who trains at a slot. A replacement ends one row and begins another: who was to be there stays readable.';
COMMENT ON COLUMN slot_trainer.reason IS 'Why somebody was replaced.';

CREATE TABLE slot_rectification (
    id            uuid        NOT NULL,
    slot_id       uuid        NOT NULL,
    old_starts_at timestamptz NOT NULL,
    old_ends_at   timestamptz NOT NULL,
    new_starts_at timestamptz NOT NULL,
    new_ends_at   timestamptz NOT NULL,
    reason        text        NOT NULL,
    rectified_by  uuid,
    rectified_at  timestamptz NOT NULL,
    CONSTRAINT slot_rectification_pkey PRIMARY KEY (id),
    CONSTRAINT slot_rectification_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE RESTRICT,
    CONSTRAINT slot_rectification_by_fkey FOREIGN KEY (rectified_by) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX slot_rectification_slot_idx ON slot_rectification (slot_id, rectified_at);
CREATE INDEX slot_rectification_by_idx ON slot_rectification (rectified_by);
COMMENT ON TABLE slot_rectification IS 'Times of a slot that had attendance, corrected: what they were, what they are, why.';
-- Only the account may go, with the person.
CREATE TRIGGER slot_rectification_append_only
    BEFORE UPDATE OF slot_id, old_starts_at, old_ends_at, new_starts_at, new_ends_at, reason, rectified_at ON slot_rectification
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
