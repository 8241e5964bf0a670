-- Exports of passports: what was asked for, how far it is, and what was issued.

CREATE TABLE passport_export (
    id           uuid        NOT NULL,
    person_id    uuid        NOT NULL,
    format       text        NOT NULL,
    skill_codes  integer[]   NOT NULL,
    from_day     date,
    to_day       date,
    with_proofs  boolean     NOT NULL,
    with_contact boolean     NOT NULL,
    audience     text        NOT NULL,
    status       text        NOT NULL DEFAULT 'waiting',
    step         text        NOT NULL DEFAULT 'waiting',
    percent      smallint    NOT NULL DEFAULT 0,
    requested_at timestamptz NOT NULL,
    ready_at     timestamptz,
    erase_at     timestamptz,
    number       text,
    file_id      uuid,
    bytes        bigint,
    failure      text,
    CONSTRAINT passport_export_pkey PRIMARY KEY (id),
    CONSTRAINT passport_export_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT passport_export_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT passport_export_format CHECK (format IN ('pdf', 'json', 'zip')),
    CONSTRAINT passport_export_audience CHECK (audience IN ('holder', 'recruiter', 'organisation', 'administration')),
    CONSTRAINT passport_export_status CHECK (status IN ('waiting', 'running', 'ready', 'failed', 'erased')),
    CONSTRAINT passport_export_step CHECK (step IN ('waiting', 'gathering', 'drawing', 'packing', 'keeping', 'done')),
    CONSTRAINT passport_export_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT passport_export_days CHECK (to_day >= from_day),
    CONSTRAINT passport_export_file CHECK ((status = 'ready') = (file_id IS NOT NULL)),
    CONSTRAINT passport_export_issued CHECK ((ready_at IS NULL) = (number IS NULL) AND (ready_at IS NULL) = (erase_at IS NULL)
        AND (status NOT IN ('ready', 'erased') OR ready_at IS NOT NULL)),
    CONSTRAINT passport_export_failed CHECK ((status = 'failed') = (failure IS NOT NULL)),
    CONSTRAINT passport_export_failure CHECK (failure IN ('too_large', 'unavailable'))
);
CREATE INDEX passport_export_person_idx ON passport_export (person_id, requested_at, id);
CREATE INDEX passport_export_file_idx ON passport_export (file_id);
CREATE INDEX passport_export_erase_idx ON passport_export (erase_at) WHERE status = 'ready';
COMMENT ON TABLE passport_export IS 'The row stays for the person to read; the file goes a day after it is ready.';
COMMENT ON COLUMN passport_export.skill_codes IS 'The skills that were chosen; empty = all.';
COMMENT ON COLUMN passport_export.audience IS 'For whom the person said it is; printed on it.';
COMMENT ON COLUMN passport_export.number IS 'Of what was issued (passport_document).';
COMMENT ON COLUMN passport_export.failure IS 'too_large: over the most an export may have. unavailable: tried again and again in vain.';

CREATE TABLE passport_document (
    number      text        NOT NULL,
    person_id   uuid        NOT NULL,
    code_sha256 text        NOT NULL,
    issued_on   date        NOT NULL,
    issued_at   timestamptz NOT NULL,
    sha256      text        NOT NULL,
    standing    uuid[]      NOT NULL,
    CONSTRAINT passport_document_pkey PRIMARY KEY (number),
    CONSTRAINT passport_document_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT passport_document_number CHECK (number ~ '^P-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$')
);
CREATE INDEX passport_document_person_idx ON passport_document (person_id);
COMMENT ON TABLE passport_document IS 'What was issued, as whoever holds it asks about it. The same content of the same day is one document.';
COMMENT ON COLUMN passport_document.code_sha256 IS 'Of the code that is asked for with the number; the code itself is on the document alone.';
COMMENT ON COLUMN passport_document.sha256 IS 'Of what the document says: the one that is signed.';
COMMENT ON COLUMN passport_document.standing IS 'The validations that it says stand: whether they still do is asked of them.';

CREATE TABLE passport_log (
    id        uuid        NOT NULL,
    person_id uuid        NOT NULL,
    at        timestamptz NOT NULL,
    kind      text        NOT NULL,
    who       text,
    scope     jsonb       NOT NULL,
    CONSTRAINT passport_log_pkey PRIMARY KEY (id),
    CONSTRAINT passport_log_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT passport_log_kind CHECK (kind IN ('export_requested', 'export_downloaded', 'claim_disclosed', 'badge_issued',
        'share_created', 'share_viewed', 'share_proof_opened', 'share_revoked', 'entry_imported', 'import_removed')),
    CONSTRAINT passport_log_who_length CHECK (char_length(who) BETWEEN 1 AND 200)
);
CREATE INDEX passport_log_person_idx ON passport_log (person_id, at, id);
CREATE TRIGGER passport_log_append_only BEFORE UPDATE ON passport_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE passport_log IS 'What left the passport, when, and to whom: for the person to read.';
COMMENT ON COLUMN passport_log.who IS 'The recipient the person named; null where it was the person.';
COMMENT ON COLUMN passport_log.scope IS 'What it was about: format, number, what was chosen.';
