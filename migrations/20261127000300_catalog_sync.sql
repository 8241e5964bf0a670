-- The catalogue brought up to date by hand: a comparison that writes nothing leaves its line in the history too.

ALTER TABLE rome_import ADD COLUMN summary text;
ALTER TABLE rome_import DROP CONSTRAINT rome_import_outcome;
ALTER TABLE rome_import ADD CONSTRAINT rome_import_outcome
    CHECK (outcome IN ('applied', 'unchanged', 'compared', 'refused', 'failed'));
COMMENT ON COLUMN rome_import.outcome IS 'compared: read and compared with the catalogue in place, and nothing else.';
COMMENT ON COLUMN rome_import.summary IS 'What the release changes, list by list, for the administrator; where it could be read.';
