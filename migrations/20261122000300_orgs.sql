-- Training organisations, their members and their level grids.

CREATE TABLE organisation (
    id            uuid        NOT NULL,
    name          text        NOT NULL,
    siret         text,
    nda           text,
    status        text        NOT NULL DEFAULT 'active',
    status_reason text,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    CONSTRAINT organisation_pkey PRIMARY KEY (id),
    CONSTRAINT organisation_name_length CHECK (char_length(name) BETWEEN 2 AND 200),
    CONSTRAINT organisation_siret_format CHECK (siret ~ '^[0-9]{14}$'),
    CONSTRAINT organisation_nda_format CHECK (nda ~ '^[0-9]{11}$'),
    CONSTRAINT organisation_status CHECK (status IN ('active', 'suspended'))
);
CREATE UNIQUE INDEX organisation_siret_key ON organisation (siret) WHERE siret IS NOT NULL;
COMMENT ON COLUMN organisation.nda IS 'Numéro de déclaration d''activité, 11 digits.';

CREATE TABLE organisation_member (
    organisation_id uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    role            text        NOT NULL,
    joined_at       timestamptz NOT NULL,
    CONSTRAINT organisation_member_pkey PRIMARY KEY (organisation_id, person_id),
    CONSTRAINT organisation_member_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT organisation_member_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT organisation_member_role CHECK (role IN ('admin', 'manager', 'trainer', 'trainee'))
);
CREATE INDEX organisation_name_idx ON organisation (lower(name), id);
CREATE INDEX organisation_member_person_idx ON organisation_member (person_id);

CREATE TABLE organisation_invitation (
    token_hash      bytea       NOT NULL,
    organisation_id uuid        NOT NULL,
    email           text        NOT NULL,
    role            text        NOT NULL,
    invited_by      uuid,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    accepted_at     timestamptz,
    CONSTRAINT organisation_invitation_pkey PRIMARY KEY (token_hash),
    CONSTRAINT organisation_invitation_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT organisation_invitation_role CHECK (role IN ('admin', 'manager', 'trainer', 'trainee'))
);
CREATE UNIQUE INDEX organisation_invitation_pending_key ON organisation_invitation (organisation_id, lower(email))
    WHERE accepted_at IS NULL;
CREATE INDEX organisation_invitation_organisation_idx ON organisation_invitation (organisation_id);
CREATE INDEX organisation_invitation_expires_idx ON organisation_invitation (expires_at);
COMMENT ON TABLE organisation_invitation IS 'A role offered to an address; only somebody signed in with that address can take it.';

CREATE TABLE grid (
    id              uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    version         integer     NOT NULL,
    name            text        NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT grid_pkey PRIMARY KEY (id, version),
    CONSTRAINT grid_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT grid_version_positive CHECK (version > 0),
    CONSTRAINT grid_name_length CHECK (char_length(name) BETWEEN 1 AND 100)
);
CREATE INDEX grid_organisation_idx ON grid (organisation_id);
COMMENT ON TABLE grid IS 'An organisation''s scale of levels. A version never changes once written; an edit is the next version.';

CREATE TABLE grid_step (
    grid_id      uuid     NOT NULL,
    grid_version integer  NOT NULL,
    position     smallint NOT NULL,
    name         text     NOT NULL,
    common_level smallint,
    passing      boolean  NOT NULL,
    CONSTRAINT grid_step_pkey PRIMARY KEY (grid_id, grid_version, position),
    CONSTRAINT grid_step_grid_fkey FOREIGN KEY (grid_id, grid_version) REFERENCES grid (id, version) ON DELETE CASCADE,
    CONSTRAINT grid_step_common_level CHECK (common_level BETWEEN 1 AND 4)
);
CREATE TRIGGER grid_append_only BEFORE UPDATE ON grid FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER grid_step_append_only BEFORE UPDATE ON grid_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON COLUMN grid_step.common_level IS 'Place on the common scale 1..4; null = shown in the passport, searchable only as validated.';
COMMENT ON COLUMN grid_step.passing IS 'Whether reaching this step means the skill is acquired.';
