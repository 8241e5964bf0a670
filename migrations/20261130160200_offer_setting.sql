-- What a person chose about the offers they receive.

CREATE TABLE offer_setting (
    person_id     uuid        NOT NULL,
    read_receipts boolean     NOT NULL,
    changed_at    timestamptz NOT NULL,
    CONSTRAINT offer_setting_pkey PRIMARY KEY (person_id),
    CONSTRAINT offer_setting_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
COMMENT ON TABLE offer_setting IS 'No row: companies see that an offer was opened.';
COMMENT ON COLUMN offer_setting.read_receipts IS 'Whether companies see that the person opened an offer; switched off, it stays delivered.';
