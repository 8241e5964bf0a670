-- The jobs of a validation are as frozen as the rest of it: they stand in its row, and are read with it. A table of their
-- own cost a look-up per validation whenever the search index was built.

ALTER TABLE validation ADD COLUMN job_codes text[] NOT NULL DEFAULT '{}';
ALTER TABLE validation DISABLE TRIGGER validation_append_only;
UPDATE validation v
SET job_codes = j.codes
FROM (SELECT validation_id, array_agg(job_code ORDER BY job_code) AS codes FROM validation_job GROUP BY validation_id) j
WHERE j.validation_id = v.id;
ALTER TABLE validation ENABLE TRIGGER validation_append_only;
ALTER TABLE validation ALTER COLUMN job_codes DROP DEFAULT;
COMMENT ON COLUMN validation.job_codes IS 'Jobs of the training where the skill was validated: they give the profile its ROME codes.';
DROP TABLE validation_job;
