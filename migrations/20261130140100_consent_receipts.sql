-- One receipt per consent given, refused, taken back or ended, chained to the one before it of the same person.

CREATE TABLE consent_receipt (
    id             uuid        NOT NULL,
    person_id      uuid        NOT NULL,
    position       integer     NOT NULL,
    kind           text        NOT NULL,
    reason         text,
    company_siret  text,
    company_name   text,
    purpose_id     uuid,
    purpose_title  text,
    items          jsonb       NOT NULL,
    until          timestamptz,
    policy_version text        NOT NULL,
    policy_sha256  text        NOT NULL,
    method         text        NOT NULL,
    at             timestamptz NOT NULL,
    chain_sha256   text        NOT NULL,
    CONSTRAINT consent_receipt_pkey PRIMARY KEY (id),
    CONSTRAINT consent_receipt_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT consent_receipt_person_position_key UNIQUE (person_id, position),
    CONSTRAINT consent_receipt_reason CHECK ((kind = 'share_ended') = (reason IS NOT NULL)),
    CONSTRAINT consent_receipt_items CHECK (jsonb_typeof(items) = 'array'),
    CONSTRAINT consent_receipt_purpose CHECK ((purpose_id IS NULL) = (purpose_title IS NULL))
);
CREATE INDEX consent_receipt_items_idx ON consent_receipt USING gin (items jsonb_path_ops);
CREATE TRIGGER consent_receipt_append_only BEFORE UPDATE ON consent_receipt FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE consent_receipt IS 'Names of what was agreed to, never its content: no number, no address, no name of a file.';
COMMENT ON COLUMN consent_receipt.position IS 'Place among the receipts of the person, from 1 on, without gaps.';
COMMENT ON COLUMN consent_receipt.reason IS 'Why a share ended.';
COMMENT ON COLUMN consent_receipt.company_siret IS 'Of the establishment, as it was that day. No foreign key: it is what was told.';
COMMENT ON COLUMN consent_receipt.company_name IS 'As the register showed it that day; NULL where it masks it.';
COMMENT ON COLUMN consent_receipt.purpose_id IS 'What one recipient received of an offer. No foreign key: the receipt outlives it.';
COMMENT ON COLUMN consent_receipt.items IS 'Exactly what it is about: kinds, ids of shares and proofs, fingerprints of proofs.';
COMMENT ON COLUMN consent_receipt.until IS 'The end that was foreseen; NULL: until it is taken back.';
COMMENT ON COLUMN consent_receipt.method IS 'How it was said, or what ended it.';
COMMENT ON COLUMN consent_receipt.chain_sha256 IS 'Digest of this receipt and of the digest before it. carnet verify-consents computes it again.';

CREATE TABLE consent_receipt_head (
    person_id    uuid    NOT NULL,
    position     integer NOT NULL,
    chain_sha256 text    NOT NULL,
    CONSTRAINT consent_receipt_head_pkey PRIMARY KEY (person_id),
    CONSTRAINT consent_receipt_head_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
COMMENT ON TABLE consent_receipt_head IS 'The last receipt of each person: whoever removes the end of a chain is found out too.';

CREATE FUNCTION receipt_part(part text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(encode(sha256(convert_to(part, 'UTF8')), 'hex'), '')
$$;
COMMENT ON FUNCTION receipt_part IS 'A free text, as receipt_link reads it: no line end in it can pass for another field.';

CREATE FUNCTION receipt_instant(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')
$$;
COMMENT ON FUNCTION receipt_instant IS 'An instant, as receipt_link reads it.';

CREATE FUNCTION receipt_link(previous text, receipt consent_receipt) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(concat_ws(E'\n',
        coalesce(previous, ''), receipt.position, receipt.id, receipt.person_id, receipt.kind,
        coalesce(receipt.reason, ''), coalesce(receipt.company_siret, ''), receipt_part(receipt.company_name),
        coalesce(receipt.purpose_id::text, ''), receipt_part(receipt.purpose_title), receipt_part(receipt.items::text),
        receipt_instant(receipt.until), receipt.policy_version, receipt.policy_sha256, receipt.method,
        receipt_instant(receipt.at)), 'UTF8')), 'hex')
$$;
COMMENT ON FUNCTION receipt_link IS 'The digest of a receipt: SHA-256 of the digest before it (empty for the first) and its fields, one per line, in hexadecimal.';

CREATE FUNCTION chain_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last consent_receipt_head;
BEGIN
    SELECT * INTO last FROM consent_receipt_head WHERE person_id = NEW.person_id;
    NEW.position := coalesce(last.position, 0) + 1;
    NEW.chain_sha256 := receipt_link(last.chain_sha256, NEW);
    INSERT INTO consent_receipt_head (person_id, position, chain_sha256)
    VALUES (NEW.person_id, NEW.position, NEW.chain_sha256)
    ON CONFLICT ON CONSTRAINT consent_receipt_head_pkey
    DO UPDATE SET position = excluded.position, chain_sha256 = excluded.chain_sha256;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION chain_receipt IS 'Whoever writes a receipt holds the row of the person. Should two do so at once all the same, the second is refused by consent_receipt_person_position_key: a chain never forks.';
CREATE TRIGGER consent_receipt_chain BEFORE INSERT ON consent_receipt FOR EACH ROW EXECUTE FUNCTION chain_receipt();

-- What is said by the switch has its receipt from the database: no way of writing the one leaves the other out.
CREATE FUNCTION receipt_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO consent_receipt (id, person_id, kind, items, policy_version, policy_sha256, method, at)
    VALUES (NEW.id, NEW.person_id, NEW.kind,
            '[{"kind": "name"}, {"kind": "skills"}, {"kind": "levels"}, {"kind": "validation_statuses"}, {"kind": "jobs"}]',
            NEW.policy_version, NEW.policy_sha256, NEW.method, NEW.at);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION receipt_of_consent IS 'The receipt has the id of its event.';

INSERT INTO consent_receipt (id, person_id, kind, items, policy_version, policy_sha256, method, at)
SELECT id, person_id, kind,
       '[{"kind": "name"}, {"kind": "skills"}, {"kind": "levels"}, {"kind": "validation_statuses"}, {"kind": "jobs"}]',
       policy_version, policy_sha256, method, at
FROM consent_event
ORDER BY person_id, position;

CREATE TRIGGER consent_event_receipt AFTER INSERT ON consent_event FOR EACH ROW EXECUTE FUNCTION receipt_of_consent();
