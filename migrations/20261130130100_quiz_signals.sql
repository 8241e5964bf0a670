-- Whether a quiz of a company counts signs of what else happened during it, which whoever takes it is told before.

ALTER TABLE quiz_revision ADD COLUMN integrity_signals boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN quiz_revision.integrity_signals IS 'Whether changes of tab and pastes are counted. The notice says so, and nothing follows by itself.';
