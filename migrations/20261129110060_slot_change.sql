-- Changes of slots that the people concerned have not been told of yet.

CREATE TABLE slot_change (
    id            uuid        NOT NULL,
    session_id    uuid        NOT NULL,
    slot_id       uuid        NOT NULL,
    kind          text        NOT NULL,
    old_starts_at timestamptz,
    old_ends_at   timestamptz,
    old_place     text,
    former        uuid[]      NOT NULL DEFAULT '{}',
    at            timestamptz NOT NULL,
    CONSTRAINT slot_change_pkey PRIMARY KEY (id),
    CONSTRAINT slot_change_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
    CONSTRAINT slot_change_slot_fkey FOREIGN KEY (slot_id) REFERENCES session_slot (id) ON DELETE CASCADE,
    CONSTRAINT slot_change_kind CHECK (kind IN ('added', 'changed', 'cancelled'))
);
CREATE INDEX slot_change_session_idx ON slot_change (session_id, at);
CREATE INDEX slot_change_slot_idx ON slot_change (slot_id);
COMMENT ON TABLE slot_change IS 'Gathered for a few minutes and told in one mail per person, then deleted.';
COMMENT ON COLUMN slot_change.former IS 'Trainers who were taken off the slot: they are told too.';
