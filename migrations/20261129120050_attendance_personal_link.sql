-- Personal links, mailed: somebody without an account signs one slot with them.

CREATE TABLE attendance_personal_link (
    token_hash   bytea       NOT NULL,
    slot_id      uuid        NOT NULL,
    enrolment_id uuid        NOT NULL,
    sent_at      timestamptz NOT NULL,
    CONSTRAINT attendance_personal_link_pkey PRIMARY KEY (token_hash),
    CONSTRAINT attendance_personal_link_once UNIQUE (slot_id, enrolment_id),
    CONSTRAINT attendance_personal_link_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE CASCADE,
    CONSTRAINT attendance_personal_link_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE
);
CREATE INDEX attendance_personal_link_enrolment_idx ON attendance_personal_link (enrolment_id);
COMMENT ON TABLE attendance_personal_link IS 'One link per slot and person: a new one makes the old one unknown. It is good while the slot may be signed.';
