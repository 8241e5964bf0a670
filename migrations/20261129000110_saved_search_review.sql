-- What a new release of the catalogue means for saved searches: looked into once, owners told once.

CREATE TABLE saved_search_review (
    import_id   uuid        NOT NULL,
    touched     integer     NOT NULL,
    told        integer     NOT NULL,
    reviewed_at timestamptz NOT NULL,
    CONSTRAINT saved_search_review_pkey PRIMARY KEY (import_id),
    CONSTRAINT saved_search_review_import_fkey FOREIGN KEY (import_id) REFERENCES rome_import (id) ON DELETE RESTRICT
);
CREATE TRIGGER saved_search_review_append_only BEFORE UPDATE OR DELETE ON saved_search_review
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE saved_search_review IS 'An import whose effect on saved searches was looked into, once. What it changed in each is found again at every reading.';
COMMENT ON COLUMN saved_search_review.touched IS 'Saved searches that named a code it renamed, gave to something else or retired, or that had been led to one.';
COMMENT ON COLUMN saved_search_review.told IS 'Recruiters who were written to.';
