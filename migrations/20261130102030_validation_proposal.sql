-- What one person proposed and another has yet to confirm: it counts nowhere before.

CREATE TABLE validation_proposal (
    id               uuid        NOT NULL,
    organisation_id  uuid        NOT NULL,
    session_id       uuid        NOT NULL,
    person_id        uuid        NOT NULL,
    skill_code       integer     NOT NULL,
    skill_label      text        NOT NULL,
    is_off_programme boolean     NOT NULL,
    grid_id          uuid,
    grid_version     integer,
    step_position    smallint,
    step_name        text        NOT NULL,
    common_level     smallint,
    passing          boolean     NOT NULL,
    job_codes        text[]      NOT NULL,
    comment          text,
    expires_on       date,
    reason           text,
    supersedes       uuid,
    seen             integer     NOT NULL,
    evidence         jsonb       NOT NULL,
    proposed_by      uuid,
    proposed_by_name text        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    status           text        NOT NULL DEFAULT 'waiting',
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    refusal          text,
    validation_id    uuid,
    CONSTRAINT validation_proposal_pkey PRIMARY KEY (id),
    CONSTRAINT validation_proposal_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT validation_proposal_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE RESTRICT,
    CONSTRAINT validation_proposal_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT validation_proposal_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT validation_proposal_step_fkey FOREIGN KEY (grid_id, grid_version, step_position) REFERENCES grid_step (grid_id, grid_version, position) ON DELETE RESTRICT,
    CONSTRAINT validation_proposal_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT validation_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT validation_proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT validation_proposal_validation_fkey FOREIGN KEY (validation_id) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT validation_proposal_status CHECK (status IN ('waiting', 'confirmed', 'refused')),
    CONSTRAINT validation_proposal_grid_whole CHECK ((grid_id IS NULL) = (grid_version IS NULL)
        AND (grid_id IS NULL) = (step_position IS NULL)),
    CONSTRAINT validation_proposal_decided CHECK ((status = 'waiting') = (decided_at IS NULL)
        AND (status = 'confirmed') = (validation_id IS NOT NULL) AND (status = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT validation_proposal_not_self CHECK (proposed_by <> person_id AND decided_by <> person_id),
    CONSTRAINT validation_proposal_two_people CHECK (decided_by <> proposed_by)
);
CREATE UNIQUE INDEX validation_proposal_one_waiting ON validation_proposal (organisation_id, person_id, skill_code)
    WHERE status = 'waiting';
CREATE INDEX validation_proposal_organisation_idx ON validation_proposal (organisation_id, status, proposed_at, id);
CREATE INDEX validation_proposal_session_idx ON validation_proposal (session_id);
CREATE INDEX validation_proposal_person_idx ON validation_proposal (person_id, skill_code);
CREATE INDEX validation_proposal_skill_idx ON validation_proposal (skill_code);
CREATE INDEX validation_proposal_step_idx ON validation_proposal (grid_id, grid_version, step_position);
CREATE INDEX validation_proposal_supersedes_idx ON validation_proposal (supersedes);
CREATE INDEX validation_proposal_proposed_by_idx ON validation_proposal (proposed_by);
CREATE INDEX validation_proposal_decided_by_idx ON validation_proposal (decided_by);
CREATE INDEX validation_proposal_validation_idx ON validation_proposal (validation_id);
COMMENT ON COLUMN validation_proposal.seen IS 'How many entries and endings of that skill the organisation had when this was proposed: it is confirmed on the same ground.';
COMMENT ON COLUMN validation_proposal.evidence IS 'What it rests on, as it will be written: a list of titles, each with a note, an attempt or a file.';
