-- Enrolments: who takes part in a session, from when to when.

CREATE TABLE enrolment (
    id             uuid        NOT NULL,
    session_id     uuid        NOT NULL,
    person_id      uuid,
    first_name     text        NOT NULL,
    last_name      text        NOT NULL,
    email          text,
    reference      text,
    status         text        NOT NULL,
    status_at      timestamptz NOT NULL,
    reason         text,
    starts_on      date        NOT NULL,
    ends_on        date,
    has_attendance boolean     NOT NULL DEFAULT false,
    merged_into    uuid,
    version        integer     NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    updated_by     uuid,
    CONSTRAINT enrolment_pkey PRIMARY KEY (id),
    CONSTRAINT enrolment_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT enrolment_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT enrolment_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES enrolment (id) ON DELETE RESTRICT,
    CONSTRAINT enrolment_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT enrolment_status CHECK (status IN ('waiting', 'invited', 'enrolled', 'confirmed', 'abandoned', 'finished', 'cancelled')),
    CONSTRAINT enrolment_window CHECK (ends_on IS NULL OR starts_on <= ends_on),
    CONSTRAINT enrolment_merged CHECK (merged_into IS NULL OR status = 'cancelled'),
    CONSTRAINT enrolment_invited_by_mail CHECK (status <> 'invited' OR email IS NOT NULL)
);
CREATE INDEX enrolment_session_idx ON enrolment (session_id, status);
CREATE INDEX enrolment_person_idx ON enrolment (person_id);
CREATE INDEX enrolment_email_idx ON enrolment (lower(email)) WHERE person_id IS NULL;
CREATE INDEX enrolment_merged_into_idx ON enrolment (merged_into);
CREATE INDEX enrolment_updated_by_idx ON enrolment (updated_by);
CREATE UNIQUE INDEX enrolment_person_once ON enrolment (session_id, person_id) WHERE status <> 'cancelled';
CREATE UNIQUE INDEX enrolment_email_once ON enrolment (session_id, lower(email)) WHERE status <> 'cancelled';
COMMENT ON TABLE enrolment IS 'A participant as the organisation wrote them. Attendance hangs on the enrolment, so that it stays when an account is joined to it.';
COMMENT ON COLUMN enrolment.person_id IS 'The account; null while nobody of that address accepted, and for people registered without an account.';
COMMENT ON COLUMN enrolment.reference IS 'The organisation''s own number for this participant (file number).';
COMMENT ON COLUMN enrolment.starts_on IS 'First day on which they are expected; ends_on is the last one, null: until the end.';
COMMENT ON COLUMN enrolment.has_attendance IS 'Set by the first mark or signature: such an enrolment is ended, never cancelled.';
COMMENT ON COLUMN enrolment.merged_into IS 'The enrolment of the same person that stands for this one.';

CREATE TABLE enrolment_event (
    id           uuid        NOT NULL,
    enrolment_id uuid        NOT NULL,
    event        text        NOT NULL,
    from_status  text,
    to_status    text        NOT NULL,
    on_date      date,
    reason       text,
    at           timestamptz NOT NULL,
    by           uuid,
    CONSTRAINT enrolment_event_pkey PRIMARY KEY (id),
    CONSTRAINT enrolment_event_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE,
    CONSTRAINT enrolment_event_by_fkey FOREIGN KEY (by) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX enrolment_event_enrolment_idx ON enrolment_event (enrolment_id, id);
CREATE INDEX enrolment_event_by_idx ON enrolment_event (by);
COMMENT ON TABLE enrolment_event IS 'What happened to an enrolment, in order: states, windows, accounts joined to it.';
COMMENT ON COLUMN enrolment_event.on_date IS 'The day it is about, where that is not the day it was written: the last day of somebody who left.';
-- Only the account may go, with the person.
CREATE TRIGGER enrolment_event_append_only
    BEFORE UPDATE OF enrolment_id, event, from_status, to_status, on_date, reason, at ON enrolment_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
