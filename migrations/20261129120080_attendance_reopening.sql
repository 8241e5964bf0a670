-- That a closed session is taken up again is a link of its chain: the only kind that is about no slot.

ALTER TABLE attendance_link
    ALTER COLUMN slot_id DROP NOT NULL,
    DROP CONSTRAINT attendance_link_kind,
    ADD CONSTRAINT attendance_link_kind
        CHECK (kind IN ('closing', 'rectification', 'times', 'contest', 'decision', 'reopening')),
    ADD CONSTRAINT attendance_link_about CHECK ((kind = 'reopening') = (slot_id IS NULL));
COMMENT ON COLUMN attendance_link.slot_id IS 'The slot it is about; null where it is about the whole session.';
