-- Results of quizzes of companies that people put into their passport themselves: evidence for what they declare, never a validation.

CREATE TABLE quiz_evidence (
    id            uuid        NOT NULL,
    person_id     uuid        NOT NULL,
    invitation_id uuid        NOT NULL,
    skill_code    integer     NOT NULL,
    skill_label   text        NOT NULL,
    rome_release  integer     NOT NULL,
    quiz_title    text        NOT NULL,
    company_name  text        NOT NULL,
    percent       smallint    NOT NULL,
    questions     smallint    NOT NULL,
    taken_at      timestamptz NOT NULL,
    proposed_at   timestamptz NOT NULL,
    CONSTRAINT quiz_evidence_pkey PRIMARY KEY (id),
    CONSTRAINT quiz_evidence_once UNIQUE (person_id, invitation_id, skill_code),
    CONSTRAINT quiz_evidence_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT quiz_evidence_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT quiz_evidence_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT quiz_evidence_questions CHECK (questions > 0)
);
CREATE INDEX quiz_evidence_person_idx ON quiz_evidence (person_id, proposed_at DESC, id DESC);
CREATE INDEX quiz_evidence_skill_idx ON quiz_evidence (skill_code);
CREATE TRIGGER quiz_evidence_append_only BEFORE UPDATE ON quiz_evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE quiz_evidence IS 'Written by the person alone, and taken out by them alone. Names and figures are those of the day it was put in.';
COMMENT ON COLUMN quiz_evidence.invitation_id IS 'Without a foreign key: answers go after three months, what the person put into their passport stays.';
COMMENT ON COLUMN quiz_evidence.percent IS 'Share of the points of the questions about this skill, rounded down.';
COMMENT ON COLUMN quiz_evidence.questions IS 'How many questions of the quiz were about it.';
