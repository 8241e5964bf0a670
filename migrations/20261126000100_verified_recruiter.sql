-- Who may search, said once where the database can say it together with what they find.
CREATE VIEW verified_recruiter AS
SELECT f.id AS session_id, r.id AS recruiter_id, c.siren
FROM refresh_family f
JOIN person p ON p.id = f.person_id
JOIN recruiter r ON r.person_id = p.id
JOIN company c ON c.id = r.company_id
WHERE f.revoked_at IS NULL AND p.disabled_at IS NULL AND r.status = 'granted' AND c.register_state = 'active';
COMMENT ON VIEW verified_recruiter IS 'Live sessions of recruiters who may search, with the SIREN they search for. The same rule as companies::policy::may_search.';
