-- Who employs a participant: certificates name it.

ALTER TABLE enrolment ADD COLUMN employer text
    CONSTRAINT enrolment_employer CHECK (char_length(employer) BETWEEN 1 AND 200 AND employer = btrim(employer));
COMMENT ON COLUMN enrolment.employer IS 'Who employs them, as the organisation wrote it; null for job seekers, and while it is not known.';
