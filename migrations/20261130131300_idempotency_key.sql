-- What was answered to requests that bear an Idempotency-Key, for a day.

CREATE TABLE idempotency_key (
    person_id    uuid        NOT NULL,
    method       text        NOT NULL,
    path         text        NOT NULL,
    key          text        NOT NULL,
    fingerprint  bytea       NOT NULL,
    claim        uuid        NOT NULL,
    created_at   timestamptz NOT NULL,
    answered_at  timestamptz,
    status       smallint,
    content_type text,
    etag         text,
    location     text,
    body         bytea,
    CONSTRAINT idempotency_key_pkey PRIMARY KEY (person_id, method, path, key),
    CONSTRAINT idempotency_key_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT idempotency_key_length CHECK (char_length(key) BETWEEN 1 AND 255),
    CONSTRAINT idempotency_key_fingerprint CHECK (octet_length(fingerprint) = 32),
    CONSTRAINT idempotency_key_answered CHECK ((answered_at IS NULL) = (status IS NULL)),
    CONSTRAINT idempotency_key_body CHECK (body IS NULL OR status IS NOT NULL)
);
CREATE INDEX idempotency_key_created_idx ON idempotency_key (created_at);
COMMENT ON TABLE idempotency_key IS 'One request under one key: written before it is answered, with the answer afterwards, gone after a day.';
COMMENT ON COLUMN idempotency_key.fingerprint IS 'HMAC-SHA-256 of the query, the version it starts from and the body, with a key of this installation (a body may hold a password): another request under the same key is refused.';
COMMENT ON COLUMN idempotency_key.claim IS 'Drawn by whoever took the key: only its holder writes the answer, or gives the key back.';
COMMENT ON COLUMN idempotency_key.answered_at IS 'Null while the request is answered, and for ever when its server did not live to say how it ended.';
COMMENT ON COLUMN idempotency_key.body IS 'The answer, unless it holds a secret or is too large to keep: then null, and not given again.';
