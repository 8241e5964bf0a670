-- People are reminded that a validation ends, ninety and thirty days before, once each.

CREATE TABLE validation_reminder (
    validation_id uuid        NOT NULL,
    days          smallint    NOT NULL,
    reminded_at   timestamptz NOT NULL,
    CONSTRAINT validation_reminder_pkey PRIMARY KEY (validation_id, days),
    CONSTRAINT validation_reminder_validation_fkey FOREIGN KEY (validation_id) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT validation_reminder_days CHECK (days IN (30, 90))
);
