-- The national catalogue (ROME), release by release. Nothing here is ever deleted: what a release
-- no longer has gets `valid_to`, and comes back with `valid_to` null if a later release has it again.

CREATE TABLE rome_release (
    version      integer     NOT NULL,
    label        text        NOT NULL,
    published_on date,
    source       text        NOT NULL,
    imported_at  timestamptz NOT NULL,
    CONSTRAINT rome_release_pkey PRIMARY KEY (version),
    CONSTRAINT rome_release_version_positive CHECK (version > 0),
    CONSTRAINT rome_release_source CHECK (source IN ('archive', 'starter'))
);
COMMENT ON COLUMN rome_release.version IS 'Number of the publication: 60 for the files named v460.';
COMMENT ON COLUMN rome_release.imported_at IS 'Last import that changed this release: the same number has been published twice with other contents.';

CREATE TABLE rome_import (
    id             uuid        NOT NULL,
    number         bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    release        integer,
    source         text        NOT NULL,
    archive_sha256 text,
    outcome        text        NOT NULL,
    error          text,
    notices        text[]      NOT NULL DEFAULT '{}',
    counts         jsonb,
    added          integer     NOT NULL DEFAULT 0,
    changed        integer     NOT NULL DEFAULT 0,
    retired        integer     NOT NULL DEFAULT 0,
    started_at     timestamptz NOT NULL,
    finished_at    timestamptz NOT NULL,
    CONSTRAINT rome_import_pkey PRIMARY KEY (id),
    CONSTRAINT rome_import_number_key UNIQUE (number),
    CONSTRAINT rome_import_source CHECK (source IN ('file', 'download', 'starter')),
    CONSTRAINT rome_import_outcome CHECK (outcome IN ('applied', 'unchanged', 'refused', 'failed'))
);
CREATE INDEX rome_import_applied_idx ON rome_import (number) WHERE outcome = 'applied';
COMMENT ON TABLE rome_import IS 'Every attempt to bring the catalogue up to date, with what came of it.';
COMMENT ON COLUMN rome_import.number IS 'Order of the attempts; the highest applied one is the revision of the catalogue that caches compare.';
COMMENT ON COLUMN rome_import.error IS 'French sentence for the administrator: why it was refused or failed.';
COMMENT ON COLUMN rome_import.notices IS 'Oddities of the archive that did not prevent reading it.';
COMMENT ON COLUMN rome_import.counts IS 'Sizes of the lists of the archive, where it could be read.';
COMMENT ON COLUMN rome_import.changed IS 'Entries that say something else or are back, in all lists together.';

CREATE TABLE rome_grand_domain (
    code       text    NOT NULL,
    label      text    NOT NULL,
    valid_from integer NOT NULL,
    valid_to   integer,
    CONSTRAINT rome_grand_domain_pkey PRIMARY KEY (code),
    CONSTRAINT rome_grand_domain_code CHECK (code ~ '^[A-Z]$')
);

CREATE TABLE rome_domain (
    code       text    NOT NULL,
    letter     text    NOT NULL GENERATED ALWAYS AS (left(code, 1)) STORED,
    label      text    NOT NULL,
    valid_from integer NOT NULL,
    valid_to   integer,
    CONSTRAINT rome_domain_pkey PRIMARY KEY (code),
    CONSTRAINT rome_domain_code CHECK (code ~ '^[A-Z][0-9]{2}$'),
    CONSTRAINT rome_domain_letter_fkey FOREIGN KEY (letter) REFERENCES rome_grand_domain (code) ON DELETE RESTRICT
);
CREATE INDEX rome_domain_letter_idx ON rome_domain (letter);

CREATE TABLE rome_job (
    code        text    NOT NULL,
    domain      text    NOT NULL GENERATED ALWAYS AS (left(code, 3)) STORED,
    label       text    NOT NULL,
    parent_code text    NOT NULL,
    definition  text    NOT NULL DEFAULT '',
    access      text    NOT NULL DEFAULT '',
    valid_from  integer NOT NULL,
    valid_to    integer,
    replaced_by text,
    CONSTRAINT rome_job_pkey PRIMARY KEY (code),
    CONSTRAINT rome_job_code CHECK (code ~ '^[A-Z][0-9]{4}$'),
    CONSTRAINT rome_job_domain_fkey FOREIGN KEY (domain) REFERENCES rome_domain (code) ON DELETE RESTRICT,
    CONSTRAINT rome_job_parent_fkey FOREIGN KEY (parent_code) REFERENCES rome_job (code) ON DELETE RESTRICT,
    CONSTRAINT rome_job_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES rome_job (code) ON DELETE RESTRICT
);
CREATE INDEX rome_job_domain_idx ON rome_job (domain);
CREATE INDEX rome_job_parent_idx ON rome_job (parent_code);
CREATE INDEX rome_job_replaced_by_idx ON rome_job (replaced_by);
COMMENT ON COLUMN rome_job.parent_code IS 'code_rome_parent: the older, wider job it derives from, its family; itself for a head of family.';
COMMENT ON COLUMN rome_job.definition IS 'One sentence per line.';
COMMENT ON COLUMN rome_job.access IS 'How one gets to the job; one sentence per line.';
COMMENT ON COLUMN rome_job.valid_from IS 'First release that had it.';
COMMENT ON COLUMN rome_job.valid_to IS 'First release without it; null while active.';

