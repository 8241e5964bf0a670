-- A file whose owner was erased keeps its row until its object is gone: without owner, and without its name.

ALTER TABLE file DROP CONSTRAINT file_one_owner;
ALTER TABLE file ADD CONSTRAINT file_one_owner CHECK (
    num_nonnulls(organisation_id, person_id, company_id) = 1
    OR (num_nonnulls(organisation_id, person_id, company_id) = 0 AND released_at IS NOT NULL)
);
