-- When somebody is told of low attendance, what a session asks beside a mark, and how long its papers stay.

CREATE TABLE attendance_setting (
    organisation_id uuid    NOT NULL,
    version         integer NOT NULL,
    thresholds      jsonb   NOT NULL,
    CONSTRAINT attendance_setting_pkey PRIMARY KEY (organisation_id),
    CONSTRAINT attendance_setting_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
);
COMMENT ON COLUMN attendance_setting.thresholds IS 'Objects with below_percent and after_half_days.';

CREATE TABLE attendance_recipient (
    organisation_id uuid NOT NULL,
    person_id       uuid NOT NULL,
    CONSTRAINT attendance_recipient_pkey PRIMARY KEY (organisation_id, person_id),
    CONSTRAINT attendance_recipient_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT attendance_recipient_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX attendance_recipient_person_idx ON attendance_recipient (person_id);
COMMENT ON TABLE attendance_recipient IS 'Staff who are told of low attendance, beside the trainee.';

CREATE TABLE session_attendance_setting (
    session_id      uuid    NOT NULL,
    version         integer NOT NULL,
    thresholds      jsonb,
    asks_entry_exit boolean NOT NULL,
    legal_hold      text,
    CONSTRAINT session_attendance_setting_pkey PRIMARY KEY (session_id),
    CONSTRAINT session_attendance_setting_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE
);
COMMENT ON COLUMN session_attendance_setting.thresholds IS 'The session''s own; null: those of the organisation.';
COMMENT ON COLUMN session_attendance_setting.legal_hold IS 'Why nothing of the session may be deleted, whatever the rule of retention says.';

CREATE TABLE attendance_alert (
    enrolment_id    uuid        NOT NULL,
    below_percent   integer     NOT NULL,
    after_half_days integer     NOT NULL,
    rate            integer     NOT NULL,
    alerted_at      timestamptz NOT NULL,
    CONSTRAINT attendance_alert_pkey PRIMARY KEY (enrolment_id, below_percent, after_half_days),
    CONSTRAINT attendance_alert_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE
);
COMMENT ON TABLE attendance_alert IS 'Thresholds people were told of: each once.';
COMMENT ON COLUMN attendance_alert.rate IS 'In thousandths, when it was told.';

CREATE TABLE attendance_due (
    session_id uuid        NOT NULL,
    due_at     timestamptz NOT NULL,
    CONSTRAINT attendance_due_pkey PRIMARY KEY (session_id),
    CONSTRAINT attendance_due_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE
);
COMMENT ON TABLE attendance_due IS 'Sessions whose marks changed since thresholds were last looked at.';

CREATE TABLE attendance_purge (
    session_id  uuid        NOT NULL,
    kind        text        NOT NULL,
    purged_at   timestamptz NOT NULL,
    rows        integer     NOT NULL,
    last_sha256 text,
    CONSTRAINT attendance_purge_pkey PRIMARY KEY (session_id, kind),
    CONSTRAINT attendance_purge_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT attendance_purge_kind CHECK (kind IN ('certificates', 'attendance'))
);
COMMENT ON TABLE attendance_purge IS 'What the rule of retention deleted, and when: the receipt.';
COMMENT ON COLUMN attendance_purge.last_sha256 IS 'Hash of the last link of the chain that was deleted: documents exported before still verify.';
