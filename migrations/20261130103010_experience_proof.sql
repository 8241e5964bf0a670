-- What proves an experience: files of the person, and the copies others see where zones are masked.

CREATE TABLE experience_proof (
    id            uuid        NOT NULL,
    experience_id uuid        NOT NULL,
    file_id       uuid,
    name          text        NOT NULL,
    media_type    text        NOT NULL,
    bytes         bigint      NOT NULL,
    sha256        bytea       NOT NULL,
    added_at      timestamptz NOT NULL,
    removed_at    timestamptz,
    zones         jsonb       NOT NULL DEFAULT '[]',
    mask          text        NOT NULL DEFAULT 'none',
    mask_round    integer     NOT NULL DEFAULT 0,
    mask_fault    text,
    copy_file_id  uuid,
    copy_sha256   bytea,
    CONSTRAINT experience_proof_pkey PRIMARY KEY (id),
    CONSTRAINT experience_proof_experience_fkey FOREIGN KEY (experience_id) REFERENCES experience (id) ON DELETE CASCADE,
    CONSTRAINT experience_proof_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT experience_proof_copy_fkey FOREIGN KEY (copy_file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT experience_proof_sha256_length CHECK (octet_length(sha256) = 32),
    CONSTRAINT experience_proof_removed CHECK ((file_id IS NULL) = (removed_at IS NOT NULL)),
    CONSTRAINT experience_proof_mask CHECK (mask IN ('none', 'making', 'ready', 'failed')),
    CONSTRAINT experience_proof_mask_fault CHECK ((mask = 'failed') = (mask_fault IS NOT NULL)),
    CONSTRAINT experience_proof_copy CHECK (copy_file_id IS NULL OR mask = 'ready'),
    CONSTRAINT experience_proof_copy_whole CHECK (mask <> 'ready' OR copy_sha256 IS NOT NULL)
);
CREATE INDEX experience_proof_experience_idx ON experience_proof (experience_id, added_at, id);
CREATE INDEX experience_proof_file_idx ON experience_proof (file_id);
CREATE INDEX experience_proof_copy_idx ON experience_proof (copy_file_id);
CREATE INDEX experience_proof_sha256_idx ON experience_proof (sha256);
CREATE UNIQUE INDEX experience_proof_once ON experience_proof (experience_id, sha256) WHERE removed_at IS NULL;
COMMENT ON COLUMN experience_proof.file_id IS 'The original, which nobody but its owner opens once zones are masked. One file may prove several experiences of one person.';
COMMENT ON COLUMN experience_proof.sha256 IS 'Of the original; it stays when the file is removed, and tells that another person gave the same one.';
COMMENT ON COLUMN experience_proof.zones IS 'What is masked: rectangles in fractions of the page.';
COMMENT ON COLUMN experience_proof.mask IS 'none: others see the original. ready: they see the copy. making and failed: they see nothing.';
COMMENT ON COLUMN experience_proof.mask_round IS 'Counts changes of the zones: a copy that was made for older ones is given up.';
