-- What the papers of a session need of people who were erased stays until the time of those papers is over.

ALTER TABLE enrolment ADD COLUMN erased_at timestamptz;
ALTER TABLE session_trainer ADD COLUMN erased_at timestamptz;
ALTER TABLE slot_trainer ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN enrolment.erased_at IS 'When the person was erased. Only what the sealed papers of the session name is left, and goes with them.';
COMMENT ON COLUMN session_trainer.erased_at IS 'When the person was erased. The name stays while the session has sealed papers.';
COMMENT ON COLUMN slot_trainer.erased_at IS 'When the person was erased. The name stays while the session has sealed papers.';
CREATE INDEX enrolment_erased_idx ON enrolment (session_id) WHERE erased_at IS NOT NULL;
