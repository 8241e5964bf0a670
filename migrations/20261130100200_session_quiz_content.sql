-- What a quiz of a session asks, and which levels its results propose.

ALTER TABLE session_quiz
    ADD COLUMN quiz_id uuid,
    ADD COLUMN quiz_revision integer,
    ADD COLUMN has_attempts boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT session_quiz_revision_fkey FOREIGN KEY (quiz_id, quiz_revision)
        REFERENCES quiz_revision (quiz_id, number) ON DELETE RESTRICT,
    ADD CONSTRAINT session_quiz_revision_whole CHECK ((quiz_id IS NULL) = (quiz_revision IS NULL)),
    ADD CONSTRAINT session_quiz_attempted CHECK (NOT has_attempts OR quiz_id IS NOT NULL);
CREATE INDEX session_quiz_revision_idx ON session_quiz (quiz_id, quiz_revision);
COMMENT ON COLUMN session_quiz.quiz_id IS 'The quiz that is taken; null: none is attached yet.';
COMMENT ON COLUMN session_quiz.quiz_revision IS 'The published revision that attempts start on from now on; those that started stay on theirs.';
COMMENT ON COLUMN session_quiz.has_attempts IS 'Whether somebody started: it stays then, and with its quiz.';

CREATE TABLE quiz_skill_rule (
    session_quiz_id uuid     NOT NULL,
    training_id     uuid     NOT NULL,
    revision        integer  NOT NULL,
    skill_position  smallint NOT NULL,
    level           smallint NOT NULL,
    min_percent     smallint NOT NULL,
    CONSTRAINT quiz_skill_rule_pkey PRIMARY KEY (session_quiz_id, skill_position, level),
    CONSTRAINT quiz_skill_rule_percent_once UNIQUE (session_quiz_id, skill_position, min_percent),
    CONSTRAINT quiz_skill_rule_session_quiz_fkey FOREIGN KEY (session_quiz_id) REFERENCES session_quiz (id) ON DELETE CASCADE,
    CONSTRAINT quiz_skill_rule_skill_fkey FOREIGN KEY (training_id, revision, skill_position)
        REFERENCES training_skill (training_id, revision, position) ON DELETE RESTRICT,
    CONSTRAINT quiz_skill_rule_min_percent CHECK (min_percent BETWEEN 0 AND 100)
);
CREATE INDEX quiz_skill_rule_skill_idx ON quiz_skill_rule (training_id, revision, skill_position);
COMMENT ON TABLE quiz_skill_rule IS 'From which share of the points a level of a skill of the session''s revision is proposed. A proposal is nothing before somebody confirms it.';
COMMENT ON COLUMN quiz_skill_rule.level IS 'A step of the grid the revision measures the skill by, counted from 0; without a grid, a level 1..4 of the common scale.';
