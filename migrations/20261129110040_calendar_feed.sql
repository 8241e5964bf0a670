-- The address under which a calendar program reads somebody's slots.

CREATE TABLE calendar_feed (
    person_id    uuid        NOT NULL,
    token_hash   bytea       NOT NULL,
    created_at   timestamptz NOT NULL,
    CONSTRAINT calendar_feed_pkey PRIMARY KEY (person_id),
    CONSTRAINT calendar_feed_token_key UNIQUE (token_hash),
    CONSTRAINT calendar_feed_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
COMMENT ON TABLE calendar_feed IS 'One secret address per person; a new one, or none, makes the old one unknown at once.';
