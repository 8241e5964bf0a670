-- The table of certifications that France compétences publishes (RNCP and RS), and the jobs each leads to.

ALTER TABLE rome_import DROP CONSTRAINT rome_import_source;
ALTER TABLE rome_import ADD CONSTRAINT rome_import_source
    CHECK (source IN ('file', 'download', 'starter', 'api', 'certifications'));

CREATE TABLE certification_export (
    singleton    boolean     NOT NULL DEFAULT true,
    published_on date        NOT NULL,
    imported_at  timestamptz NOT NULL,
    CONSTRAINT certification_export_pkey PRIMARY KEY (singleton),
    CONSTRAINT certification_export_one CHECK (singleton)
);
COMMENT ON TABLE certification_export IS 'The export in place; no row before the first.';
COMMENT ON COLUMN certification_export.published_on IS 'The day in the names of its files.';

CREATE TABLE certification (
    number    text     NOT NULL,
    title     text     NOT NULL,
    level     smallint,
    is_active boolean  NOT NULL,
    ends_on   date,
    CONSTRAINT certification_pkey PRIMARY KEY (number),
    CONSTRAINT certification_number CHECK (number ~ '^(RNCP|RS)[0-9]{1,6}$'),
    CONSTRAINT certification_level CHECK (level BETWEEN 1 AND 8)
);
COMMENT ON TABLE certification IS 'Replaced by each export; nothing else refers to it.';
COMMENT ON COLUMN certification.level IS 'Level in the European framework, where the publisher gives one.';
COMMENT ON COLUMN certification.is_active IS 'Whether the publisher calls it active.';
COMMENT ON COLUMN certification.ends_on IS 'Last day of its registration, where it has one.';

CREATE TABLE certification_job (
    number   text NOT NULL,
    job_code text NOT NULL,
    CONSTRAINT certification_job_pkey PRIMARY KEY (number, job_code),
    CONSTRAINT certification_job_number_fkey FOREIGN KEY (number) REFERENCES certification (number) ON DELETE CASCADE,
    CONSTRAINT certification_job_code CHECK (job_code ~ '^[A-Z][0-9]{4}$')
);
COMMENT ON COLUMN certification_job.job_code IS 'As published: often a code of ROME 3, which is a family of jobs today, and sometimes one the catalogue never had.';
