-- Quizzes and assignments: numbered revisions, each frozen when it is published, with the versions of the questions it asks.

CREATE TABLE quiz (
    id              uuid        NOT NULL,
    organisation_id uuid,
    company_id      uuid,
    kind            text        NOT NULL,
    status          text        NOT NULL DEFAULT 'draft',
    version         integer     NOT NULL,
    revision        integer     NOT NULL DEFAULT 0,
    title           text        NOT NULL,
    search_key      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    updated_by      uuid,
    CONSTRAINT quiz_pkey PRIMARY KEY (id),
    CONSTRAINT quiz_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT quiz_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    CONSTRAINT quiz_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT quiz_one_owner CHECK ((organisation_id IS NULL) <> (company_id IS NULL)),
    CONSTRAINT quiz_kind CHECK (kind IN ('quiz', 'assignment')),
    CONSTRAINT quiz_status CHECK (status IN ('draft', 'published', 'archived')),
    CONSTRAINT quiz_published CHECK ((status = 'draft') = (revision = 0))
);
CREATE INDEX quiz_organisation_idx ON quiz (organisation_id, updated_at DESC, id DESC);
CREATE INDEX quiz_company_idx ON quiz (company_id, updated_at DESC, id DESC);
CREATE INDEX quiz_updated_by_idx ON quiz (updated_by);
COMMENT ON TABLE quiz IS 'Who owns it is one column of a pair: an organisation or a company.';
COMMENT ON COLUMN quiz.version IS 'Raised by every write: two people who edit at the same time notice.';
COMMENT ON COLUMN quiz.revision IS 'Number of the newest published revision; 0 before the first. Revision + 1 is being written, if it exists.';
COMMENT ON COLUMN quiz.title IS 'Title of the newest revision, published or not; for lists.';
COMMENT ON COLUMN quiz.search_key IS 'The words of the title without case and accents; for lists.';

