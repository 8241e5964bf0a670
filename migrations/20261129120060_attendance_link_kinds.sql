-- Times of a sealed slot that are put right are a link of the chain too.

ALTER TABLE attendance_link
    DROP CONSTRAINT attendance_link_kind,
    ADD CONSTRAINT attendance_link_kind CHECK (kind IN ('closing', 'rectification', 'times', 'contest', 'decision'));
