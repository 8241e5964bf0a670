-- Whose skills a new release of the catalogue says otherwise: each person is told once, a few at a time.

CREATE TABLE profile_review (
    import_id  uuid        NOT NULL,
    reached    uuid,
    touched    integer     NOT NULL,
    told       integer     NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    CONSTRAINT profile_review_pkey PRIMARY KEY (import_id),
    CONSTRAINT profile_review_import_fkey FOREIGN KEY (import_id) REFERENCES rome_import (id) ON DELETE RESTRICT
);
COMMENT ON TABLE profile_review IS 'An import that people are, or were, told of whose skills it says otherwise.';
COMMENT ON COLUMN profile_review.reached IS 'The last person looked at, in the order of their ids; the next ones come after.';
COMMENT ON COLUMN profile_review.touched IS 'People so far who declared, or hold a validation of, a skill it renamed, gave to something else or retired.';
COMMENT ON COLUMN profile_review.told IS 'Those of them who were written to.';
COMMENT ON COLUMN profile_review.ended_at IS 'When everybody had been looked at; null until then.';

-- Of what came before, nobody is told now.
INSERT INTO profile_review (import_id, touched, told, started_at, ended_at)
SELECT id, 0, 0, finished_at, finished_at FROM rome_import WHERE outcome = 'applied' AND release IS NOT NULL;
