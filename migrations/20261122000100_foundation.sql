-- What every slice stands on: the audit trail.

CREATE TABLE audit_event (
    id           uuid        NOT NULL,
    at           timestamptz NOT NULL,
    actor_id     uuid,
    kind         text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   uuid,
    organisation_id uuid,
    reason       text,
    before       jsonb,
    after        jsonb,
    CONSTRAINT audit_event_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE audit_event IS 'Append-only: one row per state change, written in the transaction that makes the change.';
COMMENT ON COLUMN audit_event.actor_id IS 'Person who acted; null for the system. No foreign key: the trail outlives the account.';
CREATE INDEX audit_event_subject_idx ON audit_event (subject_kind, subject_id, at);
CREATE INDEX audit_event_actor_idx ON audit_event (actor_id, at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
