-- People whose messages somebody does not read, and who do not write to them in private any more.

CREATE TABLE blocked_person (
    person_id  uuid        NOT NULL,
    blocked_id uuid        NOT NULL,
    blocked_at timestamptz NOT NULL,
    CONSTRAINT blocked_person_pkey PRIMARY KEY (person_id, blocked_id),
    CONSTRAINT blocked_person_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT blocked_person_blocked_fkey FOREIGN KEY (blocked_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT blocked_person_other CHECK (person_id <> blocked_id)
);
CREATE INDEX blocked_person_blocked_idx ON blocked_person (blocked_id);
COMMENT ON TABLE blocked_person IS 'Who blocked whom. Whoever is blocked never learns of it, and it is no report.';
