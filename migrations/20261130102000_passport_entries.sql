-- What an entry says beside the level: where it comes from, who confirmed it, what it rests on, and what took its place.

ALTER TABLE validation
    ALTER COLUMN grid_id DROP NOT NULL,
    ALTER COLUMN grid_version DROP NOT NULL,
    ALTER COLUMN step_position DROP NOT NULL,
    ADD COLUMN origin text NOT NULL DEFAULT 'organisation',
    ADD COLUMN session_id uuid,
    ADD COLUMN is_off_programme boolean NOT NULL DEFAULT false,
    ADD COLUMN validator_name text,
    ADD COLUMN confirmed_by uuid,
    ADD COLUMN confirmed_by_name text,
    ADD CONSTRAINT validation_session_fkey FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE RESTRICT,
    ADD CONSTRAINT validation_grid_whole CHECK ((grid_id IS NULL) = (grid_version IS NULL)
        AND (grid_id IS NULL) = (step_position IS NULL)),
    ADD CONSTRAINT validation_origin CHECK (origin IN ('organisation', 'session', 'experience')),
    ADD CONSTRAINT validation_of_session CHECK ((origin = 'session') = (session_id IS NOT NULL)),
    ADD CONSTRAINT validation_off_programme CHECK (NOT is_off_programme OR origin = 'session'),
    ADD CONSTRAINT validation_second_person CHECK (confirmed_by <> validator_id AND confirmed_by <> person_id),
    ADD CONSTRAINT validation_confirmed CHECK ((confirmed_by IS NULL) = (confirmed_by_name IS NULL));
CREATE INDEX validation_session_idx ON validation (session_id);
COMMENT ON COLUMN validation.grid_id IS 'Null, with version and step, when the level was given on the common scale, or when the skill was found not acquired without a step.';
COMMENT ON COLUMN validation.origin IS 'What it came from: the organisation at large, one of its sessions, or an experience that it judged.';
COMMENT ON COLUMN validation.is_off_programme IS 'Whether the skill is none of the session''s revision: those who run the organisation wrote it all the same.';
COMMENT ON COLUMN validation.validator_name IS 'As it was that day; null in entries older than this column.';
COMMENT ON COLUMN validation.confirmed_by IS 'The second person, where the organisation asks for two.';

ALTER TABLE validation_revocation
    ADD COLUMN superseded_by uuid,
    ADD CONSTRAINT validation_revocation_superseded_key UNIQUE (superseded_by),
    ADD CONSTRAINT validation_revocation_superseded_fkey FOREIGN KEY (superseded_by) REFERENCES validation (id) ON DELETE CASCADE,
    DROP CONSTRAINT validation_revocation_reason_code,
    ADD CONSTRAINT validation_revocation_reason_code CHECK (reason_code IN ('mistake', 'fraud', 'other', 'superseded')),
    ADD CONSTRAINT validation_revocation_superseded CHECK ((reason_code = 'superseded') = (superseded_by IS NOT NULL));
COMMENT ON TABLE validation_revocation IS 'What ends an entry before its time: it was revoked, or another entry of the same organisation took its place.';
COMMENT ON COLUMN validation_revocation.superseded_by IS 'The entry that took its place.';

CREATE TABLE validation_evidence (
    id            uuid     NOT NULL,
    validation_id uuid     NOT NULL,
    position      smallint NOT NULL,
    kind          text     NOT NULL,
    title         text     NOT NULL,
    note          text,
    attempt_id    uuid,
    file_id       uuid,
    file_sha256   text,
    visibility    text     NOT NULL DEFAULT 'organisation',
    CONSTRAINT validation_evidence_pkey PRIMARY KEY (id),
    CONSTRAINT validation_evidence_position_key UNIQUE (validation_id, position),
    CONSTRAINT validation_evidence_validation_fkey FOREIGN KEY (validation_id) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT validation_evidence_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT validation_evidence_kind CHECK (kind IN ('quiz_attempt', 'note', 'file')),
    CONSTRAINT validation_evidence_of_kind CHECK ((kind = 'note') = (note IS NOT NULL)
        AND (kind = 'quiz_attempt') = (attempt_id IS NOT NULL) AND (kind = 'file') = (file_sha256 IS NOT NULL)
        AND (kind = 'file' OR file_id IS NULL)),
    CONSTRAINT validation_evidence_title_length CHECK (char_length(title) BETWEEN 1 AND 200),
    CONSTRAINT validation_evidence_note_length CHECK (char_length(note) BETWEEN 1 AND 4000),
    CONSTRAINT validation_evidence_visibility CHECK (visibility IN ('organisation', 'shared'))
);
CREATE INDEX validation_evidence_file_idx ON validation_evidence (file_id);
COMMENT ON TABLE validation_evidence IS 'What an entry rests on. Only its visibility changes, by the person''s choice.';
COMMENT ON COLUMN validation_evidence.attempt_id IS 'Without a foreign key: attempts go after their time, the entry stays.';
COMMENT ON COLUMN validation_evidence.file_sha256 IS 'Of the file: what it was is provable once it is gone.';
COMMENT ON COLUMN validation_evidence.visibility IS 'organisation: the person and the organisation that wrote it. shared: whoever the person shows the entry to as well.';
CREATE TRIGGER validation_evidence_append_only
    BEFORE UPDATE OF id, validation_id, position, kind, title, note, attempt_id, file_sha256 ON validation_evidence
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An entry goes with the person it is about, and in no other way.
CREATE FUNCTION passport_refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM person WHERE id = OLD.person_id) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE FUNCTION validation_part_refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM validation v JOIN person p ON p.id = v.person_id WHERE v.id = OLD.validation_id) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER validation_kept BEFORE DELETE ON validation FOR EACH ROW EXECUTE FUNCTION passport_refuse_delete();
CREATE TRIGGER validation_revocation_kept BEFORE DELETE ON validation_revocation
    FOR EACH ROW EXECUTE FUNCTION validation_part_refuse_delete();
CREATE TRIGGER validation_evidence_kept BEFORE DELETE ON validation_evidence
    FOR EACH ROW EXECUTE FUNCTION validation_part_refuse_delete();
