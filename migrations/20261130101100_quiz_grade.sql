-- What people who grade say of answers, and which corrected keys answers are scored with.

CREATE TABLE quiz_grade (
    attempt_id     uuid        NOT NULL,
    position       smallint    NOT NULL,
    number         integer     NOT NULL,
    points         integer     NOT NULL,
    criteria       integer[]   NOT NULL,
    comment        text        NOT NULL,
    graded_by      uuid,
    graded_by_name text        NOT NULL,
    graded_at      timestamptz NOT NULL,
    CONSTRAINT quiz_grade_pkey PRIMARY KEY (attempt_id, position, number),
    CONSTRAINT quiz_grade_answer_fkey FOREIGN KEY (attempt_id, position)
        REFERENCES quiz_answer (attempt_id, position) ON DELETE CASCADE,
    CONSTRAINT quiz_grade_by_fkey FOREIGN KEY (graded_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT quiz_grade_number CHECK (number > 0),
    CONSTRAINT quiz_grade_points CHECK (points >= 0)
);
CREATE INDEX quiz_grade_by_idx ON quiz_grade (graded_by);
COMMENT ON TABLE quiz_grade IS 'What somebody made of an answer. Never changed: the newest number counts.';
COMMENT ON COLUMN quiz_grade.criteria IS 'Hundredths of a point for each criterion of the rubric, in its order; empty without a rubric.';
COMMENT ON COLUMN quiz_grade.graded_by_name IS 'As it was then: the person keeps knowing who graded when the account is gone.';

-- Grades are added, never changed; only who gave one may be forgotten.
CREATE FUNCTION quiz_refuse_change_of_grade() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.graded_by IS NULL AND to_jsonb(NEW) - 'graded_by' = to_jsonb(OLD) - 'graded_by' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'quiz_grade is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER quiz_grade_append_only BEFORE UPDATE ON quiz_grade
    FOR EACH ROW EXECUTE FUNCTION quiz_refuse_change_of_grade();

CREATE TABLE quiz_correction (
    id              uuid        NOT NULL,
    session_quiz_id uuid        NOT NULL,
    question_id     uuid        NOT NULL,
    from_number     integer     NOT NULL,
    to_number       integer     NOT NULL,
    reason          text        NOT NULL,
    applied_at      timestamptz NOT NULL,
    applied_by      uuid,
    CONSTRAINT quiz_correction_pkey PRIMARY KEY (id),
    CONSTRAINT quiz_correction_session_quiz_fkey FOREIGN KEY (session_quiz_id) REFERENCES session_quiz (id) ON DELETE RESTRICT,
    CONSTRAINT quiz_correction_from_fkey FOREIGN KEY (question_id, from_number)
        REFERENCES question_version (question_id, number) ON DELETE RESTRICT,
    CONSTRAINT quiz_correction_to_fkey FOREIGN KEY (question_id, to_number)
        REFERENCES question_version (question_id, number) ON DELETE RESTRICT,
    CONSTRAINT quiz_correction_by_fkey FOREIGN KEY (applied_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT quiz_correction_other CHECK (from_number <> to_number)
);
CREATE INDEX quiz_correction_session_quiz_idx ON quiz_correction (session_quiz_id, question_id, from_number, id);
CREATE INDEX quiz_correction_from_idx ON quiz_correction (question_id, from_number);
CREATE INDEX quiz_correction_to_idx ON quiz_correction (question_id, to_number);
CREATE INDEX quiz_correction_by_idx ON quiz_correction (applied_by);
COMMENT ON TABLE quiz_correction IS 'In a quiz of a session, what was asked as one version of a question is scored with the key of another. The newest counts, also for attempts that are handed in later.';

CREATE TABLE quiz_correction_line (
    correction_id  uuid     NOT NULL,
    attempt_id     uuid     NOT NULL,
    before_points  integer  NOT NULL,
    after_points   integer  NOT NULL,
    before_percent smallint,
    after_percent  smallint,
    CONSTRAINT quiz_correction_line_pkey PRIMARY KEY (correction_id, attempt_id),
    CONSTRAINT quiz_correction_line_correction_fkey FOREIGN KEY (correction_id) REFERENCES quiz_correction (id) ON DELETE CASCADE,
    CONSTRAINT quiz_correction_line_attempt_fkey FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
CREATE INDEX quiz_correction_line_attempt_idx ON quiz_correction_line (attempt_id);
COMMENT ON TABLE quiz_correction_line IS 'Whose points a correction changed. Points are those of the question; percents those of the attempt, null while it is not graded.';
