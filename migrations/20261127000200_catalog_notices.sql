-- What a new release of the catalogue means for trainings, and what was decided about it.

ALTER TABLE rome_change ADD COLUMN replacement text;
ALTER TABLE rome_change DROP CONSTRAINT rome_change_kind;
ALTER TABLE rome_change ADD CONSTRAINT rome_change_kind
    CHECK (kind IN ('relabelled', 'reused', 'moved', 'retired', 'reactivated'));
COMMENT ON COLUMN rome_change.kind IS 'reused: the code was given to another job; what it meant moved to replacement, where that is known.';
COMMENT ON COLUMN rome_change.replacement IS 'Code of what means today what this code meant before, where the release says so.';

CREATE TABLE catalog_review (
    import_id  uuid        NOT NULL,
    linked     integer     NOT NULL,
    present    integer     NOT NULL,
    noticed    integer     NOT NULL,
    reviewed_at timestamptz NOT NULL,
    CONSTRAINT catalog_review_pkey PRIMARY KEY (import_id),
    CONSTRAINT catalog_review_import_fkey FOREIGN KEY (import_id) REFERENCES rome_import (id) ON DELETE RESTRICT,
    CONSTRAINT catalog_review_counts CHECK (present <= linked)
);
CREATE TRIGGER catalog_review_append_only BEFORE UPDATE OR DELETE ON catalog_review
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE catalog_review IS 'An import whose effect on trainings was looked into, once. The counts prove how well they were aligned then.';
COMMENT ON COLUMN catalog_review.linked IS 'Distinct jobs and skills of the catalogue that trainings in use and own skills name.';
COMMENT ON COLUMN catalog_review.present IS 'Those of them that the release has.';
COMMENT ON COLUMN catalog_review.noticed IS 'Notices it caused.';

CREATE TABLE training_notice (
    id          uuid        NOT NULL,
    import_id   uuid        NOT NULL,
    training_id uuid        NOT NULL,
    subject     text        NOT NULL,
    code        text        NOT NULL,
    kind        text        NOT NULL,
    before      text,
    after       text,
    replacement text,
    decision    text,
    created_at  timestamptz NOT NULL,
    decided_at  timestamptz,
    CONSTRAINT training_notice_pkey PRIMARY KEY (id),
    CONSTRAINT training_notice_once UNIQUE (import_id, training_id, subject, code),
    CONSTRAINT training_notice_import_fkey FOREIGN KEY (import_id) REFERENCES rome_import (id) ON DELETE RESTRICT,
    CONSTRAINT training_notice_training_fkey FOREIGN KEY (training_id) REFERENCES training (id) ON DELETE CASCADE,
    CONSTRAINT training_notice_subject CHECK (subject IN ('job', 'skill')),
    CONSTRAINT training_notice_kind CHECK (kind IN ('relabelled', 'reused', 'retired')),
    CONSTRAINT training_notice_decision CHECK (decision IN ('kept', 'accepted')),
    CONSTRAINT training_notice_decided CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX training_notice_training_idx ON training_notice (training_id, created_at);
COMMENT ON TABLE training_notice IS 'A line of a training that a release says otherwise. Nothing changes until somebody decides.';
COMMENT ON COLUMN training_notice.before IS 'Its name in the catalogue before the release.';
COMMENT ON COLUMN training_notice.after IS 'Its name since, when the code is still there.';
COMMENT ON COLUMN training_notice.replacement IS 'Code of what means today what the line meant, where the release says so.';
