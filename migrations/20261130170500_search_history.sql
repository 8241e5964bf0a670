-- What a recruiter searched for lately.

CREATE TABLE search_history (
    id           uuid        NOT NULL,
    recruiter_id uuid        NOT NULL,
    search       jsonb       NOT NULL,
    results      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    CONSTRAINT search_history_pkey PRIMARY KEY (id),
    CONSTRAINT search_history_recruiter_fkey FOREIGN KEY (recruiter_id) REFERENCES recruiter (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX search_history_search_key ON search_history (recruiter_id, md5(search::text));
CREATE INDEX search_history_order_idx ON search_history (recruiter_id, at DESC, id DESC);
CREATE INDEX search_history_at_idx ON search_history (at);
COMMENT ON TABLE search_history IS 'The last fifty searches of a recruiter, for ninety days; the same search once.';
COMMENT ON COLUMN search_history.search IS 'As POST /profile-search takes it, without how its answer is read.';
COMMENT ON COLUMN search_history.results IS 'How many people it found then.';
