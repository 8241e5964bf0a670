-- A file of questions that was read and shown, and waits for its confirmation.

CREATE TABLE question_import (
    id              uuid        NOT NULL,
    organisation_id uuid,
    company_id      uuid,
    questions       jsonb       NOT NULL,
    preview         jsonb       NOT NULL,
    created_at      timestamptz NOT NULL,
    created_by      uuid,
    expires_at      timestamptz NOT NULL,
    confirmed_at    timestamptz,
    CONSTRAINT question_import_pkey PRIMARY KEY (id),
    CONSTRAINT question_import_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT question_import_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
    CONSTRAINT question_import_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT question_import_one_owner CHECK ((organisation_id IS NULL) <> (company_id IS NULL))
);
CREATE INDEX question_import_organisation_idx ON question_import (organisation_id);
CREATE INDEX question_import_company_idx ON question_import (company_id);
CREATE INDEX question_import_created_by_idx ON question_import (created_by);
CREATE INDEX question_import_expires_idx ON question_import (expires_at);
COMMENT ON TABLE question_import IS 'Kept a day: what was read, until it is confirmed or forgotten.';
COMMENT ON COLUMN question_import.questions IS 'The questions as they would be written.';
COMMENT ON COLUMN question_import.preview IS 'What was shown, line by line.';
