-- Certificates: numbered per organisation and year, signed, replaced and never edited.

CREATE TABLE certificate_number (
    organisation_id uuid    NOT NULL,
    year            integer NOT NULL,
    last            integer NOT NULL,
    CONSTRAINT certificate_number_pkey PRIMARY KEY (organisation_id, year),
    CONSTRAINT certificate_number_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
);
COMMENT ON TABLE certificate_number IS 'The last number given; numbers follow one another without a gap.';

CREATE TABLE certificate (
    id              uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    session_id      uuid        NOT NULL,
    enrolment_id    uuid        NOT NULL,
    kind            text        NOT NULL,
    year            integer     NOT NULL,
    number          integer     NOT NULL,
    code            text        NOT NULL,
    period_from     date        NOT NULL,
    period_to       date        NOT NULL,
    content         text        NOT NULL,
    sha256          text        NOT NULL,
    key_id          text        NOT NULL,
    signature       text        NOT NULL,
    issued_at       timestamptz NOT NULL,
    issued_by       uuid,
    replaces        uuid,
    replace_reason  text,
    CONSTRAINT certificate_pkey PRIMARY KEY (id),
    CONSTRAINT certificate_number_key UNIQUE (organisation_id, year, number),
    CONSTRAINT certificate_code_key UNIQUE (code),
    CONSTRAINT certificate_replaced_once UNIQUE (replaces),
    CONSTRAINT certificate_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT certificate_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE RESTRICT,
    CONSTRAINT certificate_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT,
    CONSTRAINT certificate_key_fkey FOREIGN KEY (key_id) REFERENCES verification_key (key_id) ON DELETE RESTRICT,
    CONSTRAINT certificate_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT certificate_replaces_fkey FOREIGN KEY (replaces) REFERENCES certificate (id) ON DELETE SET NULL,
    CONSTRAINT certificate_kind CHECK (kind IN ('completion', 'attendance', 'end_of_training')),
    CONSTRAINT certificate_period CHECK (period_from <= period_to),
    CONSTRAINT certificate_replacement CHECK (replaces IS NULL OR replace_reason IS NOT NULL)
);
CREATE INDEX certificate_session_idx ON certificate (session_id, issued_at, id);
CREATE INDEX certificate_enrolment_idx ON certificate (enrolment_id);
CREATE INDEX certificate_key_idx ON certificate (key_id);
CREATE INDEX certificate_issued_by_idx ON certificate (issued_by);
CREATE TRIGGER certificate_append_only BEFORE UPDATE OR DELETE ON certificate
    FOR EACH ROW EXECUTE FUNCTION attendance_refuse_change('issued_by');
COMMENT ON COLUMN certificate.kind IS 'completion: certificat de réalisation; attendance: attestation d''assiduité; end_of_training: attestation de fin de formation.';
COMMENT ON COLUMN certificate.code IS 'Drawn at random: whoever holds the document asks whether it is valid.';
COMMENT ON COLUMN certificate.content IS 'What it says, as its canonical JSON: what is signed, and what its PDF is drawn from.';
COMMENT ON COLUMN certificate.replaces IS 'The certificate that this one takes the place of.';
