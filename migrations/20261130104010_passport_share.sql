-- Links by which a person shows a passport, or a part of it, to somebody they name.

CREATE TABLE passport_share (
    id              uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    token_hash      bytea       NOT NULL,
    recipient       text        NOT NULL,
    skill_codes     integer[]   NOT NULL,
    from_day        date,
    to_day          date,
    with_proofs     boolean     NOT NULL,
    with_contact    boolean     NOT NULL,
    audience        text        NOT NULL,
    password_hash   text,
    failed_attempts smallint    NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    revoked_at      timestamptz,
    view_count      integer     NOT NULL DEFAULT 0,
    last_viewed_at  timestamptz,
    CONSTRAINT passport_share_pkey PRIMARY KEY (id),
    CONSTRAINT passport_share_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT passport_share_token_key UNIQUE (token_hash),
    CONSTRAINT passport_share_recipient_length CHECK (char_length(recipient) BETWEEN 1 AND 200),
    CONSTRAINT passport_share_audience CHECK (audience IN ('holder', 'recruiter', 'organisation', 'administration')),
    CONSTRAINT passport_share_days CHECK (to_day >= from_day),
    CONSTRAINT passport_share_expiry CHECK (expires_at > created_at AND expires_at <= created_at + interval '91 days'),
    CONSTRAINT passport_share_viewed CHECK ((view_count = 0) = (last_viewed_at IS NULL))
);
CREATE INDEX passport_share_person_idx ON passport_share (person_id, created_at, id);
COMMENT ON COLUMN passport_share.token_hash IS 'Of the secret in the address, which is shown once.';
COMMENT ON COLUMN passport_share.recipient IS 'To whom the person says they give it.';
COMMENT ON COLUMN passport_share.failed_attempts IS 'Wrong passwords in a row; the link rests for a while after a few.';

-- The receipt: what the person agreed to show, to whom, until when; and that they took it back.
CREATE TABLE passport_share_receipt (
    id        uuid        NOT NULL,
    person_id uuid        NOT NULL,
    share_id  uuid        NOT NULL,
    kind      text        NOT NULL,
    scope     jsonb       NOT NULL,
    recipient text        NOT NULL,
    until     timestamptz NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT passport_share_receipt_pkey PRIMARY KEY (id),
    CONSTRAINT passport_share_receipt_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT passport_share_receipt_share_fkey FOREIGN KEY (share_id) REFERENCES passport_share (id) ON DELETE CASCADE,
    CONSTRAINT passport_share_receipt_kind CHECK (kind IN ('given', 'withdrawn')),
    CONSTRAINT passport_share_receipt_once UNIQUE (share_id, kind)
);
CREATE INDEX passport_share_receipt_person_idx ON passport_share_receipt (person_id, at);
CREATE TRIGGER passport_share_receipt_append_only BEFORE UPDATE ON passport_share_receipt
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
