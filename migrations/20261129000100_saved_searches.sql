-- Searches that recruiters keep: what is asked, and what each code was called on that day.

CREATE TABLE saved_search (
    id           uuid        NOT NULL,
    recruiter_id uuid        NOT NULL,
    name         text        NOT NULL,
    person_name  text,
    min_matching integer,
    release      integer     NOT NULL,
    revision     bigint      NOT NULL,
    version      integer     NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT saved_search_pkey PRIMARY KEY (id),
    CONSTRAINT saved_search_recruiter_fkey FOREIGN KEY (recruiter_id) REFERENCES recruiter (id) ON DELETE CASCADE,
    CONSTRAINT saved_search_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT saved_search_person_name_length CHECK (char_length(person_name) BETWEEN 1 AND 80),
    CONSTRAINT saved_search_min_matching CHECK (min_matching >= 0)
);
CREATE UNIQUE INDEX saved_search_name_key ON saved_search (recruiter_id, lower(name));
COMMENT ON TABLE saved_search IS 'A search one recruiter keeps, for one company; nobody else sees it.';
COMMENT ON COLUMN saved_search.name IS 'What its owner calls it.';
COMMENT ON COLUMN saved_search.person_name IS 'The beginning of a person''s name that is searched for.';
COMMENT ON COLUMN saved_search.min_matching IS 'How many optional conditions must be met; null leaves the default.';
COMMENT ON COLUMN saved_search.release IS 'Release of the catalogue whose labels its lines bear; 0 when there was none.';
COMMENT ON COLUMN saved_search.revision IS 'Number of the import that catalogue came from: what later imports say otherwise is told.';
COMMENT ON COLUMN saved_search.version IS 'Raised by every write: two windows that edit at the same time notice.';

CREATE TABLE saved_search_line (
    saved_search_id uuid     NOT NULL,
    part            text     NOT NULL,
    position        smallint NOT NULL,
    subject         text     NOT NULL,
    code            text     NOT NULL,
    label           text     NOT NULL,
    min_level       smallint,
    max_level       smallint,
    validated       boolean,
    required        boolean,
    CONSTRAINT saved_search_line_pkey PRIMARY KEY (saved_search_id, part, position),
    CONSTRAINT saved_search_line_search_fkey FOREIGN KEY (saved_search_id) REFERENCES saved_search (id) ON DELETE CASCADE,
    CONSTRAINT saved_search_line_part CHECK (part IN ('criterion', 'excluded', 'place', 'job')),
    CONSTRAINT saved_search_line_subject CHECK (CASE part
        WHEN 'place' THEN subject IN ('letter', 'domain', 'job', 'family')
        WHEN 'job' THEN subject = 'job'
        ELSE subject = 'skill' END),
    CONSTRAINT saved_search_line_levels CHECK (min_level BETWEEN 1 AND 4 AND max_level BETWEEN 1 AND 4 AND min_level <= max_level),
    CONSTRAINT saved_search_line_demand CHECK (
        (part = 'criterion') = (validated IS NOT NULL) AND (part = 'criterion') = (required IS NOT NULL)
        AND (part = 'criterion' OR (min_level IS NULL AND max_level IS NULL)))
);
CREATE INDEX saved_search_line_code_idx ON saved_search_line (subject, code);
COMMENT ON TABLE saved_search_line IS 'One code a saved search names: a condition, an exclusion, a place in the catalogue, or the job to compare with.';
COMMENT ON COLUMN saved_search_line.code IS 'Code in the list that subject names; no foreign key, since there are five lists, and none of them ever loses an entry.';
COMMENT ON COLUMN saved_search_line.label IS 'Its name when the search was written: a code can mean something else later.';
COMMENT ON COLUMN saved_search_line.validated IS 'Whether only validated skills count; of conditions alone, as are the levels and required.';
