-- People a company does not want to find again in its searches.

CREATE TABLE excluded_profile (
    company_id  uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    excluded_by uuid,
    excluded_at timestamptz NOT NULL,
    CONSTRAINT excluded_profile_pkey PRIMARY KEY (company_id, person_id),
    CONSTRAINT excluded_profile_id_key UNIQUE (id),
    CONSTRAINT excluded_profile_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
    CONSTRAINT excluded_profile_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT excluded_profile_excluded_by_fkey FOREIGN KEY (excluded_by) REFERENCES recruiter (id) ON DELETE SET NULL
);
CREATE INDEX excluded_profile_order_idx ON excluded_profile (company_id, excluded_at DESC, id DESC);
CREATE INDEX excluded_profile_person_idx ON excluded_profile (person_id);
CREATE INDEX excluded_profile_excluded_by_idx ON excluded_profile (excluded_by);
CREATE INDEX excluded_profile_at_idx ON excluded_profile (excluded_at);
COMMENT ON TABLE excluded_profile IS 'Left out of the searches of a company that hide them: within the query, so that totals and counts agree. Goes after two years.';
COMMENT ON COLUMN excluded_profile.id IS 'Random: names the line of somebody who can no longer be seen.';

ALTER TABLE company ADD COLUMN exclusions bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN company.exclusions IS 'Raised by every change of its excluded profiles: what is kept of them in memory is valid for this number only.';
ALTER TABLE saved_search ADD COLUMN hide_excluded boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN saved_search.hide_excluded IS 'Whether it leaves out the people its company excluded.';
