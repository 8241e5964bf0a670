-- Each consent event is chained to the one before it of the same person: whoever alters or removes one is found out.

ALTER TABLE consent_event ADD COLUMN position integer, ADD COLUMN chain_sha256 text;
COMMENT ON COLUMN consent_event.position IS 'Place among the events of the person, from 1 on, without gaps.';
COMMENT ON COLUMN consent_event.chain_sha256 IS 'Digest of this event and of the digest before it. carnet verify-consents computes it again.';

CREATE FUNCTION consent_link(previous text, event consent_event) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(concat_ws(E'\n',
        coalesce(previous, ''), event.position, event.id, event.person_id, event.kind, event.method,
        event.policy_sha256, event.policy_version,
        to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 'UTF8')), 'hex')
$$;
COMMENT ON FUNCTION consent_link IS 'The digest of an event: SHA-256 of the digest before it (empty for the first) and its fields, one per line, in hexadecimal.';

ALTER TABLE consent_event DISABLE TRIGGER consent_event_append_only;
DO $$
DECLARE
    event consent_event;
    last consent_event;
BEGIN
    FOR event IN SELECT * FROM consent_event ORDER BY person_id, at, id LOOP
        IF event.person_id IS DISTINCT FROM last.person_id THEN
            last := NULL;
        END IF;
        event.position := coalesce(last.position, 0) + 1;
        event.chain_sha256 := consent_link(last.chain_sha256, event);
        UPDATE consent_event SET position = event.position, chain_sha256 = event.chain_sha256 WHERE id = event.id;
        last := event;
    END LOOP;
END
$$;
ALTER TABLE consent_event ENABLE TRIGGER consent_event_append_only;

ALTER TABLE consent_event
    ALTER COLUMN position SET NOT NULL,
    ALTER COLUMN chain_sha256 SET NOT NULL,
    ADD CONSTRAINT consent_event_person_position_key UNIQUE (person_id, position);

CREATE FUNCTION chain_consent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last consent_event;
BEGIN
    SELECT * INTO last FROM consent_event WHERE person_id = NEW.person_id ORDER BY position DESC LIMIT 1;
    NEW.position := coalesce(last.position, 0) + 1;
    NEW.chain_sha256 := consent_link(last.chain_sha256, NEW);
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION chain_consent IS 'Whoever writes an event holds the row of the person. Should two do so at once all the same, the second is refused by consent_event_person_position_key: a chain never forks.';
CREATE TRIGGER consent_event_chain BEFORE INSERT ON consent_event FOR EACH ROW EXECUTE FUNCTION chain_consent();
