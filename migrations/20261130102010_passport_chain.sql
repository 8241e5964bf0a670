-- The chain of a passport: entries, revocations and replies, each link naming the one before it and signed by the platform.

CREATE TABLE passport_link (
    person_id       uuid        NOT NULL,
    number          integer     NOT NULL,
    kind            text        NOT NULL,
    subject_id      uuid        NOT NULL,
    at              timestamptz NOT NULL,
    content         text        NOT NULL,
    content_sha256  text        NOT NULL,
    previous_sha256 text,
    sha256          text        NOT NULL,
    key_id          text        NOT NULL,
    signature       text        NOT NULL,
    CONSTRAINT passport_link_pkey PRIMARY KEY (person_id, number),
    CONSTRAINT passport_link_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT passport_link_key_fkey FOREIGN KEY (key_id) REFERENCES verification_key (key_id) ON DELETE RESTRICT,
    CONSTRAINT passport_link_kind CHECK (kind IN ('opening', 'validation', 'revocation', 'reply', 'answer', 'experience',
        'file_removed')),
    CONSTRAINT passport_link_first CHECK ((number = 1) = (previous_sha256 IS NULL) AND (number = 1) = (kind = 'opening'))
);
CREATE INDEX passport_link_key_idx ON passport_link (key_id);
CREATE UNIQUE INDEX passport_link_subject_once ON passport_link (subject_id, kind)
    WHERE kind IN ('validation', 'revocation', 'reply', 'answer');
CREATE TRIGGER passport_link_append_only BEFORE UPDATE ON passport_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER passport_link_kept BEFORE DELETE ON passport_link FOR EACH ROW EXECUTE FUNCTION passport_refuse_delete();
COMMENT ON TABLE passport_link IS 'One chain per person. carnet verify-passports computes each again and compares it with the rows that are there.';
COMMENT ON COLUMN passport_link.subject_id IS 'What it is about: the entry (also of its revocation), the reply (also of its answer), the experience, the file; the person for the opening.';
COMMENT ON COLUMN passport_link.content IS 'What was sealed, as its canonical JSON: a salt, and the fact. The opening lists the entries that were there before the chain.';
COMMENT ON COLUMN passport_link.sha256 IS 'Of number, kind, subject, time, digest of the content and hash of the link before it; this is what is signed.';
