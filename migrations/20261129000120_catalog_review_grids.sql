-- Which grids of levels measure what a new release changed.

CREATE TABLE catalog_review_grid (
    import_id    uuid    NOT NULL,
    grid_id      uuid    NOT NULL,
    grid_version integer NOT NULL,
    lines        integer NOT NULL,
    CONSTRAINT catalog_review_grid_pkey PRIMARY KEY (import_id, grid_id, grid_version),
    CONSTRAINT catalog_review_grid_import_fkey FOREIGN KEY (import_id) REFERENCES rome_import (id) ON DELETE RESTRICT,
    CONSTRAINT catalog_review_grid_grid_fkey FOREIGN KEY (grid_id, grid_version) REFERENCES grid (id, version) ON DELETE RESTRICT,
    CONSTRAINT catalog_review_grid_lines CHECK (lines > 0)
);
CREATE INDEX catalog_review_grid_grid_idx ON catalog_review_grid (grid_id, grid_version);
CREATE TRIGGER catalog_review_grid_append_only BEFORE UPDATE OR DELETE ON catalog_review_grid
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE catalog_review_grid IS 'A grid names no code itself: it is touched where a line of a training measures by it a skill that an import changed.';
COMMENT ON COLUMN catalog_review_grid.lines IS 'Such lines, in the newest revisions of trainings in use on the day of the review.';
