-- Once somebody is erased, what is left of their attempts at quizzes of sessions (points, no answers) goes with what papers needed of them.

CREATE FUNCTION quiz_attempts_go_with_erased_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) ->> 'erased_at' IS NOT NULL THEN
        DELETE FROM quiz_attempt WHERE enrolment_id = OLD.id;
    END IF;
    RETURN OLD;
END $$;
COMMENT ON FUNCTION quiz_attempts_go_with_erased_enrolment IS 'Sessions remove enrolments of erased people and know nothing of quizzes; every other enrolment with attempts stays.';
CREATE TRIGGER enrolment_erased_quizzes BEFORE DELETE ON enrolment
    FOR EACH ROW EXECUTE FUNCTION quiz_attempts_go_with_erased_enrolment();
