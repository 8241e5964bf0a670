-- What a sealed sheet says of its slot, or of its session's title, that is put right is a link of the chain too.

ALTER TABLE attendance_link
    DROP CONSTRAINT attendance_link_kind,
    DROP CONSTRAINT attendance_link_about,
    ADD CONSTRAINT attendance_link_kind
        CHECK (kind IN ('closing', 'rectification', 'times', 'words', 'contest', 'decision', 'reopening')),
    ADD CONSTRAINT attendance_link_about CHECK (kind = 'words' OR (kind = 'reopening') = (slot_id IS NULL));
