-- Who wrote each revision of a training.

ALTER TABLE training_revision
    ADD COLUMN written_by uuid,
    ADD CONSTRAINT training_revision_written_by_fkey FOREIGN KEY (written_by) REFERENCES person (id) ON DELETE SET NULL;
CREATE INDEX training_revision_written_by_idx ON training_revision (written_by);
COMMENT ON COLUMN training_revision.written_by IS 'Who wrote it last: of a published revision, who published it. Null once the account is gone.';

-- What was published never changes, but for its author whose account goes.
CREATE OR REPLACE FUNCTION refuse_change_of_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    anonymous training_revision := OLD;
BEGIN
    anonymous.written_by := NULL;
    IF OLD.published_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM anonymous) THEN
        RAISE EXCEPTION 'a published revision is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

-- The audit trail knows who published each revision, and the training who wrote last in it.
ALTER TABLE training_revision DISABLE TRIGGER training_revision_published;
UPDATE training_revision r
SET written_by = p.id
FROM audit_event e JOIN person p ON p.id = e.actor_id
WHERE r.published_at IS NOT NULL AND e.kind = 'training.status_changed' AND e.subject_id = r.training_id
  AND (e.after ->> 'revision')::integer = r.number AND (e.before ->> 'revision')::integer < r.number;
UPDATE training_revision r SET written_by = t.updated_by
FROM training t
WHERE t.id = r.training_id AND r.published_at IS NULL;
ALTER TABLE training_revision ENABLE TRIGGER training_revision_published;
