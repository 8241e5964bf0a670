-- For which kinds of action an organisation says that it is certified, and from when to when; and what of it was valid on the
-- day of a validation, frozen with the rest of the identity.
ALTER TABLE organisation
    ADD COLUMN qualiopi_certificates jsonb NOT NULL DEFAULT '[]',
    ADD CONSTRAINT organisation_qualiopi_certificates CHECK (
        jsonb_typeof(qualiopi_certificates) = 'array' AND jsonb_array_length(qualiopi_certificates) <= 4);
COMMENT ON COLUMN organisation.qualiopi_certificates IS 'What is declared: category, first and last day of validity, each category once. Counts while the certification is claimed, and is printed where the register confirms it.';

ALTER TABLE validation
    ADD COLUMN organisation_qualiopi_categories text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT validation_organisation_qualiopi_categories CHECK (
        organisation_qualiopi_categories <@ ARRAY['training', 'skills_assessment', 'experience_validation', 'apprenticeship']);
COMMENT ON COLUMN validation.organisation_qualiopi_categories IS 'The kinds of action the confirmed certification was valid for that day; none where none was declared, and in entries older than this column.';
