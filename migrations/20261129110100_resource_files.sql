-- A version of a resource is a file that is kept here, or an address elsewhere.

ALTER TABLE session_resource_version
    ADD COLUMN file_id uuid,
    ADD CONSTRAINT session_resource_version_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT,
    ADD CONSTRAINT session_resource_version_either CHECK ((file_id IS NULL) <> (url IS NULL));
CREATE INDEX session_resource_version_file_idx ON session_resource_version (file_id);
