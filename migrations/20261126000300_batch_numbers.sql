-- PostgreSQL gives out the numbers of the commits of every copy, so that an index commit names the permission it was made with.

ALTER TABLE index_node ADD COLUMN started_batch bigint NOT NULL DEFAULT 0;
UPDATE index_node SET started_batch = applied_batch;
COMMENT ON COLUMN index_node.started_batch IS 'Last number given out, to the holder of the folder''s lock, right before the index commit that bears it. No number is given twice, so that a commit made too late, by a writer whose place was taken, is known by its number.';
COMMENT ON COLUMN index_node.applied_batch IS 'Last batch whose marks were removed. The index names its own last batch: any but this one or started_batch means that one of the two went back in time, or that a writer went on which had lost its place.';
