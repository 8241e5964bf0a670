-- Companies and the people who recruit for them.

CREATE TABLE company (
    id                  uuid        NOT NULL,
    siret               text        NOT NULL,
    siren               text        NOT NULL,
    name                text,
    address             text,
    register_state      text        NOT NULL,
    register_source     text,
    register_checked_at timestamptz,
    next_check_at       timestamptz NOT NULL,
    failed_checks       integer     NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL,
    CONSTRAINT company_pkey PRIMARY KEY (id),
    CONSTRAINT company_siret_key UNIQUE (siret),
    CONSTRAINT company_siret_format CHECK (siret ~ '^[0-9]{14}$'),
    CONSTRAINT company_siren_of_siret CHECK (siren = left(siret, 9)),
    CONSTRAINT company_register_state CHECK (register_state IN ('unknown', 'active', 'closed', 'not_found'))
);
CREATE INDEX company_siren_idx ON company (siren);
CREATE INDEX company_next_check_idx ON company (next_check_at);
COMMENT ON COLUMN company.name IS 'As the register shows it; null when the register masks it (people then see the SIRET).';
COMMENT ON COLUMN company.register_state IS 'What the Sirene register last said; unknown until it has answered once.';
COMMENT ON COLUMN company.register_checked_at IS 'When the register last answered; an unavailable register changes nothing.';
COMMENT ON COLUMN company.failed_checks IS 'Checks in a row without an answer: they space the next ones out.';

CREATE TABLE recruiter (
    id            uuid        NOT NULL,
    company_id    uuid        NOT NULL,
    person_id     uuid        NOT NULL,
    status        text        NOT NULL,
    status_reason text,
    status_at     timestamptz NOT NULL,
    decided_by    text        NOT NULL,
    proof         text,
    proof_email   text,
    message       text,
    requested_at  timestamptz NOT NULL,
    CONSTRAINT recruiter_pkey PRIMARY KEY (id),
    CONSTRAINT recruiter_person_key UNIQUE (person_id),
    CONSTRAINT recruiter_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    CONSTRAINT recruiter_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT recruiter_status CHECK (status IN ('pending_register', 'awaiting_proof', 'awaiting_review', 'granted', 'refused', 'suspended')),
    CONSTRAINT recruiter_decided_by CHECK (decided_by IN ('rule', 'staff')),
    CONSTRAINT recruiter_proof CHECK (proof IN ('accepted_domain', 'confirmed_email')),
    CONSTRAINT recruiter_proof_email CHECK ((proof IS NULL) = (proof_email IS NULL))
);
CREATE INDEX recruiter_company_idx ON recruiter (company_id);
CREATE INDEX recruiter_status_idx ON recruiter (status, requested_at, id);

COMMENT ON COLUMN recruiter.decided_by IS 'Who brought the account to its state: a rule of ours or the platform''s staff. What staff suspended cannot be left.';
COMMENT ON COLUMN recruiter.proof_email IS 'Address the person proved to read; shown to the staff who reviews the request.';

CREATE TABLE accepted_domain (
    siren      text        NOT NULL,
    domain     text        NOT NULL,
    granted_by uuid,
    granted_at timestamptz NOT NULL,
    CONSTRAINT accepted_domain_pkey PRIMARY KEY (siren, domain)
);
COMMENT ON TABLE accepted_domain IS 'Mail domains accepted for a SIREN: an address there, confirmed by code, proves one represents it.';

CREATE TABLE company_email_proof (
    person_id       uuid        NOT NULL,
    recruiter_id    uuid        NOT NULL,
    email           text        NOT NULL,
    code_hash       bytea       NOT NULL,
    attempts        integer     NOT NULL,
    expires_at      timestamptz NOT NULL,
    hour_started_at timestamptz NOT NULL,
    sent_in_hour    integer     NOT NULL,
    last_sent_at    timestamptz NOT NULL,
    CONSTRAINT company_email_proof_pkey PRIMARY KEY (person_id),
    CONSTRAINT company_email_proof_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
COMMENT ON TABLE company_email_proof IS 'The last code sent. Kept by person, so that leaving a company and coming back gives no more codes to try.';
COMMENT ON COLUMN company_email_proof.recruiter_id IS 'Account the code is for; it proves nothing for another one. No foreign key: the account may be left.';
