-- An experience put before organisations of the person's choice, and what each makes of it.

CREATE TABLE experience_submission (
    id                uuid        NOT NULL,
    experience_id     uuid        NOT NULL,
    organisation_id   uuid        NOT NULL,
    organisation_name text        NOT NULL,
    status            text        NOT NULL DEFAULT 'submitted',
    message           text        NOT NULL DEFAULT '',
    round             smallint    NOT NULL DEFAULT 1,
    submitted_at      timestamptz NOT NULL,
    due_on            date        NOT NULL,
    assigned_to       uuid,
    reminded_at       timestamptz,
    proofs_judgement  text,
    proofs_reason     text,
    refusal           text,
    decision_text     text,
    decision_file_id  uuid,
    decided_at        timestamptz,
    decided_by        uuid,
    decided_by_name   text,
    CONSTRAINT experience_submission_pkey PRIMARY KEY (id),
    CONSTRAINT experience_submission_experience_fkey FOREIGN KEY (experience_id) REFERENCES experience (id) ON DELETE CASCADE,
    CONSTRAINT experience_submission_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT experience_submission_assigned_fkey FOREIGN KEY (assigned_to) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT experience_submission_file_fkey FOREIGN KEY (decision_file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT experience_submission_status CHECK (status IN ('submitted', 'to_complete', 'validated', 'completed', 'refused',
        'withdrawn')),
    CONSTRAINT experience_submission_round CHECK (round BETWEEN 1 AND 5),
    CONSTRAINT experience_submission_message_length CHECK (char_length(message) <= 2000),
    CONSTRAINT experience_submission_judgement CHECK (proofs_judgement IN ('authentic', 'not_authentic', 'undetermined')),
    CONSTRAINT experience_submission_refusal CHECK (refusal IN ('other_holder', 'unreadable', 'not_authentic', 'unrelated',
        'insufficient', 'outside_scope', 'other')),
    CONSTRAINT experience_submission_refused CHECK ((status = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT experience_submission_decided CHECK ((status IN ('validated', 'completed', 'refused')) = (decided_at IS NOT NULL)
        AND (decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (proofs_judgement IS NULL))
);
CREATE INDEX experience_submission_experience_idx ON experience_submission (experience_id, submitted_at, id);
CREATE INDEX experience_submission_organisation_idx ON experience_submission (organisation_id, submitted_at, id);
CREATE INDEX experience_submission_assigned_idx ON experience_submission (assigned_to);
CREATE INDEX experience_submission_file_idx ON experience_submission (decision_file_id);
CREATE INDEX experience_submission_waiting_idx ON experience_submission (reminded_at, submitted_at) WHERE status = 'submitted';
CREATE UNIQUE INDEX experience_submission_one_open ON experience_submission (experience_id, organisation_id)
    WHERE status IN ('submitted', 'to_complete');
COMMENT ON COLUMN experience_submission.organisation_name IS 'As it was when the person chose it.';
COMMENT ON COLUMN experience_submission.round IS 'How often it was put before this organisation, asked for more included.';
COMMENT ON COLUMN experience_submission.submitted_at IS 'Of the last round.';
COMMENT ON COLUMN experience_submission.due_on IS 'The day by which an answer is expected; later it is overdue.';
COMMENT ON COLUMN experience_submission.proofs_judgement IS 'Whether the proofs are authentic: one judgement. What they show of each skill is another (experience_judgement).';
COMMENT ON COLUMN experience_submission.decided_by IS 'No foreign key: a decision outlives the account of who took it.';

CREATE TABLE experience_judgement (
    submission_id uuid     NOT NULL,
    skill_code    integer  NOT NULL,
    skill_label   text     NOT NULL,
    outcome       text     NOT NULL,
    claimed_level smallint,
    common_level  smallint,
    step_name     text,
    reason        text,
    validation_id uuid,
    CONSTRAINT experience_judgement_pkey PRIMARY KEY (submission_id, skill_code),
    CONSTRAINT experience_judgement_submission_fkey FOREIGN KEY (submission_id) REFERENCES experience_submission (id) ON DELETE CASCADE,
    CONSTRAINT experience_judgement_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT experience_judgement_validation_fkey FOREIGN KEY (validation_id) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT experience_judgement_outcome CHECK (outcome IN ('attested', 'adjusted', 'added', 'refused')),
    CONSTRAINT experience_judgement_added CHECK ((outcome = 'added') = (claimed_level IS NULL)),
    CONSTRAINT experience_judgement_validated CHECK ((outcome = 'refused') = (validation_id IS NULL)),
    CONSTRAINT experience_judgement_reason_length CHECK (char_length(reason) BETWEEN 1 AND 1000)
);
CREATE INDEX experience_judgement_skill_idx ON experience_judgement (skill_code);
CREATE INDEX experience_judgement_validation_idx ON experience_judgement (validation_id);
CREATE TRIGGER experience_judgement_append_only BEFORE UPDATE ON experience_judgement
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE experience_judgement IS 'What an organisation made of each skill, beside what the person claimed. Append-only.';

CREATE TABLE experience_step (
    id            uuid        NOT NULL,
    submission_id uuid        NOT NULL,
    kind          text        NOT NULL,
    at            timestamptz NOT NULL,
    actor_id      uuid        NOT NULL,
    actor_name    text        NOT NULL,
    text          text,
    CONSTRAINT experience_step_pkey PRIMARY KEY (id),
    CONSTRAINT experience_step_submission_fkey FOREIGN KEY (submission_id) REFERENCES experience_submission (id) ON DELETE CASCADE,
    CONSTRAINT experience_step_kind CHECK (kind IN ('submitted', 'asked', 'resubmitted', 'validated', 'completed', 'refused',
        'withdrawn'))
);
CREATE INDEX experience_step_submission_idx ON experience_step (submission_id, at, id);
CREATE TRIGGER experience_step_append_only BEFORE UPDATE ON experience_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE experience_step IS 'The history of a submission, as both sides read it. Append-only.';

CREATE TABLE experience_reading (
    id                uuid        NOT NULL,
    proof_id          uuid        NOT NULL,
    submission_id     uuid        NOT NULL,
    reader_id         uuid        NOT NULL,
    reader_name       text        NOT NULL,
    is_copy           boolean     NOT NULL,
    read_at           timestamptz NOT NULL,
    CONSTRAINT experience_reading_pkey PRIMARY KEY (id),
    CONSTRAINT experience_reading_proof_fkey FOREIGN KEY (proof_id) REFERENCES experience_proof (id) ON DELETE CASCADE,
    CONSTRAINT experience_reading_submission_fkey FOREIGN KEY (submission_id) REFERENCES experience_submission (id) ON DELETE CASCADE
);
CREATE INDEX experience_reading_proof_idx ON experience_reading (proof_id);
CREATE INDEX experience_reading_submission_idx ON experience_reading (submission_id, read_at, id);
CREATE TRIGGER experience_reading_append_only BEFORE UPDATE ON experience_reading FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE experience_reading IS 'Who of an organisation opened which proof, and when: the person reads it.';
COMMENT ON COLUMN experience_reading.is_copy IS 'Whether it was the masked copy.';
