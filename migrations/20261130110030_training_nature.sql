-- What kind of action a training is, by the labour code: frozen with its revision, printed on what certifies it.
ALTER TABLE training_revision
    ADD COLUMN nature text NOT NULL DEFAULT 'training',
    ADD CONSTRAINT training_revision_nature CHECK (
        nature IN ('training', 'skills_assessment', 'experience_validation', 'apprenticeship'));
COMMENT ON COLUMN training_revision.nature IS 'Kind of action (article L6313-1 of the labour code).';
