-- Whoever asked for the erasure of their account is found by nobody from then on.

CREATE OR REPLACE VIEW searchable_person AS
SELECT p.id AS person_id, p.profile_id, p.first_name, p.last_name, v.chosen_only
FROM person p
JOIN visibility v ON v.person_id = p.id
WHERE v.visible AND p.disabled_at IS NULL AND p.erase_at IS NULL;
COMMENT ON VIEW searchable_person IS 'The people a verified recruiter may find: the one definition of it. The search index holds these and nobody else. chosen_only: found by the companies they chose alone.';

-- The check of each page of the search reads the index alone.
CREATE INDEX person_found_profile_idx ON person (profile_id) INCLUDE (id) WHERE disabled_at IS NULL AND erase_at IS NULL;
DROP INDEX person_enabled_profile_idx;
