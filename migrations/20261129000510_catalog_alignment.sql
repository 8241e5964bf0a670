-- How well everything that names the catalogue is aligned with a release: measured while the release is in place, and kept
-- as it was last measured once the next one comes.

CREATE TABLE catalog_alignment (
    import_id       uuid        NOT NULL,
    organisation_id uuid,
    item            text        NOT NULL,
    linked          bigint      NOT NULL,
    present         bigint      NOT NULL,
    to_decide       bigint      NOT NULL,
    measured_at     timestamptz NOT NULL,
    CONSTRAINT catalog_alignment_once UNIQUE NULLS NOT DISTINCT (import_id, organisation_id, item),
    CONSTRAINT catalog_alignment_import_fkey FOREIGN KEY (import_id) REFERENCES rome_import (id) ON DELETE RESTRICT,
    CONSTRAINT catalog_alignment_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT catalog_alignment_item CHECK (item IN ('training_job', 'training_skill', 'own_skill', 'declared_skill', 'validation')),
    CONSTRAINT catalog_alignment_counts CHECK (present BETWEEN 0 AND linked AND to_decide BETWEEN 0 AND linked)
);
CREATE INDEX catalog_alignment_organisation_idx ON catalog_alignment (organisation_id, measured_at);
COMMENT ON TABLE catalog_alignment IS 'The proof of alignment: what named the catalogue while a release was in place, and how much of it that release had.';
COMMENT ON COLUMN catalog_alignment.organisation_id IS 'Whose items; null for those of the whole platform.';
COMMENT ON COLUMN catalog_alignment.item IS 'Lines of trainings in use, own skills, declared skills, validations in force.';
COMMENT ON COLUMN catalog_alignment.linked IS 'Items that name a job or a skill of the catalogue.';
COMMENT ON COLUMN catalog_alignment.present IS 'Those whose code the release has.';
COMMENT ON COLUMN catalog_alignment.to_decide IS 'Those that waited for somebodys decision.';
