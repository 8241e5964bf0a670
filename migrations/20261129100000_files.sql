-- Files: what is known of each object of the object store. An upload is staged for whoever sent it, until a feature claims it.

CREATE TABLE file (
    id              uuid        NOT NULL,
    organisation_id uuid,
    person_id       uuid,
    purpose         text,
    name            text        NOT NULL,
    media_type      text        NOT NULL,
    bytes           bigint      NOT NULL,
    sha256          bytea       NOT NULL,
    warnings        text[]      NOT NULL DEFAULT '{}',
    object_key      text        COLLATE "C" NOT NULL,
    scan            text        NOT NULL,
    signature       text,
    created_by      uuid,
    created_at      timestamptz NOT NULL,
    scanned_at      timestamptz,
    claimed_at      timestamptz,
    released_at     timestamptz,
    lost_at         timestamptz,
    CONSTRAINT file_pkey PRIMARY KEY (id),
    CONSTRAINT file_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT file_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT file_created_by_fkey FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT file_object_key_key UNIQUE (object_key),
    CONSTRAINT file_one_owner CHECK ((organisation_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT file_claimed CHECK ((purpose IS NULL) = (claimed_at IS NULL)),
    CONSTRAINT file_name_length CHECK (octet_length(name) BETWEEN 1 AND 255),
    CONSTRAINT file_bytes CHECK (bytes > 0),
    CONSTRAINT file_sha256_length CHECK (octet_length(sha256) = 32),
    CONSTRAINT file_scan CHECK (scan IN ('pending', 'clean', 'infected', 'unchecked')),
    CONSTRAINT file_signature CHECK ((scan = 'infected') = (signature IS NOT NULL))
);
CREATE INDEX file_organisation_idx ON file (organisation_id);
CREATE INDEX file_person_idx ON file (person_id);
CREATE INDEX file_created_by_idx ON file (created_by);
CREATE INDEX file_staged_idx ON file (created_at) WHERE claimed_at IS NULL;
CREATE INDEX file_released_idx ON file (released_at) WHERE released_at IS NOT NULL;
CREATE INDEX file_unscanned_idx ON file (scanned_at NULLS FIRST) WHERE scan IN ('pending', 'unchecked');
COMMENT ON TABLE file IS 'One object of the object store. Other tables refer to it with ON DELETE RESTRICT, once they have claimed it.';
COMMENT ON COLUMN file.organisation_id IS 'Whose quota it counts against, where it was sent in the name of an organisation.';
COMMENT ON COLUMN file.person_id IS 'Whose quota it counts against, where a person sent it for themselves.';
COMMENT ON COLUMN file.purpose IS 'What it was claimed for; NULL while it is staged.';
COMMENT ON COLUMN file.name IS 'The name its sender gave it, made harmless. Data only: no path is ever made of it.';
COMMENT ON COLUMN file.media_type IS 'What its bytes are, whatever was declared.';
COMMENT ON COLUMN file.sha256 IS 'Of the object as it is kept, after metadata were taken out.';
COMMENT ON COLUMN file.warnings IS 'What a reader should know: open_action, attachments.';
COMMENT ON COLUMN file.object_key IS 'Random; the name of the object in the store.';
COMMENT ON COLUMN file.scan IS 'What the antivirus said: pending, clean, infected, or unchecked where there is none, or none that answers.';
COMMENT ON COLUMN file.signature IS 'What the antivirus found; the object is gone then.';
COMMENT ON COLUMN file.scanned_at IS 'When the antivirus was last asked.';
COMMENT ON COLUMN file.released_at IS 'Since when nothing refers to it: its object goes, then the row.';
COMMENT ON COLUMN file.lost_at IS 'Since when the object store has not had its object, or another one in its place.';
