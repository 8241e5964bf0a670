-- Each time signing was opened again after its window, and why: sealed with the sheet, printed on it.

CREATE TABLE attendance_reopening (
    id               uuid        NOT NULL,
    slot_id          uuid        NOT NULL,
    until            timestamptz NOT NULL,
    reason           text        NOT NULL,
    reopened_at      timestamptz NOT NULL,
    reopened_by      uuid,
    reopened_by_name text        NOT NULL,
    CONSTRAINT attendance_reopening_pkey PRIMARY KEY (id),
    CONSTRAINT attendance_reopening_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_reopening_by_fkey FOREIGN KEY (reopened_by) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX attendance_reopening_slot_idx ON attendance_reopening (slot_id, reopened_at, id);
CREATE INDEX attendance_reopening_by_idx ON attendance_reopening (reopened_by);
COMMENT ON TABLE attendance_reopening IS 'Never changed. The newest one is the window of the sheet.';
COMMENT ON COLUMN attendance_reopening.until IS 'Until when signatures are taken.';
COMMENT ON COLUMN attendance_reopening.reopened_by_name IS 'As it was then: sheets keep it when the account is gone.';
CREATE TRIGGER attendance_reopening_append_only BEFORE UPDATE OR DELETE ON attendance_reopening
    FOR EACH ROW EXECUTE FUNCTION attendance_refuse_change('reopened_by');

-- What sheets still know of the last time.
INSERT INTO attendance_reopening (id, slot_id, until, reason, reopened_at, reopened_by, reopened_by_name)
SELECT gen_random_uuid(), a.slot_id, a.reopened_until, a.reopened_reason, a.updated_at, a.reopened_by,
       coalesce(p.first_name || ' ' || p.last_name, '')
FROM attendance_sheet a LEFT JOIN person p ON p.id = a.reopened_by
WHERE a.reopened_until IS NOT NULL AND a.closed_at IS NULL;
