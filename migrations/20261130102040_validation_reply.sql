-- The right of reply: what a person says of an entry, read with it, and what the organisation answers.

CREATE TABLE validation_reply (
    id               uuid        NOT NULL,
    validation_id    uuid        NOT NULL,
    organisation_id  uuid        NOT NULL,
    text             text        NOT NULL,
    replied_at       timestamptz NOT NULL,
    due_on           date        NOT NULL,
    reminded_at      timestamptz,
    answer           text,
    answered_by      uuid,
    answered_by_name text,
    answered_at      timestamptz,
    CONSTRAINT validation_reply_pkey PRIMARY KEY (id),
    CONSTRAINT validation_reply_validation_fkey FOREIGN KEY (validation_id) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT validation_reply_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT validation_reply_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT validation_reply_text_length CHECK (char_length(text) BETWEEN 1 AND 2000),
    CONSTRAINT validation_reply_answer_length CHECK (char_length(answer) BETWEEN 1 AND 2000),
    CONSTRAINT validation_reply_answered CHECK ((answer IS NULL) = (answered_at IS NULL)
        AND (answer IS NULL) = (answered_by_name IS NULL))
);
CREATE INDEX validation_reply_validation_idx ON validation_reply (validation_id, replied_at);
CREATE INDEX validation_reply_organisation_idx ON validation_reply (organisation_id, replied_at, id);
CREATE INDEX validation_reply_answered_by_idx ON validation_reply (answered_by);
CREATE INDEX validation_reply_due_idx ON validation_reply (due_on) WHERE answer IS NULL;
CREATE UNIQUE INDEX validation_reply_one_open ON validation_reply (validation_id) WHERE answer IS NULL;
COMMENT ON COLUMN validation_reply.organisation_id IS 'That of the entry.';
COMMENT ON COLUMN validation_reply.due_on IS 'Last day (Europe/Paris) on which the organisation answers in time.';
COMMENT ON COLUMN validation_reply.reminded_at IS 'When the organisation was last reminded that its answer is overdue.';

-- What was said stays; an answer is given once.
CREATE TRIGGER validation_reply_append_only
    BEFORE UPDATE OF id, validation_id, organisation_id, text, replied_at, due_on ON validation_reply
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION validation_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.answer IS NOT NULL AND (NEW.answer, NEW.answered_by_name, NEW.answered_at)
            IS DISTINCT FROM (OLD.answer, OLD.answered_by_name, OLD.answered_at) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER validation_reply_answered_once BEFORE UPDATE ON validation_reply
    FOR EACH ROW EXECUTE FUNCTION validation_answer_stays();
CREATE TRIGGER validation_reply_kept BEFORE DELETE ON validation_reply
    FOR EACH ROW EXECUTE FUNCTION validation_part_refuse_delete();