CREATE TABLE rome_appellation (
    code         integer NOT NULL,
    job_code     text    NOT NULL,
    label        text    NOT NULL,
    short_label  text    NOT NULL,
    is_principal boolean NOT NULL,
    is_rare      boolean NOT NULL,
    valid_from   integer NOT NULL,
    valid_to     integer,
    CONSTRAINT rome_appellation_pkey PRIMARY KEY (code),
    CONSTRAINT rome_appellation_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT
);
CREATE INDEX rome_appellation_job_idx ON rome_appellation (job_code);
COMMENT ON COLUMN rome_appellation.is_principal IS 'The job''s own title.';
COMMENT ON COLUMN rome_appellation.is_rare IS 'peu_usite: the publisher leaves it off the job sheet.';

CREATE TABLE rome_skill (
    code        integer NOT NULL,
    kind        text    NOT NULL,
    label       text    NOT NULL,
    category    text    NOT NULL DEFAULT '',
    definition  text    NOT NULL DEFAULT '',
    macro_code  integer,
    valid_from  integer NOT NULL,
    valid_to    integer,
    replaced_by integer,
    CONSTRAINT rome_skill_pkey PRIMARY KEY (code),
    CONSTRAINT rome_skill_kind CHECK (kind IN ('skill', 'macro_skill', 'soft_skill', 'knowledge')),
    CONSTRAINT rome_skill_macro_fkey FOREIGN KEY (macro_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT rome_skill_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES rome_skill (code) ON DELETE RESTRICT
);
CREATE INDEX rome_skill_macro_idx ON rome_skill (macro_code);
CREATE INDEX rome_skill_replaced_by_idx ON rome_skill (replaced_by);
COMMENT ON TABLE rome_skill IS 'Skills (compétences), macro-skills, soft skills and knowledge items (savoirs); code = code_ogr, unique across all of them.';
COMMENT ON COLUMN rome_skill.macro_code IS 'The macro-skill a detailed skill belongs to.';

CREATE TABLE rome_context (
    code       integer NOT NULL,
    label      text    NOT NULL,
    category   text    NOT NULL DEFAULT '',
    valid_from integer NOT NULL,
    valid_to   integer,
    CONSTRAINT rome_context_pkey PRIMARY KEY (code)
);
COMMENT ON TABLE rome_context IS 'Circumstances in which jobs are done: hours, places, publics.';

CREATE TABLE rome_job_skill (
    job_code    text    NOT NULL,
    skill_code  integer NOT NULL,
    is_core     boolean NOT NULL,
    is_emerging boolean NOT NULL,
    valid_from  integer NOT NULL,
    valid_to    integer,
    CONSTRAINT rome_job_skill_pkey PRIMARY KEY (job_code, skill_code),
    CONSTRAINT rome_job_skill_one_mark CHECK (NOT (is_core AND is_emerging)),
    CONSTRAINT rome_job_skill_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT,
    CONSTRAINT rome_job_skill_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT
);
CREATE INDEX rome_job_skill_skill_idx ON rome_job_skill (skill_code);
COMMENT ON COLUMN rome_job_skill.is_core IS 'coeur_metier = Principale.';
COMMENT ON COLUMN rome_job_skill.is_emerging IS 'coeur_metier = Émergente; no longer published since release 61.';

CREATE TABLE rome_job_context (
    job_code     text    NOT NULL,
    context_code integer NOT NULL,
    valid_from   integer NOT NULL,
    valid_to     integer,
    CONSTRAINT rome_job_context_pkey PRIMARY KEY (job_code, context_code),
    CONSTRAINT rome_job_context_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT,
    CONSTRAINT rome_job_context_context_fkey FOREIGN KEY (context_code) REFERENCES rome_context (code) ON DELETE RESTRICT
);
CREATE INDEX rome_job_context_context_idx ON rome_job_context (context_code);

CREATE TABLE rome_mobility (
    job_code    text     NOT NULL,
    target_code text     NOT NULL,
    rank        smallint NOT NULL,
    valid_from  integer  NOT NULL,
    valid_to    integer,
    CONSTRAINT rome_mobility_pkey PRIMARY KEY (job_code, target_code),
    CONSTRAINT rome_mobility_job_fkey FOREIGN KEY (job_code) REFERENCES rome_job (code) ON DELETE RESTRICT,
    CONSTRAINT rome_mobility_target_fkey FOREIGN KEY (target_code) REFERENCES rome_job (code) ON DELETE RESTRICT
);
CREATE INDEX rome_mobility_target_idx ON rome_mobility (target_code);
COMMENT ON TABLE rome_mobility IS 'Jobs within reach of a job; rank 1 is the closest.';

CREATE TABLE rome_change (
    import_id uuid    NOT NULL,
    position  integer NOT NULL,
    subject   text    NOT NULL,
    code      text    NOT NULL,
    kind      text    NOT NULL,
    before    text,
    after     text,
    CONSTRAINT rome_change_pkey PRIMARY KEY (import_id, position),
    CONSTRAINT rome_change_import_fkey FOREIGN KEY (import_id) REFERENCES rome_import (id) ON DELETE RESTRICT,
    CONSTRAINT rome_change_kind CHECK (kind IN ('relabelled', 'moved', 'retired', 'reactivated'))
);
CREATE INDEX rome_change_subject_idx ON rome_change (subject, code);
CREATE TRIGGER rome_change_append_only BEFORE UPDATE OR DELETE ON rome_change
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE rome_change IS 'What each import changed in meaning. A code can be given to another job: the labels before and after stay here.';
