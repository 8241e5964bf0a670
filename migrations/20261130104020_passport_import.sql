-- What other platforms attested, imported with its signature. Never a validation.

CREATE TABLE passport_import (
    id          uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    kind        text        NOT NULL,
    issuer      text        NOT NULL,
    issuer_id   text,
    key_id      text        NOT NULL,
    number      text,
    issued_on   date        NOT NULL,
    sha256      text        NOT NULL,
    skills      jsonb       NOT NULL,
    imported_at timestamptz NOT NULL,
    CONSTRAINT passport_import_pkey PRIMARY KEY (id),
    CONSTRAINT passport_import_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT passport_import_once UNIQUE (person_id, sha256),
    CONSTRAINT passport_import_kind CHECK (kind IN ('passport', 'open_badge')),
    CONSTRAINT passport_import_issuer_length CHECK (char_length(issuer) BETWEEN 1 AND 500)
);
CREATE INDEX passport_import_person_idx ON passport_import (person_id, imported_at, id);
CREATE TRIGGER passport_import_append_only BEFORE UPDATE ON passport_import FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON COLUMN passport_import.issuer IS 'Who signed: as the operator names a platform they trust, or as a badge names its issuer.';
COMMENT ON COLUMN passport_import.key_id IS 'The key the signature was checked with.';
COMMENT ON COLUMN passport_import.sha256 IS 'Of the file: the same one is imported once.';
COMMENT ON COLUMN passport_import.skills IS 'What it attests, as exports write it.';
