-- Attendance: sheets of slots, marks and signatures by half-day, the chain that seals them.

-- Rows that are only ever added. Two changes are let through: an account that goes is unnamed, and what the rule of
-- retention deletes, in a transaction that says so.
CREATE FUNCTION attendance_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('carnet.purge', true) = 'attendance' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        -- The column of the account is named by the trigger; everything else must stay as it is.
        IF to_jsonb(NEW) - TG_ARGV[0] = to_jsonb(OLD) - TG_ARGV[0] AND to_jsonb(NEW) ->> TG_ARGV[0] IS NULL THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE attendance_sheet (
    slot_id         uuid        NOT NULL,
    session_id      uuid        NOT NULL,
    version         integer     NOT NULL,
    taught          text        NOT NULL DEFAULT '',
    reopened_until  timestamptz,
    reopened_reason text,
    reopened_by     uuid,
    paper_file_id   uuid,
    paper_sha256    text,
    closed_at       timestamptz,
    closed_by       uuid,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT attendance_sheet_pkey PRIMARY KEY (slot_id),
    CONSTRAINT attendance_sheet_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_sheet_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_sheet_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT attendance_sheet_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT attendance_sheet_paper_fkey FOREIGN KEY (paper_file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_sheet_reopened CHECK ((reopened_until IS NULL) = (reopened_reason IS NULL))
);
CREATE INDEX attendance_sheet_session_idx ON attendance_sheet (session_id);
CREATE INDEX attendance_sheet_reopened_by_idx ON attendance_sheet (reopened_by);
CREATE INDEX attendance_sheet_closed_by_idx ON attendance_sheet (closed_by);
CREATE INDEX attendance_sheet_paper_idx ON attendance_sheet (paper_file_id);
COMMENT ON TABLE attendance_sheet IS 'What is known of a sheet beside marks and signatures; written with the first of them. Its state stands in session_slot.sheet_state.';
COMMENT ON COLUMN attendance_sheet.version IS 'Raised by every write on the sheet, marks and signatures included.';
COMMENT ON COLUMN attendance_sheet.taught IS 'What was taught, in the trainer''s words.';
COMMENT ON COLUMN attendance_sheet.reopened_until IS 'Until when signatures are taken although the window is over.';
COMMENT ON COLUMN attendance_sheet.paper_sha256 IS 'Of the scanned paper sheet: sealed with the rest.';

CREATE TABLE attendance_mark (
    slot_id        uuid        NOT NULL,
    part           text        NOT NULL,
    enrolment_id   uuid        NOT NULL,
    number         integer     NOT NULL,
    status         text        NOT NULL,
    minutes_late   integer     NOT NULL DEFAULT 0,
    justified      boolean     NOT NULL DEFAULT false,
    reason_code    text,
    note           text,
    proof_file_id  uuid,
    entered_at     timestamptz,
    left_at        timestamptz,
    method         text        NOT NULL,
    marked_by      uuid,
    marked_by_name text        NOT NULL,
    marked_at      timestamptz NOT NULL,
    client_key     text,
    link_number    integer,
    CONSTRAINT attendance_mark_pkey PRIMARY KEY (slot_id, part, enrolment_id, number),
    CONSTRAINT attendance_mark_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_mark_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_mark_proof_fkey FOREIGN KEY (proof_file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_mark_by_fkey FOREIGN KEY (marked_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT attendance_mark_part CHECK (part IN ('am', 'pm')),
    CONSTRAINT attendance_mark_number CHECK (number > 0),
    CONSTRAINT attendance_mark_status CHECK (status IN ('unmarked', 'present', 'late', 'absent', 'excused')),
    CONSTRAINT attendance_mark_late CHECK ((status = 'late') = (minutes_late > 0)),
    CONSTRAINT attendance_mark_justified CHECK (NOT justified OR status IN ('late', 'absent')),
    CONSTRAINT attendance_mark_times CHECK (left_at IS NULL OR entered_at <= left_at),
    CONSTRAINT attendance_mark_method CHECK (method IN ('trainer', 'account', 'qr', 'link', 'paper'))
);
CREATE INDEX attendance_mark_enrolment_idx ON attendance_mark (enrolment_id, slot_id);
CREATE INDEX attendance_mark_by_idx ON attendance_mark (marked_by);
CREATE INDEX attendance_mark_proof_idx ON attendance_mark (proof_file_id);
CREATE UNIQUE INDEX attendance_mark_client_key ON attendance_mark (slot_id, part, enrolment_id, client_key)
    WHERE client_key IS NOT NULL;
COMMENT ON TABLE attendance_mark IS 'What is said of somebody in a half-day of a slot. Never changed: the newest number counts.';
COMMENT ON COLUMN attendance_mark.reason_code IS 'Why; for staff and the trainee alone, in no sealed document.';
COMMENT ON COLUMN attendance_mark.marked_by_name IS 'As it was then: sheets keep it when the account is gone.';
COMMENT ON COLUMN attendance_mark.client_key IS 'Drawn by the device: the same mark sent twice is written once.';
COMMENT ON COLUMN attendance_mark.link_number IS 'The rectification, in the chain of the session, that wrote it.';

-- A sealed sheet takes no mark but that of a rectification, whoever writes it.
CREATE FUNCTION attendance_mark_is_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.link_number IS NULL
       AND (SELECT sheet_state FROM session_slot WHERE id = NEW.slot_id) <> 'open' THEN
        RAISE EXCEPTION 'the sheet of slot % is sealed', NEW.slot_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attendance_mark_sealed BEFORE INSERT ON attendance_mark
    FOR EACH ROW EXECUTE FUNCTION attendance_mark_is_sealed();
CREATE TRIGGER attendance_mark_append_only BEFORE UPDATE OR DELETE ON attendance_mark
    FOR EACH ROW EXECUTE FUNCTION attendance_refuse_change('marked_by');

CREATE TABLE attendance_signature (
    id             uuid        NOT NULL,
    slot_id        uuid        NOT NULL,
    part           text        NOT NULL,
    enrolment_id   uuid,
    is_trainer     boolean     NOT NULL,
    person_id      uuid,
    name           text        NOT NULL,
    method         text        NOT NULL,
    drawing        bytea,
    drawing_sha256 text,
    device_sha256  text,
    is_own_device  boolean     NOT NULL,
    signed_at      timestamptz NOT NULL,
    CONSTRAINT attendance_signature_pkey PRIMARY KEY (id),
    CONSTRAINT attendance_signature_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_signature_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_signature_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT attendance_signature_part CHECK (part IN ('am', 'pm')),
    CONSTRAINT attendance_signature_method CHECK (method IN ('drawn', 'password', 'qr', 'link')),
    CONSTRAINT attendance_signature_of CHECK (is_trainer = (enrolment_id IS NULL)),
    CONSTRAINT attendance_signature_drawing CHECK ((drawing IS NULL) = (drawing_sha256 IS NULL))
);
CREATE INDEX attendance_signature_slot_idx ON attendance_signature (slot_id, part);
CREATE INDEX attendance_signature_enrolment_idx ON attendance_signature (enrolment_id);
CREATE INDEX attendance_signature_person_idx ON attendance_signature (person_id);
CREATE UNIQUE INDEX attendance_signature_trainee_once ON attendance_signature (slot_id, part, enrolment_id)
    WHERE NOT is_trainer;
CREATE UNIQUE INDEX attendance_signature_trainer_once ON attendance_signature (slot_id, part, person_id)
    WHERE is_trainer;
COMMENT ON TABLE attendance_signature IS 'Who signed a half-day of a slot: trainees, and the trainer. Never changed.';
COMMENT ON COLUMN attendance_signature.drawing IS 'The strokes, packed: per stroke its length, then x and y, two bytes each.';
COMMENT ON COLUMN attendance_signature.device_sha256 IS 'Of what the device said of itself: tells only that two signatures came from one device.';
COMMENT ON COLUMN attendance_signature.is_own_device IS 'Whether the signer was signed in on it; false where the trainer''s was passed around.';

-- A sealed sheet takes no signature.
CREATE FUNCTION attendance_signature_is_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sheet_state FROM session_slot WHERE id = NEW.slot_id) <> 'open' THEN
        RAISE EXCEPTION 'the sheet of slot % is sealed', NEW.slot_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attendance_signature_sealed BEFORE INSERT ON attendance_signature
    FOR EACH ROW EXECUTE FUNCTION attendance_signature_is_sealed();
CREATE TRIGGER attendance_signature_append_only BEFORE UPDATE OR DELETE ON attendance_signature
    FOR EACH ROW EXECUTE FUNCTION attendance_refuse_change('person_id');
