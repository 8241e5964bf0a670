-- SIRETs that the platform took away from organisations that declared them without right.

CREATE TABLE organisation_withdrawn_siret (
    organisation_id uuid        NOT NULL,
    siret           text        NOT NULL,
    withdrawn_at    timestamptz NOT NULL,
    CONSTRAINT organisation_withdrawn_siret_pkey PRIMARY KEY (organisation_id, siret),
    CONSTRAINT organisation_withdrawn_siret_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT organisation_withdrawn_siret_format CHECK (siret ~ '^[0-9]{14}$')
);
COMMENT ON TABLE organisation_withdrawn_siret IS 'What an organisation may not declare again until the platform allows it. Why it was withdrawn is in the audit trail.';
