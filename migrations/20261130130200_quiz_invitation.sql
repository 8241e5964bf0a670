-- Invitations of people to quizzes of companies. One invitation is one attempt: a second chance is a second invitation, which may
-- be refused like the first.

CREATE TABLE quiz_invitation (
    id             uuid        NOT NULL,
    company_id     uuid        NOT NULL,
    quiz_id        uuid        NOT NULL,
    person_id      uuid,
    purpose        text,
    sent_by        uuid,
    sent_at        timestamptz NOT NULL,
    closes_at      timestamptz NOT NULL,
    extra_time     text        NOT NULL DEFAULT 'none',
    notice_version text,
    notice_sha256  text,
    ended          text,
    ended_at       timestamptz,
    keep_until     timestamptz,
    erased_at      timestamptz,
    erased_state   text,
    CONSTRAINT quiz_invitation_pkey PRIMARY KEY (id),
    CONSTRAINT quiz_invitation_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    CONSTRAINT quiz_invitation_quiz_fkey FOREIGN KEY (quiz_id) REFERENCES quiz (id) ON DELETE RESTRICT,
    CONSTRAINT quiz_invitation_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT quiz_invitation_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES recruiter (id) ON DELETE SET NULL,
    CONSTRAINT quiz_invitation_purpose_length CHECK (char_length(purpose) BETWEEN 1 AND 200),
    CONSTRAINT quiz_invitation_extra_time CHECK (extra_time IN ('none', 'third', 'half', 'unlimited')),
    CONSTRAINT quiz_invitation_notice CHECK ((notice_version IS NULL) = (notice_sha256 IS NULL)),
    CONSTRAINT quiz_invitation_ended CHECK (ended IN ('withdrawn', 'taken_back', 'expired')),
    CONSTRAINT quiz_invitation_ended_whole CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CONSTRAINT quiz_invitation_erased CHECK (erased_at IS NULL OR (person_id IS NULL AND purpose IS NULL)),
    CONSTRAINT quiz_invitation_erased_whole CHECK ((erased_at IS NULL) = (erased_state IS NULL))
);
CREATE INDEX quiz_invitation_company_idx ON quiz_invitation (company_id);
CREATE INDEX quiz_invitation_quiz_idx ON quiz_invitation (quiz_id, sent_at DESC, id DESC);
CREATE INDEX quiz_invitation_person_idx ON quiz_invitation (person_id, sent_at DESC, id DESC);
CREATE INDEX quiz_invitation_sent_by_idx ON quiz_invitation (sent_by, sent_at);
-- What the clock looks at is short: what may still expire, and what is to be erased.
CREATE INDEX quiz_invitation_open_idx ON quiz_invitation (closes_at) WHERE ended IS NULL;
CREATE INDEX quiz_invitation_kept_idx ON quiz_invitation (closes_at) WHERE erased_at IS NULL;
COMMENT ON TABLE quiz_invitation IS 'How far it is is its attempt''s state; without an attempt, what ended it, or else invited.';
COMMENT ON COLUMN quiz_invitation.person_id IS 'Null once what is about them is erased.';
COMMENT ON COLUMN quiz_invitation.purpose IS 'What it is for, as the person reads it, such as the title of an offer.';
COMMENT ON COLUMN quiz_invitation.extra_time IS 'What the person asked for before they began, given without a word. No company ever reads it.';
COMMENT ON COLUMN quiz_invitation.notice_version IS 'Of the text the person accepted to begin.';
COMMENT ON COLUMN quiz_invitation.notice_sha256 IS 'Of everything they were told: the text, with the facts of this invitation.';
COMMENT ON COLUMN quiz_invitation.ended IS 'withdrawn: the person refused or stepped back. taken_back: the company took it back, which reads as withdrawn. expired: nobody began before it closed.';
COMMENT ON COLUMN quiz_invitation.keep_until IS 'Answers stay until then, where the person was hired or said yes to the talent pool; null: the usual three months.';
COMMENT ON COLUMN quiz_invitation.erased_at IS 'Since when nothing is left that leads to a person.';
COMMENT ON COLUMN quiz_invitation.erased_state IS 'How far it was then: its attempt is gone.';

