-- What goes with a session: resources, rooms, quizzes. The contents of rooms and quizzes come with the chat and the quizzes.

CREATE TABLE session_resource (
    id                uuid        NOT NULL,
    session_id        uuid        NOT NULL,
    session_course_id uuid,
    position          smallint    NOT NULL,
    kind              text        NOT NULL,
    title             text        NOT NULL,
    visible_from      timestamptz,
    number            integer     NOT NULL,
    version           integer     NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    updated_by        uuid,
    CONSTRAINT session_resource_pkey PRIMARY KEY (id),
    CONSTRAINT session_resource_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT session_resource_course_fkey FOREIGN KEY (session_course_id) REFERENCES session_course (id) ON DELETE SET NULL,
    CONSTRAINT session_resource_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT session_resource_kind CHECK (kind IN ('file', 'link', 'video'))
);
CREATE INDEX session_resource_session_idx ON session_resource (session_id, position, id);
CREATE INDEX session_resource_course_idx ON session_resource (session_course_id);
CREATE INDEX session_resource_updated_by_idx ON session_resource (updated_by);
COMMENT ON COLUMN session_resource.session_course_id IS 'The course it belongs to; null: the session as a whole.';
COMMENT ON COLUMN session_resource.visible_from IS 'When trainees see it; null: at once.';
COMMENT ON COLUMN session_resource.number IS 'Number of its newest version, the one that is shown.';

CREATE TABLE session_resource_version (
    resource_id uuid        NOT NULL,
    number      integer     NOT NULL,
    url         text,
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    CONSTRAINT session_resource_version_pkey PRIMARY KEY (resource_id, number),
    CONSTRAINT session_resource_version_resource_fkey FOREIGN KEY (resource_id) REFERENCES session_resource (id) ON DELETE CASCADE,
    CONSTRAINT session_resource_version_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT session_resource_version_number CHECK (number > 0)
);
CREATE INDEX session_resource_version_created_by_idx ON session_resource_version (created_by);
COMMENT ON TABLE session_resource_version IS 'What a resource was and is: each version stays readable by those who run the session.';

CREATE TABLE session_room (
    id         uuid        NOT NULL,
    session_id uuid        NOT NULL,
    kind       text        NOT NULL,
    name       text        NOT NULL,
    version    integer     NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT session_room_pkey PRIMARY KEY (id),
    CONSTRAINT session_room_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT session_room_kind CHECK (kind IN ('general', 'staff', 'group')),
    CONSTRAINT session_room_name_length CHECK (char_length(name) BETWEEN 1 AND 100)
);
CREATE UNIQUE INDEX session_room_name_key ON session_room (session_id, lower(name));
CREATE UNIQUE INDEX session_room_one_general_key ON session_room (session_id, kind) WHERE kind <> 'group';
COMMENT ON TABLE session_room IS 'Where a session talks: everybody, those who train and run it, or a group of trainees with them.';

CREATE TABLE session_room_member (
    room_id      uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    CONSTRAINT session_room_member_pkey PRIMARY KEY (room_id, enrolment_id),
    CONSTRAINT session_room_member_room_fkey FOREIGN KEY (room_id) REFERENCES session_room (id) ON DELETE CASCADE,
    CONSTRAINT session_room_member_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE
);
CREATE INDEX session_room_member_enrolment_idx ON session_room_member (enrolment_id);
COMMENT ON TABLE session_room_member IS 'Trainees of a group room; trainers and those who run the session belong to every room.';

CREATE TABLE session_quiz (
    id         uuid        NOT NULL,
    session_id uuid        NOT NULL,
    position   smallint    NOT NULL,
    title      text        NOT NULL,
    purpose    text        NOT NULL,
    opens_at   timestamptz,
    closes_at  timestamptz,
    version    integer     NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    CONSTRAINT session_quiz_pkey PRIMARY KEY (id),
    CONSTRAINT session_quiz_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT session_quiz_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT session_quiz_purpose CHECK (purpose IN ('positioning', 'assessment')),
    CONSTRAINT session_quiz_times CHECK (opens_at < closes_at)
);
CREATE INDEX session_quiz_session_idx ON session_quiz (session_id, position, id);
CREATE INDEX session_quiz_updated_by_idx ON session_quiz (updated_by);
COMMENT ON COLUMN session_quiz.purpose IS 'positioning: where people stand before the session; assessment: what they acquired.';

CREATE TABLE session_quiz_skill (
    quiz_id        uuid     NOT NULL,
    training_id    uuid     NOT NULL,
    revision       integer  NOT NULL,
    skill_position smallint NOT NULL,
    CONSTRAINT session_quiz_skill_pkey PRIMARY KEY (quiz_id, skill_position),
    CONSTRAINT session_quiz_skill_quiz_fkey FOREIGN KEY (quiz_id) REFERENCES session_quiz (id) ON DELETE CASCADE,
    CONSTRAINT session_quiz_skill_skill_fkey FOREIGN KEY (training_id, revision, skill_position)
        REFERENCES training_skill (training_id, revision, position) ON DELETE RESTRICT
);
CREATE INDEX session_quiz_skill_skill_idx ON session_quiz_skill (training_id, revision, skill_position);
COMMENT ON TABLE session_quiz_skill IS 'Which skills of the session''s revision a quiz is about.';
