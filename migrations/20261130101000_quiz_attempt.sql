-- Attempts at the quizzes of sessions: what each one asks, what was answered, and when its time is over.

-- When a quiz of a session closes: when it says so, or else with the last day of the session, in Paris.
CREATE FUNCTION quiz_closing(closes_at timestamptz, ends_on date) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(closes_at, (ends_on + 1)::timestamp AT TIME ZONE 'Europe/Paris')
$$;
COMMENT ON FUNCTION quiz_closing IS 'The one definition of the closing; ends_on is the last day of the session.';

-- When an attempt ends: when its own time is over, or at the closing and what was added to its time, whichever comes first.
CREATE FUNCTION quiz_deadline(limit_at timestamptz, closing timestamptz, extra_seconds integer)
    RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT least(limit_at, closing + make_interval(secs => extra_seconds))
$$;
COMMENT ON FUNCTION quiz_deadline IS 'The one definition of the deadline of an attempt.';

CREATE TABLE quiz_attempt (
    id              uuid        NOT NULL,
    copy_id         uuid        NOT NULL,
    session_quiz_id uuid        NOT NULL,
    enrolment_id    uuid        NOT NULL,
    number          integer     NOT NULL,
    quiz_id         uuid        NOT NULL,
    quiz_revision   integer     NOT NULL,
    state           text        NOT NULL,
    started_at      timestamptz,
    limit_at        timestamptz,
    extra_seconds   integer     NOT NULL DEFAULT 0,
    submitted_at    timestamptz,
    by_clock        boolean     NOT NULL DEFAULT false,
    points          integer,
    worth           integer,
    percent         smallint,
    graded_at       timestamptz,
    published_at    timestamptz,
    withdrawn_at    timestamptz,
    CONSTRAINT quiz_attempt_pkey PRIMARY KEY (id),
    CONSTRAINT quiz_attempt_copy_key UNIQUE (copy_id),
    CONSTRAINT quiz_attempt_number_key UNIQUE (session_quiz_id, enrolment_id, number),
    CONSTRAINT quiz_attempt_session_quiz_fkey FOREIGN KEY (session_quiz_id) REFERENCES session_quiz (id) ON DELETE RESTRICT,
    CONSTRAINT quiz_attempt_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT,
    CONSTRAINT quiz_attempt_revision_fkey FOREIGN KEY (quiz_id, quiz_revision)
        REFERENCES quiz_revision (quiz_id, number) ON DELETE RESTRICT,
    CONSTRAINT quiz_attempt_number CHECK (number > 0),
    CONSTRAINT quiz_attempt_state CHECK (state IN ('started', 'submitted', 'to_grade', 'graded', 'published', 'withdrawn')),
    CONSTRAINT quiz_attempt_started CHECK (started_at IS NOT NULL OR state = 'withdrawn'),
    CONSTRAINT quiz_attempt_submitted CHECK ((submitted_at IS NOT NULL) = (state NOT IN ('started', 'withdrawn'))),
    CONSTRAINT quiz_attempt_withdrawn CHECK ((withdrawn_at IS NOT NULL) = (state = 'withdrawn')),
    CONSTRAINT quiz_attempt_graded CHECK ((graded_at IS NOT NULL) = (state IN ('graded', 'published'))),
    CONSTRAINT quiz_attempt_published CHECK ((published_at IS NOT NULL) = (state = 'published')),
    CONSTRAINT quiz_attempt_result CHECK ((points IS NOT NULL AND worth IS NOT NULL AND percent IS NOT NULL)
                                          = (state IN ('graded', 'published'))),
    CONSTRAINT quiz_attempt_points CHECK (points BETWEEN 0 AND worth AND percent BETWEEN 0 AND 100),
    CONSTRAINT quiz_attempt_extra CHECK (extra_seconds >= 0)
);
CREATE INDEX quiz_attempt_enrolment_idx ON quiz_attempt (enrolment_id);
CREATE INDEX quiz_attempt_revision_idx ON quiz_attempt (quiz_id, quiz_revision);
-- Whatever tabs do at once, one attempt runs at a time.
CREATE UNIQUE INDEX quiz_attempt_one_running ON quiz_attempt (session_quiz_id, enrolment_id) WHERE state = 'started';
-- What the clock looks at every minute is short: what runs, and what waits to be scored.
CREATE INDEX quiz_attempt_unsettled_idx ON quiz_attempt (state, session_quiz_id) WHERE state IN ('started', 'submitted');
COMMENT ON TABLE quiz_attempt IS 'One time that somebody takes a quiz of a session. Invited is not stored: it is whoever may begin.';
COMMENT ON COLUMN quiz_attempt.copy_id IS 'What those who grade know it by while names are hidden. Random: it tells neither who nor when.';
COMMENT ON COLUMN quiz_attempt.quiz_revision IS 'The revision it started on, for ever.';
COMMENT ON COLUMN quiz_attempt.limit_at IS 'When its own time is over, extra time included; null: with the closing.';
COMMENT ON COLUMN quiz_attempt.extra_seconds IS 'How long it may go on after the closing, so that the closing takes no extra time away.';
COMMENT ON COLUMN quiz_attempt.by_clock IS 'Whether the clock handed it in.';
COMMENT ON COLUMN quiz_attempt.points IS 'Hundredths of a point, never below 0 nor above worth; known once every answer has its points.';

