-- How a person can be reached, and their CV: seen by nobody but those they share it with.

CREATE TABLE contact_detail (
    person_id   uuid        NOT NULL,
    phone       text,
    cv_file_id  uuid,
    cv_added_at timestamptz,
    version     integer     NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT contact_detail_pkey PRIMARY KEY (person_id),
    CONSTRAINT contact_detail_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT contact_detail_cv_fkey FOREIGN KEY (cv_file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT contact_detail_phone CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
    CONSTRAINT contact_detail_cv CHECK ((cv_file_id IS NULL) = (cv_added_at IS NULL)),
    CONSTRAINT contact_detail_version CHECK (version > 1)
);
CREATE INDEX contact_detail_cv_idx ON contact_detail (cv_file_id);
COMMENT ON TABLE contact_detail IS 'No row: nothing was given. The address is the one of the account.';
COMMENT ON COLUMN contact_detail.phone IS 'As E.164 writes it.';
COMMENT ON COLUMN contact_detail.version IS 'Counts changes from 1 on, where nothing was given yet: the next one starts from it.';

CREATE VIEW shareable_proof AS
SELECT p.id AS proof_id, p.experience_id, e.person_id
FROM experience_proof p
JOIN experience e ON e.id = p.experience_id
WHERE p.removed_at IS NULL AND e.status = 'declared';
COMMENT ON VIEW shareable_proof IS 'The proofs a person may share: the one definition of it. One that leaves this view is no longer read by anybody.';
