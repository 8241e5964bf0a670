-- Everything held about a person, put together for them.

CREATE TABLE data_export (
    id           uuid        NOT NULL,
    person_id    uuid        NOT NULL,
    status       text        NOT NULL DEFAULT 'waiting',
    step         text        NOT NULL DEFAULT 'waiting',
    percent      smallint    NOT NULL DEFAULT 0,
    requested_at timestamptz NOT NULL,
    ready_at     timestamptz,
    erase_at     timestamptz,
    file_id      uuid,
    bytes        bigint,
    failure      text,
    CONSTRAINT data_export_pkey PRIMARY KEY (id),
    CONSTRAINT data_export_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT data_export_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT data_export_status CHECK (status IN ('waiting', 'running', 'ready', 'failed', 'erased')),
    CONSTRAINT data_export_step CHECK (step IN ('waiting', 'gathering', 'packing', 'keeping', 'done')),
    CONSTRAINT data_export_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT data_export_file CHECK ((status = 'ready') = (file_id IS NOT NULL)),
    CONSTRAINT data_export_ready CHECK ((status IN ('ready', 'erased')) = (ready_at IS NOT NULL)),
    CONSTRAINT data_export_erased_later CHECK ((ready_at IS NULL) = (erase_at IS NULL)),
    CONSTRAINT data_export_failed CHECK ((status = 'failed') = (failure IS NOT NULL))
);
CREATE UNIQUE INDEX data_export_one_underway ON data_export (person_id) WHERE status IN ('waiting', 'running');
CREATE INDEX data_export_person_idx ON data_export (person_id, requested_at DESC, id DESC);
CREATE INDEX data_export_file_idx ON data_export (file_id);
CREATE INDEX data_export_erase_idx ON data_export (erase_at) WHERE status = 'ready';
CREATE INDEX data_export_underway_idx ON data_export (requested_at) WHERE status IN ('waiting', 'running');
COMMENT ON TABLE data_export IS 'A download of everything held about a person: asked for by them, one at a time, its file kept for a day.';
COMMENT ON COLUMN data_export.failure IS 'too_large or unavailable.';
