-- Questions: a bank per owner, each question in versions that never change once written.

CREATE TABLE question (
    id              uuid        NOT NULL,
    organisation_id uuid,
    company_id      uuid,
    number          integer     NOT NULL,
    kind            text        NOT NULL,
    title           text        NOT NULL,
    search_key      text        NOT NULL,
    tags            text[]      NOT NULL DEFAULT '{}',
    is_archived     boolean     NOT NULL DEFAULT false,
    version         integer     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    updated_by      uuid,
    CONSTRAINT question_pkey PRIMARY KEY (id),
    CONSTRAINT question_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT question_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    CONSTRAINT question_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT question_one_owner CHECK ((organisation_id IS NULL) <> (company_id IS NULL)),
    CONSTRAINT question_number CHECK (number > 0),
    CONSTRAINT question_kind CHECK (kind IN ('single', 'multiple', 'true_false', 'short_text', 'number', 'long_text', 'file'))
);
CREATE INDEX question_organisation_idx ON question (organisation_id, updated_at DESC, id DESC);
CREATE INDEX question_company_idx ON question (company_id, updated_at DESC, id DESC);
CREATE INDEX question_updated_by_idx ON question (updated_by);
COMMENT ON TABLE question IS 'A question of a bank. Who owns it is one column of a pair: an organisation or a company.';
COMMENT ON COLUMN question.number IS 'Number of its newest version.';
COMMENT ON COLUMN question.title IS 'The beginning of what the newest version asks; for lists. Its kind and tags are those of the newest version too.';
COMMENT ON COLUMN question.search_key IS 'The words of the newest version and its tags, without case and accents; for lists.';
COMMENT ON COLUMN question.is_archived IS 'Kept where it is used, and offered nowhere.';
COMMENT ON COLUMN question.version IS 'Raised by every write, archiving included: two people who edit at the same time notice.';

CREATE TABLE question_version (
    question_id uuid        NOT NULL,
    number      integer     NOT NULL,
    kind        text        NOT NULL,
    content     jsonb       NOT NULL,
    tags        text[]      NOT NULL,
    release     integer     NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    CONSTRAINT question_version_pkey PRIMARY KEY (question_id, number),
    CONSTRAINT question_version_question_fkey FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
    CONSTRAINT question_version_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT question_version_number CHECK (number > 0)
);
CREATE INDEX question_version_created_by_idx ON question_version (created_by);
COMMENT ON TABLE question_version IS 'What a question asked and how it was scored: what was answered stays read as it was asked.';
COMMENT ON COLUMN question_version.content IS 'Statement, expected answer, points and feedback.';
COMMENT ON COLUMN question_version.release IS 'Release of the catalogue whose labels its skills bear; 0 when there was none.';

CREATE TABLE question_version_skill (
    question_id uuid     NOT NULL,
    number      integer  NOT NULL,
    position    smallint NOT NULL,
    skill_code  integer  NOT NULL,
    label       text     NOT NULL,
    CONSTRAINT question_version_skill_pkey PRIMARY KEY (question_id, number, position),
    CONSTRAINT question_version_skill_once UNIQUE (question_id, number, skill_code),
    CONSTRAINT question_version_skill_version_fkey FOREIGN KEY (question_id, number)
        REFERENCES question_version (question_id, number) ON DELETE CASCADE,
    CONSTRAINT question_version_skill_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT
);
CREATE INDEX question_version_skill_skill_idx ON question_version_skill (skill_code);
COMMENT ON TABLE question_version_skill IS 'Skills of the catalogue a version of a question is about, with their names then.';

CREATE TABLE question_version_file (
    question_id uuid    NOT NULL,
    number      integer NOT NULL,
    file_id     uuid    NOT NULL,
    CONSTRAINT question_version_file_pkey PRIMARY KEY (question_id, number, file_id),
    CONSTRAINT question_version_file_version_fkey FOREIGN KEY (question_id, number)
        REFERENCES question_version (question_id, number) ON DELETE CASCADE,
    CONSTRAINT question_version_file_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT
);
CREATE INDEX question_version_file_file_idx ON question_version_file (file_id);
COMMENT ON TABLE question_version_file IS 'Images a version of a question shows. Versions stay, and so do their images.';

-- What was asked is never rewritten, not even by a programming error; only who wrote it may be forgotten.
CREATE FUNCTION refuse_change_of_question_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.question_id, OLD.number, OLD.kind, OLD.content, OLD.tags, OLD.release, OLD.created_at)
        IS DISTINCT FROM (NEW.question_id, NEW.number, NEW.kind, NEW.content, NEW.tags, NEW.release, NEW.created_at) THEN
        RAISE EXCEPTION 'a version of a question is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER question_version_written BEFORE UPDATE ON question_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_question_version();
CREATE TRIGGER question_version_skill_written BEFORE UPDATE ON question_version_skill
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER question_version_file_written BEFORE UPDATE ON question_version_file
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
