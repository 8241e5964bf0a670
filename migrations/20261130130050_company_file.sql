-- Files that a company uses: sent by a recruiter as their own, and given to the company by the feature that takes them into use.

ALTER TABLE file
    ADD COLUMN company_id uuid,
    ADD CONSTRAINT file_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    DROP CONSTRAINT file_one_owner,
    ADD CONSTRAINT file_one_owner CHECK (num_nonnulls(organisation_id, person_id, company_id) = 1);
CREATE INDEX file_company_idx ON file (company_id);
COMMENT ON COLUMN file.company_id IS 'Whose quota it counts against, once a feature of a company uses it: it stays when whoever sent it leaves.';
