-- How each copy of the search index follows PostgreSQL.

CREATE TABLE index_node (
    id                   uuid        NOT NULL,
    home                 uuid        NOT NULL,
    generation           bigint      NOT NULL,
    registered_at        timestamptz NOT NULL,
    last_seen_at         timestamptz NOT NULL,
    catalog_revision     bigint,
    read_profiles        bigint      NOT NULL DEFAULT 0,
    built_at             timestamptz,
    applied_batch        bigint      NOT NULL DEFAULT 0,
    applied_at           timestamptz,
    rebuild_requested_at timestamptz,
    CONSTRAINT index_node_pkey PRIMARY KEY (id),
    CONSTRAINT index_node_home_generation_key UNIQUE (home, generation)
);
COMMENT ON TABLE index_node IS 'Every copy of the search index that follows the database: one generation in one index folder. A copy that is not listed here must be rebuilt before it serves.';
COMMENT ON COLUMN index_node.home IS 'The index folder, by the id kept in it.';
COMMENT ON COLUMN index_node.catalog_revision IS 'State of the catalogue its ROME codes were derived from.';
COMMENT ON COLUMN index_node.read_profiles IS 'Profiles read into it while it was being built.';
COMMENT ON COLUMN index_node.built_at IS 'When its first build was complete; null while it is being built.';
COMMENT ON COLUMN index_node.applied_batch IS 'Last batch whose marks were removed. The index names its own last batch: any but this one or the next means that one of the two went back in time.';

CREATE SEQUENCE search_dirty_version;

CREATE TABLE search_dirty (
    node_id    uuid        NOT NULL,
    profile_id uuid        NOT NULL,
    version    bigint      NOT NULL,
    marked_at  timestamptz NOT NULL,
    is_urgent  boolean     NOT NULL,
    CONSTRAINT search_dirty_pkey PRIMARY KEY (node_id, profile_id),
    CONSTRAINT search_dirty_node_fkey FOREIGN KEY (node_id) REFERENCES index_node (id) ON DELETE CASCADE
);
CREATE INDEX search_dirty_order_idx ON search_dirty (node_id, is_urgent DESC, version);
COMMENT ON TABLE search_dirty IS 'Profiles a copy must index again. A set, not a log: no cursor can skip a row (rows are removed after the index commit, and only if unchanged).';

CREATE TABLE search_epoch (
    singleton boolean NOT NULL DEFAULT true,
    epoch     bigint  NOT NULL DEFAULT 0,
    blocks    bigint  NOT NULL DEFAULT 0,
    CONSTRAINT search_epoch_pkey PRIMARY KEY (singleton),
    CONSTRAINT search_epoch_singleton CHECK (singleton)
);
INSERT INTO search_epoch DEFAULT VALUES;
COMMENT ON COLUMN search_epoch.epoch IS 'Raised by every withdrawal, in its transaction. A search answer must come from an index that has reached it.';
COMMENT ON COLUMN search_epoch.blocks IS 'Raised by every change of a block list, in its transaction. Block lists are not in the index; what is kept of them in memory is valid for this number only.';

CREATE TABLE search_parked (
    profile_id uuid        NOT NULL,
    error      text        NOT NULL,
    parked_at  timestamptz NOT NULL,
    CONSTRAINT search_parked_pkey PRIMARY KEY (profile_id)
);
COMMENT ON TABLE search_parked IS 'Profiles the index refused: set aside so that they block nobody, retried when they change.';

CREATE FUNCTION mark_search_dirty(profiles uuid[], urgent boolean, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Shared with every writer, exclusive for a copy that registers: a new copy misses no write in flight.
    PERFORM pg_advisory_xact_lock_shared(4242, 1);
    INSERT INTO search_dirty (node_id, profile_id, version, marked_at, is_urgent)
    SELECT n.id, p.id, nextval('search_dirty_version'), at, urgent
    FROM index_node n CROSS JOIN (SELECT DISTINCT unnest(profiles) AS id) p
    ORDER BY n.id, p.id
    ON CONFLICT ON CONSTRAINT search_dirty_pkey
    DO UPDATE SET version = excluded.version, is_urgent = search_dirty.is_urgent OR excluded.is_urgent;
    IF urgent THEN
        UPDATE search_epoch SET epoch = epoch + 1;
    END IF;
END
$$;
COMMENT ON FUNCTION mark_search_dirty IS 'Called in the transaction that changes what a recruiter may see of these profiles; urgent = something was withdrawn.';
