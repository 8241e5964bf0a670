-- When somebody last signed in, and when an account is to be erased.

ALTER TABLE person
    ADD COLUMN signed_in_at     timestamptz,
    ADD COLUMN inactive_told_at timestamptz,
    ADD COLUMN erase_asked_at   timestamptz,
    ADD COLUMN erase_at         timestamptz,
    ADD CONSTRAINT person_erase CHECK ((erase_asked_at IS NULL) = (erase_at IS NULL));
COMMENT ON COLUMN person.signed_in_at IS 'Last sign-in; null for accounts that have not signed in since this was noted: created_at counts then.';
COMMENT ON COLUMN person.inactive_told_at IS 'When the person was told that the account will be erased for want of use. A sign-in takes it back.';
COMMENT ON COLUMN person.erase_asked_at IS 'When the person asked to be erased; they may change their mind until erase_at.';
COMMENT ON COLUMN person.erase_at IS 'From when on the account is erased, by a job.';
CREATE INDEX person_erase_idx ON person (erase_at) WHERE erase_at IS NOT NULL;
CREATE INDEX person_last_use_idx ON person ((COALESCE(signed_in_at, created_at)));
