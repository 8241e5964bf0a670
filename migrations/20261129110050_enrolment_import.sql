-- A file of participants that was read and shown, and waits for its confirmation.

CREATE TABLE enrolment_import (
    id           uuid        NOT NULL,
    session_id   uuid        NOT NULL,
    participants jsonb       NOT NULL,
    preview      jsonb       NOT NULL,
    created_at   timestamptz NOT NULL,
    created_by   uuid,
    expires_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    CONSTRAINT enrolment_import_pkey PRIMARY KEY (id),
    CONSTRAINT enrolment_import_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT enrolment_import_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX enrolment_import_session_idx ON enrolment_import (session_id);
CREATE INDEX enrolment_import_created_by_idx ON enrolment_import (created_by);
CREATE INDEX enrolment_import_expires_idx ON enrolment_import (expires_at);
COMMENT ON TABLE enrolment_import IS 'Kept a day: it holds names and addresses that nobody may have wanted in the end.';
COMMENT ON COLUMN enrolment_import.participants IS 'The rows as they were read.';
COMMENT ON COLUMN enrolment_import.preview IS 'What was shown: confirmation does exactly this, or nothing.';
