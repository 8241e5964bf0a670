-- One bank per owner, whichever it is: what owns a question, a quiz or a file of questions is asked for as one id.

ALTER TABLE question
    ADD COLUMN owner_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(organisation_id, company_id)) STORED;
CREATE INDEX question_owner_idx ON question (owner_id, updated_at DESC, id DESC);
COMMENT ON COLUMN question.owner_id IS 'The organisation or the company: ids of both are drawn from the same space, and none is the other''s.';

ALTER TABLE quiz
    ADD COLUMN owner_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(organisation_id, company_id)) STORED;
CREATE INDEX quiz_owner_idx ON quiz (owner_id, updated_at DESC, id DESC);
COMMENT ON COLUMN quiz.owner_id IS 'The organisation or the company.';

ALTER TABLE question_import
    ADD COLUMN owner_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(organisation_id, company_id)) STORED;
COMMENT ON COLUMN question_import.owner_id IS 'The organisation or the company.';
