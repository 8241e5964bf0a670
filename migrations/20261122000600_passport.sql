-- What a person says they can do, and what organisations validated.

CREATE TABLE declared_skill (
    person_id   uuid        NOT NULL,
    skill_code  integer     NOT NULL,
    level       smallint    NOT NULL,
    skill_label text        NOT NULL,
    rome_release integer    NOT NULL,
    declared_at timestamptz NOT NULL,
    CONSTRAINT declared_skill_pkey PRIMARY KEY (person_id, skill_code),
    CONSTRAINT declared_skill_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT declared_skill_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT declared_skill_level CHECK (level BETWEEN 1 AND 4)
);
CREATE INDEX declared_skill_skill_idx ON declared_skill (skill_code);

CREATE TABLE validation (
    id                uuid        NOT NULL,
    person_id         uuid        NOT NULL,
    skill_code        integer     NOT NULL,
    skill_label       text        NOT NULL,
    rome_release      integer     NOT NULL,
    organisation_id   uuid        NOT NULL,
    organisation_name text        NOT NULL,
    organisation_siret text,
    organisation_nda  text,
    validator_id      uuid        NOT NULL,
    grid_id           uuid        NOT NULL,
    grid_version      integer     NOT NULL,
    step_position     smallint    NOT NULL,
    step_name         text        NOT NULL,
    common_level      smallint,
    passing           boolean     NOT NULL,
    comment           text,
    validated_at      timestamptz NOT NULL,
    expires_on        date,
    CONSTRAINT validation_pkey PRIMARY KEY (id),
    CONSTRAINT validation_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT validation_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT validation_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT validation_step_fkey FOREIGN KEY (grid_id, grid_version, step_position) REFERENCES grid_step (grid_id, grid_version, position) ON DELETE RESTRICT,
    CONSTRAINT validation_common_level CHECK (common_level BETWEEN 1 AND 4),
    CONSTRAINT validation_not_self CHECK (validator_id <> person_id),
    CONSTRAINT validation_comment_length CHECK (char_length(comment) BETWEEN 1 AND 2000)
);
CREATE INDEX validation_person_idx ON validation (person_id, skill_code);
CREATE INDEX validation_skill_idx ON validation (skill_code);
CREATE INDEX validation_organisation_idx ON validation (organisation_id, validated_at, id);
CREATE INDEX validation_step_idx ON validation (grid_id, grid_version, step_position);
CREATE INDEX validation_expires_idx ON validation (expires_on) WHERE expires_on IS NOT NULL;
COMMENT ON TABLE validation IS 'Append-only. Names and labels are frozen as they were at validation time.';
COMMENT ON COLUMN validation.passing IS 'Whether the step reached means acquired; a failed step is history, not a validation.';
COMMENT ON COLUMN validation.expires_on IS 'Last day (Europe/Paris) on which it counts; null = for ever.';

CREATE TABLE validation_job (
    validation_id uuid NOT NULL,
    job_code      text NOT NULL,
    CONSTRAINT validation_job_pkey PRIMARY KEY (validation_id, job_code),
    CONSTRAINT validation_job_validation_fkey FOREIGN KEY (validation_id) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT validation_job_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT
);
CREATE INDEX validation_job_job_idx ON validation_job (job_code);
COMMENT ON TABLE validation_job IS 'Jobs of the training where the skill was validated: they give the profile its ROME codes.';

CREATE TABLE validation_revocation (
    validation_id uuid        NOT NULL,
    revoked_by    uuid        NOT NULL,
    reason_code   text        NOT NULL,
    reason        text        NOT NULL,
    revoked_at    timestamptz NOT NULL,
    CONSTRAINT validation_revocation_pkey PRIMARY KEY (validation_id),
    CONSTRAINT validation_revocation_validation_fkey FOREIGN KEY (validation_id) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT validation_revocation_reason_length CHECK (char_length(reason) BETWEEN 1 AND 1000),
    CONSTRAINT validation_revocation_reason_code CHECK (reason_code IN ('mistake', 'fraud', 'other'))
);

CREATE TRIGGER validation_append_only BEFORE UPDATE ON validation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER validation_revocation_append_only BEFORE UPDATE ON validation_revocation FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE validation_expiry (
    singleton      boolean NOT NULL DEFAULT true,
    marked_through date    NOT NULL,
    CONSTRAINT validation_expiry_pkey PRIMARY KEY (singleton),
    CONSTRAINT validation_expiry_singleton CHECK (singleton)
);
INSERT INTO validation_expiry (marked_through) VALUES ('2000-01-01');
COMMENT ON TABLE validation_expiry IS 'Validations whose last day is up to this one have had their profiles marked for the index; days missed while stopped are caught up.';
