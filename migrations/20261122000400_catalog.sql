-- The national catalogue (ROME), release by release. Nothing here is ever deleted.

CREATE TABLE rome_release (
    version      integer     NOT NULL,
    label        text        NOT NULL,
    published_on date,
    source       text        NOT NULL,
    imported_at  timestamptz NOT NULL,
    CONSTRAINT rome_release_pkey PRIMARY KEY (version),
    CONSTRAINT rome_release_source CHECK (source IN ('archive', 'starter'))
);

CREATE TABLE rome_import (
    id          uuid        NOT NULL,
    release     integer,
    source      text        NOT NULL,
    archive_sha256 text,
    outcome     text        NOT NULL,
    error       text,
    counts      jsonb,
    added       integer     NOT NULL DEFAULT 0,
    changed     integer     NOT NULL DEFAULT 0,
    retired     integer     NOT NULL DEFAULT 0,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    CONSTRAINT rome_import_pkey PRIMARY KEY (id),
    CONSTRAINT rome_import_outcome CHECK (outcome IN ('applied', 'unchanged', 'refused', 'failed'))
);
CREATE INDEX rome_import_started_idx ON rome_import (started_at);

CREATE TABLE rome_grand_domain (
    code  text NOT NULL,
    label text NOT NULL,
    CONSTRAINT rome_grand_domain_pkey PRIMARY KEY (code),
    CONSTRAINT rome_grand_domain_code CHECK (code ~ '^[A-Z]$')
);

CREATE TABLE rome_domain (
    code  text NOT NULL,
    label text NOT NULL,
    CONSTRAINT rome_domain_pkey PRIMARY KEY (code),
    CONSTRAINT rome_domain_code CHECK (code ~ '^[A-Z][0-9]{2}$')
);

CREATE TABLE rome_job (
    code         text    NOT NULL,
    label        text    NOT NULL,
    parent_code  text    NOT NULL,
    definition   text,
    access       text,
    valid_from   integer NOT NULL,
    valid_to     integer,
    replaced_by  text,
    CONSTRAINT rome_job_pkey PRIMARY KEY (code),
    CONSTRAINT rome_job_code CHECK (code ~ '^[A-Z][0-9]{4}$')
);
COMMENT ON COLUMN rome_job.parent_code IS 'code_rome_parent: the family.';
COMMENT ON COLUMN rome_job.valid_to IS 'First release without it; null while active.';

CREATE TABLE rome_appellation (
    code       integer NOT NULL,
    job_code   text    NOT NULL,
    label      text    NOT NULL,
    short_label text   NOT NULL,
    is_principal boolean NOT NULL,
    is_rare    boolean NOT NULL,
    valid_from integer NOT NULL,
    valid_to   integer,
    CONSTRAINT rome_appellation_pkey PRIMARY KEY (code),
    CONSTRAINT rome_appellation_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT
);
CREATE INDEX rome_appellation_job_idx ON rome_appellation (job_code);

CREATE TABLE rome_skill (
    code        integer NOT NULL,
    kind        text    NOT NULL,
    label       text    NOT NULL,
    category    text,
    macro_code  integer,
    valid_from  integer NOT NULL,
    valid_to    integer,
    replaced_by integer,
    CONSTRAINT rome_skill_pkey PRIMARY KEY (code),
    CONSTRAINT rome_skill_kind CHECK (kind IN ('skill', 'macro_skill', 'soft_skill', 'knowledge'))
);
COMMENT ON TABLE rome_skill IS 'Skills (compétences), macro-skills, soft skills and knowledge items (savoirs); code = code_ogr, unique across all of them.';

CREATE TABLE rome_job_skill (
    job_code   text    NOT NULL,
    skill_code integer NOT NULL,
    is_core    boolean NOT NULL,
    is_emerging boolean NOT NULL,
    valid_from integer NOT NULL,
    valid_to   integer,
    CONSTRAINT rome_job_skill_pkey PRIMARY KEY (job_code, skill_code),
    CONSTRAINT rome_job_skill_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT,
    CONSTRAINT rome_job_skill_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT
);
CREATE INDEX rome_job_skill_skill_idx ON rome_job_skill (skill_code);
