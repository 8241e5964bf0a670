-- Who a training organisation says it is, and, apart from that, what the public registers say of it.

ALTER TABLE organisation
    ADD COLUMN legal_name text,
    ADD COLUMN claims_qualiopi boolean NOT NULL DEFAULT false,
    ADD COLUMN identity_version integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT organisation_legal_name_length CHECK (char_length(legal_name) BETWEEN 2 AND 200);
COMMENT ON COLUMN organisation.legal_name IS 'Raison sociale, as the organisation declares it.';
COMMENT ON COLUMN organisation.claims_qualiopi IS 'Whether the organisation says that it holds the Qualiopi certification.';
COMMENT ON COLUMN organisation.identity_version IS 'Raised by every write of what is declared: two people who edit at the same time notice.';

CREATE TABLE organisation_register (
    organisation_id          uuid        NOT NULL,
    siret                    text        NOT NULL,
    state                    text        NOT NULL DEFAULT 'unknown',
    name                     text,
    source                   text,
    checked_at               timestamptz,
    is_training_organisation boolean,
    is_qualiopi              boolean,
    ndas                     text[]      NOT NULL DEFAULT '{}',
    training_checked_at      timestamptz,
    next_check_at            timestamptz NOT NULL,
    failed_checks            integer     NOT NULL DEFAULT 0,
    CONSTRAINT organisation_register_pkey PRIMARY KEY (organisation_id),
    CONSTRAINT organisation_register_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT organisation_register_siret_format CHECK (siret ~ '^[0-9]{14}$'),
    CONSTRAINT organisation_register_state CHECK (state IN ('unknown', 'active', 'closed', 'not_found')),
    CONSTRAINT organisation_register_answered CHECK ((state = 'unknown') = (checked_at IS NULL)),
    CONSTRAINT organisation_register_training CHECK (
        (training_checked_at IS NULL) = (is_training_organisation IS NULL)
        AND (training_checked_at IS NULL) = (is_qualiopi IS NULL))
);
CREATE INDEX organisation_register_next_check_idx ON organisation_register (next_check_at);
COMMENT ON TABLE organisation_register IS 'What the public registers say of the SIRET an organisation declares. Never written from what it declares.';
COMMENT ON COLUMN organisation_register.siret IS 'The number the answers are about: declaring another one starts anew.';
COMMENT ON COLUMN organisation_register.state IS 'What the Sirene register last said; unknown until it has answered once.';
COMMENT ON COLUMN organisation_register.name IS 'As the register shows it; null when it masks it.';
COMMENT ON COLUMN organisation_register.checked_at IS 'When the register last answered; an unavailable register changes nothing.';
COMMENT ON COLUMN organisation_register.ndas IS 'Numbers of the declarations of activity of its legal unit.';
COMMENT ON COLUMN organisation_register.training_checked_at IS 'When a register last told whether it is a training organisation: not every source does.';
COMMENT ON COLUMN organisation_register.failed_checks IS 'Checks in a row without a whole answer: they space the next ones out.';

-- The invented organisations of a demonstration bear numbers of nobody: no register is asked about them.
INSERT INTO organisation_register (organisation_id, siret, state, source, checked_at, is_training_organisation,
    is_qualiopi, ndas, training_checked_at, next_check_at)
SELECT id, siret, 'active', 'demo', created_at, true, true, array_remove(ARRAY[nda], NULL), created_at, created_at + interval '100 years'
FROM organisation
WHERE siret LIKE '0000%' AND EXISTS (SELECT FROM demo_seed);

-- What is known on the day of a validation is frozen into it, as the names are.
ALTER TABLE validation
    ADD COLUMN organisation_legal_name text,
    ADD COLUMN organisation_siret_check text,
    ADD COLUMN organisation_nda_check text,
    ADD COLUMN organisation_qualiopi text,
    ADD COLUMN organisation_checked_at timestamptz,
    ADD CONSTRAINT validation_organisation_checks CHECK (
        organisation_siret_check IN ('unverified', 'confirmed', 'contradicted')
        AND organisation_nda_check IN ('unverified', 'confirmed', 'contradicted')
        AND organisation_qualiopi IN ('unverified', 'confirmed', 'contradicted'));
COMMENT ON COLUMN validation.organisation_siret_check IS 'What the register said that day of the SIRET; null without one, and in entries older than this column.';
COMMENT ON COLUMN validation.organisation_nda_check IS 'What the register said that day of the declaration number; null as above.';
COMMENT ON COLUMN validation.organisation_qualiopi IS 'What the register said that day of the certification; null when the organisation claimed none.';
COMMENT ON COLUMN validation.organisation_checked_at IS 'When a register had last told so.';
