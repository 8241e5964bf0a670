-- Trainings: courses, an organisation's own skills, and trainings with their numbered revisions.

CREATE TABLE course (
    id              uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    title           text        NOT NULL,
    description     text        NOT NULL DEFAULT '',
    minutes         integer     NOT NULL,
    modality        text        NOT NULL,
    is_archived     boolean     NOT NULL DEFAULT false,
    version         integer     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT course_pkey PRIMARY KEY (id),
    CONSTRAINT course_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT course_title_length CHECK (char_length(title) BETWEEN 2 AND 200),
    CONSTRAINT course_minutes CHECK (minutes BETWEEN 0 AND 600000),
    CONSTRAINT course_modality CHECK (modality IN ('in_person', 'remote_live', 'remote_self_paced', 'workplace'))
);
CREATE INDEX course_organisation_idx ON course (organisation_id, lower(title), id);
COMMENT ON TABLE course IS 'A part of trainings (module): written once by an organisation, used by any of its trainings.';
COMMENT ON COLUMN course.version IS 'Raised by every write: two people who edit at the same time notice.';

CREATE TABLE own_skill (
    id              uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    label           text        NOT NULL,
    description     text        NOT NULL DEFAULT '',
    link            text        NOT NULL DEFAULT 'none',
    skill_code      integer,
    version         integer     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT own_skill_pkey PRIMARY KEY (id),
    CONSTRAINT own_skill_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT own_skill_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT own_skill_label_length CHECK (char_length(label) BETWEEN 2 AND 250),
    CONSTRAINT own_skill_link CHECK (link IN ('none', 'linked', 'kept')),
    CONSTRAINT own_skill_linked_to CHECK ((link = 'linked') = (skill_code IS NOT NULL))
);
CREATE UNIQUE INDEX own_skill_label_key ON own_skill (organisation_id, lower(label));
CREATE INDEX own_skill_skill_idx ON own_skill (skill_code);
COMMENT ON TABLE own_skill IS 'A skill in an organisation''s own words, seen by nobody else.';
COMMENT ON COLUMN own_skill.link IS 'linked: it is the skill of the catalogue in skill_code; kept: it stays the organisation''s own, nothing is proposed any more.';

CREATE TABLE own_skill_refusal (
    own_skill_id uuid        NOT NULL,
    skill_code   integer     NOT NULL,
    reason       text        NOT NULL,
    refused_at   timestamptz NOT NULL,
    CONSTRAINT own_skill_refusal_pkey PRIMARY KEY (own_skill_id, skill_code),
    CONSTRAINT own_skill_refusal_own_skill_fkey FOREIGN KEY (own_skill_id) REFERENCES own_skill (id) ON DELETE CASCADE,
    CONSTRAINT own_skill_refusal_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT
);
CREATE INDEX own_skill_refusal_skill_idx ON own_skill_refusal (skill_code);
COMMENT ON TABLE own_skill_refusal IS 'Pairs that were proposed and refused: they are not proposed again.';

CREATE TABLE training (
    id              uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    status          text        NOT NULL DEFAULT 'draft',
    version         integer     NOT NULL,
    revision        integer     NOT NULL DEFAULT 0,
    title           text        NOT NULL,
    search_key      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    updated_by      uuid,
    CONSTRAINT training_pkey PRIMARY KEY (id),
    CONSTRAINT training_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT training_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT training_status CHECK (status IN ('draft', 'published', 'archived')),
    CONSTRAINT training_published CHECK ((status = 'draft') = (revision = 0))
);
CREATE INDEX training_organisation_idx ON training (organisation_id, updated_at DESC, id DESC);
CREATE INDEX training_updated_by_idx ON training (updated_by);
COMMENT ON COLUMN training.version IS 'Raised by every write: two people who edit at the same time notice.';
COMMENT ON COLUMN training.revision IS 'Number of the newest published revision; 0 before the first. Revision + 1 is being written, if it exists.';
COMMENT ON COLUMN training.title IS 'Title of the newest revision, published or not; for lists.';
COMMENT ON COLUMN training.search_key IS 'The words of the title without case and accents; for lists.';

