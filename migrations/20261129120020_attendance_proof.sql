-- Elements that prove attendance beside signatures (distance training): connections, quizzes, work handed in.

CREATE TABLE attendance_proof (
    id           uuid        NOT NULL,
    session_id   uuid        NOT NULL,
    slot_id      uuid,
    enrolment_id uuid        NOT NULL,
    kind         text        NOT NULL,
    happened_at  timestamptz NOT NULL,
    minutes      integer,
    description  text        NOT NULL,
    file_id      uuid,
    created_at   timestamptz NOT NULL,
    created_by   uuid,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    CONSTRAINT attendance_proof_pkey PRIMARY KEY (id),
    CONSTRAINT attendance_proof_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_proof_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_proof_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_proof_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_proof_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT attendance_proof_kind CHECK (kind IN ('connection', 'quiz', 'work', 'message', 'other')),
    CONSTRAINT attendance_proof_minutes CHECK (minutes BETWEEN 1 AND 1440),
    CONSTRAINT attendance_proof_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX attendance_proof_session_idx ON attendance_proof (session_id, happened_at, id);
CREATE INDEX attendance_proof_slot_idx ON attendance_proof (slot_id);
CREATE INDEX attendance_proof_enrolment_idx ON attendance_proof (enrolment_id);
CREATE INDEX attendance_proof_file_idx ON attendance_proof (file_id);
CREATE INDEX attendance_proof_created_by_idx ON attendance_proof (created_by);
COMMENT ON COLUMN attendance_proof.happened_at IS 'When it happened, not when it was written here.';
COMMENT ON COLUMN attendance_proof.withdrawn_at IS 'An element given by mistake is withdrawn with a reason, and stays readable.';
