-- The chain of a session: sealed sheets, rectifications, contests and their decisions; the keys that verify it.

CREATE TABLE verification_key (
    key_id        text        NOT NULL,
    public_key    text        NOT NULL,
    first_used_at timestamptz NOT NULL,
    CONSTRAINT verification_key_pkey PRIMARY KEY (key_id)
);
COMMENT ON TABLE verification_key IS 'Public keys that sealed something, the present one and those before it. None is ever forgotten.';
COMMENT ON COLUMN verification_key.public_key IS 'The 32 bytes of an Ed25519 public key, in base64.';

CREATE TABLE attendance_link (
    session_id      uuid        NOT NULL,
    number          integer     NOT NULL,
    kind            text        NOT NULL,
    slot_id         uuid        NOT NULL,
    at              timestamptz NOT NULL,
    by              uuid,
    content         text        NOT NULL,
    content_sha256  text        NOT NULL,
    previous_sha256 text,
    sha256          text        NOT NULL,
    key_id          text        NOT NULL,
    signature       text        NOT NULL,
    CONSTRAINT attendance_link_pkey PRIMARY KEY (session_id, number),
    CONSTRAINT attendance_link_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_link_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_link_by_fkey FOREIGN KEY (by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT attendance_link_key_fkey FOREIGN KEY (key_id) REFERENCES verification_key (key_id) ON DELETE RESTRICT,
    CONSTRAINT attendance_link_kind CHECK (kind IN ('closing', 'rectification', 'contest', 'decision')),
    CONSTRAINT attendance_link_first CHECK ((number = 1) = (previous_sha256 IS NULL))
);
CREATE INDEX attendance_link_slot_idx ON attendance_link (slot_id, number);
CREATE INDEX attendance_link_by_idx ON attendance_link (by);
CREATE INDEX attendance_link_key_idx ON attendance_link (key_id);
CREATE UNIQUE INDEX attendance_link_closed_once ON attendance_link (slot_id) WHERE kind = 'closing';
CREATE TRIGGER attendance_link_append_only BEFORE UPDATE OR DELETE ON attendance_link
    FOR EACH ROW EXECUTE FUNCTION attendance_refuse_change('by');
COMMENT ON TABLE attendance_link IS 'Each link names the hash of the one before it in its session, and is signed by the platform.';
COMMENT ON COLUMN attendance_link.content IS 'What was sealed, as its canonical JSON: a head, and salted rows about one person each.';
COMMENT ON COLUMN attendance_link.content_sha256 IS 'Of the head and the digests of the rows: rows can be shown or hidden one by one.';

CREATE TABLE attendance_contest (
    id              uuid        NOT NULL,
    slot_id         uuid        NOT NULL,
    part            text        NOT NULL,
    enrolment_id    uuid        NOT NULL,
    text            text        NOT NULL,
    contested_at    timestamptz NOT NULL,
    decision        text,
    decision_reason text,
    decided_by      uuid,
    decided_by_name text,
    decided_at      timestamptz,
    CONSTRAINT attendance_contest_pkey PRIMARY KEY (id),
    CONSTRAINT attendance_contest_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_contest_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT,
    CONSTRAINT attendance_contest_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT attendance_contest_part CHECK (part IN ('am', 'pm')),
    CONSTRAINT attendance_contest_decision CHECK (decision IN ('accepted', 'rejected')),
    CONSTRAINT attendance_contest_decided CHECK ((decision IS NULL) = (decided_at IS NULL)
        AND (decision IS NULL) = (decision_reason IS NULL))
);
CREATE INDEX attendance_contest_slot_idx ON attendance_contest (slot_id, contested_at);
CREATE INDEX attendance_contest_enrolment_idx ON attendance_contest (enrolment_id);
CREATE INDEX attendance_contest_decided_by_idx ON attendance_contest (decided_by);
CREATE UNIQUE INDEX attendance_contest_one_open ON attendance_contest (slot_id, part, enrolment_id) WHERE decision IS NULL;
COMMENT ON TABLE attendance_contest IS 'What a trainee says against a sealed mark, and what was decided.';
