-- What France Travail's API says and the archive does not: other classifications, names of skill groups, successors.

ALTER TABLE rome_import DROP CONSTRAINT rome_import_source;
ALTER TABLE rome_import ADD CONSTRAINT rome_import_source CHECK (source IN ('file', 'download', 'starter', 'api'));

CREATE TABLE rome_cross_link (
    subject text NOT NULL,
    code    text NOT NULL,
    scheme  text NOT NULL,
    target  text NOT NULL,
    label   text NOT NULL,
    CONSTRAINT rome_cross_link_pkey PRIMARY KEY (subject, code, scheme, target),
    CONSTRAINT rome_cross_link_subject CHECK (subject IN ('job', 'appellation', 'skill')),
    CONSTRAINT rome_cross_link_scheme CHECK (scheme IN ('esco', 'formacode', 'isco'))
);
COMMENT ON TABLE rome_cross_link IS 'The same thing in another classification. Replaced by each answer of the API; nothing refers to it.';
COMMENT ON COLUMN rome_cross_link.code IS 'Code of the job, appellation or skill, active or retired.';
COMMENT ON COLUMN rome_cross_link.target IS 'URI in ESCO, five digits in Formacode, up to four digits in ISCO.';
COMMENT ON COLUMN rome_cross_link.label IS 'Its name there; empty where the API gives none.';

CREATE TABLE rome_skill_group (
    code  text NOT NULL,
    label text NOT NULL,
    CONSTRAINT rome_skill_group_pkey PRIMARY KEY (code),
    CONSTRAINT rome_skill_group_code CHECK (code ~ '^[0-9]([A-Z][0-9]?)?$')
);
COMMENT ON TABLE rome_skill_group IS 'How the publisher groups macro-skills: domains (6), stakes (6D) and objectives (6D1).';

CREATE TABLE rome_macro_group (
    macro_code integer NOT NULL,
    group_code text    NOT NULL,
    CONSTRAINT rome_macro_group_pkey PRIMARY KEY (macro_code),
    CONSTRAINT rome_macro_group_macro_fkey FOREIGN KEY (macro_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT rome_macro_group_group_fkey FOREIGN KEY (group_code) REFERENCES rome_skill_group (code) ON DELETE RESTRICT
);
CREATE INDEX rome_macro_group_group_idx ON rome_macro_group (group_code);
COMMENT ON TABLE rome_macro_group IS 'The objective each macro-skill serves.';

CREATE TABLE rome_substitution (
    subject     text        NOT NULL,
    code        text        NOT NULL,
    replaced_by text,
    asked_at    timestamptz NOT NULL,
    CONSTRAINT rome_substitution_pkey PRIMARY KEY (subject, code),
    CONSTRAINT rome_substitution_subject CHECK (subject IN ('job', 'skill'))
);
COMMENT ON TABLE rome_substitution IS 'What the API answered about a retired code: its successor, or none. Asked once per retired code.';