CREATE TABLE quiz_answer (
    attempt_id      uuid        NOT NULL,
    position        smallint    NOT NULL,
    section         smallint    NOT NULL,
    question_id     uuid        NOT NULL,
    question_number integer     NOT NULL,
    worth           integer     NOT NULL,
    choice_order    uuid[]      NOT NULL,
    answer          jsonb,
    sequence        bigint      NOT NULL DEFAULT 0,
    is_flagged      boolean     NOT NULL DEFAULT false,
    saved_at        timestamptz,
    auto_points     integer,
    verdict         text,
    CONSTRAINT quiz_answer_pkey PRIMARY KEY (attempt_id, position),
    CONSTRAINT quiz_answer_question_key UNIQUE (attempt_id, question_id),
    CONSTRAINT quiz_answer_attempt_fkey FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE,
    CONSTRAINT quiz_answer_version_fkey FOREIGN KEY (question_id, question_number)
        REFERENCES question_version (question_id, number) ON DELETE RESTRICT,
    CONSTRAINT quiz_answer_worth CHECK (worth >= 0),
    CONSTRAINT quiz_answer_sequence CHECK (sequence >= 0),
    CONSTRAINT quiz_answer_points CHECK (auto_points BETWEEN -worth AND worth),
    CONSTRAINT quiz_answer_verdict CHECK (verdict IN ('right', 'partial', 'wrong', 'missing'))
) WITH (fillfactor = 70);
CREATE INDEX quiz_answer_version_idx ON quiz_answer (question_id, question_number);
COMMENT ON TABLE quiz_answer IS 'A question of an attempt, drawn when it started, and what was answered to it.';
COMMENT ON COLUMN quiz_answer.worth IS 'Hundredths of a point.';
COMMENT ON COLUMN quiz_answer.choice_order IS 'The order in which this attempt shows the choices.';
COMMENT ON COLUMN quiz_answer.sequence IS 'Counts the writes of this answer on the device; an older one that arrives later changes nothing.';
COMMENT ON COLUMN quiz_answer.is_flagged IS 'The person wants to come back to it.';
COMMENT ON COLUMN quiz_answer.auto_points IS 'Hundredths; null: nobody has computed them yet, or somebody must grade it.';

CREATE TABLE quiz_answer_file (
    attempt_id uuid     NOT NULL,
    position   smallint NOT NULL,
    file_id    uuid     NOT NULL,
    CONSTRAINT quiz_answer_file_pkey PRIMARY KEY (attempt_id, position, file_id),
    CONSTRAINT quiz_answer_file_answer_fkey FOREIGN KEY (attempt_id, position)
        REFERENCES quiz_answer (attempt_id, position) ON DELETE CASCADE,
    CONSTRAINT quiz_answer_file_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX quiz_answer_file_file_key ON quiz_answer_file (file_id);
COMMENT ON TABLE quiz_answer_file IS 'Files of an answer; given up when the answer no longer names them.';

-- An enrolment that another one of the same person stands for takes its attempts along, numbered after those already there.
CREATE FUNCTION quiz_attempts_follow_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE quiz_attempt a
    SET enrolment_id = NEW.merged_into,
        number = a.number + coalesce((SELECT max(o.number) FROM quiz_attempt o
                                      WHERE o.session_quiz_id = a.session_quiz_id AND o.enrolment_id = NEW.merged_into), 0)
    WHERE a.enrolment_id = NEW.id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION quiz_attempts_follow_enrolment IS 'Sessions merge enrolments and know nothing of quizzes.';
CREATE TRIGGER enrolment_merged_quizzes AFTER UPDATE OF merged_into ON enrolment
    FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL) EXECUTE FUNCTION quiz_attempts_follow_enrolment();