CREATE TABLE training_revision (
    training_id   uuid        NOT NULL,
    number        integer     NOT NULL,
    release       integer     NOT NULL,
    title         text        NOT NULL,
    description   text        NOT NULL,
    objectives    text        NOT NULL,
    audience      text        NOT NULL,
    prerequisites text        NOT NULL,
    access_delay  text        NOT NULL,
    price         text        NOT NULL,
    methods       text        NOT NULL,
    assessment    text        NOT NULL,
    accessibility text        NOT NULL,
    certification text,
    blocks        text[]      NOT NULL,
    formacodes    text[]      NOT NULL,
    specialities  text[]      NOT NULL,
    written_at    timestamptz NOT NULL,
    published_at  timestamptz,
    CONSTRAINT training_revision_pkey PRIMARY KEY (training_id, number),
    CONSTRAINT training_revision_training_fkey FOREIGN KEY (training_id) REFERENCES training (id) ON DELETE CASCADE,
    CONSTRAINT training_revision_number CHECK (number > 0)
);
COMMENT ON TABLE training_revision IS 'What a training says. Published, a revision never changes again; sessions and validations stay on theirs.';
COMMENT ON COLUMN training_revision.release IS 'Release of the catalogue whose labels the lines bear; 0 when there was none.';
COMMENT ON COLUMN training_revision.certification IS 'RNCP or RS number of the certification it prepares.';
COMMENT ON COLUMN training_revision.specialities IS 'NSF codes.';

CREATE TABLE training_job (
    training_id uuid     NOT NULL,
    revision    integer  NOT NULL,
    position    smallint NOT NULL,
    job_code    text     NOT NULL,
    label       text     NOT NULL,
    appellation text,
    CONSTRAINT training_job_pkey PRIMARY KEY (training_id, revision, position),
    CONSTRAINT training_job_once UNIQUE (training_id, revision, job_code),
    CONSTRAINT training_job_revision_fkey FOREIGN KEY (training_id, revision)
        REFERENCES training_revision (training_id, number) ON DELETE CASCADE,
    CONSTRAINT training_job_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT
);
CREATE INDEX training_job_job_idx ON training_job (job_code);
COMMENT ON COLUMN training_job.label IS 'Title of the job when the revision was written: a code can mean another job later.';
COMMENT ON COLUMN training_job.appellation IS 'The name of the job that was chosen, where it is not the title.';