ALTER TABLE quiz_attempt
    ALTER COLUMN session_quiz_id DROP NOT NULL,
    ALTER COLUMN enrolment_id DROP NOT NULL,
    ADD COLUMN invitation_id uuid,
    ADD COLUMN tab_switches integer,
    ADD COLUMN pastes integer,
    ADD COLUMN place_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(session_quiz_id, quiz_id)) STORED,
    ADD COLUMN taker_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(enrolment_id, invitation_id)) STORED,
    ADD CONSTRAINT quiz_attempt_invitation_fkey FOREIGN KEY (invitation_id) REFERENCES quiz_invitation (id) ON DELETE RESTRICT,
    ADD CONSTRAINT quiz_attempt_one_setting CHECK ((session_quiz_id IS NULL) = (enrolment_id IS NULL)
        AND (session_quiz_id IS NULL) <> (invitation_id IS NULL)),
    ADD CONSTRAINT quiz_attempt_signals CHECK ((tab_switches IS NULL) = (pastes IS NULL) AND tab_switches >= 0 AND pastes >= 0);
-- Whatever tabs do at once, an invitation is answered once.
CREATE UNIQUE INDEX quiz_attempt_invitation_key ON quiz_attempt (invitation_id);
CREATE INDEX quiz_attempt_place_idx ON quiz_attempt (place_id, taker_id, number);
COMMENT ON COLUMN quiz_attempt.place_id IS 'Where results belong together: the quiz of a session, or a quiz of a company.';
COMMENT ON COLUMN quiz_attempt.taker_id IS 'Who takes it there: an enrolment, or an invitation.';
COMMENT ON COLUMN quiz_attempt.tab_switches IS 'How often the page lost sight, as the browser counted; null where the quiz counts nothing.';
COMMENT ON COLUMN quiz_attempt.pastes IS 'How often something was pasted into an answer.';

ALTER TABLE quiz_correction
    ALTER COLUMN session_quiz_id DROP NOT NULL,
    ADD COLUMN quiz_id uuid,
    ADD COLUMN place_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(session_quiz_id, quiz_id)) STORED,
    ADD CONSTRAINT quiz_correction_quiz_fkey FOREIGN KEY (quiz_id) REFERENCES quiz (id) ON DELETE RESTRICT,
    ADD CONSTRAINT quiz_correction_one_place CHECK ((session_quiz_id IS NULL) <> (quiz_id IS NULL));
CREATE INDEX quiz_correction_quiz_idx ON quiz_correction (quiz_id);
CREATE INDEX quiz_correction_place_idx ON quiz_correction (place_id, question_id, from_number, id);
COMMENT ON COLUMN quiz_correction.quiz_id IS 'A quiz of a company; of a session, session_quiz_id says which.';

-- An attempt with where it is taken, whoever asks and whoever answers, and when it ends.
CREATE VIEW quiz_attempt_whole AS
SELECT t.id, t.copy_id, t.place_id, t.taker_id, t.session_quiz_id, s.id AS session_id, s.organisation_id, t.enrolment_id,
       t.invitation_id, i.company_id, coalesce(e.person_id, i.person_id) AS person_id, t.number, t.quiz_id, t.quiz_revision,
       t.state, t.started_at, due.closing, quiz_deadline(t.limit_at, due.closing, t.extra_seconds) AS deadline, t.submitted_at,
       t.by_clock, t.points, t.worth, t.percent, t.published_at
FROM quiz_attempt t
LEFT JOIN session_quiz q ON q.id = t.session_quiz_id
LEFT JOIN training_session s ON s.id = q.session_id
LEFT JOIN enrolment e ON e.id = t.enrolment_id
LEFT JOIN quiz_invitation i ON i.id = t.invitation_id
CROSS JOIN LATERAL (SELECT coalesce(i.closes_at, quiz_closing(q.closes_at, s.ends_on)) AS closing) due;
COMMENT ON VIEW quiz_attempt_whole IS 'The one reading of attempts: of quizzes of sessions and of companies alike.';

-- An invitation with how far it is.
CREATE VIEW quiz_invitation_whole AS
SELECT i.id, i.company_id, i.quiz_id, i.person_id, i.purpose, i.sent_by, i.sent_at, i.closes_at, i.extra_time, i.ended_at,
       i.ended, i.keep_until, i.erased_at, t.id AS attempt_id,
       coalesce(t.state, i.erased_state, CASE i.ended WHEN 'taken_back' THEN 'withdrawn' ELSE i.ended END, 'invited') AS state
FROM quiz_invitation i
LEFT JOIN quiz_attempt t ON t.invitation_id = i.id;
COMMENT ON VIEW quiz_invitation_whole IS 'The one reading of the state of an invitation.';
