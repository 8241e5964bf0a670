-- What a person learnt elsewhere, in their own words, with the skills they say they took from it.

CREATE TABLE experience (
    id                uuid        NOT NULL,
    person_id         uuid        NOT NULL,
    status            text        NOT NULL DEFAULT 'draft',
    version           integer     NOT NULL DEFAULT 1,
    title             text        NOT NULL,
    organisation_name text        NOT NULL DEFAULT '',
    place             text        NOT NULL DEFAULT '',
    started_on        date,
    ended_on          date,
    description       text        NOT NULL DEFAULT '',
    expires_on        date,
    is_hidden         boolean     NOT NULL DEFAULT false,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    declared_at       timestamptz,
    withdrawn_at      timestamptz,
    proposed_by       uuid,
    proposed_by_name  text,
    CONSTRAINT experience_pkey PRIMARY KEY (id),
    CONSTRAINT experience_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT experience_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT experience_proposed CHECK ((proposed_by IS NULL) = (proposed_by_name IS NULL)
        AND (status <> 'proposed' OR proposed_by IS NOT NULL)),
    CONSTRAINT experience_status CHECK (status IN ('draft', 'proposed', 'declared', 'withdrawn')),
    CONSTRAINT experience_title_length CHECK (char_length(title) BETWEEN 1 AND 200),
    CONSTRAINT experience_organisation_length CHECK (char_length(organisation_name) <= 200),
    CONSTRAINT experience_place_length CHECK (char_length(place) <= 200),
    CONSTRAINT experience_description_length CHECK (char_length(description) <= 5000),
    CONSTRAINT experience_dates CHECK (ended_on >= started_on AND expires_on >= started_on),
    CONSTRAINT experience_dated CHECK (status = 'draft' OR started_on IS NOT NULL),
    CONSTRAINT experience_declared CHECK ((status IN ('draft', 'proposed')) = (declared_at IS NULL)),
    CONSTRAINT experience_withdrawn CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
);
CREATE INDEX experience_person_idx ON experience (person_id, created_at, id);
CREATE INDEX experience_proposed_by_idx ON experience (proposed_by);
CREATE INDEX experience_expires_idx ON experience (expires_on) WHERE expires_on IS NOT NULL;
COMMENT ON TABLE experience IS 'Written by its person alone: who judges it never edits a word.';
COMMENT ON COLUMN experience.status IS 'What the person did with it. How far organisations are is in experience_submission; what is shown follows from both.';
COMMENT ON COLUMN experience.proposed_by IS 'The organisation that wrote it down for one of its trainees: seen by them alone until they declare it, and theirs from then on.';
COMMENT ON COLUMN experience.ended_on IS 'Null while it goes on.';
COMMENT ON COLUMN experience.expires_on IS 'Last day (Europe/Paris) on which what it claims counts; null = for ever.';
COMMENT ON COLUMN experience.is_hidden IS 'The person keeps it out of the search: neither its skills nor its jobs count there.';

CREATE TABLE experience_skill (
    experience_id uuid     NOT NULL,
    skill_code    integer  NOT NULL,
    level         smallint NOT NULL,
    skill_label   text     NOT NULL,
    rome_release  integer  NOT NULL,
    CONSTRAINT experience_skill_pkey PRIMARY KEY (experience_id, skill_code),
    CONSTRAINT experience_skill_experience_fkey FOREIGN KEY (experience_id) REFERENCES experience (id) ON DELETE CASCADE,
    CONSTRAINT experience_skill_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT experience_skill_level CHECK (level BETWEEN 1 AND 4)
);
CREATE INDEX experience_skill_skill_idx ON experience_skill (skill_code);
COMMENT ON TABLE experience_skill IS 'Once the experience is declared, these count as declared by the person: nothing is copied, so nothing stays behind.';

CREATE TABLE experience_job (
    experience_id uuid    NOT NULL,
    job_code      text    NOT NULL,
    job_label     text    NOT NULL,
    rome_release  integer NOT NULL,
    CONSTRAINT experience_job_pkey PRIMARY KEY (experience_id, job_code),
    CONSTRAINT experience_job_experience_fkey FOREIGN KEY (experience_id) REFERENCES experience (id) ON DELETE CASCADE,
    CONSTRAINT experience_job_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT
);
CREATE INDEX experience_job_job_idx ON experience_job (job_code);
COMMENT ON TABLE experience_job IS 'The jobs the person names for it: they give the profile its ROME codes.';

CREATE TABLE experience_expiry (
    singleton      boolean NOT NULL DEFAULT true,
    marked_through date    NOT NULL,
    CONSTRAINT experience_expiry_pkey PRIMARY KEY (singleton),
    CONSTRAINT experience_expiry_singleton CHECK (singleton)
);
INSERT INTO experience_expiry (marked_through) VALUES ('2000-01-01');
COMMENT ON TABLE experience_expiry IS 'Experiences whose last day is up to this one have had their profiles marked for the index.';
