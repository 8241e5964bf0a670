-- What one recruiter may ask for, counted for all nodes together; and the companies that search without names.

CREATE TABLE recruiter_quota (
    person_id uuid        NOT NULL,
    kind      text        NOT NULL,
    starts_at timestamptz NOT NULL,
    used      bigint      NOT NULL,
    refused   bigint      NOT NULL,
    CONSTRAINT recruiter_quota_pkey PRIMARY KEY (person_id, kind, starts_at),
    CONSTRAINT recruiter_quota_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT recruiter_quota_kind CHECK (kind IN ('searches', 'results', 'profiles'))
);
CREATE INDEX recruiter_quota_starts_idx ON recruiter_quota (starts_at);
COMMENT ON TABLE recruiter_quota IS 'Searches and results of an hour, profiles of a day (Europe/Paris). By person: leaving a company and coming back gives no more. Goes after eight days.';
COMMENT ON COLUMN recruiter_quota.used IS 'Given. Searches and results are added from memory every two seconds, profiles in the request that opens them.';
COMMENT ON COLUMN recruiter_quota.refused IS 'Requests turned away because all was used. Above a limit the account is suspended.';

CREATE TABLE company_search_setting (
    company_id uuid        NOT NULL,
    blind      boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT company_search_setting_pkey PRIMARY KEY (company_id),
    CONSTRAINT company_search_setting_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE
);
COMMENT ON TABLE company_search_setting IS 'How a company searches; no row: with names.';
COMMENT ON COLUMN company_search_setting.blind IS 'Names are withheld until a person is on a list of the company.';

CREATE OR REPLACE VIEW verified_recruiter AS
SELECT f.id AS session_id, r.id AS recruiter_id, c.siren, c.id AS company_id, coalesce(s.blind, false) AS is_blind
FROM refresh_family f
JOIN person p ON p.id = f.person_id
JOIN recruiter r ON r.person_id = p.id
JOIN company c ON c.id = r.company_id
LEFT JOIN company_search_setting s ON s.company_id = c.id
WHERE f.revoked_at IS NULL AND p.disabled_at IS NULL AND r.status = 'granted' AND c.register_state = 'active';
COMMENT ON VIEW verified_recruiter IS 'Live sessions of recruiters who may search, with the company they search for, and whether it does so without names. The same rule as companies::policy::may_search.';
