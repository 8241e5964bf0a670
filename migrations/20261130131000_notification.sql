-- What people are told inside the app.

CREATE TABLE notification (
    id         uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    kind       text        NOT NULL,
    subject_id uuid        NOT NULL,
    facts      jsonb       NOT NULL,
    created_at timestamptz NOT NULL,
    read_at    timestamptz,
    mail       text        NOT NULL,
    CONSTRAINT notification_pkey PRIMARY KEY (id),
    CONSTRAINT notification_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT notification_mail CHECK (mail IN ('none', 'waiting', 'sent', 'skipped'))
);
CREATE INDEX notification_person_idx ON notification (person_id, created_at DESC, id DESC);
CREATE INDEX notification_unread_idx ON notification (person_id) WHERE read_at IS NULL;
CREATE INDEX notification_subject_idx ON notification (subject_id);
CREATE INDEX notification_mail_idx ON notification (created_at) WHERE mail = 'waiting';
COMMENT ON TABLE notification IS 'One thing one person is told. Goes with what it is about, and after a year.';
COMMENT ON COLUMN notification.kind IS 'A name of src/notices.rs.';
COMMENT ON COLUMN notification.subject_id IS 'What it is about: an offer, a room, a quiz. No foreign key: there are many tables.';
COMMENT ON COLUMN notification.facts IS 'What is needed to word it: names and titles, never a message nor contact data.';
COMMENT ON COLUMN notification.mail IS 'Whether it is also mailed: none, waiting for the job that mails, sent, or skipped by choice or because it was read first.';