CREATE TABLE quiz_revision (
    quiz_id              uuid        NOT NULL,
    number               integer     NOT NULL,
    title                text        NOT NULL,
    description          text        NOT NULL,
    instructions         text        NOT NULL,
    shuffles_questions   boolean     NOT NULL,
    shuffles_choices     boolean     NOT NULL,
    minutes              smallint,
    attempts             smallint    NOT NULL,
    grading              text        NOT NULL,
    pass_percent         smallint,
    negative_percent     smallint    NOT NULL,
    feedback             text        NOT NULL,
    hides_names          boolean     NOT NULL,
    written_at           timestamptz NOT NULL,
    published_at         timestamptz,
    published_by         uuid,
    CONSTRAINT quiz_revision_pkey PRIMARY KEY (quiz_id, number),
    CONSTRAINT quiz_revision_quiz_fkey FOREIGN KEY (quiz_id) REFERENCES quiz (id) ON DELETE CASCADE,
    CONSTRAINT quiz_revision_published_by_fkey FOREIGN KEY (published_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT quiz_revision_number CHECK (number > 0),
    CONSTRAINT quiz_revision_minutes CHECK (minutes BETWEEN 1 AND 1440),
    CONSTRAINT quiz_revision_attempts CHECK (attempts BETWEEN 1 AND 100),
    CONSTRAINT quiz_revision_grading CHECK (grading IN ('highest', 'last', 'first', 'average')),
    CONSTRAINT quiz_revision_pass_percent CHECK (pass_percent BETWEEN 1 AND 100),
    CONSTRAINT quiz_revision_negative_percent CHECK (negative_percent BETWEEN 0 AND 100),
    CONSTRAINT quiz_revision_feedback CHECK (feedback IN ('after_attempt', 'after_close', 'after_publication', 'never'))
);
CREATE INDEX quiz_revision_published_by_idx ON quiz_revision (published_by);
COMMENT ON TABLE quiz_revision IS 'What a quiz says. Published, a revision never changes again; attempts stay on theirs.';
COMMENT ON COLUMN quiz_revision.minutes IS 'How long an attempt may last; null: until the quiz closes.';
COMMENT ON COLUMN quiz_revision.grading IS 'Which of several attempts counts.';
COMMENT ON COLUMN quiz_revision.pass_percent IS 'From which share of the points it is passed; null: nothing is passed or failed.';
COMMENT ON COLUMN quiz_revision.negative_percent IS 'Share of its points that a wrong answer to a choice, true or false costs; 0: none.';
COMMENT ON COLUMN quiz_revision.feedback IS 'When people see what was right, and why.';
COMMENT ON COLUMN quiz_revision.hides_names IS 'Whether whoever grades sees who wrote only once everything of the attempt is graded.';

CREATE TABLE quiz_revision_section (
    quiz_id      uuid     NOT NULL,
    revision     integer  NOT NULL,
    position     smallint NOT NULL,
    title        text     NOT NULL,
    instructions text     NOT NULL,
    CONSTRAINT quiz_revision_section_pkey PRIMARY KEY (quiz_id, revision, position),
    CONSTRAINT quiz_revision_section_revision_fkey FOREIGN KEY (quiz_id, revision)
        REFERENCES quiz_revision (quiz_id, number) ON DELETE CASCADE
);
COMMENT ON TABLE quiz_revision_section IS 'Parts of a quiz, in order.';

CREATE TABLE quiz_revision_item (
    quiz_id         uuid     NOT NULL,
    revision        integer  NOT NULL,
    position        smallint NOT NULL,
    section         smallint NOT NULL,
    question_id     uuid,
    question_number integer,
    points          integer,
    draw_count      smallint,
    draw_tags       text[],
    CONSTRAINT quiz_revision_item_pkey PRIMARY KEY (quiz_id, revision, position),
    CONSTRAINT quiz_revision_item_once UNIQUE (quiz_id, revision, question_id),
    CONSTRAINT quiz_revision_item_section_fkey FOREIGN KEY (quiz_id, revision, section)
        REFERENCES quiz_revision_section (quiz_id, revision, position) ON DELETE CASCADE,
    CONSTRAINT quiz_revision_item_question_fkey FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE RESTRICT,
    CONSTRAINT quiz_revision_item_version_fkey FOREIGN KEY (question_id, question_number)
        REFERENCES question_version (question_id, number) ON DELETE RESTRICT,
    CONSTRAINT quiz_revision_item_either CHECK ((question_id IS NULL) = (draw_count IS NOT NULL)),
    CONSTRAINT quiz_revision_item_draw_whole CHECK ((draw_count IS NULL) = (draw_tags IS NULL)),
    CONSTRAINT quiz_revision_item_draw_points CHECK (draw_count IS NULL OR points IS NOT NULL),
    CONSTRAINT quiz_revision_item_points CHECK (points BETWEEN 0 AND 100000),
    CONSTRAINT quiz_revision_item_draw_count CHECK (draw_count BETWEEN 1 AND 100)
);
CREATE INDEX quiz_revision_item_section_idx ON quiz_revision_item (quiz_id, revision, section);
CREATE INDEX quiz_revision_item_question_idx ON quiz_revision_item (question_id, question_number);
COMMENT ON TABLE quiz_revision_item IS 'What a quiz asks, in order: a question, or some drawn among those with certain tags.';
COMMENT ON COLUMN quiz_revision_item.question_number IS 'The version that is asked; null in a draft: the newest, which publication pins.';
COMMENT ON COLUMN quiz_revision_item.points IS 'Hundredths of a point of the question, or of each one drawn; null: those of the question itself.';
COMMENT ON COLUMN quiz_revision_item.draw_tags IS 'Tags that all of the drawn questions bear.';

CREATE TABLE quiz_revision_pool (
    quiz_id         uuid     NOT NULL,
    revision        integer  NOT NULL,
    item            smallint NOT NULL,
    question_id     uuid     NOT NULL,
    question_number integer  NOT NULL,
    CONSTRAINT quiz_revision_pool_pkey PRIMARY KEY (quiz_id, revision, item, question_id),
    CONSTRAINT quiz_revision_pool_item_fkey FOREIGN KEY (quiz_id, revision, item)
        REFERENCES quiz_revision_item (quiz_id, revision, position) ON DELETE CASCADE,
    CONSTRAINT quiz_revision_pool_version_fkey FOREIGN KEY (question_id, question_number)
        REFERENCES question_version (question_id, number) ON DELETE RESTRICT
);
CREATE INDEX quiz_revision_pool_version_idx ON quiz_revision_pool (question_id, question_number);
COMMENT ON TABLE quiz_revision_pool IS 'The versions a drawing item draws among, pinned by publication.';

-- What is published is asked for months: not even a programming error changes it; only who published it may be forgotten.
CREATE FUNCTION refuse_change_of_published_quiz() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at IS NULL THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.published_by IS NULL AND to_jsonb(OLD) - 'published_by' = to_jsonb(NEW) - 'published_by' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a published revision is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER quiz_revision_published BEFORE UPDATE OR DELETE ON quiz_revision
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_quiz();

CREATE FUNCTION refuse_change_in_published_quiz() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    quiz uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.quiz_id ELSE NEW.quiz_id END;
    written integer := CASE TG_OP WHEN 'DELETE' THEN OLD.revision ELSE NEW.revision END;
BEGIN
    IF EXISTS (SELECT FROM quiz_revision r
               WHERE r.quiz_id = quiz AND r.number = written AND r.published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a published revision is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER quiz_revision_section_published BEFORE INSERT OR UPDATE OR DELETE ON quiz_revision_section
    FOR EACH ROW EXECUTE FUNCTION refuse_change_in_published_quiz();
CREATE TRIGGER quiz_revision_item_published BEFORE INSERT OR UPDATE OR DELETE ON quiz_revision_item
    FOR EACH ROW EXECUTE FUNCTION refuse_change_in_published_quiz();
CREATE TRIGGER quiz_revision_pool_published BEFORE INSERT OR UPDATE OR DELETE ON quiz_revision_pool
    FOR EACH ROW EXECUTE FUNCTION refuse_change_in_published_quiz();
