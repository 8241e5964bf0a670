-- What somebody has beyond the others at a quiz of a session. Why is never asked, and there is no place to write it.

CREATE TABLE quiz_adjustment (
    session_quiz_id uuid        NOT NULL,
    enrolment_id    uuid        NOT NULL,
    extra_time      text        NOT NULL DEFAULT 'none',
    extra_attempts  smallint    NOT NULL DEFAULT 0,
    asked_time      text,
    asked_at        timestamptz,
    version         integer     NOT NULL,
    updated_at      timestamptz NOT NULL,
    updated_by      uuid,
    CONSTRAINT quiz_adjustment_pkey PRIMARY KEY (session_quiz_id, enrolment_id),
    CONSTRAINT quiz_adjustment_session_quiz_fkey FOREIGN KEY (session_quiz_id) REFERENCES session_quiz (id) ON DELETE CASCADE,
    CONSTRAINT quiz_adjustment_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE,
    CONSTRAINT quiz_adjustment_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT quiz_adjustment_extra_time CHECK (extra_time IN ('none', 'third', 'half', 'unlimited')),
    CONSTRAINT quiz_adjustment_asked_time CHECK (asked_time IN ('third', 'half', 'unlimited')),
    CONSTRAINT quiz_adjustment_asked CHECK ((asked_time IS NULL) = (asked_at IS NULL)),
    CONSTRAINT quiz_adjustment_extra_attempts CHECK (extra_attempts BETWEEN 0 AND 100)
);
CREATE INDEX quiz_adjustment_enrolment_idx ON quiz_adjustment (enrolment_id);
CREATE INDEX quiz_adjustment_updated_by_idx ON quiz_adjustment (updated_by);
COMMENT ON TABLE quiz_adjustment IS 'Applied without a word: nobody but those who train and run the session sees it.';
COMMENT ON COLUMN quiz_adjustment.asked_time IS 'What the person asks for; null: nothing, or it was decided.';

-- An enrolment that another one stands for takes them along, unless that one has its own.
CREATE FUNCTION quiz_adjustments_follow_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE quiz_adjustment a SET enrolment_id = NEW.merged_into
    WHERE a.enrolment_id = NEW.id
      AND NOT EXISTS (SELECT FROM quiz_adjustment o
                      WHERE o.session_quiz_id = a.session_quiz_id AND o.enrolment_id = NEW.merged_into);
    RETURN NULL;
END $$;
CREATE TRIGGER enrolment_merged_quiz_adjustments AFTER UPDATE OF merged_into ON enrolment
    FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL) EXECUTE FUNCTION quiz_adjustments_follow_enrolment();

-- What was written to people at a time of day, so that it is written once.
CREATE TABLE quiz_reminder (
    session_quiz_id uuid        NOT NULL,
    kind            text        NOT NULL,
    on_date         date        NOT NULL,
    sent_at         timestamptz NOT NULL,
    CONSTRAINT quiz_reminder_pkey PRIMARY KEY (session_quiz_id, kind, on_date),
    CONSTRAINT quiz_reminder_session_quiz_fkey FOREIGN KEY (session_quiz_id) REFERENCES session_quiz (id) ON DELETE CASCADE,
    CONSTRAINT quiz_reminder_kind CHECK (kind IN ('closing', 'grading'))
);
COMMENT ON TABLE quiz_reminder IS 'closing: the quiz closes on that day, written the day before; grading: answers wait to be corrected, written on that day.';
