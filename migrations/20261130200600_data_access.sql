-- When somebody who runs the platform looked at a person's data, and why.

CREATE TABLE data_access (
    id        uuid        NOT NULL,
    person_id uuid        NOT NULL,
    admin_id  uuid,
    reason    text        NOT NULL,
    shown     text[]      NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT data_access_pkey PRIMARY KEY (id),
    CONSTRAINT data_access_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT data_access_admin_fkey FOREIGN KEY (admin_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT data_access_reason CHECK (char_length(reason) BETWEEN 10 AND 500)
);
CREATE INDEX data_access_person_idx ON data_access (person_id, at DESC, id DESC);
CREATE INDEX data_access_admin_idx ON data_access (admin_id);
CREATE INDEX data_access_at_idx ON data_access (at);
CREATE TRIGGER data_access_append_only BEFORE UPDATE OF id, person_id, reason, shown, at ON data_access
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE data_access IS 'Shown to the person; kept for twelve months.';
COMMENT ON COLUMN data_access.shown IS 'Which fields were shown, never their values.';
