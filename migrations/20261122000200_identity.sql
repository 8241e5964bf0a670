-- Accounts: a person, how they sign in, their sessions.

CREATE TABLE person (
    id                 uuid        NOT NULL,
    profile_id         uuid        NOT NULL,
    email              text        NOT NULL,
    email_confirmed_at timestamptz,
    first_name         text        NOT NULL,
    last_name          text        NOT NULL,
    is_platform_admin  boolean     NOT NULL DEFAULT false,
    password_hash      text        NOT NULL,
    totp_secret        bytea,
    totp_confirmed_at  timestamptz,
    totp_last_step     bigint,
    disabled_at        timestamptz,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_profile_id_key UNIQUE (profile_id),
    CONSTRAINT person_email_length CHECK (char_length(email) BETWEEN 3 AND 254),
    CONSTRAINT person_first_name_length CHECK (char_length(first_name) BETWEEN 1 AND 100),
    CONSTRAINT person_last_name_length CHECK (char_length(last_name) BETWEEN 1 AND 100)
);
CREATE UNIQUE INDEX person_email_key ON person (lower(email));
COMMENT ON COLUMN person.profile_id IS 'The public, random id under which recruiters see the profile; never the account id.';
COMMENT ON COLUMN person.totp_secret IS 'Encrypted with the token secret.';
COMMENT ON COLUMN person.totp_last_step IS 'Last time step accepted: a code is used once.';

CREATE TABLE email_token (
    token_hash bytea       NOT NULL,
    person_id  uuid        NOT NULL,
    purpose    text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CONSTRAINT email_token_pkey PRIMARY KEY (token_hash),
    CONSTRAINT email_token_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT email_token_purpose CHECK (purpose IN ('confirm_email', 'reset_password'))
);
CREATE INDEX email_token_person_idx ON email_token (person_id, purpose);

CREATE TABLE refresh_family (
    id         uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    current_access uuid NOT NULL,
    current_access_used_at timestamptz,
    revoked_at timestamptz,
    revoked_reason text,
    CONSTRAINT refresh_family_pkey PRIMARY KEY (id),
    CONSTRAINT refresh_family_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX refresh_family_person_idx ON refresh_family (person_id);
COMMENT ON TABLE refresh_family IS 'One sign-in on one device; access tokens name it, so that revoking it ends them too.';
COMMENT ON COLUMN refresh_family.current_access IS 'Id of the newest access token; once it has been used, a second refresh with the token before it is theft.';

CREATE TABLE refresh_token (
    token_hash  bytea       NOT NULL,
    family_id   uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    consumed_at timestamptz,
    retried_at  timestamptz,
    next_hash   bytea,
    CONSTRAINT refresh_token_pkey PRIMARY KEY (token_hash),
    CONSTRAINT refresh_token_family_fkey FOREIGN KEY (family_id) REFERENCES refresh_family (id) ON DELETE CASCADE
);
CREATE INDEX refresh_token_family_idx ON refresh_token (family_id);
CREATE INDEX refresh_token_expires_idx ON refresh_token (expires_at);
COMMENT ON COLUMN refresh_token.retried_at IS 'When a lost answer was forgiven: once per token, while the pair it gave was unused.';

CREATE TABLE recovery_code (
    person_id uuid        NOT NULL,
    code_hash bytea       NOT NULL,
    used_at   timestamptz,
    CONSTRAINT recovery_code_pkey PRIMARY KEY (person_id, code_hash),
    CONSTRAINT recovery_code_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE login_throttle (
    key          text        NOT NULL,
    failures     integer     NOT NULL,
    last_failure timestamptz NOT NULL,
    CONSTRAINT login_throttle_pkey PRIMARY KEY (key)
);
CREATE INDEX login_throttle_last_idx ON login_throttle (last_failure);
COMMENT ON TABLE login_throttle IS 'Attempts per (account, network), account, network and mail address: a growing delay, never a lock a stranger could impose.';
COMMENT ON COLUMN login_throttle.key IS 'What is counted; addresses appear as hashes only.';
