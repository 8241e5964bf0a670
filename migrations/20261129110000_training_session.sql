-- Sessions of trainings: one revision of a training, given to a group of people between two dates.

CREATE TABLE training_session (
    id                uuid        NOT NULL,
    organisation_id   uuid        NOT NULL,
    training_id       uuid        NOT NULL,
    revision          integer     NOT NULL,
    status            text        NOT NULL DEFAULT 'draft',
    status_reason     text,
    status_at         timestamptz NOT NULL,
    title             text        NOT NULL,
    search_key        text        NOT NULL,
    starts_on         date        NOT NULL,
    ends_on           date        NOT NULL,
    place             text        NOT NULL DEFAULT '',
    remote_url        text,
    information       text        NOT NULL DEFAULT '',
    seats             integer,
    announced_minutes integer     NOT NULL,
    holidays          text        NOT NULL DEFAULT 'mainland',
    retention         text        NOT NULL DEFAULT 'standard',
    start_override    text,
    start_missed_at   timestamptz,
    copied_from       uuid,
    version           integer     NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    updated_by        uuid,
    CONSTRAINT training_session_pkey PRIMARY KEY (id),
    CONSTRAINT training_session_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT training_session_revision_fkey FOREIGN KEY (training_id, revision)
        REFERENCES training_revision (training_id, number) ON DELETE RESTRICT,
    CONSTRAINT training_session_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES training_session (id) ON DELETE SET NULL,
    CONSTRAINT training_session_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT training_session_status CHECK (status IN ('draft', 'planned', 'running', 'ended', 'closed', 'cancelled')),
    CONSTRAINT training_session_dates CHECK (starts_on <= ends_on),
    CONSTRAINT training_session_seats CHECK (seats BETWEEN 1 AND 500),
    CONSTRAINT training_session_minutes CHECK (announced_minutes BETWEEN 0 AND 600000),
    CONSTRAINT training_session_holidays CHECK (holidays IN ('mainland', 'alsace_moselle')),
    CONSTRAINT training_session_retention CHECK (retention IN ('standard', 'cofunded')),
    CONSTRAINT training_session_title_length CHECK (char_length(title) BETWEEN 2 AND 200)
);
CREATE INDEX training_session_organisation_idx ON training_session (organisation_id, starts_on DESC, id DESC);
CREATE INDEX training_session_revision_idx ON training_session (training_id, revision);
CREATE INDEX training_session_copied_from_idx ON training_session (copied_from);
CREATE INDEX training_session_updated_by_idx ON training_session (updated_by);
CREATE INDEX training_session_open_idx ON training_session (status) WHERE status IN ('planned', 'running');
COMMENT ON TABLE training_session IS 'A session stays on the revision it was opened from, whatever becomes of the training.';
COMMENT ON COLUMN training_session.status_reason IS 'Why it was cancelled, or taken up again after it was closed.';
COMMENT ON COLUMN training_session.search_key IS 'The words of the title without case and accents; for lists.';
COMMENT ON COLUMN training_session.information IS 'What participants read: what to bring, how to come.';
COMMENT ON COLUMN training_session.announced_minutes IS 'How long it lasts by what was announced and signed; compared with what is planned.';
COMMENT ON COLUMN training_session.holidays IS 'Which public holidays hold where it takes place.';
COMMENT ON COLUMN training_session.retention IS 'How long its papers are kept: standard, or the longer time that a co-funded session demands.';
COMMENT ON COLUMN training_session.start_override IS 'Why it was started although something was not ready.';
COMMENT ON COLUMN training_session.start_missed_at IS 'When those who run the organisation were told that it could not start by itself: once.';
COMMENT ON COLUMN training_session.version IS 'Raised by every write of its general part, its courses or its state.';

CREATE TABLE session_course (
    id         uuid     NOT NULL,
    session_id uuid     NOT NULL,
    position   smallint NOT NULL,
    course_id  uuid     NOT NULL,
    title      text     NOT NULL,
    minutes    integer  NOT NULL,
    modality   text     NOT NULL,
    CONSTRAINT session_course_pkey PRIMARY KEY (id),
    CONSTRAINT session_course_position_key UNIQUE (session_id, position) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT session_course_once UNIQUE (session_id, course_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT session_course_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT session_course_course_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT,
    CONSTRAINT session_course_minutes CHECK (minutes BETWEEN 0 AND 600000),
    CONSTRAINT session_course_modality CHECK (modality IN ('in_person', 'remote_live', 'remote_self_paced', 'workplace'))
);
CREATE INDEX session_course_course_idx ON session_course (course_id);
COMMENT ON TABLE session_course IS 'The session''s own ordered list of courses: taken from the revision, then changed for this session only.';

CREATE TABLE session_course_skill (
    session_course_id uuid     NOT NULL,
    training_id       uuid     NOT NULL,
    revision          integer  NOT NULL,
    skill_position    smallint NOT NULL,
    CONSTRAINT session_course_skill_pkey PRIMARY KEY (session_course_id, skill_position),
    CONSTRAINT session_course_skill_course_fkey FOREIGN KEY (session_course_id) REFERENCES session_course (id) ON DELETE CASCADE,
    CONSTRAINT session_course_skill_skill_fkey FOREIGN KEY (training_id, revision, skill_position)
        REFERENCES training_skill (training_id, revision, position) ON DELETE RESTRICT
);
CREATE INDEX session_course_skill_skill_idx ON session_course_skill (training_id, revision, skill_position);
COMMENT ON TABLE session_course_skill IS 'Which skills of the session''s revision a course of the session teaches.';

CREATE TABLE session_trainer (
    id         uuid        NOT NULL,
    session_id uuid        NOT NULL,
    person_id  uuid,
    first_name text        NOT NULL,
    last_name  text        NOT NULL,
    added_at   timestamptz NOT NULL,
    CONSTRAINT session_trainer_pkey PRIMARY KEY (id),
    CONSTRAINT session_trainer_once UNIQUE (session_id, person_id),
    CONSTRAINT session_trainer_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT session_trainer_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX session_trainer_person_idx ON session_trainer (person_id);
COMMENT ON TABLE session_trainer IS 'Who trains throughout the session: the trainers of its slots unless a slot says otherwise.';
COMMENT ON COLUMN session_trainer.first_name IS 'As it was when they were assigned: sheets keep it when the account is gone.';
