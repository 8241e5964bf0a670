-- What a person shares with one establishment for one purpose, item by item. It points at what is shared, and copies nothing.

CREATE TABLE share (
    id                 uuid        NOT NULL,
    person_id          uuid        NOT NULL,
    company_id         uuid        NOT NULL,
    siren              text        NOT NULL,
    purpose_id         uuid        NOT NULL,
    purpose_title      text        NOT NULL,
    item               text        NOT NULL,
    proof_id           uuid,
    policy_version     text        NOT NULL,
    granted_at         timestamptz NOT NULL,
    granted_receipt_id uuid        NOT NULL,
    ends_at            timestamptz,
    ended_at           timestamptz,
    end_reason         text,
    ended_receipt_id   uuid,
    CONSTRAINT share_pkey PRIMARY KEY (id),
    CONSTRAINT share_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT share_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    CONSTRAINT share_siren_format CHECK (siren ~ '^[0-9]{9}$'),
    CONSTRAINT share_item CHECK (item IN ('phone', 'email', 'cv', 'proof', 'passport')),
    CONSTRAINT share_proof CHECK ((item = 'proof') = (proof_id IS NOT NULL)),
    CONSTRAINT share_end_reason CHECK (end_reason IN ('revoked', 'closed', 'expired', 'account_erased', 'company_suspended', 'item_removed')),
    CONSTRAINT share_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_receipt_id IS NULL))
);
CREATE INDEX share_person_idx ON share (person_id, company_id, granted_at);
CREATE INDEX share_company_idx ON share (company_id);
CREATE INDEX share_purpose_idx ON share (purpose_id, granted_at);
CREATE INDEX share_due_idx ON share (ends_at) WHERE ended_at IS NULL AND ends_at IS NOT NULL;
CREATE INDEX share_open_proof_idx ON share (proof_id) WHERE ended_at IS NULL AND proof_id IS NOT NULL;
CREATE UNIQUE INDEX share_open_key ON share (purpose_id, item, proof_id) NULLS NOT DISTINCT WHERE ended_at IS NULL;
COMMENT ON TABLE share IS 'One consent to show one thing. Active until it ended or its end passed; what ended stays, and is agreed to anew by a row of its own.';
COMMENT ON COLUMN share.siren IS 'Of the legal unit that was agreed to: should the establishment come to be another''s, nothing is shown.';
COMMENT ON COLUMN share.purpose_id IS 'What one recipient received of an offer. No foreign key: offers stand above.';
COMMENT ON COLUMN share.proof_id IS 'No foreign key: a proof its person removed is shown to nobody, and the share then ends.';
COMMENT ON COLUMN share.ends_at IS 'From then on nothing is shown, whether or not the end was written down. NULL: while the conversation is open. Only ever brought forward.';
COMMENT ON COLUMN share.granted_receipt_id IS 'No foreign key: both go with their person.';

CREATE FUNCTION refuse_change_of_share() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL THEN
        RAISE EXCEPTION 'share is append-only: what ended stays so';
    END IF;
    IF NEW.ends_at > OLD.ends_at OR (NEW.ends_at IS NULL AND OLD.ends_at IS NOT NULL) THEN
        RAISE EXCEPTION 'share is append-only: an end is only brought forward';
    END IF;
    IF (to_jsonb(NEW) - '{ends_at,ended_at,end_reason,ended_receipt_id}'::text[])
       <> (to_jsonb(OLD) - '{ends_at,ended_at,end_reason,ended_receipt_id}'::text[]) THEN
        RAISE EXCEPTION 'share is append-only';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER share_append_only BEFORE UPDATE ON share FOR EACH ROW EXECUTE FUNCTION refuse_change_of_share();
