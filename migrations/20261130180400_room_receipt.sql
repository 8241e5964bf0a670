-- What stays of a private room, for each of the two: that it was deleted, and how much it held.

CREATE TABLE room_receipt (
    id         uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    deleted_at timestamptz NOT NULL,
    document   text        NOT NULL,
    CONSTRAINT room_receipt_pkey PRIMARY KEY (id),
    CONSTRAINT room_receipt_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX room_receipt_person_idx ON room_receipt (person_id, deleted_at DESC, id DESC);
COMMENT ON TABLE room_receipt IS 'A signed line: hash of the room''s id, when, how many messages and files, hash of the list of files.';
COMMENT ON COLUMN room_receipt.document IS 'The signed document, byte for byte.';
