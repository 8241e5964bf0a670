-- What organisations keep of validations whose person was erased: how many, month by month.

CREATE TABLE erased_validation (
    organisation_id uuid    NOT NULL,
    skill_code      integer NOT NULL,
    month           date    NOT NULL,
    passing         boolean NOT NULL,
    common_level    smallint NOT NULL,
    validations     integer NOT NULL,
    CONSTRAINT erased_validation_pkey PRIMARY KEY (organisation_id, skill_code, month, passing, common_level),
    CONSTRAINT erased_validation_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT erased_validation_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT erased_validation_count CHECK (validations > 0)
);
COMMENT ON TABLE erased_validation IS 'Counts of entries whose person was erased. No day, no person, no validator.';
COMMENT ON COLUMN erased_validation.common_level IS '0 where the step stands for no level of the common scale.';