CREATE TABLE training_skill (
    training_id  uuid     NOT NULL,
    revision     integer  NOT NULL,
    position     smallint NOT NULL,
    skill_code   integer,
    own_skill_id uuid,
    label        text     NOT NULL,
    kind         text,
    jobs         text[]   NOT NULL,
    grid_id      uuid,
    grid_version integer,
    target       smallint NOT NULL,
    pass         smallint NOT NULL,
    linked_code  integer,
    CONSTRAINT training_skill_pkey PRIMARY KEY (training_id, revision, position),
    CONSTRAINT training_skill_once UNIQUE (training_id, revision, skill_code),
    CONSTRAINT training_skill_own_once UNIQUE (training_id, revision, own_skill_id),
    CONSTRAINT training_skill_revision_fkey FOREIGN KEY (training_id, revision)
        REFERENCES training_revision (training_id, number) ON DELETE CASCADE,
    CONSTRAINT training_skill_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT training_skill_own_skill_fkey FOREIGN KEY (own_skill_id) REFERENCES own_skill (id) ON DELETE RESTRICT,
    CONSTRAINT training_skill_linked_fkey FOREIGN KEY (linked_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT training_skill_grid_fkey FOREIGN KEY (grid_id, grid_version) REFERENCES grid (id, version) ON DELETE RESTRICT,
    CONSTRAINT training_skill_either CHECK ((skill_code IS NULL) <> (own_skill_id IS NULL)),
    CONSTRAINT training_skill_linked_is_own CHECK (linked_code IS NULL OR own_skill_id IS NOT NULL),
    CONSTRAINT training_skill_grid_whole CHECK ((grid_id IS NULL) = (grid_version IS NULL)),
    CONSTRAINT training_skill_levels CHECK (pass <= target)
);
CREATE INDEX training_skill_skill_idx ON training_skill (skill_code);
CREATE INDEX training_skill_own_skill_idx ON training_skill (own_skill_id);
CREATE INDEX training_skill_linked_idx ON training_skill (linked_code);
CREATE INDEX training_skill_grid_idx ON training_skill (grid_id, grid_version);
COMMENT ON COLUMN training_skill.jobs IS 'Codes of the training''s jobs that brought it; none when it was chosen from the catalogue or is the organisation''s own.';
COMMENT ON COLUMN training_skill.target IS 'Level aimed at: a step of the grid, counted from 0; without a grid, a level 1..4 of the common scale.';
COMMENT ON COLUMN training_skill.pass IS 'Level from which it counts as acquired in this training; counted as target is.';
COMMENT ON COLUMN training_skill.linked_code IS 'Skill of the catalogue an own skill was linked to when the revision was written.';

CREATE TABLE training_course (
    training_id uuid     NOT NULL,
    revision    integer  NOT NULL,
    position    smallint NOT NULL,
    course_id   uuid     NOT NULL,
    title       text     NOT NULL,
    minutes     integer  NOT NULL,
    modality    text     NOT NULL,
    CONSTRAINT training_course_pkey PRIMARY KEY (training_id, revision, position),
    CONSTRAINT training_course_once UNIQUE (training_id, revision, course_id),
    CONSTRAINT training_course_revision_fkey FOREIGN KEY (training_id, revision)
        REFERENCES training_revision (training_id, number) ON DELETE CASCADE,
    CONSTRAINT training_course_course_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT
);
CREATE INDEX training_course_course_idx ON training_course (course_id);
COMMENT ON COLUMN training_course.title IS 'As the course said it when the revision was written; so are its minutes and modality.';

CREATE TABLE training_course_skill (
    training_id     uuid     NOT NULL,
    revision        integer  NOT NULL,
    course_position smallint NOT NULL,
    skill_position  smallint NOT NULL,
    CONSTRAINT training_course_skill_pkey PRIMARY KEY (training_id, revision, course_position, skill_position),
    CONSTRAINT training_course_skill_course_fkey FOREIGN KEY (training_id, revision, course_position)
        REFERENCES training_course (training_id, revision, position) ON DELETE CASCADE,
    CONSTRAINT training_course_skill_skill_fkey FOREIGN KEY (training_id, revision, skill_position)
        REFERENCES training_skill (training_id, revision, position) ON DELETE CASCADE
);
CREATE INDEX training_course_skill_skill_idx ON training_course_skill (training_id, revision, skill_position);
COMMENT ON TABLE training_course_skill IS 'Which course of a training teaches which of its skills.';

-- What is published is read for years: not even a programming error changes it.
CREATE FUNCTION refuse_change_of_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at IS NOT NULL THEN
        RAISE EXCEPTION 'a published revision is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER training_revision_published BEFORE UPDATE OR DELETE ON training_revision
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_revision();

CREATE FUNCTION refuse_change_in_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    training uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.training_id ELSE NEW.training_id END;
    written integer := CASE TG_OP WHEN 'DELETE' THEN OLD.revision ELSE NEW.revision END;
BEGIN
    IF EXISTS (SELECT FROM training_revision r
               WHERE r.training_id = training AND r.number = written AND r.published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a published revision is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER training_job_published BEFORE INSERT OR UPDATE OR DELETE ON training_job
    FOR EACH ROW EXECUTE FUNCTION refuse_change_in_published_revision();
CREATE TRIGGER training_skill_published BEFORE INSERT OR UPDATE OR DELETE ON training_skill
    FOR EACH ROW EXECUTE FUNCTION refuse_change_in_published_revision();
CREATE TRIGGER training_course_published BEFORE INSERT OR UPDATE OR DELETE ON training_course
    FOR EACH ROW EXECUTE FUNCTION refuse_change_in_published_revision();
CREATE TRIGGER training_course_skill_published BEFORE INSERT OR UPDATE OR DELETE ON training_course_skill
    FOR EACH ROW EXECUTE FUNCTION refuse_change_in_published_revision();
